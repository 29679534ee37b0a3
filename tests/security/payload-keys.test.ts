import {
  isOfMark,
  markOf,
  newPayloadKey,
  readPayloadKeys,
  seal,
  unseal,
  usableKeys,
  withKeyAdded,
  withKeyRetired,
  writePayloadKeys,
  writingWith,
  type PayloadKeys,
} from '../../src/security/payload-keys';

const [first, second] = [newPayloadKey('2026-11-25'), newPayloadKey('2027-01-04')];
const keys: PayloadKeys = { writing: first, reading: [second], retired: ['2025-01-01-abcd'] };
const content = Buffer.from('The case of a child');
const inBase64 = Buffer.alloc(32, 7).toString('base64');

describe('A key', () => {
  test('opens what it sealed, and nothing is sealed the same twice', () => {
    const sealed = seal(first, content, 'SIN-2026-0001');
    expect(unseal(first, sealed, 'SIN-2026-0001')).toEqual(content);
    expect(Buffer.from(sealed).includes('child')).toBe(false);
    expect(seal(first, content, 'SIN-2026-0001')).not.toEqual(sealed);
  });

  test('opens nothing that another key sealed, that belongs elsewhere, or that was changed by one bit', () => {
    const sealed = seal(first, content, 'SIN-2026-0001');
    expect(unseal(second, sealed, 'SIN-2026-0001')).toBeUndefined();
    expect(unseal(first, sealed, 'SIN-2026-0002')).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(first, changed, 'SIN-2026-0001')).toBeUndefined();
    }
    expect(unseal(first, sealed.subarray(0, 20), 'SIN-2026-0001')).toBeUndefined();
  });

  test('is known again by its mark, which another key of the same name does not have', () => {
    expect(isOfMark(first, markOf(first))).toBe(true);
    expect(isOfMark({ ...second, id: first.id }, markOf(first))).toBe(false);
    expect(isOfMark(first, '')).toBe(false);
  });
});

describe('A file of keys', () => {
  test('is read as it was written, the first key writing', () => {
    const read = readPayloadKeys(writePayloadKeys(keys));
    expect(read).toEqual({ ok: true, keys });
  });

  test.each([
    ['', 'there is no key in it.'],
    ['# nothing but a note\n', 'there is no key in it.'],
    ['a:retired\n', 'there is no key in it.'],
    ['short:c2hvcnQ=\n', 'line 1 is not a key: an id, a colon, and 32 bytes in base64.'],
    [`# a note\n\na:${inBase64}\nb ${inBase64}\n`, 'line 4 is not a key: an id, a colon, and 32 bytes in base64.'],
    [`a:${inBase64}\na:${inBase64}\n`, 'line 2 has the id a again.'],
    [`a:${inBase64}\na:retired\n`, 'line 2 has the id a again.'],
  ])('which says %j is refused with a sentence', (text, sentence) => {
    expect(readPayloadKeys(text)).toEqual({ ok: false, sentence });
  });

  test('takes a new key first for reading, then for writing, and lets an old one go', () => {
    const third = newPayloadKey('2027-06-01');
    const added = withKeyAdded(keys, third);
    expect(added.writing).toBe(first);
    const rotated = writingWith(added, third.id);
    expect(rotated?.writing).toBe(third);
    expect(rotated && usableKeys(rotated)).toEqual([third, first, second]);
    const without = rotated && withKeyRetired(rotated, first.id);
    expect(without).toEqual({ writing: third, reading: [second], retired: ['2025-01-01-abcd', first.id] });
  });

  test('does not let the key go that writes, nor one that it has not', () => {
    expect(withKeyRetired(keys, first.id)).toBeUndefined();
    expect(withKeyRetired(keys, 'nobody')).toBeUndefined();
    expect(writingWith(keys, 'nobody')).toBeUndefined();
  });
});
