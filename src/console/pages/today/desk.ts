import type { Calendar } from '../../../procedure/time/calendar';
import type { Policy } from '../../../procedure/policy';
import type { Viewer } from '../../../procedure/permissions';
import type { Instant, PersonId } from '../../../procedure/time/time';
import { nameOf, type People } from '../../wording/name-of';

/** The person who looks, and the data that turns are shown with. */
export interface Desk {
  readonly me: Viewer;
  /** True for members of the Business Unit, who share their turns. */
  readonly inTheOffice: boolean;
  readonly calendar: Calendar;
  readonly profile: People;
  readonly policy: Pick<Policy, 'roleTitles'>;
  /** The wall's clock. */
  readonly now: Instant;
}

/** Names that a line has room for. */
const namesShown = 3;

/** A list in words: "one, two and three". */
export function sayNames(names: readonly string[]): string {
  const last = names.at(-1) ?? 'nobody';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Says the names of people: of many the first, and how many others. */
export function namesOf({ profile }: Pick<Desk, 'profile'>, people: readonly PersonId[]): string {
  const names = people.slice(0, namesShown).map((id) => nameOf(profile, id));
  const others = people.length - names.length;
  if (others > 0) names.push(others === 1 ? '1 other' : `${others} others`);
  return sayNames(names);
}
