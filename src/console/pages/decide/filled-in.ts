import { agenciesToAsk } from '../../../procedure/asking/named-agencies';
import { termsForRequests } from '../../../procedure/asking/terms';
import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import { definitionOfSchema } from '../../../procedure/schema-parts';
import { typedOf } from '../../forms/typed';
import type { Fields } from '../../http/page';

/* Answers that the record of a case gives already: the form holds them at first, and whoever fills it in may change them. */

/** Returns the period and the people of the terms of reference, which a request in a review is for. */
function ofTerms(file: CaseFile): Readonly<Record<string, unknown>> {
  const terms = termsForRequests(file);
  if (terms === undefined) return {};
  const { periodFrom, periodTo, familyMembers } = terms;
  return { periodFrom, periodTo, familyMembers };
}

function answersKnown(file: CaseFile, name: DecisionName): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'askAgencies':
      return { agencies: agenciesToAsk(file) };
    case 'askChronologies':
    case 'askFurther':
      return ofTerms(file);
    default:
      return {};
  }
}

/** Returns the fields of a decision's form that are filled in at first. */
export function filledIn(file: CaseFile, name: DecisionName): Fields {
  const { shape = {} } = definitionOfSchema(definitionOf(name).form);
  return Object.fromEntries(
    Object.entries(answersKnown(file, name)).flatMap(([key, value]) => {
      const field = shape[key];
      return field === undefined ? [] : Object.entries(typedOf(field, value, key));
    }),
  );
}
