import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, type BrowsedPage } from '../console/support/browser';
import { callerOf, type Caller } from './caller';
import { anInstallation, type RunningInstallation } from './installation';

/*
 * A demonstration on the real server: an agency is asked, and whoever plays its contact finds link and code in the
 * mailbox and answers without an account.
 */

const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'samples', 'notification.json'), 'utf8'),
);

let installation: RunningInstallation;
let caller: Caller;
let office: Browser;

beforeAll(async () => {
  installation = await anInstallation({ TRY_OUT: '' });
  await installation.start();
  caller = callerOf(installation);
  office = new Browser(installation.url);
  await office.submit('/sign-in', { person: 'P02', to: '/more' });
}, 600_000);
afterAll(async () => {
  await installation.stop();
  installation.remove();
}, 180_000);

/** Opens the newest email with these words in its subject, once it is in the mailbox. */
async function emailAbout(words: string): Promise<BrowsedPage> {
  for (let tries = 0; tries < 300; tries += 1) {
    const list = await office.get('/mailbox');
    const link = list
      .$('main table a')
      .filter((_at, one) => list.$(one).text().includes(words))
      .first();
    const address = link.attr('href');
    if (address !== undefined) return office.get(address);
    await pause(200);
  }
  throw new Error(`No email about "${words}" came.`);
}

const found = (page: BrowsedPage, pattern: RegExp): string => pattern.exec(page.says)?.[1] ?? '';

test('an agency answers by the link in its email and the code in another', async () => {
  const opened = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P02' });
  const reference = String(opened.body['reference']);
  const decide = async (decision: string, form: object, by: string): Promise<void> => {
    const { status, body } = await caller.post(`/api/cases/${reference}/decisions/${decision}`, form, { by });
    expect([decision, status, body['detail']]).toEqual([decision, 200, undefined]);
  };
  await decide('askAgencies', { agencies: ['gp'] }, 'P02');
  const asked = await emailAbout('send your information');
  const link = found(asked, /(http:\S+\/answer\/[0-9a-f]{32})/);
  expect(link.length).toBeGreaterThan(0);
  const address = found(asked, /(\S+@\S+?)\s/).replace(/,$/, '');

  const contact = new Browser(installation.url);
  await contact.submit(link, { address });
  const code = found(await emailAbout('your code to answer the request'), /The code is (\d{6})/);
  const request = await contact.submit(`${link}/code`, { code });
  expect([request.status, request.heading]).toEqual([200, 'Send what your organisation knows']);
  expect(request.says).toContain(reference);

  const nil = await contact.get(`${link}/nil`);
  const key = nil.$('input[name=key]').attr('value') ?? '';
  const sent = await contact.submit(`${link}/nil`, { key, confirmed: 'yes', searched: 'Registers and paper files' });
  expect(sent.heading).toBe('Answer sent');
  const events = await caller.get(`/api/cases/${reference}/events?limit=100`);
  expect(JSON.stringify(events.body)).toContain('recordReturn');
}, 600_000);

test('an organisation that is not in the settings gets the email at its address, and answers by its link', async () => {
  const opened = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P02' });
  const reference = String(opened.body['reference']);
  const organisation = { organisation: 'Thistledown Zeisig', name: 'Jo Zeisig', address: 'jo@zeisig.example.org' };
  const form = { agencies: [], organisations: [organisation] };
  const { status } = await caller.post(`/api/cases/${reference}/decisions/askAgencies`, form, { by: 'P02' });
  expect(status).toBe(200);
  const asked = await emailAbout(`${reference}: send your information`);
  expect(asked.says).toContain('jo@zeisig.example.org');
  const link = found(asked, /(http:\S+\/answer\/[0-9a-f]{32})/);
  const contact = new Browser(installation.url);
  await contact.submit(link, { address: organisation.address });
  const code = found(await emailAbout(`${reference}: your code to answer the request`), /The code is (\d{6})/);
  const request = await contact.submit(`${link}/code`, { code });
  expect([request.status, request.heading]).toEqual([200, 'Send what your organisation knows']);
  expect(request.says).toContain('Thistledown Zeisig');
});
