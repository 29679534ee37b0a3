import { ApplicationFailure } from '@temporalio/common';
import type { AnswerByLink } from '../src/mail/answer-links';
import type { Mailbox } from '../src/mail/address';
import { withCalendarFile } from '../src/mail/meeting-message';
import { composeMessage } from '../src/mail/message';
import type { Postman } from '../src/mail/postman';
import { emailOfNotice } from '../src/mail/notice-email';
import type { Templates } from '../src/mail/templates';
import { kindOfNotice } from '../src/procedure/reminders/notice-kinds';
import { fromMillis, londonDate, toMillis } from '../src/procedure/time/dates';
import { agencyName } from '../src/procedure/case/inquiries';
import { meetingInCalendar } from '../src/procedure/meetings/meeting-in-calendar';
import { isWordsReference } from '../src/procedure/forms';
import { isCorrespondent } from '../src/procedure/asking/correspondents';
import { contributionsIn, type LinkOf } from '../src/procedure/asking/links';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Notice } from '../src/procedure/case/record';
import { saidOf } from '../src/procedure/refusals';
import { mayRemindAt } from '../src/procedure/reminders/reminders';
import { inOrderOfRecord, mayReplace, replacesOthers, truthOf } from '../src/procedure/reminders/still-true';
import { part, says } from '../src/procedure/sentence';
import type { CaseReference, Instant } from '../src/procedure/time/time';
import { findCorrespondent } from '../src/records/correspondents';
import type { Person } from '../src/records/people';
import type { CaseOnRecord } from '../src/records/cases';
import type { NoticeOnRecord } from '../src/records/notices';
import type { Records } from '../src/records/records';

import type { Activities } from './activities';

export interface SendDependencies {
  readonly records: Pick<Records, 'cases' | 'notices' | 'people' | 'words'>;
  /** The two postmen: one carries the emails of real cases, the other those of practice cases. */
  readonly postmen: { readonly real: Postman; readonly practice: Postman };
  readonly templates: Templates;
  readonly from: Mailbox;
  /** The address of the installation, without a slash at the end. */
  readonly publicUrl: string;
  /** The number of the office. */
  readonly telephone?: string;
  /** Returns the address at which somebody answers without an account, and sees to it that it works. */
  readonly answerLink: (of: LinkOf) => Promise<string>;
  readonly now: () => Instant;
}

/** The number of emails that are handed over at a time, each to a different person. */
const atATime = 5;
/** Milliseconds until the next try of an email that waits only for an earlier one. */
const soon = 20_000;
/** Milliseconds after which a waiting reminder is checked again, at the latest, for whether it is still true. */
const hourly = 3_600_000;

/** The reason why an email has to wait, and for how many milliseconds. Without a time the retry policy decides. */
interface Waits {
  readonly why: string;
  readonly forMs?: number;
}

/** The emails that wait for one person in one case, in the order of the record. */
interface Queue {
  readonly to: Notice['to'];
  readonly waiting: NoticeOnRecord[];
}

/**
 * Sends the waiting notices of a case: at least once, and once in practice, for each one's fate is on the record
 * before the next try. Before each attempt the case is read anew: what is no longer true is not sent, and the record says
 * why. To one person they go in the order of the record, those of other acts of the case too; a reminder goes within the
 * hours of reminders and waits outside of them, holding nothing else up. A refused address becomes a task of the
 * Business Unit.
 */
export const sendNoticesActivity =
  (dependencies: SendDependencies): Activities['sendNotices'] =>
  async ({ reference, keys }) => {
    const { records } = dependencies;
    const mine = new Set(keys);
    // A case that has gone on for long has hundreds, of which a morning's are one or two. What waits is read after them:
    // read at the same time, it could lack notices that are recorded in between, and they would count as sent.
    const wanted = await records.notices.noticesWith(reference, keys);
    const [onRecord, waiting] = await Promise.all([
      records.cases.get(reference),
      records.notices.waiting({ reference }),
    ]);
    if (onRecord === undefined || wanted.length < mine.size) {
      throw ApplicationFailure.retryable(
        'These notices are not on the record yet; they are sent once they are.',
        'NotOnRecordYet',
      );
    }
    let queues = queuesOf(waiting, mine);
    let known = onRecord;
    const waits: Waits[] = [];
    for (let round = 0; queues.length > 0; round += 1) {
      const some = queues.slice(0, atATime);
      // A slow mail server may take minutes over the ones before; what these say may have been done meanwhile.
      if (round > 0) known = (await records.cases.get(reference)) ?? known;
      const outcomes = await Promise.all(some.map((queue) => sendNext(dependencies, known, { queue, mine })));
      waits.push(...outcomes.filter((one) => one !== undefined));
      queues = queues.filter((queue) => queue.waiting.some(({ notice: { key } }) => mine.has(key)));
    }
    if (waits.length > 0) throw mailIsWaiting(waits);
  };

