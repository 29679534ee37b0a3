import type { CaseFile, RecordedFor } from '../../procedure/case/case-file';
import type { ConfirmationState } from '../../procedure/case/recorded-for';
import type { Profile } from '../../profile/load';
import { nameOf } from './name-of';

/* Sentences about entries that the Business Unit recorded on behalf of whoever decided them. */

interface Known {
  readonly file: CaseFile;
  readonly profile: Pick<Profile, 'people'>;
}

/** Names whoever decided it: the person with their role, or the role alone. */
export function whoDecidedIt(
  { file, profile }: Known,
  { role, person }: { readonly role: RecordedFor['role']; readonly person?: string | null | undefined },
): string {
  const title = file.policy.roleTitles[role];
  return person === undefined || person === null ? title : `${nameOf(profile, person)} (${title})`;
}

/** Says whether whoever decided an entry has agreed to it. */
export function confirmationSays(who: string, state: ConfirmationState): string {
  switch (state) {
    case 'not-yet-confirmed':
      return `Recorded for ${who}, not yet confirmed`;
    case 'confirmed':
      return `Recorded for ${who}, who confirmed it`;
    case 'objected':
      return `Recorded for ${who}, who objects`;
  }
}

/** The colour of the tag for each state. */
export const confirmationTags: Readonly<Record<ConfirmationState, string>> = {
  'not-yet-confirmed': 'govuk-tag--yellow',
  confirmed: 'govuk-tag--green',
  objected: 'govuk-tag--red',
};
