import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { sampleNotification } from '../../src/api/examples';
import { receiveNotification } from '../../src/casework/notifying';
import { fromMillis, londonDate } from '../../src/procedure/time/dates';
import { searchAttributes } from '../../src/procedure/contract';
import type { PersonId } from '../../src/procedure/time/time';
import { freePort } from '../../src/processes/ports';
import { partnershipOn } from '../../src/profile/partnership';
import { openRecords } from '../../src/records/records';
import { newPayloadKey, writePayloadKeys } from '../../src/security/payload-keys';
import { findBinary } from '../../src/temporal/binaries';
import { casesOn } from '../../src/temporal/client';
import { dataConverterOf } from '../../src/temporal/data-converter';
import { startLocalTemporal } from '../../src/temporal/local-server';
import { profile } from '../profile/profiles';
import { temporaryFolder } from '../support/keeper';
import { freshDatabase } from '../support/records';
import { callerOf } from './caller';
import { anInstallation } from './installation';
import { catchMail, type MailCatcher } from './mail-catcher';

/* A stop while an email is on its way, on real processes: the mail server accepts it three seconds after it was handed over. */

const quiet = (): undefined => undefined;
const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);

interface SentNotice {
  readonly state: string;
  readonly messageId?: string;
}

let mail: MailCatcher;

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 600) throw new Error(`It did not come: ${what}.`);
    await pause(100);
  }
}

/** Every email that was decided was accepted once, and is marked as sent under its Message-ID. */
async function everyEmailIsSentOnce(noticesNow: () => Promise<readonly SentNotice[]>): Promise<void> {
  await until(async () => (await noticesNow()).every(({ state }) => state !== 'waiting'), 'every email is sent');
  const notices = await noticesNow();
  expect(notices.filter(({ state }) => state !== 'sent')).toEqual([]);
  const accepted = mail.caught.map(({ messageId }) => messageId ?? '');
  expect([...accepted].sort()).toEqual(notices.map(({ messageId }) => messageId ?? '').sort());
}

/** What was on its way when it was asked to stop was accepted before it ended. */
function nothingWasBrokenOff(): void {
  expect(mail.caught.length).toBe(mail.begun);
  expect(mail.caught.length).toBeGreaterThan(0);
}

beforeEach(async () => {
  mail = await catchMail({ takesMs: 3_000 });
});
afterEach(() => mail.stop());

test('everything in one process stops when the email is accepted, with code 0, and sends it no second time', async () => {
  const installation = await anInstallation({ PRACTICE_SMTP_URL: mail.url });
  try {
    await installation.start();
    const caller = callerOf(installation);
    const { body } = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P01' });
    const reference = String(body['reference']);
    await until(() => mail.begun > 0, 'an email is on its way');
    expect(mail.caught).toEqual([]);

    expect(await installation.stop('SIGTERM')).toBe(0);
    expect(installation.output()).toContain('Stopped.');
    nothingWasBrokenOff();

    await installation.start();
    await everyEmailIsSentOnce(
      async () => (await caller.get(`/api/cases/${reference}/notices`)).body['notices'] as readonly SentNotice[],
    );
  } finally {
    await installation.stop();
    installation.remove();
  }
}, 900_000);

test('a worker by itself does the same', async () => {
  const servers = await someServers();
  const { records, cases, settings } = servers;
  let worker = await aWorker(settings);
  try {
    const at = fromMillis(Date.now());
    const profileNow = profile('kirklees');
    const received = await receiveNotification(
      {
        cases,
        records,
        profile: profileNow,
        now: () => at,
        partnership: () =>
          Promise.resolve(partnershipOn(londonDate(at), profileNow, { closures: [], meetings: [], people: [] })),
      },
      { form: sampleNotification, by: 'P01' as PersonId, key: 'n', print: 'n', practice: true },
    );
    if (received.kind !== 'opened') throw new Error(received.refusal.sentence);
    const { reference } = received.onRecord.file;
    await until(() => mail.begun > 0, 'an email is on its way');
    expect(mail.caught).toEqual([]);

    expect(await worker.stop()).toEqual({ code: 0, signal: null });
    nothingWasBrokenOff();

    worker = await aWorker(settings);
    await everyEmailIsSentOnce(async () =>
      (await records.notices.noticesOf(reference)).map(({ standing }) => ({
        state: standing.state,
        ...(standing.state === 'sent' ? { messageId: standing.messageId } : {}),
      })),
    );
  } finally {
    await worker.stop();
    await servers.stop();
  }
}, 900_000);

/** A Temporal server and a database that somebody else runs, and what a worker is told of them. */
async function someServers() {
  const { folder, remove } = temporaryFolder();
  const [cli, database] = await Promise.all([findBinary({ kind: 'cli', log: quiet }), freshDatabase()]);
  if (!cli.ok) throw new Error(cli.sentence);
  const ports = { port: await freePort(), uiPort: await freePort() };
  const namespace = 'default';
  const server = await startLocalTemporal({
    cli: cli.path,
    dataDir: folder,
    ...ports,
    namespace,
    searchAttributes,
    log: quiet,
  });
  const keys = { writing: newPayloadKey('2026-11-25'), reading: [], retired: [] };
  const keysFile = path.join(folder, 'payload-keys');
  writeFileSync(keysFile, writePayloadKeys(keys), { mode: 0o600 });
  const records = await openRecords({ url: database.url });
  await records.migrate();
  const connection = await Connection.connect({ address: server.address });
  return {
    records,
    cases: casesOn({ connection, namespace, dataConverter: dataConverterOf({ keys, plain: 'refused' }) }),
    settings: {
      TEMPORAL_ADDRESS: server.address,
      DATABASE_URL: database.url,
      PAYLOAD_KEYS_FILE: keysFile,
      PRACTICE_SMTP_URL: mail.url,
    },
    async stop() {
      await connection.close();
      await records.close();
      await server.stop();
      await database.drop();
      remove();
    },
  };
}

/** `node dist/worker.js`, once it says that it runs. */
async function aWorker(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'worker.js')], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => (printed += some.toString()));
  const ended = new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  await until(() => {
    if (child.exitCode !== null) throw new Error(`It ended before it ran:\n${printed}`);
    return printed.includes('The worker runs.');
  }, `the worker runs`);
  return {
    stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      return ended;
    },
  };
}
