import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { fromMillis, londonDate } from '../../src/procedure/time/dates';
import { callerOf, type Answer, type Caller } from './caller';

/*
 * Two servers behind a proxy, two workers, one database, one Temporal: as docker-compose.yml has them, as plain processes.
 * TOPOLOGY=--on-postgres puts the same to the Temporal of its image, on PostgreSQL, which takes minutes to build once.
 */

const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);
const processSchema = z.object({ pid: z.number(), health: z.string(), metrics: z.string() });
const topology = z.object({
  url: z.string(),
  token: z.string(),
  workers: z.tuple([processSchema, processSchema]),
  servers: z.tuple([processSchema.extend({ url: z.string() }), processSchema.extend({ url: z.string() })]),
});

describe('Two servers and two workers', () => {
  let child: ChildProcess;
  let folder = '';
  let printed = '';
  let where: z.output<typeof topology>;
  let proxy: Caller;
  let servers: readonly [Caller, Caller];

  /** As a program does it: what is not known to have been taken is sent again under its key. */
  async function surely(caller: () => Caller, route: string, body: unknown, by: string): Promise<Answer> {
    const key = randomUUID();
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(500)) {
      const answer = await caller()
        .post(route, body, { by, key })
        .catch(() => undefined);
      if (answer !== undefined && ![409, 502, 503, 504].includes(answer.status)) return answer;
    }
    throw new Error(`${route} was not answered in time.`);
  }
  const open = async (): Promise<string> => {
    const minuteAgo = fromMillis(Date.now() - 60_000);
    const today = londonDate(minuteAgo);
    const dates = { incidentOn: today, knownAt: minuteAgo, authorityAwareOn: today, receivedOn: undefined };
    const { body } = await surely(() => proxy, '/api/notifications', { ...sample, ...dates, practice: false }, 'P01');
    return String(body['reference']);
  };
  const events = async (caller: Caller, reference: string) =>
    (await caller.get(`/api/cases/${reference}/events?limit=500`)).body['events'] as readonly {
      readonly seq: number;
      readonly decision?: string;
    }[];
  const note = (caller: () => Caller, reference: string, text: string) =>
    surely(caller, `/api/cases/${reference}/decisions/addNote`, { note: text }, 'P01');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'topology-'));
    const asked = (process.env['TOPOLOGY'] ?? '').split(' ').filter(Boolean);
    child = spawn(process.execPath, [path.join(root, 'scripts', 'topology.mjs'), folder, ...asked], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (some: Buffer) => (printed += some.toString()));
    }
    const file = path.join(folder, 'topology.json');
    while (!existsSync(file)) {
      if (child.exitCode !== null) throw new Error(`It ended before it was ready:\n${printed}`);
      await pause(200);
    }
    where = topology.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { token } = where;
    proxy = callerOf({ url: where.url, token });
    servers = [callerOf({ url: where.servers[0].url, token }), callerOf({ url: where.servers[1].url, token })];
  }, 600_000);

  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);

  test('are one system: what one takes the other knows, and a key is taken once', async () => {
    const reference = await open();
    const route = `/api/cases/${reference}/decisions`;
    expect((await surely(() => servers[0], `${route}/sendToFrontDoor`, { sentBy: 'The duty' }, 'P01')).status).toBe(
      200,
    );
    expect((await surely(() => servers[1], `${route}/recordOversight`, {}, 'P05')).status).toBe(200);
    const again = await servers[0].post(`${route}/recordOversight`, {}, { by: 'P05' });
    expect(again.status).toBe(409);

    const key = randomUUID();
    const both = await Promise.all(
      servers.map((server) => server.post(`${route}/addNote`, { note: 'Once' }, { by: 'P01', key })),
    );
    expect(both.map(({ status }) => status)).toContain(200);
    await note(() => proxy, reference, 'Twice');
    const [one, two] = await Promise.all(servers.map((server) => events(server, reference)));
    expect(one).toEqual(two);
    expect(one?.filter(({ decision }) => decision === 'addNote')).toHaveLength(2);
  }, 300_000);

  test('say how they are, and Temporal’s SDK what its worker does', async () => {
    for (const { health } of [...where.workers, ...where.servers]) expect((await fetch(health)).status).toBe(200);
    expect(await (await fetch(where.workers[0].health)).json()).toMatchObject({ worker: 'ready', draining: false });
    const ofWorker = await (await fetch(where.workers[0].metrics)).text();
    expect(ofWorker).toMatch(/^temporal_num_pollers\{[^}]*poller_type="workflow_task"/m);
    expect(ofWorker).toMatch(/^reviews_unrecorded_oldest_seconds 0$/m);
    const ofServer = await (await fetch(where.servers[0].metrics)).text();
    expect(ofServer).toMatch(/^reviews_open_cases 1$/m);
    for (const text of [ofWorker, ofServer]) expect(text).not.toMatch(/SIN-\d{4}-\d{4}/);
  });

  test('lose a worker and a server in the middle of a case, and nothing else', async () => {
    const reference = await open();
    const turns = [() => servers[0], () => servers[1], () => proxy];
    for (let count = 0; count < 12; count += 1) {
      if (count === 4) process.kill(where.workers[0].pid, 'SIGKILL');
      if (count === 8) {
        process.kill(where.servers[0].pid, 'SIGKILL');
        turns.shift();
      }
      const caller = turns[count % turns.length];
      if (caller === undefined) throw new Error('Nobody is left.');
      expect((await note(caller, reference, `Note ${count}`)).status).toBe(200);
    }
    const all = await events(proxy, reference);
    expect(all.filter(({ decision }) => decision === 'addNote')).toHaveLength(12);
    const seqs = all.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  }, 600_000);
});
