import { correspondentId, isCorrespondent } from '../asking/correspondents';
import type { CaseFile, Fact } from '../case/case-file';
import { everOf, fact, factsOf } from '../case/facts';
import { isShutOut } from '../case/shut-out';
import { oncePer } from '../once-per';
import { londonDate, parseInstant } from '../time/dates';
import type { Instant, IsoDate, PersonId, WordsReference } from '../time/time';
import { kindsOfMeeting, meetingKinds, type MeetingKind } from './kinds-of-meeting';

/*
 * The meetings of a case as its record has them: arranged, moved, cancelled, held. A calendar knows each by the entry
 * that arranged it, and each change by a number that rises.
 */

/** A meeting of a case: when and where it is, who is invited, and how it stands. */
export interface ArrangedMeeting {
  /** The number of the entry that arranged it. It stays when the meeting is moved. */
  readonly entry: number;
  readonly kind: MeetingKind;
  /** The number of the change, which rises by one with each that people's calendars are told of. */
  readonly sequence: number;
  readonly beginsAt: Instant;
  readonly minutes: number;
  readonly place?: WordsReference | undefined;
  readonly link?: WordsReference | undefined;
  /** People of the partnership, and others by the ids that the case gives them. */
  readonly invited: readonly PersonId[];
  readonly state: 'arranged' | 'cancelled' | 'held';
  /** The last entry that changed it: it arranged, moved or cancelled the meeting. */
  readonly last: Fact<unknown>;
  /** The entry that gave its day and place. */
  readonly arranged: Fact<unknown>;
}

/** The answers of a form that arranges or moves a meeting. */
interface WhenAndWhere {
  readonly beginsAt: string;
  readonly minutes: number;
  readonly place?: WordsReference | undefined;
  readonly link?: WordsReference | undefined;
  readonly invited: readonly PersonId[];
}

/** Reads the moment at which a meeting begins; a form has checked that it is one. */
const beginningOf = ({ beginsAt }: Pick<WhenAndWhere, 'beginsAt'>): Instant =>
  parseInstant(beginsAt) ?? (beginsAt as Instant);

/** The London day of a meeting. */
export const dayOfMeeting = (meeting: Pick<WhenAndWhere, 'beginsAt'>): IsoDate => londonDate(beginningOf(meeting));

const asArranged = ({ beginsAt, minutes, place, link }: WhenAndWhere) => ({
  beginsAt: beginningOf({ beginsAt }),
  minutes,
  place,
  link,
});

type Change = (meetings: readonly ArrangedMeeting[]) => readonly ArrangedMeeting[];

/** Changes the last meeting of a kind, as far as it still stands. */
const ofKind =
  (kind: MeetingKind, change: (meeting: ArrangedMeeting) => ArrangedMeeting): Change =>
  (meetings) => {
    const at = meetings.findLastIndex((one) => one.kind === kind && one.state !== 'cancelled');
    return meetings.map((one, index) => (index === at ? change(one) : one));
  };

const cancelledBy = (meeting: ArrangedMeeting, taken: Fact<unknown>): ArrangedMeeting => ({
  ...meeting,
  state: 'cancelled',
  sequence: meeting.sequence + 1,
  last: taken,
});

/** A change that an entry of the record makes to the meetings. */
interface Entry {
  readonly seq: number;
  readonly change: Change;
}

/** Lists the entries that give meetings their days and places. */
function arrangementsIn(file: CaseFile): readonly Entry[] {
  const arranged = factsOf(file, 'arrangeMeeting').map((taken) => ({
    seq: taken.seq,
    change: ((meetings) => [
      ...meetings,
      {
        entry: taken.seq,
        kind: taken.form.meeting,
        sequence: 0,
        ...asArranged(taken.form),
        invited: taken.form.invited,
        state: 'arranged',
        last: taken,
        arranged: taken,
      },
    ]) satisfies Change,
  }));
  const moved = factsOf(file, 'moveMeeting').map((taken) => ({
    seq: taken.seq,
    change: ofKind(taken.form.meeting, (one) => ({
      ...one,
      ...asArranged(taken.form),
      // Outsiders stay invited: entries of their own invite them.
      invited: [...taken.form.invited, ...one.invited.filter(isCorrespondent)],
      sequence: one.sequence + 1,
      last: taken,
      arranged: taken,
    })),
  }));
  return [...arranged, ...moved];
}

