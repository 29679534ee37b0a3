import { caseNow } from '../../../casework/reading';
import { whereDone } from '../../../procedure/asking/places';
import { outsideBodies } from '../../../procedure/roles';
import type { IsoDate } from '../../../procedure/time/time';
import type { TurnInCase } from '../../../records/turns';
import { daysLeft, urgencies, type Urgency } from '../../wording/days-left';
import { typographic } from '../../wording/letters';
import { namesOf, type Desk } from './desk';

/** A turn, as a list shows it. */
interface TurnLine {
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
    const yours = desk.inTheOffice && one.turn.people.includes(desk.me.id);
    const whose = whoseHere(desk, one, yours);
    return { ...lineOf(desk, one), yours, ...(whose === undefined ? {} : { whose }) };
  });
  return urgencies
    .map((id) => ({ id, heading: headings[id], turns: lines.filter(({ urgency }) => urgency === id) }))
    .filter((group) => group.turns.length > 0);
}
