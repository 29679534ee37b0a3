import type { CaseFile } from '../case/case-file';
import { factsOf } from '../case/facts';
import { agenciesAsked, information } from '../case/inquiries';
import type { Partner } from '../roles';

/* The agencies that the delegated partners named, which the Business Unit then asks. Source: step 5. */

/** Lists the agencies that a partner named and that have not been asked for information yet, each once. */
export const agenciesToAsk = (file: CaseFile): readonly string[] => {
  const asked = agenciesAsked(file, information);
  const named = factsOf(file, 'nameAgencies').flatMap(({ form }) => form.agencies);
  return [...new Set(named)].filter((agency) => !asked.includes(agency));
};

/** Lists the partners who named an agency, first to last. */
export const namedBy = (file: CaseFile, agency: string): readonly Partner[] =>
  factsOf(file, 'nameAgencies').flatMap(({ form }) => (form.agencies.includes(agency) ? [form.partner] : []));
