import { codeMinutes, codeTries } from '../procedure/emailed-codes';
import type { CaseReference, Instant } from '../procedure/time/time';
import { writable } from '../procedure/written-text';
import type { Mailbox } from './address';
import { layOut } from './layout';
import { markdownToHtml, markdownToText } from './markdown';
import { caseThread, messageOf, type Message } from './message';

/** The email with the code that opens a link, before it is in words. */
export interface LinkCodeEmail {
  /** The same key always gives the same Message-ID. */
  readonly key: string;
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly code: string;
  readonly to: Mailbox;
  readonly from: Mailbox;
  readonly at: Instant;
  readonly partnership: string;
}

/** Writes the email with the code that opens a link. It says nothing of the case but its reference. */
export function writeLinkCode({ key, reference, practice, code, to, from, at, partnership }: LinkCodeEmail): Message {
  const subject = `${practice ? 'PRACTICE – ' : ''}${reference}: your code to answer the request`;
  const source = `The code is **${code}**. Type it on the page that our link opened. It works for ${codeMinutes} minutes and ${codeTries} tries.\n\nIf you did not ask for a code, somebody else may have your link: tell the Business Unit. Give the code to nobody. We never ask for it by telephone or email.`;
  const laidOut = layOut({
    ...{ subject, practice, partnership, reference },
    why: 'You get this email because your address was typed on the page of a request to you.',
    ask: `If anything is unclear, ask the Business Unit of ${partnership}. Never write a name or details of a case in an email.`,
    text: markdownToText(source),
    html: markdownToHtml(source),
  });
  return messageOf(
    {
      subject: writable(subject),
      text: writable(laidOut.text),
      html: writable(laidOut.html),
      root: caseThread(reference, from),
      headers: { 'X-Case-Reference': reference },
    },
    { key, from, to, at },
  );
}
