import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { addDays, fromMillis, londonDate } from '../../src/procedure/time/dates';
import type { Instant, IsoDate } from '../../src/procedure/time/time';
import { kirklees } from '../profile/kirklees';
import { straightWay } from '../e2e/straight-way';
import { callerOf, type Caller } from '../e2e/caller';
import { anInstallation, type RunningInstallation } from '../e2e/installation';
import { catchMail, type MailCatcher } from '../e2e/mail-catcher';
import { aWindow, inBrowser, launch, type Looking } from './support/chromium';
import type { Typed } from './support/clerk';
import { notify } from './support/notifying';
import { Reader } from './support/reader';

/*
 * Steps 1 to 9 as those meet them who are asked: each has their emails, which a real mail server takes, and Today, and
 * nothing else. What the Business Unit does between is done by the API. In `npm run check:full` every page with
 * scripts is held to the rules of accessibility.
 */

const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'samples', 'notification.json'), 'utf8'),
);
const people = new Map(kirklees().people.map((person) => [String(person.id), person]));
const today = londonDate(fromMillis(Date.now()));
const phone: Looking = { javaScript: false, width: 360, height: 640 };

/** Names that the sample notification holds of the child and the family, and of whoever sent it. */
const child = 'Wren Ashdown-Pike';
const notifier = 'Ingrid Fallowmere';
/** Decisions that those who are asked take themselves here, and the requests to agencies. */
const takenHere: readonly string[] = [
  ...['sendToFrontDoor', 'recordOversight', 'recordAgencySummary', 'recordDecisionMeeting', 'recordOutcome'],
  ...['nameAgencies', 'askAgencies', 'recordReturn'],
];
/** Stands in an entry of the school alone. */
const canary = 'Collected early by Thessaly Quennell';

