import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { addDays, fromMillis, londonDate } from '../../src/procedure/time/dates';
import { findBinary } from '../../src/temporal/binaries';
import { callerOf, type Caller } from './caller';
import { anInstallation, type RunningInstallation } from './installation';

/* Cases that are terminated, reset or lost on the real server, and go on from their record. */

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);

interface Event {
  readonly seq: number;
  readonly kind: string;
  readonly decision?: string;
  readonly by?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

describe('A case that does not run in Temporal', () => {
  let installation: RunningInstallation;
  let caller: Caller;
  let cli: string;

  beforeAll(async () => {
    const found = await findBinary({ kind: 'cli', log: () => undefined });
    if (!found.ok) throw new Error(found.sentence);
    cli = found.path;
    installation = await anInstallation({ RESTART_LOST_CASES: 'no' });
    await installation.start();
    caller = callerOf(installation);
  }, 900_000);

  afterAll(async () => {
    await installation.stop();
    installation.remove();
  }, 180_000);

  const temporalCli = (...words: readonly string[]) => run(cli, [...words, '--address', installation.temporalAddress]);

  /** Takes a case away from Temporal, as if its database had been lost. The CLI asks a person before it does. */
  async function lose(workflowId: string): Promise<void> {
    const connection = await Connection.connect({ address: installation.temporalAddress });
    await connection.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId },
    });
    await connection.close();
  }

  /** The command of IT, as its own process. */
  async function reconcile(...words: readonly string[]): Promise<string> {
    const { stdout } = await run(
      process.execPath,
      [path.join(root, 'scripts', 'reconcile.mjs'), '--url', installation.url, ...words],
      { env: { ...process.env, API_TOKEN: installation.token } },
    );
    return stdout;
  }

  async function opened(): Promise<string> {
    const { status, body } = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P01' });
    expect(status).toBe(201);
    return String(body['reference']);
  }

  const decide = async (reference: string, decision: string, form: object, by = 'P01') => {
    const { status, body } = await caller.post(`/api/cases/${reference}/decisions/${decision}`, form, { by });
    return { status, recorded: body['recorded'], seq: body['seq'] };
  };
  const events = async (reference: string) =>
    (await caller.get(`/api/cases/${reference}/events?limit=200`)).body['events'] as readonly Event[];

  /** Temporal's lists lag behind by a moment. */
  async function found(reference: string): Promise<unknown> {
    for (let tries = 0; tries < 300; tries += 1) {
      const { body } = await caller.get('/api/reconciliation');
      const findings = body['findings'] as readonly { readonly reference: string; readonly found: string }[];
      const one = findings.find((finding) => finding.reference === reference);
      if (one !== undefined) return one.found;
      await pause(200);
    }
    return undefined;
  }

  /** Waits until the case runs as it should. Temporal's lists lag behind by a moment. */
  async function isFoundNoLonger(reference: string): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      const { body } = await caller.get('/api/reconciliation');
      const findings = body['findings'] as readonly { readonly reference: string }[];
      if (findings.every((finding) => finding.reference !== reference)) return;
      await pause(200);
    }
    throw new Error(`${reference} is still found.`);
  }

  /** Every email of the case is settled; each once, for the mailbox knows them by their Message-ID. */
  async function emailsOf(reference: string): Promise<readonly string[]> {
    for (let tries = 0; ; tries += 1) {
      const { body } = await caller.get(`/api/cases/${reference}/notices`);
      const notices = body['notices'] as readonly { readonly key: string; readonly state: string }[];
      if (notices.every(({ state }) => state !== 'waiting')) return notices.map(({ key }) => key);
      if (tries > 300) throw new Error('Emails are still waiting.');
      await pause(200);
    }
  }

  const isWhole = (entries: readonly Event[]) =>
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_e, at) => at + 1));

  test('is found after it was terminated, is restarted by one command, and decisions go on', async () => {
    const reference = await opened();
    expect((await decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' })).status).toBe(200);
    const before = await events(reference);
    await temporalCli('workflow', 'terminate', '--workflow-id', reference, '--reason', 'By mistake');
    expect((await decide(reference, 'recordOversight', {}, 'P05')).status).toBe(409);

    expect(await found(reference)).toBe('terminated');
    expect(await reconcile()).toContain(`${reference} has stopped running: its workflow was terminated in Temporal.`);
    expect(await reconcile('--restart', reference, '--as', 'P01')).toContain('restarted from its record');
    expect(await reconcile('--restart', 'all', '--as', 'P01')).toContain('Every open case runs as it should');

    expect((await decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' })).status).toBe(409);
    expect(await decide(reference, 'recordOversight', {}, 'P05')).toMatchObject({ status: 200, recorded: true });
    const after = await events(reference);
    isWhole(after);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      { kind: 'case-restarted', by: 'P01', details: { found: 'terminated' } },
      { kind: 'decision-taken', decision: 'recordOversight' },
    ]);
    const emails = await emailsOf(reference);
    expect(new Set(emails).size).toBe(emails.length);
  }, 300_000);

  test('is found after it was reset, and goes on from its record without doing anything again', async () => {
    const reference = await opened();
    expect((await decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' })).status).toBe(200);
    expect((await decide(reference, 'recordOversight', {}, 'P05')).status).toBe(200);
    const emails = await emailsOf(reference);
    const before = await events(reference);
    const reset = [
      'workflow',
      'reset',
      '--workflow-id',
      reference,
      '--type',
      'FirstWorkflowTask',
      '--reason',
      'By mistake',
    ];
    await temporalCli(...reset, '--reapply-exclude', 'All');
    // What comes now is not put in the place of what is on the record.
    expect(await decide(reference, 'addNote', { note: 'After the reset' })).toMatchObject({
      status: 202,
      recorded: false,
    });

    expect(await found(reference)).toBe('contradicts');
    expect(await events(reference)).toEqual(before);
    expect(await reconcile('--restart', 'all', '--as', 'P01')).toContain('restarted from its record');

    expect(await decide(reference, 'addNote', { note: 'On the record' })).toMatchObject({
      status: 200,
      recorded: true,
    });
    const after = await events(reference);
    isWhole(after);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ kind, decision }) => decision ?? kind)).toEqual([
      'case-restarted',
      'addNote',
    ]);
    expect(await emailsOf(reference)).toEqual(emails);

    await temporalCli(...reset);
    expect(await found(reference)).toBe('reset');
    expect(await reconcile('--restart', reference, '--as', 'P01')).toContain('restarted from its record');
    isWhole(await events(reference));
  }, 300_000);

  test('is restarted by itself at the next start, where the installation is set up so, on its own clock', async () => {
    const reference = await opened();
    const until = addDays(londonDate(fromMillis(Date.now())), 4);
    const move = () => caller.post(`/api/cases/${reference}/practice/advance`, { until }, { by: 'P01' });
    // Two who ask for one day at the same time are given that day, and not as many days again.
    const moves = await Promise.all([move(), move()]);
    expect(moves.map(({ status }) => status)).toContain(200);
    const ahead = String((await caller.get(`/api/cases/${reference}`)).body['asOf']);
    expect(ahead.slice(0, 10)).toBe(until);
    await lose(reference);
    expect(await found(reference)).toBe('not-there');
    expect(await installation.stop()).toBe(0);

    await installation.start({ RESTART_LOST_CASES: 'yes' });
    await isFoundNoLonger(reference);
    expect(await decide(reference, 'addNote', { note: 'It goes on' })).toMatchObject({ status: 200, recorded: true });
    const after = await caller.get(`/api/cases/${reference}`);
    expect(String(after.body['asOf']) >= ahead).toBe(true);
    const entries = await events(reference);
    isWhole(entries);
    expect(entries.find(({ kind }) => kind === 'case-restarted')).toMatchObject({ details: { found: 'not-there' } });
    const emails = await emailsOf(reference);
    expect(new Set(emails).size).toBe(emails.length);
  }, 600_000);
});
