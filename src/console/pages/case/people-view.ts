import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import { factsOf } from '../../../procedure/case/facts';
import { londonDate } from '../../../procedure/time/dates';
import { opens, type Viewer } from '../../../procedure/permissions';
import { caseRoles, type Role } from '../../../procedure/roles';
import { isShutOut, shutOutOf } from '../../../procedure/case/shut-out';
import { whyNotOpen } from '../../../procedure/not-open';
import { whyMayNot } from '../../../procedure/may-take';
import type { IsoDate, PersonId } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import { nameOf } from '../../wording/name-of';
import { decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import { typographic } from '../../wording/letters';

/** A decision as a link, where this person may take it now. */
export interface DecisionLink {
  readonly text: string;
  readonly href: string;
}

/** The link to a decision, its form filled in as far as it is known; nothing where it is not for this person now. */
export function decisionLink(
  file: CaseFile,
  viewer: Viewer,
  decision: DecisionName,
  filledIn: Readonly<Record<string, string>> = {},
): DecisionLink | undefined {
  const isOpen =
    opens(viewer, 'decide') &&
    whyNotOpen(file, decision) === undefined &&
    whyMayNot(file, decision, viewer.id) === undefined;
  if (!isOpen) return undefined;
  const query = new URLSearchParams(filledIn).toString();
  return {
    text: typographic(definitionOf(decision).title),
    href: `${decisionAddress(file.reference, decision)}${query === '' ? '' : `?${query}`}`,
  };
}

/** A change of a part: a person is given it, or takes it over, by a decision of the case. */
interface Change {
  readonly seq: number;
  readonly on: IsoDate;
  readonly role: Role;
  readonly joins: PersonId;
  readonly leaves: PersonId | undefined;
  readonly reason: string | undefined;
}

/** Lists every change of who has which part, in the order of the record. */
function changesOf(file: CaseFile): readonly Change[] {
  const authors = [
    ...factsOf(file, 'appointAuthor').map(({ seq, on, form: { author } }) => ({ seq, on, author, reason: undefined })),
    ...factsOf(file, 'replaceAuthor').map(({ seq, on, form: { author, reason } }) => ({ seq, on, author, reason })),
  ].toSorted((a, b) => a.seq - b.seq);
  return [
    ...factsOf(file, 'replacePerson').map(({ seq, on, form }): Change => ({ seq, on, ...form, leaves: form.leaves })),
    ...authors.map(({ seq, on, author, reason }, at): Change => ({
      seq,
      on,
      role: 'author',
      joins: author,
      leaves: authors[at - 1]?.author,
      reason,
    })),
    ...factsOf(file, 'recordPlanningMeeting').map(({ seq, on, form }): Change => ({
      seq,
      on,
      role: 'identified-professional',
      joins: form.identifiedProfessional,
      leaves: undefined,
      reason: undefined,
    })),
  ].toSorted((a, b) => a.seq - b.seq);
}

type ReadText = (text: string | undefined) => string | undefined;

/** Texts as far as the viewer reads them: what was written, and reasons of conflicts of interest. */
type ReadTexts = Readonly<Record<'written' | 'confidential', ReadText>>;

/**
 * Lists the holders of each part, with since when and in whose place; those who had a part before; and those shut out.
 */
export function peopleOfCase(file: CaseFile, profile: Pick<Profile, 'people'>, { written, confidential }: ReadTexts) {
  const changes = changesOf(file);
  const title = (role: Role): string => file.policy.roleTitles[role];
  const postOf = (id: string): string | undefined => profile.people.find((one) => one.id === id)?.title;
  const parts = caseRoles.map((role) => ({
    title: title(role),
    holders: (file.people[role] ?? [])
      .filter((person) => !isShutOut(file, person))
      .map((person) => {
        const joined = changes.findLast((one) => one.role === role && one.joins === person);
        return {
          name: nameOf(profile, person),
          post: postOf(person),
          since: joined?.on ?? londonDate(file.openedAt),
          insteadOf: joined?.leaves === undefined ? undefined : nameOf(profile, joined.leaves),
        };
      }),
  }));
  return {
    parts: parts.filter(({ holders }) => holders.length > 0),
    empty: parts.filter(({ holders }) => holders.length === 0).map(({ title: part }) => part),
    replaced: changes
      .filter(({ leaves }) => leaves !== undefined)
      .map((one) => ({
        part: title(one.role),
        left: one.leaves === undefined ? '' : nameOf(profile, one.leaves),
        joined: nameOf(profile, one.joins),
        on: one.on,
        reason: written(one.reason),
        href: recordAddress(file.reference, { entry: one.seq }),
      })),
    shutOut: shutOutOf(file).map((person) => {
      const fact = factsOf(file, 'shutOut').findLast((one) => one.form.person === person);
      return {
        name: nameOf(profile, person),
        parts: (file.shutOut?.[person] ?? []).map(title),
        since: fact?.on,
        reason: confidential(fact?.form.reason),
      };
    }),
  };
}