/**
 * Lists the queues of the people to whom one of these notices is to go. A queue holds every email that waits for the
 * person, whichever act of the case it comes from.
 */
function queuesOf(waiting: readonly NoticeOnRecord[], mine: ReadonlySet<string>): Queue[] {
  const recipients = [...new Set(waiting.filter(({ notice }) => mine.has(notice.key)).map(({ notice }) => notice.to))];
  return recipients.map((to) => ({
    to,
    waiting: waiting
      .filter(({ notice }) => notice.to === to)
      .toSorted((one, other) => inOrderOfRecord(one.notice, other.notice)),
  }));
}

function mailIsWaiting(waits: readonly Waits[]): ApplicationFailure {
  const times = waits.map(({ forMs }) => forMs);
  const message = `${waits.length} not sent yet: ${waits[0]?.why ?? ''}`;
  // If the mail server itself is unavailable, the growing intervals of the retry policy apply.
  return times.includes(undefined)
    ? ApplicationFailure.retryable(message, 'MailIsWaiting')
    : ApplicationFailure.create({
        message,
        type: 'MailIsWaiting',
        nextRetryDelay: Math.min(...times.filter((one) => one !== undefined)),
      });
}

interface InTurn {
  readonly queue: Queue;
  readonly mine: ReadonlySet<string>;
}

/**
 * Takes the next email out of a person's queue and sends it. Returns why it has to wait, if it does; the emails behind
 * it then wait too.
 */
async function sendNext(
  dependencies: SendDependencies,
  known: CaseOnRecord,
  { queue, mine }: InTurn,
): Promise<Waits | undefined> {
  const next = queue.waiting.shift();
  if (next === undefined) return undefined;
  const { notice } = next;
  const now = clockOf(dependencies, known);
  const opens = hoursOf(notice, known, now);
  if (!mine.has(notice.key)) {
    if (opens > now || !(await stillWaits(dependencies, notice))) return undefined;
    queue.waiting.length = 0;
    const why = 'an email to the same person that was decided before has not gone yet';
    return next.attempts > 0 ? { why } : { why, forMs: soon };
  }
  const outcome = await sendOne(dependencies, known, next);
  if (outcome !== undefined && opens <= now) queue.waiting.length = 0;
  return outcome;
}

/** The case's own clock. */
const clockOf = ({ now }: Pick<SendDependencies, 'now'>, { practiceOffsetMs }: CaseOnRecord): Instant =>
  fromMillis(toMillis(now()) + practiceOffsetMs);

/**
 * The moment from which a notice may go: a reminder of a real case within the hours of reminders, anything else at
 * once.
 */
const hoursOf = ({ kind, practice }: Notice, { file }: CaseOnRecord, now: Instant): Instant =>
  kind === 'reminders' && !practice ? mayRemindAt(file, now) : now;

async function stillWaits({ records }: SendDependencies, { key }: Notice): Promise<boolean> {
  return (await records.notices.waiting({ keys: [key] })).length > 0;
}

/**
 * Sends one notice. Returns undefined once its fate is on the record: sent, refused or no longer true. Otherwise
 * returns why it has to be tried again.
 */
async function sendOne(
  dependencies: SendDependencies,
  known: CaseOnRecord,
  { notice: decided }: NoticeOnRecord,
): Promise<Waits | undefined> {
  const { records, postmen } = dependencies;
  const { file } = known;
  const now = clockOf(dependencies, known);
  const alike = await alikeTo(dependencies, file.reference, decided);
  const newer = alike.filter(({ notice }) => inOrderOfRecord(decided, notice) < 0 && notice.key !== decided.key);
  const truth = truthOf(decided, { file, now, newer: newer.map(({ notice }) => notice) });
  if (truth.kind === 'no-longer-true') {
    await records.notices.markNoLongerTrue(decided.key, { at: now, why: truth.why });
    return undefined;
  }
  const opens = hoursOf(decided, known, now);
  if (opens > now) {
    const forMs = Math.min(toMillis(opens) - toMillis(now), hourly);
    return { why: 'a reminder goes on working mornings, within the hours of reminders', forMs };
  }
  const person = await recipientOf(dependencies, file, decided);
  if (person === undefined)
    return refuse(dependencies, known, { notice: decided, answer: 'The records have nobody by that id.' });
  if (person.ended !== undefined)
    return refuse(dependencies, known, { notice: decided, answer: 'They have left the partnership.' });
  const notice = await spelledOut(dependencies, file.reference, replacing(truth.notice, alike));
  const answers = await answersIn(dependencies, file, notice);
  const message = composed(dependencies, known, { notice: { ...notice, at: now }, person, answers });
  const posted = await (decided.practice ? postmen.practice : postmen.real).post(message);
  switch (posted.kind) {
    case 'sent':
      await records.notices.markSent(decided.key, { at: now, messageId: message.messageId });
      return undefined;
    case 'refused':
      return refuse(dependencies, known, { notice: decided, answer: posted.answer });
    case 'try-again':
      await records.notices.noteAttempt(decided.key, { at: now, problem: posted.problem });
      return { why: posted.problem };
  }
}

