import { changesOf, sayChange, type ChangeMade, type Kept } from '../../casework/partnership-since';
import { saidOf } from '../../procedure/refusals';
import { view, type Answer } from '../http/answer';
import type { ConsoleDependencies } from '../http/dependencies';
import { one } from '../http/fields';
import type { Fields } from '../http/page';
import { partnershipNames, saidOnPage } from '../wording/said-on-page';

/* The changes of the calendar, or of the people, since somebody opened a page that changes one of the two. */

/** The hidden field in which a page says how many changes there were when it was made. */
const seenName = '_seen';

/** Reads from a page's fields the number of changes when the page was made; nothing where the fields do not say. */
export function changesSeenIn(fields: Fields): number | undefined {
  const said = one(fields, seenName);
  return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
}

/** Lists each change since the page was opened, and gives the number that the page's own form is to carry. */
export interface ChangesSince {
  readonly since: readonly { readonly says: string; readonly reason: string | undefined }[];
  readonly seen: number;
}

/** Lists what was changed since; nothing for a page that is opened only now. */
export async function sinceSeen(kept: Kept, dependencies: ConsoleDependencies, fields: Fields): Promise<ChangesSince> {
  const changes = await changesOf(kept, dependencies);
  const since = changes.slice(changesSeenIn(fields) ?? changes.length).map((change) => inWords(dependencies, change));
  return { since, seen: changes.length };
}

const inWords = (dependencies: ConsoleDependencies, change: ChangeMade): ChangesSince['since'][number] => ({
  says: `${saidOnPage(partnershipNames(dependencies), saidOf(sayChange(change)))}.`,
  reason: change.reason,
});

/** Returns the number of changes when the form was first opened, however often it is shown again. */
export const firstSeen = async (kept: Kept, dependencies: ConsoleDependencies, fields: Fields): Promise<number> =>
  changesSeenIn(fields) ?? (await changesOf(kept, dependencies)).length;

/** The page shown if somebody else has changed the same thing already, so that nothing is left to do. */
export async function changedPage(
  kept: Kept,
  dependencies: ConsoleDependencies,
  { fields, back }: { readonly fields: Fields; readonly back: { readonly text: string; readonly href: string } },
): Promise<Answer> {
  const model = { ...(await sinceSeen(kept, dependencies, fields)), back };
  return view('pages/calendar/changed.njk', 'This was changed since you opened the page', model, 409);
}
