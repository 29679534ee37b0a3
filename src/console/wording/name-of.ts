import { entryOfCorrespondent, isCorrespondent } from '../../procedure/asking/correspondents';
import { notificationFormItself } from '../../casework/notifying';
import type { Office } from '../../casework/office';
import type { Profile } from '../../profile/load';

/** The people of the partnership, and those who have left it. */
export type People = Pick<Profile, 'people'> & Pick<Office['profile'], 'left'>;

/** The name of a person of the partnership, or of somebody who has left it. */
export function nameOf({ people, left = [] }: People, id: string): string {
  if (id === notificationFormItself) return 'the notification form';
  if (isCorrespondent(id)) return `the colleague named by entry ${entryOfCorrespondent(id)}`;
  const here = people.find((person) => person.id === id);
  if (here !== undefined) return here.name;
  const gone = left.find((person) => person.id === id);
  return gone === undefined ? `somebody who has left (${id})` : `${gone.name} (who has left)`;
}
