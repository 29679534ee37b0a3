import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config/read';
import { keysOfInstallation } from '../../src/installation/payload-keys';
import { isoDate } from '../../src/procedure/time/dates';
import { freePort } from '../../src/processes/ports';
import { reachDatabase, reachTemporal } from '../../src/installation/reaching';
import { requirePorts } from '../../src/installation/required-ports';
import { providerAt } from '../../src/security/provider';
import { freshRecords, type TestRecords } from '../support/records';

/* Each setting that points at something: where that is wrong, the sentence names the setting. */

let nowhere: number;
let taken: Server;
let takenPort: number;
beforeAll(async () => {
  nowhere = await freePort();
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => new Promise((resolve) => taken.close(resolve)));

const said = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'It works.',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('DATABASE_URL is named where the database', () => {
  let kept: TestRecords;
  beforeAll(async () => {
    kept = await freshRecords();
  });
  afterAll(() => kept.close());

  const otherwise = (change: (url: URL) => void): string => {
    const url = new URL(kept.url);
    change(url);
    return url.href;
  };

  test.each<[string, (url: URL) => void, RegExp]>([
    ['does not answer', (url) => (url.port = String(nowhere)), /nothing answers at the address/],
    ['is on a machine that nobody knows', (url) => (url.hostname = 'nowhere.invalid'), /cannot be reached/],
    ['refuses the password', (url) => (url.password = 'wrong'), /refuses the user name or password/],
    ['has another name', (url) => (url.pathname = '/another'), /no database of that name/],
  ])('%s', async (_what, change, why) => {
    const sentence = await said(reachDatabase(otherwise(change)));
    expect(sentence).toMatch(why);
    expect(sentence).toContain('Correct DATABASE_URL');
    expect(sentence).not.toContain(new URL(kept.url).password);
    expect(sentence).not.toContain('\n');
  });

  test('and not where it answers', async () => {
    expect(await said(reachDatabase(kept.url))).toBe('It works.');
  });
});

test('TEMPORAL_ADDRESS is named where no server answers', async () => {
  const address = `127.0.0.1:${nowhere}`;
  const connectionOptions = { address, connectTimeout: 500 };
  const sentence = await said(reachTemporal({ kind: 'outside', address, namespace: 'default', connectionOptions }));
  expect(sentence).toBe(`Temporal does not answer at ${address}. Start it, or correct TEMPORAL_ADDRESS.`);
});

test('OIDC_ISSUER is named in the log where no sign-in service answers as one', async () => {
  const logged: string[] = [];
  const issuer = `http://127.0.0.1:${nowhere}`;
  const provider = providerAt({
    ...{ issuer, clientId: 'reviews', clientSecret: 'secret', publicUrl: 'https://reviews.example.org' },
    log: (sentence) => logged.push(sentence),
  });
  expect(await provider.begin()).toMatchObject({ kind: 'failed', reason: 'away' });
  expect(logged).toEqual([expect.stringContaining(`OIDC_ISSUER is ${issuer}`)]);
});

test('PAYLOAD_KEYS_FILE is named where there is no such file', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'keys-'));
  try {
    const read = keysOfInstallation(
      { dataDir, payloadKeys: { kind: 'file', file: '/nowhere' } },
      isoDate('2026-11-29'),
    );
    expect(read).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('/nowhere (PAYLOAD_KEYS_FILE)') as string,
    });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

describe('Ports and addresses of this machine', () => {
  const config = (env: Record<string, string>) => {
    const read = readConfig(env);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.config;
  };

  test('PORT is named where it is taken, and so is METRICS_PORT', async () => {
    expect(await said(requirePorts(config({ PORT: String(takenPort) })))).toMatch(/is taken\. Set PORT /);
    const metrics = { PORT: String(nowhere), METRICS_PORT: String(takenPort) };
    expect(await said(requirePorts(config(metrics)))).toMatch(/is taken\. Set METRICS_PORT /);
  });

  test('HOST is named where it is no address of this machine, and not the port', async () => {
    const provider = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    const elsewhere = { ...provider, HOST: '203.0.113.7', PUBLIC_URL: 'https://reviews.example.org' };
    const sentence = await said(requirePorts(config({ ...elsewhere, PORT: String(nowhere) })));
    expect(sentence).toMatch(/^HOST is 203\.0\.113\.7, at which nothing can listen here/);
  });
});
