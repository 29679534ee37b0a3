import { definitionOf, isDecisionName } from '../../procedure/catalogue';
import { londonDate, sayDate } from '../../procedure/time/dates';
import type { CaseEvent } from '../../procedure/case/record';
import type { CaseReference, Instant, IsoDate } from '../../procedure/time/time';
import type { Profile } from '../../profile/load';
import type { EventInCase } from '../../records/events';
import { daysThatChanged } from './calendar-change';
import { nameOf } from './name-of';
import { saidOnPage } from './said-on-page';
import { begin, lowered, typographic } from './letters';

type People = Pick<Profile, 'people' | 'policy'>;

/** An entry of a case's record in one sentence, without its full stop; nothing of what people wrote is in it. */
export function happened(profile: People, event: CaseEvent): string {
  const who = event.by === undefined ? 'Somebody' : begin(nameOf(profile, event.by));
  // A decision that a later release dropped is still on the record.
  const known =
    event.decision !== undefined && isDecisionName(event.decision) ? definitionOf(event.decision) : undefined;
  switch (event.kind) {
    case 'case-opened':
      return 'The notification was received and the case was opened';
    case 'decision-taken': {
      const on = event.on !== undefined && event.on !== londonDate(event.at) ? `, of ${sayDate(event.on)}` : '';
      return typographic(`${who} ${known?.past ?? 'took a decision'}${on}`);
    }
    case 'decision-refused': {
      const what = known === undefined ? 'A decision was refused' : `Refused: ${lowered(known.title)} (${who})`;
      const why =
        event.refusal === undefined ? '' : `. ${saidOnPage({ profile, policy: profile.policy }, event.refusal)}`;
      return `${what}${why}`.replace(/\.$/, '');
    }
    case 'reminders-sent':
      return 'Reminders went out';
    case 'calendar-changed': {
      const days = daysThatChanged(event);
      const again = 'dates were worked out again, because the working days or meetings changed';
      return days === undefined ? `The ${again}` : `${days}; the dates were worked out again`;
    }
    case 'meetings-changed':
      return 'The dates were worked out again, because the meetings changed';
    case 'profile-changed':
      return 'The case was moved to the partnership’s current settings';
    case 'case-restarted':
      return 'The case had stopped running, and was restarted from its record';
    case 'rule-failed':
      return 'Something could not be worked out; the case goes on, and there is a task for it';
    case 'case-closed':
      return 'The case was closed';
  }
}

/** Entries of a day by London's calendar, the newest first. */
interface HappenedOnDay {
  readonly date: IsoDate;
  readonly entries: readonly { readonly sentence: string; readonly at: Instant }[];
}

/** Entries of a case, the newest first. */
export interface HappenedInCase {
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly days: readonly HappenedOnDay[];
  /** The number of entries that are not shown. */
  readonly more: number;
}

/** The most entries shown of a case: enough to see what they were about. The rest is on its record. */
const shownOfCase = 6;

/** Groups new entries by case; the case with the newest entry comes first. */
export function happenedByCase(profile: People, events: readonly EventInCase[]): readonly HappenedInCase[] {
  const cases = new Map<CaseReference, EventInCase[]>();
  for (const one of events) cases.set(one.reference, [...(cases.get(one.reference) ?? []), one]);
  return [...cases].map(([reference, all]) => ({
    reference,
    practice: all.some(({ practice }) => practice),
    days: byDay(profile, all.slice(0, shownOfCase)),
    more: Math.max(all.length - shownOfCase, 0),
  }));
}

function byDay(profile: People, events: readonly EventInCase[]): readonly HappenedOnDay[] {
  const days = new Map<IsoDate, EventInCase[]>();
  for (const one of events) {
    const date = londonDate(one.recordedAt);
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days].map(([date, all]) => ({
    date,
    entries: all.map(({ event, recordedAt }) => ({ sentence: happened(profile, event), at: recordedAt })),
  }));
}
