import { sayInstant } from '../../procedure/time/dates';
import { does, mayDo } from '../../procedure/permissions';
import type { Role } from '../../procedure/roles';
import type { PlaceAnswered } from '../../casework/place-question';
import type { ConsoleDependencies } from '../http/dependencies';
import type { PageRoute, Visitor } from '../http/page';
import { nameOf } from '../wording/name-of';
import type { Frame } from '../http/rendering';

/** The page on which is answered whether these records go on here or are a copy. */
export const pageOfPlace = '/engine/place';

/** Says why the cases are held back, for the top of every page; undefined if they are not. */
export function heldBackBy(
  { place, cases, profile }: Pick<ConsoleDependencies, 'place' | 'cases' | 'profile'>,
  visitor: Visitor | undefined,
): Frame['heldBack'] {
  if (place === undefined) return cases.heldBack === undefined ? undefined : { says: cases.heldBack.sentence };
  const answer = does(visitor?.person, 'answer-place') ? { answer: pageOfPlace } : {};
  const { copy } = place.standing;
  const says = copy
    ? 'This is a copy to look at. No email is sent, and no case or decision is taken.'
    : `These records were last used at another place, and may be a copy. Until it is said which, no email is sent and no case or decision is taken. Who must answer: ${whoAnswers(profile, visitor)}.`;
  return { says, ...answer };
}

/** Names those who may answer: to people of the partnership by name, to anybody else by role. */
function whoAnswers({ people, policy }: ConsoleDependencies['profile'], visitor: Visitor | undefined): string {
  const allowed: readonly Role[] = mayDo['answer-place'] === 'everybody' ? [] : mayDo['answer-place'];
  const parts = allowed.map((role) => {
    const names = people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
    const isNamed = visitor !== undefined && names.length > 0;
    return `the ${policy.roleTitles[role]}${isNamed ? ` (${names.join(', ')})` : ''}`;
  });
  return parts.join(' or ');
}

/** True if the page must wait, because the visitor has first to answer whether these records are a copy. */
export function mustAnswerFirst(
  { place }: Pick<ConsoleDependencies, 'place'>,
  { method, needs, path }: Pick<PageRoute, 'method' | 'needs' | 'path'>,
  visitor: Visitor | undefined,
): boolean {
  if (place === undefined || place.standing.copy || visitor === undefined) return false;
  const isOther = method === 'get' && needs !== 'nothing' && path !== pageOfPlace;
  return isOther && does(visitor.person, 'answer-place');
}

/** An answer that was given, with who gave it and when: "Sam Taylor answered “a copy” at 10:15am on …". */
export function sayAnswer(profile: ConsoleDependencies['profile'], { said, by, at }: PlaceAnswered): string {
  const who = by === undefined ? 'A command on the machine' : nameOf(profile, by);
  const what = said === 'here' ? 'the installation, moved here' : 'a copy';
  return `${who} answered “${what}” at ${sayInstant(at)}.`;
}
