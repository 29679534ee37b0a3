import type { OutsideRow, OutsideView, readReceived } from '../../../casework/outside/reading';
import { notificationForm } from '../../../procedure/notification/notification-form';
import { asideReasonWords } from '../../../procedure/outside-notification/setting-aside';
import { londonDate } from '../../../procedure/time/dates';
import type { Instant } from '../../../procedure/time/time';
import type { ConsoleDependencies } from '../../http/dependencies';
import { withoutCase } from '../../forms/context';
import { answersInWords } from '../../forms/in-words';
import { nameOf } from '../../wording/name-of';
import { wordOf } from '../../wording/letters';

type Needs = Pick<ConsoleDependencies, 'profile'>;

/** A notification as a list shows it. */
interface ReceivedLine {
  readonly number: string;
  readonly href: string;
  readonly receivedAt: Instant;
  readonly from: string;
  readonly confirmed: boolean;
  readonly state: string;
  readonly settledBy: string | undefined;
  readonly settledAt: Instant | undefined;
  readonly reference: string | null;
  readonly reason: string | undefined;
}

const reasonSays = (reason: string): string => wordOf(asideReasonWords, reason);

function lineOf({ profile }: Needs, row: OutsideRow): ReceivedLine {
  const { number, receivedAt, from, addressConfirmed, state, settled, reference, aside } = row;
  return {
    number,
    href: `/received/${number}`,
    receivedAt,
    from: from === null ? 'Content removed' : `${from.name}, ${from.agency}`,
    confirmed: addressConfirmed,
    state,
    settledBy: settled === null ? undefined : nameOf(profile, settled.by),
    settledAt: settled?.at,
    reference,
    reason: aside === null ? undefined : reasonSays(aside.reason),
  };
}

/** The lists of the page: those that wait, those that were taken, those that were set aside. */
export function receivedListView(needs: Needs, lists: Awaited<ReturnType<typeof readReceived>>) {
  const lines = (rows: readonly OutsideRow[]) => rows.map((row) => lineOf(needs, row));
  return {
    waiting: lines(lists.waiting),
    taken: lines(lists.taken),
    setAside: lines(lists.setAside),
    telephone: needs.profile.outside.telephone,
  };
}

const happenedWords: Readonly<Record<string, string>> = {
  received: 'The notification was received',
  'code-sent': 'A code was sent to the address that the sender typed',
  'address-confirmed': 'The sender confirmed the address',
  taken: 'It was taken',
  'case-opened': 'The case opened, and what was sent was moved to it',
  'set-aside': 'It was set aside',
  'content-removed': 'What was sent was removed',
};

/** Everything of a notification, in words. */
export function receivedView(needs: Needs, shown: OutsideView) {
  const { profile } = needs;
  const { address, content, looksLike, log, emails, aside, receivedAt } = shown;
  const answers =
    content === null ? [] : answersInWords(notificationForm(), content, withoutCase(londonDate(receivedAt)));
  return {
    ...lineOf(needs, shown),
    address,
    why: aside?.why,
    answers: answers.map(({ under, title, value }, at) => {
      const heading = under.join(': ');
      return { heading, begins: at === 0 || heading !== answers[at - 1]?.under.join(': '), title, value };
    }),
    looksLike,
    happened: log.map(({ what, at, by }) => ({
      says: happenedWords[what] ?? what,
      at,
      by: by === null ? undefined : nameOf(profile, by),
    })),
    emails: emails.map(({ to, at, state }) => ({
      to: to === 'sender' ? 'The sender' : nameOf(profile, to),
      at,
      state: emailWords[state] ?? state,
    })),
  };
}

const emailWords: Readonly<Record<string, string>> = {
  waiting: 'waits to be sent',
  sent: 'sent',
  refused: 'refused by the mail server: tell them in another way',
  'no-longer-true': 'not sent, because it was no longer true',
};
