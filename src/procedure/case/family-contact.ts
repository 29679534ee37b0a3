import type { CaseFile } from './case-file';
import { allOf, fact, factsOf, whenTrue, type Completion } from './facts';
import { familyToContact } from './family';

/**
 * Returns the decisions by which step 16 is done; undefined while it is not. Each surviving child and relative has been
 * spoken to, or there is a reason; and what was done to limit distress is on the record. Source: step 16.
 */
export function contactWithFamily(file: CaseFile): Completion | undefined {
  const contacts = factsOf(file, 'recordFamilyContact');
  // A relative who is added once the notice of intent is out does not call it back.
  const noticed = fact(file, 'sendNoticeOfIntent') !== undefined;
  const everyone = familyToContact(file).every((ref) => contacts.some((one) => one.form.familyMember === ref));
  const contacted = fact(file, 'recordNoFamilyContact') ?? whenTrue(everyone || noticed, ...contacts);
  // A case of an earlier release was never asked about distress, and is not held up by it.
  return file.asksAboutDistress === true ? allOf(contacted, fact(file, 'recordStepsAgainstDistress')) : contacted;
}
