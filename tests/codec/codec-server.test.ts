import type { Server } from 'node:http';
import { defaultPayloadConverter } from '@temporalio/common';
import express from 'express';
import { createCodecServer } from '../../src/codec/codec-server';
import { payloadsOut } from '../../src/codec/wire';
import { instant } from '../../src/procedure/time/dates';
import { failedTriesAllowed } from '../../src/security/failed-tries';
import { newPayloadKey } from '../../src/security/payload-keys';
import { payloadCodec } from '../../src/temporal/payload-codec';
import { aRecording, aSummary, reference } from '../records/builders';
import { freshRecords, type TestRecords } from '../support/records';

const codec = payloadCodec({
  keys: { writing: newPayloadKey('2026-11-25'), reading: [], retired: [] },
  plain: 'accepted',
});
const token = 'a-token-for-these-tests';
const pages = 'http://127.0.0.1:8233';
const plain = defaultPayloadConverter.toPayload({ said: 'The Canary sang' });

let kept: TestRecords;
let server: Server;
let url: string;
let away = false;
let now = instant('2026-11-25T09:00:00Z');

beforeAll(async () => {
  kept = await freshRecords();
  const app = express();
  const payloadKeys = {
    ...kept.records.payloadKeys,
    noteDecoding: (decoding: Parameters<typeof kept.records.payloadKeys.noteDecoding>[0]) =>
      away ? Promise.reject(new Error('away')) : kept.records.payloadKeys.noteDecoding(decoding),
  };
  app.use(
    createCodecServer({
      codec,
      records: { payloadKeys, readings: kept.records.readings },
      token,
      origins: [pages],
      now: () => now,
    }),
  );
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
beforeEach(async () => {
  away = false;
  await kept.clear();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await kept.close();
});

const stored = async (reference = 'SIN-2026-0001') =>
  payloadsOut(await codec.encode([plain], { type: 'workflow', namespace: 'default', workflowId: reference }));

const ask = (path: string, body: unknown, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  fetch(`${url}/codec${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe("Temporal's pages", () => {
  test('see a payload in plain with the token in the address, and it is on the record', async () => {
    const answer = await ask(`/${token}/decode`, await stored(), { origin: pages });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(pages);
    expect(await answer.json()).toEqual(payloadsOut([plain]));
    expect(await kept.records.payloadKeys.decodings(10)).toEqual([
      { at: '2026-11-25T09:00:00.000Z', origin: pages, cases: ['SIN-2026-0001'], payloads: 1 },
    ]);
  });

  test('leave a reading of the cases, of no known person, once in five minutes', async () => {
    const readings = async () => (await kept.records.readings.list({ viewer: undefined, limit: 10 })).readings;
    await kept.records.record(aRecording(reference(1), 1), aSummary(reference(1)));
    const decode = async () =>
      ask('/decode', await stored('SIN-2026-0001'), { origin: pages, authorization: `Bearer ${token}` });
    now = instant('2026-11-25T10:00:00Z');
    await decode();
    now = instant('2026-11-25T10:04:59Z');
    await decode();
    const first = {
      at: '2026-11-25T10:00:00.000Z',
      person: undefined,
      credential: { kind: 'codec-token', name: pages },
      part: 'temporal-pages',
      cases: ['SIN-2026-0001'],
      more: 0,
    };
    expect(await readings()).toMatchObject([first]);
    now = instant('2026-11-25T10:05:00Z');
    await decode();
    expect(await readings()).toMatchObject([{ ...first, at: '2026-11-25T10:05:00.000Z' }, first]);
    expect(await kept.records.payloadKeys.decodings(10)).toHaveLength(3);
  });

  test('ask beforehand whether they may, and those of another address may not, token or none', async () => {
    const preflight = (origin: string) =>
      fetch(`${url}/codec/${token}/decode`, { method: 'OPTIONS', headers: { origin } });
    expect((await preflight(pages)).status).toBe(204);
    for (const other of [
      'http://127.0.0.1:8234',
      'https://127.0.0.1:8233',
      'null',
      'http://127.0.0.1:8233.evil.example',
    ]) {
      const refused = await preflight(other);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect((await ask('/decode', await stored(), { origin: other, authorization: `Bearer ${token}` })).status).toBe(
        403,
      );
    }
    expect(await kept.records.payloadKeys.decodings(10)).toEqual([]);
  });
});

describe('The codec server', () => {
  test('answers nobody without the token', async () => {
    for (const [path, headers] of [
      ['/decode', {}],
      ['/decode', { authorization: 'Bearer another' }],
      ['/another/decode', {}],
      ['/encode', {}],
    ] as const) {
      expect((await ask(path, await stored(), headers)).status).toBe(401);
    }
  });

  test('looks at no more tokens of an address that has sent too many wrong ones, the right one of a newcomer included', async () => {
    const guess = async (nth: number) => {
      const wrong = `a-guess-at-the-token-that-is-number-${nth}`;
      const bearer = { authorization: `Bearer ${wrong}` };
      return (nth % 2 === 0 ? await ask(`/${wrong}/decode`, {}, {}) : await ask('/decode', {}, bearer)).status;
    };
    const guesses = [];
    for (let nth = 0; nth < 200; nth += 1) guesses.push(await guess(nth));
    expect(guesses.filter((status) => status === 401).length).toBeLessThanOrEqual(failedTriesAllowed.byAddress.tokens);
    expect(guesses.at(-1)).toBe(429);
    // These pages have worked from this address before.
    expect((await ask('/decode', await stored())).status).toBe(200);
  });

  test('encrypts what the command line sends, and decrypts it again', async () => {
    const encoded: unknown = await (await ask('/encode', payloadsOut([plain]))).json();
    expect(JSON.stringify(encoded)).not.toContain(Buffer.from(plain.data ?? []).toString('base64'));
    expect(await (await ask('/decode', encoded)).json()).toEqual(payloadsOut([plain]));
  });

  test('passes on what is not encrypted, which is nothing to put on the record', async () => {
    expect(await (await ask('/decode', payloadsOut([plain]))).json()).toEqual(payloadsOut([plain]));
    expect(await kept.records.payloadKeys.decodings(10)).toEqual([]);
  });

  test('shows nothing that cannot be put on the record', async () => {
    away = true;
    const answer = await ask('/decode', await stored());
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain(Buffer.from(plain.data ?? []).toString('base64'));
  });

  test('says what is wrong with what it cannot read', async () => {
    expect((await ask('/decode', { something: 'else' })).status).toBe(400);
    expect((await ask('/decode', '{"payl')).status).toBe(400);
    expect((await ask('/decode', { payloads: [{ data: 'not base64!' }] })).status).toBe(400);
    expect((await ask('/decode', { payloads: [{ data: 'A'.repeat(5_000_000) }] })).status).toBe(413);
    const [one] = (await stored()).payloads;
    const changed = { payloads: [{ ...one, data: Buffer.from('changed').toString('base64') }] };
    const answer = await ask('/decode', changed);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(
      payloadsOut([defaultPayloadConverter.toPayload({ '@unreadable': 'not-decrypted' })]),
    );
    expect((await ask('/elsewhere', {})).status).toBe(404);
  });
});
