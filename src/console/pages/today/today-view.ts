import { caseNow } from '../../../casework/reading';
import type { Calendar } from '../../../procedure/time/calendar';
import type { Policy } from '../../../procedure/policy';
import { mayTake } from '../../../procedure/may-take';
import { businessUnit, outsideBodies } from '../../../procedure/roles';
import { readTaskId } from '../../../procedure/dates/task-id';
import { recordsSeveral } from '../../../procedure/several-at-once';
import type { Instant, IsoDate, PersonId } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import type { TurnInCase } from '../../../records/turns';
import { nameOf } from '../../wording/name-of';
import { daysLeft, urgencies, type Urgency } from '../../wording/days-left';
import { typographic } from '../../wording/letters';
import { severalAddress, whereDone } from '../../wording/where-done';

/** The person who looks, and the data that turns are shown with. */
export interface Desk {
  readonly me: PersonId;
  /** True for members of the Business Unit, who share their turns. */
  readonly inTheOffice: boolean;
  readonly calendar: Calendar;
  readonly profile: Pick<Profile, 'people'>;
  readonly policy: Pick<Policy, 'roleTitles' | 'mayTake'>;
  /** The wall's clock. */
  readonly now: Instant;
}

/** A turn, as a list shows it. */
export interface TurnLine {
  readonly reference: string;
  readonly practice: boolean;
  readonly title: string;
  /** The address at which it is done; that of the case where it has no page of its own. */
  readonly href: string;
  readonly due: IsoDate;
  readonly left: string;
  readonly urgency: Urgency;
  readonly why: string;
  /** True if the turn is this person's by name, and others share the desk. */
  readonly yours: boolean;
  /** The people whose turn it is, in words; undefined if that goes without saying. */
  readonly whose?: string;
  /** The address at which the Business Unit records this and its like at once; on the first of them in its case. */
  readonly several?: string;
}

/** Turns that are equally pressing, under a heading. */
export interface TurnGroup {
  readonly id: Urgency;
  readonly heading: string;
  readonly turns: readonly TurnLine[];
}

const headings: Readonly<Record<Urgency, string>> = {
  critical: 'Critically overdue',
  overdue: 'Overdue',
  soon: 'Due soon',
  later: 'Not due yet',
};

/** Names that a line has room for. */
const namesShown = 3;

function namesOf({ profile }: Pick<Desk, 'profile'>, people: readonly PersonId[]): string {
  const names = people.slice(0, namesShown).map((id) => nameOf(profile, id));
  const others = people.length - names.length;
  if (others > 0) names.push(others === 1 ? '1 other' : `${others} others`);
  const last = names.pop() ?? 'nobody';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

const isOutside = (role: string): boolean => outsideBodies.some((body) => body === role);

/** Says whose turn it is, in the list of a person's own desk. */
function whoseHere(desk: Desk, { turn }: TurnInCase, yours: boolean): string | undefined {
  // Outside bodies do not sign in here: the Business Unit asks them and records what they do.
  if (isOutside(turn.owner))
    return `Waiting for ${desk.policy.roleTitles[turn.owner]}. Ask for it, and record it when it arrives`;
  if (!desk.inTheOffice || yours) return undefined;
  return `Assigned to ${namesOf(desk, turn.people)}. Anyone in the Business Unit can do this`;
}

function lineOf(desk: Desk, one: TurnInCase): Omit<TurnLine, 'yours' | 'whose'> {
  const { turn, reference, practice } = one;
  const { urgency, sentence } = daysLeft(desk.calendar, turn, caseNow(desk.now, one));
  return {
    reference,
    practice,
    title: typographic(turn.title),
    href: whereDone(reference, turn.id) ?? `/cases/${reference}`,
    due: turn.due,
    left: sentence,
    urgency,
    why: typographic(turn.why),
  };
}

/** Groups turns by how pressing they are, the most pressing first; a group without turns is left out. */
export function needed(desk: Desk, turns: readonly TurnInCase[]): readonly TurnGroup[] {
  const lines = turns.map((one): TurnLine => {
    const yours = desk.inTheOffice && one.turn.people.includes(desk.me);
    const whose = whoseHere(desk, one, yours);
    return { ...lineOf(desk, one), yours, ...(whose === undefined ? {} : { whose }) };
  });
  return urgencies
    .map((id) => ({ id, heading: headings[id], turns: lines.filter(({ urgency }) => urgency === id) }))
    .filter((group) => group.turns.length > 0);
}

/** The kind of contribution that a turn is about; a step that several people owe is named as their contributions are. */
const kindOf = ({ turn }: TurnInCase): string => readTaskId(turn.id)?.kind ?? turn.id;

/**
 * Returns the address at which several turns are recorded at once: those of the same kind in the same case. Undefined
 * for all but the first of them, and where fewer than two people owe something.
 */
function severalAt({ policy }: Desk, turns: readonly TurnInCase[], one: TurnInCase): string | undefined {
  const name = recordsSeveral(kindOf(one));
  if (name === undefined || !businessUnit.some((role) => mayTake({ policy }, name).includes(role))) return undefined;
  const like = turns.filter((other) => other.reference === one.reference && kindOf(other) === kindOf(one));
  const owing = Math.max(like.length, one.turn.id === kindOf(one) ? one.turn.people.length : 0);
  return like[0] === one && owing > 1 ? severalAddress(one.reference, name) : undefined;
}

/** Lists the turns of others, in the order given. */
export const waiting = (desk: Desk, turns: readonly TurnInCase[]): readonly TurnLine[] =>
  turns.map((one) => {
    const several = severalAt(desk, turns, one);
    return {
      ...lineOf(desk, one),
      yours: false,
      whose: `${namesOf(desk, one.turn.people)} (${desk.policy.roleTitles[one.turn.owner]})`,
      ...(several === undefined ? {} : { several }),
    };
  });
