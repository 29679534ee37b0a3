import type { Profile } from '../../profile/load';

/** The agency of an action: the one that was given with it, else its owner's; the partnership's own people have none. */
export const agencyOf = (
  { people }: Pick<Profile, 'people'>,
  { agency, owner }: { readonly agency?: string | undefined; readonly owner: string },
): string | undefined => agency ?? people.find(({ id }) => id === owner)?.agency;