/** The person whom a notice goes to: of the partnership, or named in the case alone. */
const recipientOf = (
  { records }: SendDependencies,
  file: CaseFile,
  { to }: Notice,
): Promise<(Pick<Person, 'name' | 'email'> & Partial<Pick<Person, 'ended'>>) | undefined> =>
  isCorrespondent(to) ? findCorrespondent(records, file, to) : records.people.person(to);

/** The other notices that bear on this one: later reminders to the same person, or emails that it may replace. */
async function alikeTo(
  { records }: SendDependencies,
  reference: CaseReference,
  { to, kind }: Notice,
): Promise<readonly NoticeOnRecord[]> {
  const { always, sometimes } = kindOfNotice(kind);
  const bears = kind === 'reminders' || Object.hasOwn({ ...always, ...sometimes }, 'replaces');
  const alike = replacesOthers(kind) ? { to } : { to, kind };
  return bears ? records.notices.noticesTo(reference, alike) : [];
}

/** An email says that it replaces another only where the other was sent to this person, and of the day on which it was. */
function replacing(notice: Notice, alike: readonly NoticeOnRecord[]): Notice {
  const before = alike
    .filter(({ notice: other }) => inOrderOfRecord(other, notice) < 0 && mayReplace(notice, other))
    .flatMap(({ standing }) => (standing.state === 'sent' ? [standing.at] : []))
    .at(-1);
  const { replaces, ...values } = notice.values;
  return replaces === undefined || before === undefined
    ? { ...notice, values }
    : { ...notice, values: { ...values, replaces: londonDate(before) } };
}

/** The notice with the words that its values refer to. */
async function spelledOut({ records }: SendDependencies, reference: CaseReference, notice: Notice): Promise<Notice> {
  const ids = Object.values(notice.values).filter(isWordsReference);
  if (ids.length === 0) return notice;
  const words = await records.words.wordsOf(reference, ids);
  const values = Object.entries(notice.values).map(
    ([name, value]) => [name, isWordsReference(value) ? (words.get(value) ?? '') : value] as const,
  );
  return { ...notice, values: Object.fromEntries(values) };
}

/** Makes the links by which the recipient of an email can answer without an account. */
async function answersIn(
  { answerLink }: SendDependencies,
  file: CaseFile,
  notice: Notice,
): Promise<readonly AnswerByLink[]> {
  const { reference } = file;
  return Promise.all(
    contributionsIn(file, notice).map(async ({ contribution, agency }) => ({
      agency: agencyName(file, agency) ?? 'your organisation',
      address: await answerLink({ reference, contribution, person: notice.to }),
    })),
  );
}

/** An email, before it is in words. */
interface ToCompose {
  readonly notice: Notice;
  readonly person: { readonly name: string; readonly email: string };
  readonly answers: readonly AnswerByLink[];
}

function composed(dependencies: SendDependencies, { file }: CaseOnRecord, { notice, person, answers }: ToCompose) {
  const { from } = dependencies;
  const { reference } = file;
  const rendered = emailOfNotice(dependencies, { file, notice, person, answers });
  const to = { name: person.name, address: person.email };
  const message = composeMessage(rendered, { key: notice.key, reference, from, to, at: notice.at });
  const meeting = meetingInCalendar(file, notice);
  return meeting === undefined ? message : withCalendarFile(message, meeting, notice.values);
}

async function refuse(
  dependencies: SendDependencies,
  known: CaseOnRecord,
  { notice, answer }: { readonly notice: Notice; readonly answer: string },
): Promise<undefined> {
  const { reference, policy } = known.file;
  const said = says`An email to ${part.person(notice.to)} (${part.role(notice.as, policy.roleTitles)}) about ${reference} was refused. Correct the address, or give the role to somebody else, and tell them in another way.`;
  const at = clockOf(dependencies, known);
  await dependencies.records.notices.markRefused(notice.key, {
    at,
    answer,
    task: { kind: 'address-refused', ...saidOf(said) },
  });
  return undefined;
}
