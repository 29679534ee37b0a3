import { sayDate, sayInstant } from '../procedure/time/dates';
import { refusal, type Refusal } from '../procedure/refusals';
import { part, says, type Sentence } from '../procedure/sentence';
import type { Instant, PersonId } from '../procedure/time/time';
import type { Closure } from '../records/closures';
import type { HolidayChange } from '../records/holiday-changes';
import type { ScheduledMeeting } from '../records/meetings';
import type { AddedPerson } from '../records/people';
import { meetingGroupNames, sayHolidayChange } from './calendar-words';
import type { Office } from './office';

/*
 * Refuses a change of the partnership's calendar or people if somebody else changed them after the sender had read
 * them. So nobody overwrites a change that they have not seen.
 */

/**
 * Lists that are kept in addition to the profile: the calendar (closure days, bank holidays, meetings) and the people.
 */
export type Kept = 'calendar' | 'people';

/** A change of a list. */
export interface ChangeMade {
  /** The change, as a sentence without its full stop. */
  readonly says: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
  /** The idempotency key of the change, if one is kept. */
  readonly key?: string;
}

/** Lists every change of the calendar, or of the people, in the order in which they were made. */
export async function changesOf(kept: Kept, { records }: Pick<Office, 'records'>): Promise<readonly ChangeMade[]> {
  const changes = kept === 'people' ? (await records.people.added()).flatMap(ofPerson) : await ofCalendar(records);
  return changes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function ofCalendar({ closures, holidayChanges, meetings }: Office['records']): Promise<readonly ChangeMade[]> {
  const [closed, holidays, scheduled] = await Promise.all([closures.list(), holidayChanges.list(), meetings.list()]);
  return [...closed.flatMap(ofClosure), ...holidays.flatMap(ofHoliday), ...scheduled.flatMap(ofMeeting)];
}

const ofClosure = ({ key, date, reason, by, at, withdrawn }: Closure): readonly ChangeMade[] => [
  { says: `${sayDate(date)} is a closure day`, reason, by, at, key },
  ...(withdrawn === undefined ? [] : [{ says: `The closure day ${sayDate(date)} is withdrawn`, ...withdrawn }]),
];

function ofHoliday(change: HolidayChange): readonly ChangeMade[] {
  const { key, reason, by, at, withdrawn } = change;
  const says = sayHolidayChange(change);
  return [
    { says, reason, by, at, key },
    ...(withdrawn === undefined ? [] : [{ says: `The change of a bank holiday is withdrawn (${says})`, ...withdrawn }]),
  ];
}

function ofMeeting({ group, on, by, at, cancelled }: ScheduledMeeting): readonly ChangeMade[] {
  const meeting = `The ${meetingGroupNames[group]}'s meeting on ${sayDate(on)}`;
  return [
    { says: `${meeting} is scheduled`, by, at },
    ...(cancelled === undefined ? [] : [{ says: `${meeting} is cancelled`, ...cancelled }]),
  ];
}

const ofPerson = ({ name, added, ended }: AddedPerson): readonly ChangeMade[] => [
  { says: `${name} is of the partnership`, ...added },
  ...(ended === undefined ? [] : [{ says: `${name} has left the partnership`, ...ended }]),
];

const called: Readonly<Record<Kept, string>> = { calendar: 'the calendar', people: 'the people of the partnership' };

/** The state from which a change is made: the number of changes that its maker had seen, if known, and its key. */
export interface MadeFrom {
  readonly madeFrom?: number | undefined;
  readonly key?: string;
}

/**
 * Refuses a change that was made from an earlier state, because somebody changed something since. An earlier change
 * under the same key counts as this very change, and does not refuse it.
 */
export async function whyChangedSince(
  kept: Kept,
  office: Pick<Office, 'records'>,
  { madeFrom, key }: MadeFrom,
): Promise<Refusal | undefined> {
  if (madeFrom === undefined) return undefined;
  const changes = await changesOf(kept, office);
  const what = called[kept];
  if (madeFrom > changes.length) {
    const sentence = `There were ${changes.length} changes of ${what}, and none numbered ${madeFrom}. Read ${what} again.`;
    return refusal('changed-since', sentence);
  }
  const last = changes.slice(madeFrom).findLast((change) => change.key === undefined || change.key !== key);
  return (
    last &&
    refusal(
      'changed-since',
      says`${sayChange(last)}. Look again, and send it again made from change ${changes.length}.`,
    )
  );
}

/** Says a change with its maker and time: "P01 changed this at 10:15am on Monday 23 November 2026: … is cancelled". */
export const sayChange = ({ by, at, says: what }: ChangeMade): Sentence =>
  says`${part.person(by)} changed this at ${sayInstant(at)}: ${what}`;