/** Lists what the record says of meetings, in the order of its entries. */
function changesIn(file: CaseFile): readonly Change[] {
  const invited = factsOf(file, 'inviteToMeeting').map(({ seq, form }) => ({
    seq,
    change: ofKind(form.meeting, (one) => ({
      ...one,
      invited: [...one.invited, correspondentId(file.reference, seq)],
    })),
  }));
  const cancelled = factsOf(file, 'cancelMeeting').map((taken) => ({
    seq: taken.seq,
    change: ofKind(taken.form.meeting, (one) => cancelledBy(one, taken)),
  }));
  // A withdrawn case holds no meeting, and one that is reopened arranges it anew.
  const withdrawn = everOf(file, 'withdrawCase').map((taken) => ({
    seq: taken.seq,
    change: ((meetings) =>
      meetings.map((one) => (one.state === 'arranged' ? cancelledBy(one, taken) : one))) satisfies Change,
  }));
  return [...arrangementsIn(file), ...invited, ...cancelled, ...withdrawn]
    .sort((a, b) => a.seq - b.seq)
    .map(({ change }) => change);
}

/** The entry that says that a meeting was held. What a change of course has set aside was held all the same. */
function heldBy(file: CaseFile, { kind, entry }: Pick<ArrangedMeeting, 'kind' | 'entry'>) {
  const { held } = kindsOfMeeting[kind];
  const inError = factsOf(file, 'setEntryAside').map(({ seq }) => seq);
  const since = file.superseded.filter(({ name, by }) => name === held && !inError.includes(by));
  const all: readonly Fact<unknown>[] = [...factsOf(file, held), ...since.map((one) => one.fact)];
  return all.find(({ seq }) => seq > entry);
}

const kept = oncePer<readonly ArrangedMeeting[]>();

/** Lists the meetings that were arranged in a case, first to last, as they stand now. */
export const arrangedMeetings = (file: CaseFile): readonly ArrangedMeeting[] =>
  kept(file, 'arranged', () =>
    changesIn(file)
      .reduce<readonly ArrangedMeeting[]>((meetings, change) => change(meetings), [])
      .map((one) => {
        const held = heldBy(file, one);
        const isHeld = held !== undefined && (one.state === 'arranged' || held.seq < one.last.seq);
        return isHeld ? { ...one, state: 'held' as const } : one;
      }),
  );

/** The meeting of this kind that is to come; undefined where none is arranged. */
export const meetingToCome = (file: CaseFile, kind: MeetingKind): ArrangedMeeting | undefined =>
  arrangedMeetings(file).findLast((one) => one.kind === kind && one.state === 'arranged');

/** The meetings that are to come, in the order of the procedure. */
export const meetingsToCome = (file: CaseFile): readonly ArrangedMeeting[] =>
  meetingKinds.flatMap((kind) => meetingToCome(file, kind) ?? []);

/** True once a meeting is over: it was cancelled, or held, and the minutes of the Rapid Review are filed. */
const isOver = (file: CaseFile, { state, kind }: ArrangedMeeting): boolean =>
  state === 'cancelled' || (state === 'held' && (kind !== 'rapid-review' || fact(file, 'fileMinutes') !== undefined));

/** Lists the meetings of a case to which somebody is invited, until each is over. */
export const meetingsOfInvited = (file: CaseFile, person: PersonId): readonly ArrangedMeeting[] =>
  isShutOut(file, person)
    ? []
    : arrangedMeetings(file).filter((one) => one.invited.includes(person) && !isOver(file, one));

/** Lists everybody who is invited to a meeting of a case that is not over, each once. */
export const invitedIn = (file: CaseFile): readonly PersonId[] => [
  ...new Set(arrangedMeetings(file).flatMap((one) => (isOver(file, one) ? [] : one.invited))),
];

/**
 * The Rapid Review meeting's day as an earlier release arranged it, or a program that gives a day alone; undefined where
 * the meeting was arranged with people since.
 */
export function dayAloneOf(file: CaseFile) {
  const alone = fact(file, 'arrangeRapidReviewMeeting');
  return alone !== undefined &&
    arrangedMeetings(file).some(({ kind, entry }) => kind === 'rapid-review' && entry > alone.seq)
    ? undefined
    : alone;
}
