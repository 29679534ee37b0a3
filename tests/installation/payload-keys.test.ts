import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysOfInstallation, whyTheseKeysWillNotDo } from '../../src/installation/payload-keys';
import { isoDate } from '../../src/procedure/time/dates';
import {
  newPayloadKey,
  withKeyAdded,
  withKeyRetired,
  writePayloadKeys,
  writingWith,
  type PayloadKeys,
} from '../../src/security/payload-keys';
import { freshRecords, type TestRecords } from '../support/records';

const today = isoDate('2026-11-25');
const fresh = (): PayloadKeys => ({ writing: newPayloadKey(today), reading: [], retired: [] });

describe('The keys of an installation', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const kept = path.join(dataDir, 'payload-keys');

  test('are made at the first start, kept for its owner alone, and the same at the next', () => {
    const made = keysOfInstallation({ payloadKeys: undefined, dataDir }, today);
    expect(made).toMatchObject({ ok: true, keys: { reading: [], retired: [] } });
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(keysOfInstallation({ payloadKeys: undefined, dataDir }, today)).toEqual(made);
  });

  test('are those of the file or the variable where they are set', () => {
    const keys = fresh();
    const file = path.join(dataDir, 'elsewhere');
    writeFileSync(file, writePayloadKeys(keys));
    expect(keysOfInstallation({ payloadKeys: { kind: 'file', file }, dataDir }, today)).toEqual({ ok: true, keys });
    const text = readFileSync(file, 'utf8');
    expect(keysOfInstallation({ payloadKeys: { kind: 'text', text }, dataDir }, today)).toEqual({ ok: true, keys });
  });

  test('are said to be wrong with where they are, and no key in it', () => {
    writeFileSync(kept, 'nonsense:secret\n');
    const sentence = `The keys in ${kept} are not right: line 1 is not a key: an id, a colon, and 32 bytes in base64.`;
    expect(keysOfInstallation({ payloadKeys: undefined, dataDir }, today)).toEqual({ ok: false, sentence });
    const file = path.join(dataDir, 'nowhere');
    expect(keysOfInstallation({ payloadKeys: { kind: 'file', file }, dataDir }, today)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/cannot be read: .*ENOENT/) as string,
    });
  });
});

describe('A start with other keys than before', () => {
  let records: TestRecords;
  beforeAll(async () => {
    records = await freshRecords();
  });
  beforeEach(() => records.clear());
  afterAll(() => records.close());
  const why = (keys: PayloadKeys) => whyTheseKeysWillNotDo(records.records, keys);

  test('is refused when the key that cases were written with is missing, or another of its name', async () => {
    const before = fresh();
    expect(await why(before)).toBeUndefined();
    expect(await why(before)).toBeUndefined();
    expect(await why(fresh())).toMatch(/^The key \S+ is missing, with which cases were written/);
    const alike = { ...before, writing: { ...newPayloadKey(today), id: before.writing.id } };
    expect(await why(alike)).toMatch(/is not the one of that name/);
  });

  test('goes well after a rotation, and once the old key was thrown away on purpose', async () => {
    const before = fresh();
    await why(before);
    const second = newPayloadKey(today);
    const rotated = writingWith(withKeyAdded(before, second), second.id) ?? before;
    expect(await why(rotated)).toBeUndefined();
    expect(await why(before)).toMatch(new RegExp(`^The key ${second.id} is missing`));
    const retired = withKeyRetired(rotated, before.writing.id) ?? rotated;
    expect(await why(retired)).toBeUndefined();
  });
});
