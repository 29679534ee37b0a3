import type { Contribution } from '../../procedure/asking/contributions';
import type { CaseFile } from '../../procedure/case/case-file';
import { partnerWords } from '../../procedure/case/partners';
import { ownersOf } from '../../procedure/reminders/recipients';
import { agencyNameOf } from './agency-name';
import { typographic } from './letters';
import { nameOf, type People } from './name-of';

/* Words for what a case waits for from people: of which kind, from whom, and how far it is. */

/** The headings of the kinds of contribution. */
export const contributionHeadings: Readonly<Record<Contribution['kind'], string>> = {
  naming: 'Agencies to ask, from the delegated partners',
  summary: 'Agency summaries',
  return: 'Information from agencies',
  chronology: 'Chronologies',
  further: 'Further information',
  comments: 'Comments on the draft',
  statement: 'Media statement',
  dissemination: 'Dissemination of the response to the National Panel',
  confirmation: 'Confirmation of what was recorded on somebody’s behalf',
};

/** The case of a contribution, and the people by whose names it is told. */
interface OfCase {
  readonly file: CaseFile;
  readonly profile: People;
}

const peopleOf = ({ file, profile }: OfCase, { owner }: Contribution): string =>
  ownersOf(file, owner)
    .map((one) => nameOf(profile, one.person))
    .join(', ');

/** The agency or the delegated partner whose contribution it is; undefined where it is a person's own. */
const bodyOf = ({ file, profile }: OfCase, { agency, partner }: Contribution): string | undefined => {
  if (agency !== undefined) return agencyNameOf({ profile, policy: file.policy }, agency);
  return partner && partnerWords[partner];
};

/** Says who owes a contribution, or owed it: an agency or a partner with its person, or the person alone. */
export function whoseContribution(ofCase: OfCase, one: Contribution): string {
  const [body, people] = [bodyOf(ofCase, one), peopleOf(ofCase, one)];
  return typographic(body === undefined ? people : `${body} (${people})`);
}

/** Says the same in short: the agency or the partner, or the person. */
export const whoseInShort = (ofCase: OfCase, one: Contribution): string =>
  typographic(bodyOf(ofCase, one) ?? peopleOf(ofCase, one));

/** The page of a case on which those who owe contributions of a kind are reminded. */
export const remindAddress = (reference: string, kind: Contribution['kind']): string =>
  `/cases/${reference}/remind/${kind}`;
