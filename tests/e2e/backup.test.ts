import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { fromMillis, londonDate } from '../../src/procedure/time/dates';
import { callerOf, type Caller } from './caller';
import { anInstallation, signIn, type RunningInstallation } from './installation';
import { catchMail, type MailCatcher } from './mail-catcher';

/* A machine is lost, and all that is left is a backup that was made while people were deciding. */

const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);
const run = promisify(execFile);

interface SentNotice {
  readonly key: string;
  readonly state: string;
  readonly messageId?: string;
}

const day = 86_400_000;

async function command(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, [path.join(root, 'scripts', `${name}.mjs`), ...args], { env });
  return `${stdout}${stderr}`;
}

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error('It did not come to that in time.');
}

describe('A backup made while people decide', () => {
  let lost: RunningInstallation;
  let restored: RunningInstallation;
  const mails: MailCatcher[] = [];
  let folder = '';

  const open = async (caller: Caller, practice: boolean): Promise<string> => {
    const minuteAgo = fromMillis(Date.now() - 60_000);
    const today = londonDate(minuteAgo);
    const dates = { incidentOn: today, knownAt: minuteAgo, authorityAwareOn: today, receivedOn: undefined };
    const { status, body } = await caller.post('/api/notifications', { ...sample, ...dates, practice }, { by: 'P01' });
    expect([200, 201, 202]).toContain(status);
    return String(body['reference']);
  };
  const seqs = async (caller: Caller, reference: string): Promise<readonly number[]> => {
    const { body } = await caller.get(`/api/cases/${reference}/events?limit=500`);
    return (body['events'] as readonly { seq: number }[]).map(({ seq }) => seq).sort((a, b) => a - b);
  };
  const notices = async (caller: Caller, reference: string) =>
    (await caller.get(`/api/cases/${reference}/notices`)).body['notices'] as readonly SentNotice[];
  const note = (caller: Caller, reference: string, text: string) =>
    caller.post(`/api/cases/${reference}/decisions/addNote`, { note: text }, { by: 'P01' });
  const clockOf = async (caller: Caller, reference: string): Promise<number> =>
    Date.parse(String((await caller.get(`/api/cases/${reference}`)).body['asOf']));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-e2e-'));
    mails.push(await catchMail(), await catchMail());
    lost = await anInstallation({ ...signIn, PRACTICE_SMTP_URL: mails[0]?.url ?? '' });
    restored = await anInstallation({ ...signIn, PRACTICE_SMTP_URL: mails[1]?.url ?? '' });
    await lost.start();
  }, 600_000);

  afterAll(async () => {
    await lost.stop();
    await restored.stop();
    await mails[1]?.stop();
    for (const one of [lost, restored]) one.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);

  test('brings every case back on an empty machine, with each event and email once', async () => {
    const before = callerOf(lost);
    const [practice, real] = [await open(before, true), await open(before, false)];
    const sent = await until(async () => {
      const all = await notices(before, practice);
      return all.length > 0 && all.every(({ state }) => state === 'sent') ? all : undefined;
    });
    const days = new Date(Date.now() + 9 * day).toISOString().slice(0, 10);
    expect(await before.post(`/api/cases/${practice}/practice/advance`, { until: days }, { by: 'P01' })).toMatchObject({
      status: 200,
    });
    await until(async () =>
      (await notices(before, practice)).every(({ state }) => state === 'sent') ? true : undefined,
    );
    const sentBefore = (await notices(before, practice)).map(({ key }) => key);
    expect(sentBefore.length).toBeGreaterThanOrEqual(sent.length);

    // The mail server goes away, and what is decided then waits to be sent.
    await mails[0]?.stop();
    const toFrontDoor = { sentBy: 'The duty administrator' };
    await before.post(`/api/cases/${practice}/decisions/sendToFrontDoor`, toFrontDoor, { by: 'P01' });
    const waiting = await until(async () => {
      const some = (await notices(before, practice)).filter(({ state }) => state === 'waiting');
      return some.length > 0 ? some.map(({ key }) => key) : undefined;
    });
    const ahead = (await clockOf(before, practice)) - Date.now();
    expect(ahead).toBeGreaterThan(7 * day);

    let isDeciding = true;
    const deciding = (async () => {
      let notes = 0;
      while (isDeciding) notes += (await note(before, real, `Note ${notes}`)).status === 200 ? 1 : 0;
      return notes;
    })();
    const backup = path.join(folder, 'backup');
    expect(await command('backup', [backup], lost.environment)).toContain('Backed up 2 cases (2 open)');
    const { body: log } = await before.get('/api/readings?credential=command');
    const credential = { kind: 'command', name: userInfo().username };
    const cases = [practice, real].sort();
    expect(log['readings']).toMatchObject([{ person: null, credential, part: 'backup', cases }]);
    isDeciding = false;
    expect(await deciding).toBeGreaterThan(0);
    await lost.kill();

    expect(await command('restore', [backup], restored.environment)).toContain('2 of 2 open cases were started');
    await restored.start();
    const after = callerOf(restored);

    // What waited goes out, once; what had gone out does not go out again.
    await until(async () =>
      (await notices(after, practice)).every(({ state }) => state !== 'waiting') ? true : undefined,
    );
    const nowSent = (await notices(after, practice)).filter(({ key }) => waiting.includes(key));
    expect(nowSent.map(({ state }) => state)).toEqual(waiting.map(() => 'sent'));
    const caught = mails[1]?.caught.map(({ messageId }) => messageId) ?? [];
    expect([...caught].sort()).toEqual(nowSent.map(({ messageId }) => messageId).sort());

    // The practice case is as far ahead as it was.
    await until(async () => ((await clockOf(after, practice)) - Date.now() > ahead - day ? true : undefined));

    // Both go on from where the record has them.
    for (const reference of [practice, real]) {
      expect(await note(after, reference, 'After the restore')).toMatchObject({ status: 200 });
      const all = await seqs(after, reference);
      expect(all).toEqual(all.map((_, index) => index + 1));
    }
    const decided = await after.post(`/api/cases/${real}/decisions/sendToFrontDoor`, toFrontDoor, { by: 'P01' });
    expect(decided).toMatchObject({ status: 200 });
    expect(await open(after, false)).not.toBe(real);

    await restored.stop();
    await expect(command('restore', [backup], restored.environment)).rejects.toThrow('There is an installation in');
  }, 600_000);
});