inBrowser('Everybody who is asked, from their emails and Today alone', () => {
  let installation: RunningInstallation;
  let mail: MailCatcher;
  let caller: Caller;
  let browser: Browser | undefined;
  let reference = '';
  const readers: Reader[] = [];

  beforeAll(async () => {
    mail = await catchMail();
    installation = await anInstallation({ PRACTICE_SMTP_URL: mail.url });
    await installation.start();
    caller = callerOf(installation);
    browser = await launch();
    const { body } = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P02' });
    reference = String(body['reference']);
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await installation.stop();
    installation.remove();
    await mail.stop();
  }, 180_000);

  async function reader(id: string, looking: Looking = {}): Promise<Reader> {
    if (browser === undefined) throw new Error('The browser did not start.');
    const { page } = await aWindow(browser, looking);
    const nameOf = (person: string): string => people.get(person)?.name ?? person;
    const who = { id, email: people.get(id)?.email ?? '' };
    const one = new Reader(page, { url: installation.url, mail, nameOf }, who, looking.javaScript !== false);
    readers.push(one);
    return one;
  }

  /** Takes a decision of the Business Unit, or of somebody whose pages are not looked at. */
  async function takes(decision: string, form: object): Promise<void> {
    const { status, body } = await caller.post(`/api/cases/${reference}/decisions/${decision}`, form, { by: 'P02' });
    expect([decision, status, body['detail']]).toEqual([decision, 200, undefined]);
  }

  const dayOfCase = async (): Promise<IsoDate> => {
    const { body } = await caller.get(`/api/cases/${reference}`);
    return londonDate(body['asOf'] as Instant);
  };

  /** Moves the case forward to a day that has not come yet. */
  async function reaches(day: IsoDate): Promise<void> {
    if ((await dayOfCase()) >= day) return;
    const { body } = await caller.post(`/api/cases/${reference}/practice/advance`, { until: day }, { by: 'P02' });
    expect(body['detail']).toBeUndefined();
  }

  /** Takes what the straight way takes from here on, on its day or as soon as it can be taken, until this has been. */
  async function goesOnTo(last: string): Promise<void> {
    const way = straightWay(today).filter(({ decision }) => !takenHere.includes(decision));
    const until = way.findIndex(({ decision }) => decision === last);
    for (const { decision, by, on, form, reasonForPassing } of way.slice(0, until + 1)) {
      await reaches(on);
      const now = await dayOfCase();
      const body = { ...form, ...(reasonForPassing !== undefined && { reasonForPassing }), on: now > on ? now : on };
      const answer = await caller.post(`/api/cases/${reference}/decisions/${decision}`, body, { by });
      expect([decision, answer.status, answer.body['detail']]).toEqual([decision, 200, undefined]);
    }
  }

  /** Fills in the form of a decision, checks the answers and records it. */
  async function records(who: Reader, typed: Typed): Promise<void> {
    await who.type(typed);
    await who.press('Continue');
    expect([await who.heading(), who.text]).toEqual(['Check your answers', who.text]);
    await who.press('Record this decision');
  }

  /** Opens a link, types the own address and the code that comes, and is at the request. */
  async function byLink(who: Reader, about: string): Promise<void> {
    await who.follow(about);
    // A code that was typed a short while ago still counts.
    if (who.page.url().endsWith('/request')) return;
    await who.type({ address: who.who.email });
    await who.press('Email me a code');
    const { text = '' } = await who.email('your code to answer the request');
    await who.type({ code: /The code is (\d{6})/.exec(text)?.[1] ?? '' });
    await who.press('Continue');
  }

  test('a school nurse notifies on a phone, and the address is confirmed by a code', async () => {
    const nurse = await reader('', { width: 390 });
    await nurse.open('/notify');
    await nurse.press('Begin the form');
    await notify(nurse, today);
    await nurse.type({ address: 'school.nurse@example.org' });
    await nurse.press('Send me a code');
    expect(await nurse.heading()).toBe('Type the code');
  }, 600_000);

  test('the Service Director reads on a phone which child it is and what happened, and records the oversight', async () => {
    await takes('sendToFrontDoor', { sentBy: 'The duty administrator' });
    const director = await reader('P05', { width: 390 });
    await director.follow('oversight needed');
    expect(await director.heading()).toBe('Record the Service Director’s oversight');
    await director.go('Read the notification');
    expect(director.text).toContain(child);
    await director.go('Record the Service Director’s oversight');
    await records(director, { comment: 'Seen. The social work team visits tomorrow.' });
    await director.today();
    expect(director.text).toContain('Nothing needs you');
  }, 600_000);

  test('the three delegated partners send their summaries from Today: in full, in part, and none', async () => {
    const answers: readonly (readonly [id: string, typed: Typed])[] = [
      ['P07', { answer: 'returned', keptAt: 'eCase, summary of the Local Authority' }],
      [
        'P08',
        { answer: 'partly', stillToCome: 'The custody record, on Friday', keptAt: 'Niche, summary of the police' },
      ],
      ['P09', { answer: 'nil' }],
    ];
    for (const [id, typed] of answers) {
      const partner = await reader(id);
      await partner.email('send your agency’s summary');
      await partner.today();
      expect(partner.text).toContain(reference);
      await partner.act('Send the summary');
      await records(partner, typed);
      // Each says which agencies to ask: two, one of the same, and nobody.
      await partner.today();
      await partner.act('Name the agencies');
      await records(
        partner,
        id === 'P07' ? { agencies: ['gp', 'housing'] } : id === 'P08' ? { agencies: ['schools'] } : {},
      );
      await partner.today();
      expect([id, partner.text.includes('Send the summary')]).toEqual([id, id === 'P08']);
    }
    const police = await reader('P08');
    await police.today();
    await police.act('Send the summary');
    await records(police, { answer: 'returned', keptAt: 'Niche, with the custody record' });
  }, 600_000);

  test('the Local Authority’s partner is told that the outcome is theirs, and records it', async () => {
    await takes('recordDecisionMeeting', {
      businessManagerPresent: true,
      scrutineerPresent: true,
      views: { la: 'notify', police: 'notify', health: 'notify' },
    });
    const la = await reader('P07');
    await la.follow('decide whether to notify');
    expect(await la.heading()).toBe('Record the decision whether to notify');
    await records(la, { outcome: 'notify', reason: 'The criteria are met' });
  }, 600_000);

  test('a GP without an account holds nothing: five pages, four presses, one thing typed, on a phone without scripts', async () => {
    await takes('askAgencies', { agencies: ['gp', 'housing', 'schools'] });
    const gp = await reader('P26', phone);
    await byLink(gp, 'send your information');
    expect(gp.text).toContain(child);
    await gp.go('We hold no information');
    await gp.type({ confirmed: 'yes', searched: 'Registers and paper files' });
    await gp.press('Send: we hold no information');
    expect(gp.text).toContain('Answer sent');
    expect({ pages: gp.pages, presses: gp.presses + 1 }).toEqual({ pages: 5, presses: 4 });
  }, 600_000);

  test('a school answers in part, is asked a question, and answers in full by the same link', async () => {
    const school = await reader('P28', phone);
    await byLink(school, 'send your information');
    await school.go('Answer the request');
    await school.type({ day: '3', month: '9', year: '2025', what: canary, source: 'Register' });
    await school.type({ about: 'child-1' });
    await school.press('Save and continue');
    await school.type({ whole: 'no', stillToCome: 'The record of concerns, on Monday' });
    await school.press('Send your answer');
    await takes('sendAnswerBack', { contribution: 'return:schools', question: 'Who collected the child that day?' });
    await byLink(school, 'we have a question about');
    expect(school.text).toContain('Who collected the child that day?');
    await school.go('Change your answer');
    await school.go('Check and send your answer');
    await school.type({ whole: 'yes', remarks: 'Her grandmother collected her' });
    await school.press('Send your answer');
    expect(school.text).toContain('Answer sent');
  }, 600_000);

  test('Housing is late, is reminded, and answers signed in from Today', async () => {
    await reaches(addDays(today, 10));
    const housing = await reader('P32');
    expect((await housing.email('overdue')).text).toContain(reference);
    await housing.today();
    await housing.act('Answer the request');
    expect(housing.text).toContain(child);
    await housing.go('We hold no information');
    await housing.type({ confirmed: 'yes', searched: 'Tenancy records' });
    await housing.press('Send: we hold no information');
    for (const agency of ['gp', 'schools', 'housing'])
      await takes('acceptAnswer', { contribution: `return:${agency}` });
    await housing.today();
    expect(housing.text).not.toContain('Answer the request');
  }, 600_000);

  test('the agencies are asked for chronologies at step 9, and one sends its entries by the link', async () => {
    await goesOnTo('askChronologies');
    const gp = await reader('P26', phone);
    await byLink(gp, 'send your chronology');
    await gp.go('Answer the request');
    await gp.type({ month: '5', year: '2026', approximate: 'yes', what: 'Seen for a cough', source: 'Record' });
    await gp.type({ about: 'child-1' });
    await gp.press('Save and continue');
    await gp.type({ whole: 'yes' });
    await gp.press('Send your answer');
    expect(gp.text).toContain('Answer sent');
  }, 900_000);

  test('nobody read what the table does not allow them, and no name is in an address or a subject', () => {
    const subjects = mail.caught.map(({ subject = '' }) => subject);
    const addresses = readers.flatMap((one) => one.addresses);
    for (const name of [child, 'Maren', notifier, canary])
      for (const said of [...subjects, ...addresses]) expect([name, said.includes(name)]).toEqual([name, false]);
    const agencies = readers.filter(({ who }) => ['P26', 'P28', 'P32'].includes(who.id));
    expect(agencies).toHaveLength(4);
    for (const { who, seen } of agencies) {
      const text = seen.join('\n');
      expect([who.id, text.includes(notifier)]).toEqual([who.id, false]);
      expect([who.id, text.includes(canary)]).toEqual([who.id, who.id === 'P28']);
      expect([who.id, text.includes('Niche')]).toEqual([who.id, false]);
    }
    // Emails name nobody of a family, nor what an agency sent.
    const texts = mail.caught.map(({ text = '' }) => text).join('\n');
    for (const name of [child, 'Maren', notifier, canary]) expect([name, texts.includes(name)]).toEqual([name, false]);
  });
});
