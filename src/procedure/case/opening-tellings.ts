import type { Notification } from '../notification/notification';
import { defineNotice, tell, type StillTrue, type Telling } from '../reminders/notice';
import { agencyValue, dateValue, textValue } from '../reminders/notice-values';
import { asNow, firstFound, untilStep } from '../reminders/true-until';
import { partnerRoles, partners } from '../roles';
import { sayDate } from '../time/dates';
import { factsOf } from './facts';
import { partnerOf } from './partners';

/* Emails of step 1: who is told that a case has opened, and who is asked for the first things. */

declare module '../reminders/notice' {
  interface Notices {
    'case-opened': typeof caseOpened;
    'opening-told': typeof openingTold;
    'agency-summary-asked': typeof agencySummaryAsked;
    'agencies-to-ask': typeof agenciesToAsk;
    'looks-like-another': typeof looksLikeAnother;
  }
}

const untilPartnerAnswered =
  (...names: readonly ('recordAgencySummary' | 'goAheadWithoutSummary' | 'nameAgencies')[]): StillTrue =>
  ({ as }, file) => {
    const partner = partners.find((one) => partnerOf(one) === as);
    const done = names.flatMap((name) => [...factsOf(file, name)]).find((one) => one.form.partner === partner);
    return done === undefined ? undefined : `It was put on the record on ${sayDate(done.on)}.`;
  };

const caseOpened = defineNotice({
  kind: 'case-opened',
  title: 'A notification has come in',
  to: ['business-manager', 'spr-coordinator'],
  asks: 'the first steps of the case',
  forms: ['sendToFrontDoor'],
  always: { receivedOn: dateValue, agency: agencyValue },
  stillTrue: firstFound(
    untilStep('front-door', 'decision-meeting'),
    asNow(({ notification: { receivedOn, notifyingAgency: agency } }) => ({ receivedOn, agency })),
  ),
});

const openingTold = defineNotice({
  kind: 'opening-told',
  title: 'Tells the Scrutineer of a notification',
  to: ['scrutineer'],
  asks: 'attendance at the decision meeting',
  always: { receivedOn: dateValue },
  stillTrue: firstFound(
    untilStep('decision-meeting'),
    asNow(({ notification: { receivedOn } }) => ({ receivedOn })),
  ),
});

const agencySummaryAsked = defineNotice({
  kind: 'agency-summary-asked',
  title: 'Asks for an agency’s summary',
  to: partnerRoles,
  asks: "the agency's summary",
  forms: ['recordAgencySummary'],
  stillTrue: firstFound(
    untilPartnerAnswered('recordAgencySummary', 'goAheadWithoutSummary'),
    untilStep('decision-meeting'),
  ),
});

const agenciesToAsk = defineNotice({
  kind: 'agencies-to-ask',
  title: 'Asks which agencies to ask',
  to: partnerRoles,
  asks: 'the agencies to ask',
  forms: ['nameAgencies'],
  stillTrue: firstFound(untilPartnerAnswered('nameAgencies'), untilStep('information')),
});

const looksLikeAnother = defineNotice({
  kind: 'looks-like-another',
  title: 'A case looks like another one',
  to: ['business-manager'],
  asks: 'a comparison with the other cases',
  ofCase: true,
  always: { other: textValue('SIN-2026-0003') },
  stillTrue: (_notice, file) => {
    const found = factsOf(file, 'dismissLookAlike').map((one) => one.form.other);
    const { looksLike } = file.notification;
    return looksLike.length > 0 && looksLike.every((one) => found.includes(one))
      ? 'It was found not to be the same as any of them.'
      : undefined;
  },
});

/** Kinds of email that the opening of a case sends. */
export const openingNotices = [caseOpened, openingTold, agencySummaryAsked, agenciesToAsk, looksLikeAnother] as const;

/** The cases that the email about look-alikes names; the case's page lists all of them. */
export const namedLookAlikes = (looksLike: Notification['looksLike']): readonly string[] => looksLike.slice(0, 5);

/** The cases that look like this one, in words: "SIN-2026-0001, SIN-2026-0002 and 3 more". */
function sayLookAlikes(others: Notification['looksLike']): string {
  const named = [...namedLookAlikes(others)];
  const more = others.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return named.length === 0 ? (last ?? '') : `${named.join(', ')} and ${last ?? ''}`;
}

/** Lists who is told that a case has opened, and who is asked for the first things. */
export const openingTellings = ({ receivedOn, notifyingAgency, looksLike }: Notification): readonly Telling[] => [
  tell(caseOpened, { step: 'notification', values: { receivedOn, agency: notifyingAgency } }),
  tell(openingTold, { step: 'decision-meeting', values: { receivedOn } }),
  tell(agencySummaryAsked, { step: 'decision-meeting' }),
  tell(agenciesToAsk, { step: 'information' }),
  ...(looksLike[0] === undefined
    ? []
    : [tell(looksLikeAnother, { about: looksLike[0], values: { other: sayLookAlikes(looksLike) } })]),
];
