import { namedBy } from '../../procedure/asking/named-agencies';
import { organisationsOf } from '../../procedure/asking/correspondents';
import type { CaseFile } from '../../procedure/case/case-file';
import { agenciesOutstanding, chronologies, information } from '../../procedure/case/inquiries';
import { partnerOf } from '../../procedure/case/partners';
import { holders } from '../../procedure/reminders/recipients';
import { typographic } from '../wording/letters';
import type { Option } from './questions';

/* The agencies of a case, as forms offer them. */

type AmongAgencies = 'agency' | 'agency-name' | 'agency-to-return' | 'agency-to-return-chronology';

/** Lists organisations beside the settings: contacts who answer for no agency of them, and those that this case has asked. */
function besideSettings(file: CaseFile): readonly string[] {
  const contacts = Object.values(file.policy.agencies).map(({ contact }) => contact);
  const others = holders(file, 'agency-contact').filter(({ person }) => !contacts.includes(person));
  return [...others.map(({ person }) => person), ...organisationsOf(file).map(({ id }) => id)];
}

/** Lists the agencies among which a form offers a choice. */
export function agencyValues(file: CaseFile, among: AmongAgencies): readonly string[] {
  switch (among) {
    case 'agency':
      return [...Object.keys(file.policy.agencies), ...besideSettings(file)];
    case 'agency-name':
      return Object.values(file.policy.agencies).map(({ name }) => name);
    case 'agency-to-return':
      return agenciesOutstanding(file, information);
    case 'agency-to-return-chronology':
      return agenciesOutstanding(file, chronologies);
  }
}

/** Says which partners named an agency, beside it. */
export function whoNamed(file: CaseFile, agency: string): Pick<Option, 'hint'> {
  const titles = namedBy(file, agency).map((partner) => file.policy.roleTitles[partnerOf(partner)]);
  return titles.length === 0 ? {} : { hint: typographic(`Named by: ${titles.join('; ')}`) };
}
