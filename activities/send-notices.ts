import { ApplicationFailure } from '@temporalio/common';
import { composeMessage } from '../src/mail/message';
import type { Mailbox } from '../src/mail/address';
import type { Postman } from '../src/mail/postman';
import { renderNotice } from '../src/mail/render-notice';
import type { Templates } from '../src/mail/templates';
import type { CaseFile } from '../src/procedure/case-file';
import type { Notice } from '../src/procedure/record';
import { isStillTrue } from '../src/procedure/reminders';
import type { CaseReference, Instant } from '../src/procedure/time';
import type { Records } from '../src/records/records';
import type { Activities } from './activities';

export interface SendDependencies {
  readonly records: Pick<Records, 'cases' | 'notices' | 'people'>;
  /** Who carries the emails of real cases, and of practice cases. */
  readonly postmen: { readonly real: Postman; readonly practice: Postman };
  readonly templates: Templates;
  readonly from: Mailbox;
  /** Where a case is read, for the link in its emails. */
  readonly linkTo: (reference: CaseReference) => string;
  readonly now: () => Instant;
}

/** How many emails are handed over at a time. */
const atATime = 5;

/**
 * Sends the waiting notices of a case: at least once, and once in practice, for each one's fate is on the record
 * before the next try. What is no longer true is not sent; a refused address becomes a task of the Business Unit.
 */
export const sendNoticesActivity =
  (dependencies: SendDependencies): Activities['sendNotices'] =>
  async ({ reference, keys }) => {
    const { records } = dependencies;
    const [onRecord, wanted] = await Promise.all([
      records.cases.get(reference),
      // A case that has gone on for long has hundreds, of which a morning's are one or two.
      records.notices.noticesWith(reference, keys),
    ]);
    if (onRecord === undefined || wanted.length < new Set(keys).size) {
      throw ApplicationFailure.retryable(
        'These notices are not on the record yet; they are sent once they are.',
        'NotOnRecordYet',
      );
    }
    const waiting = wanted.filter(({ standing }) => standing.state === 'waiting').map(({ notice }) => notice);
    const problems: string[] = [];
    for (let at = 0; at < waiting.length; at += atATime) {
      const some = waiting.slice(at, at + atATime);
      // A slow mail server may take minutes over the ones before; what these say may have been done meanwhile.
      const { file } = (at === 0 ? undefined : await records.cases.get(reference)) ?? onRecord;
      const outcomes = await Promise.all(some.map((notice) => sendOne(dependencies, file, notice)));
      problems.push(...outcomes.filter((one) => one !== undefined));
    }
    if (problems.length > 0) {
      throw ApplicationFailure.retryable(`${problems.length} not sent yet: ${problems[0] ?? ''}`, 'MailIsWaiting');
    }
  };

/** Nothing when its fate is known; otherwise why it is to be tried again. */
async function sendOne(dependencies: SendDependencies, file: CaseFile, notice: Notice): Promise<string | undefined> {
  const { records, postmen, templates, from, linkTo, now } = dependencies;
  if (!isStillTrue(notice, file)) {
    await records.notices.markNoLongerTrue(notice.key, { at: now() });
    return undefined;
  }
  const person = await records.people.person(notice.to);
  if (person === undefined) return refuse(dependencies, file, notice, 'The records have nobody by that id.');
  if (person.ended !== undefined) return refuse(dependencies, file, notice, 'They have left the partnership.');
  const rendered = renderNotice({
    notice,
    reference: file.reference,
    person,
    policy: file.policy,
    link: linkTo(file.reference),
    templates,
  });
  const message = composeMessage(rendered, {
    key: notice.key,
    reference: file.reference,
    from,
    to: { name: person.name, address: person.email },
  });
  const posted = await (notice.practice ? postmen.practice : postmen.real).post(message);
  switch (posted.kind) {
    case 'sent':
      await records.notices.markSent(notice.key, { at: now(), messageId: message.messageId });
      return undefined;
    case 'refused':
      return refuse(dependencies, file, notice, posted.answer);
    case 'try-again':
      await records.notices.noteAttempt(notice.key, { at: now(), problem: posted.problem });
      return posted.problem;
  }
}

async function refuse(
  { records, now }: SendDependencies,
  file: CaseFile,
  notice: Notice,
  answer: string,
): Promise<undefined> {
  const sentence = `An email to ${notice.to} (${file.policy.roleTitles[notice.as]}) about ${file.reference} was refused. Correct the address, or give the part to somebody else, and tell them by other means.`;
  await records.notices.markRefused(notice.key, { at: now(), answer, task: { kind: 'address-refused', sentence } });
  return undefined;
}
