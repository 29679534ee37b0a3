import type { Policy } from '../../procedure/policy';
import { partsOf, type FieldProblem, type SentenceWithParts } from '../../procedure/refusals';
import { saidWith, type TypedPart } from '../../procedure/sentence';
import { stepLabel } from '../../procedure/step-names';
import { sayDate } from '../../procedure/time/dates';
import { optionSays } from './criteria';
import type { Profile } from '../../profile/load';
import { agencyNameOf } from './agency-name';
import { begin, lowered, typographic } from './letters';
import { nameOf, type People } from './name-of';
import { codeSays } from './references';

/** The names by which pages say people and agencies: those of the partnership, and of a case's own settings. */
export interface NamesOnPage {
  readonly profile: People;
  readonly policy: Pick<Policy, 'agencies'>;
}

/** The names that pages about the partnership use. */
export const partnershipNames = ({ profile }: { readonly profile: People & Pick<Profile, 'policy'> }): NamesOnPage => ({
  profile,
  policy: profile.policy,
});

/** Returns a typed part as pages say it: names in place of codes, and nothing that is for programs. */
function inNames(names: NamesOnPage, typed: TypedPart): string {
  const { profile } = names;
  switch (typed.kind) {
    case 'person':
      return nameOf(profile, typed.id);
    case 'agency':
      return agencyNameOf(names, typed.code);
    case 'relative':
      return lowered(codeSays(typed.ref));
    case 'role':
      return typed.title;
    case 'step':
      return stepLabel(typed.step);
    case 'day':
      return sayDate(typed.on);
    case 'option':
      return `“${optionSays(typed.option)}”`;
    case 'code':
    case 'decisions':
      return '';
  }
}

/** Says a refusal, or a problem of a field, as people read it. What 0.1.0 kept has no parts, and is said as it is. */
export const saidOnPage = (names: NamesOnPage, said: SentenceWithParts): string =>
  typographic(begin(saidWith(partsOf(said), (typed) => inNames(names, typed))));

/** Says the problem of each field as people read it. */
export const problemsOnPage = (names: NamesOnPage, problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.map((one) => ({ field: one.field, sentence: saidOnPage(names, one) }));
