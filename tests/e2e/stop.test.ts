import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pause } from '../../src/processes/identity';
import { callerOf, type Answer, type Caller } from './caller';
import { anInstallation, type RunningInstallation } from './installation';
import { catchMail, type MailCatcher } from './mail-catcher';

/* A stop while an email is on its way, on real processes: the mail server accepts it three seconds after it was handed over. */

const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);

interface SentNotice {
  readonly state: string;
  readonly messageId?: string;
}

let mail: MailCatcher;
let installation: RunningInstallation;
let caller: Caller;

const open = (): Promise<Answer> => caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P01' });
const noticesOf = async (reference: string) =>
  (await caller.get(`/api/cases/${reference}/notices`)).body['notices'] as readonly SentNotice[];

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 300) throw new Error(`It did not come: ${what}.`);
    await pause(100);
  }
}

/** Every email that was handed over was accepted once, and is marked as sent under its Message-ID. */
async function everyEmailIsSentOnce(reference: string): Promise<void> {
  await until(
    async () => (await noticesOf(reference)).every(({ state }) => state !== 'waiting'),
    'every email is sent',
  );
  const notices = await noticesOf(reference);
  expect(notices.filter(({ state }) => state !== 'sent')).toEqual([]);
  const accepted = mail.caught.map(({ messageId }) => messageId ?? '');
  expect([...accepted].sort()).toEqual(notices.map(({ messageId }) => messageId ?? '').sort());
}

beforeEach(async () => {
  mail = await catchMail({ takesMs: 3_000 });
});

afterEach(async () => {
  await installation.stop();
  await mail.stop();
  installation.remove();
}, 60_000);

test('everything in one process stops when the email is accepted, with code 0, and sends it no second time', async () => {
  installation = await anInstallation({ PRACTICE_SMTP_URL: mail.url });
  await installation.start();
  caller = callerOf(installation);
  const reference = String((await open()).body['reference']);
  await until(() => mail.begun > 0, 'an email is on its way');
  expect(mail.caught).toEqual([]);

  expect(await installation.stop('SIGTERM')).toBe(0);
  expect(installation.output()).toContain('Stopped.');
  const acceptedBefore = mail.caught.length;
  expect(acceptedBefore).toBe(mail.begun);
  expect(acceptedBefore).toBeGreaterThan(0);

  await installation.start();
  await everyEmailIsSentOnce(reference);
}, 300_000);
