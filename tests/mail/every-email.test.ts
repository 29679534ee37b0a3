import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../src/procedure/catalogue';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { Notice } from '../../src/procedure/case/record';
import { isAboutMeeting } from '../../src/procedure/meetings/emails-about-meetings';
import { outsideBodies } from '../../src/procedure/roles';
import { kindOfNotice } from '../../src/procedure/reminders/notice-kinds';
import { readNoticeKey } from '../../src/procedure/reminders/notice-key';
import { emailOfNotice } from '../../src/mail/notice-email';
import type { RenderedNotice } from '../../src/mail/render-notice';
import { aCase, type CaseBuilder } from '../support/a-case';
import { allWaysOfEmails } from '../support/all-notices';
import { takenIn } from '../support/open-decisions';
import { templates } from './notices';

/*
 * Every email of every way, as it goes out: what is it about, what is asked of me, by when, where do I do it, whom do I
 * ring? EMAILS=some/folder keeps each of them there as a text to be read.
 */

const folder = process.env['EMAILS'];

interface Email extends RenderedNotice {
  readonly file: CaseFile;
  readonly notice: Notice;
}

function emailOf(file: CaseFile, notice: Notice): Email {
  const email = emailOfNotice(
    { templates, publicUrl: 'https://reviews.example', telephone: '01632 960017' },
    { file, notice, person: { name: 'A Person' }, answers: [] },
  );
  return { ...email, file, notice };
}

/** The emails of the last act of a case, as the case stands then. */
const ofLastAct = ({ file, notices }: Pick<CaseBuilder, 'file' | 'notices'>): readonly Email[] =>
  notices.filter(({ key }) => readNoticeKey(key).entry === file.seq).map((notice) => emailOf(file, notice));

let emails: readonly Email[];
beforeAll(() => {
  const acts = catalogue.filter(({ notices = [] }) => notices.length > 0).map(({ name }) => takenIn(name));
  const ways = allWaysOfEmails();
  const reminders = [aCase(), aCase().at('planning')].flatMap((one) =>
    one.reminders('2026-12-31').sent.map((notice) => emailOf(one.file, notice)),
  );
  emails = [...[aCase(), ...acts, ...ways].flatMap(ofLastAct), ...reminders];
  if (folder !== undefined) keep(folder);
});

/** Writes the first email of each kind and role to a folder. */
function keep(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const { notice, subject, text } of emails) {
    const name =
      notice.kind === 'reminders' ? `reminders-${notice.as}-${notice.at.slice(0, 10)}` : `${notice.kind}-${notice.as}`;
    writeFileSync(path.join(to, `${name}.txt`), `Subject: ${subject}\n\n${text}`);
  }
}

const asking = (): readonly Email[] =>
  emails.filter(({ notice: { kind } }) => kindOfNotice(kind).asks !== undefined || kind === 'reminders');
/** Cuts the signature off the foot of an email. */
const wordsOf = ({ text }: Email): string => text.slice(0, text.indexOf('\n-- \n'));

test('What it is about: the subject has the reference of the case and says more than that', () => {
  expect(emails.length).toBeGreaterThan(300);
  for (const { subject, file } of emails) expect(subject).toMatch(new RegExp(`^${file.reference}: \\S`));
});

test('What is asked: each says what to do', () => {
  for (const one of emails) expect(`${one.notice.kind}: ${wordsOf(one)}`).toMatch(/What to do: \S/);
});

/** Kinds that ask for something without a date of its own, and why. */
const withoutDate: Readonly<Record<string, string>> = {
  'answer-sent-back': 'the date of the request stands, and the email says so',
  'request-passed-on': 'the request says it',
  'colleague-named': 'the same day, and the email says so',
  'objection-made': 'three working days, and the email says so',
  'looks-like-another': 'before anything else is done',
};

test('By when: each that asks has a date', () => {
  const dated =
    /\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d/;
  const lacking = asking().filter((one) => !dated.test(wordsOf(one)));
  expect(
    [...new Set(lacking.map(({ notice }) => notice.kind))].filter((kind) => withoutDate[kind] === undefined),
  ).toEqual([]);
});

const isOutside = ({ notice: { as } }: Email): boolean => outsideBodies.some((body) => body === as);

/** True for an email to somebody invited by name and address, who has no account and no link. */
const isEmailAlone = ({ notice: { values } }: Email): boolean => values['emailAlone'] === 'yes';

test('Where it is done: each has a link to the case or a page of it, but for bodies that sign in nowhere', () => {
  for (const { text, file } of emails.filter((one) => !isOutside(one) && !isEmailAlone(one)))
    expect(text).toContain(`https://reviews.example/cases/${file.reference}`);
});

test('An email about a meeting to somebody without an account has no link at all', () => {
  const alone = emails.filter(isEmailAlone);
  expect(alone.map(({ notice }) => notice.kind)).toContain('meeting-invitation');
  for (const { text } of alone) expect(text).not.toContain('https://reviews.example');
});

test('Whom to ring: each has the number of the office', () => {
  for (const { text } of emails) expect(text).toContain('ring us on 01632 960017');
});

test('No email to an Exec partner asks them to record anything', () => {
  const toExec = emails.filter(({ notice }) =>
    ['la-exec', 'police-exec', 'health-exec', 'exec-member'].includes(notice.as),
  );
  expect(toExec.length).toBeGreaterThan(10);
  for (const one of toExec)
    expect(wordsOf(one).replace(/on (?:the|your) record|recorded/g, '')).not.toMatch(/\brecord\b/i);
});

test('Whoever is not an outside body is told in which role they get it, or that they were invited', () => {
  const ours = emails.filter((one) => !isOutside(one));
  for (const { text, notice, file } of ours)
    expect(text).toContain(
      isAboutMeeting(notice.kind)
        ? `You get this email because you were invited to a meeting about ${file.reference}`
        : `You get this email as ${file.policy.roleTitles[notice.as]}`,
    );
});
