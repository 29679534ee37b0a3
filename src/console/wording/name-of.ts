import { entryOfCorrespondent, isCorrespondent, isOfOrganisation } from '../../procedure/asking/correspondents';
import { notificationFormItself } from '../../casework/notifying';
import type { Office } from '../../casework/office';
import type { PersonId } from '../../procedure/time/time';
import type { Profile } from '../../profile/load';
import type { NamedCorrespondent } from '../../records/correspondents';

/** The people of the partnership, those who have left it, and the correspondents whom the page may name. */
export type People = Pick<Profile, 'people'> &
  Pick<Office['profile'], 'left'> & { readonly correspondents?: readonly NamedCorrespondent[] };

/** Says a correspondent whom the page may not name. */
const unnamed = (id: PersonId): string =>
  `the ${isOfOrganisation(id) ? 'organisation asked' : 'colleague named'} by entry ${entryOfCorrespondent(id)}`;

/** The name of a person of the partnership, of somebody who has left it, or of a correspondent. */
export function nameOf({ people, left = [], correspondents = [] }: People, id: string): string {
  if (id === notificationFormItself) return 'the notification form';
  if (isCorrespondent(id)) return correspondents.find((one) => one.id === id)?.name ?? unnamed(id);
  const here = people.find((person) => person.id === id);
  if (here !== undefined) return here.name;
  const gone = left.find((person) => person.id === id);
  return gone === undefined ? `somebody who has left (${id})` : `${gone.name} (who has left)`;
}

/** The name of an organisation beside the settings: of the organisation itself, or of whoever was asked for it. */
export const organisationOf = (profile: People, id: PersonId): string =>
  profile.correspondents?.find((one) => one.id === id)?.organisation ??
  profile.people.find((one) => one.id === id)?.title ??
  nameOf(profile, id);
