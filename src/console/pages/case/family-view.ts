import { spelledOut } from '../../../casework/reading';
import type { CaseFile, DecisionName, Fact } from '../../../procedure/case/case-file';
import { fact, factsOf } from '../../../procedure/case/facts';
import { relativesOf } from '../../../procedure/case/family';
import { definitionOf } from '../../../procedure/catalogue';
import { plannedDates } from '../../../procedure/dates/plan';
import { contactWithFamily } from '../../../procedure/case/family-contact';
import { stepLabel } from '../../../procedure/step-names';
import { sayDate } from '../../../procedure/time/dates';
import type { IsoDate } from '../../../procedure/time/time';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { FieldContext } from '../../forms/context';
import { answersInWords } from '../../forms/in-words';
import { recordAddress } from '../../case-frame/record-filter';
import { typographic } from '../../wording/letters';
import { nameOf } from '../../wording/name-of';

/** A decision on the record that concerns the family, in words. */
interface FamilyEntry {
  readonly title: string;
  readonly on: IsoDate;
  readonly by: string;
  readonly href: string;
  readonly answers: readonly { readonly title: string; readonly value: string }[];
}

/** A child as the page shows them. */
interface FamilyChild {
  readonly name: string;
  readonly says: string;
}

/** The case that the page shows, and how its answers are put into words. */
interface ShownFamily {
  readonly file: CaseFile;
  readonly context: FieldContext;
  readonly dependencies: Pick<ConsoleDependencies, 'records' | 'profile'>;
}

/** Decisions about contact with the family. */
const contact = ['recordFamilyInvolvement', 'recordFamilyContact', 'recordNoFamilyContact'] as const;

/** Lists the entries of these decisions, in the order of the record. */
async function entriesOf(
  { file, context, dependencies }: ShownFamily,
  names: readonly DecisionName[],
): Promise<readonly FamilyEntry[]> {
  const facts = names
    .flatMap((name) =>
      factsOf(file, name).map((one): { name: DecisionName; fact: Fact<unknown> } => ({ name, fact: one })),
    )
    .sort((one, other) => one.fact.seq - other.fact.seq);
  return Promise.all(
    facts.map(async ({ name, fact: { seq, on, by, form } }) => ({
      title: typographic(definitionOf(name).title),
      on,
      by: nameOf(dependencies.profile, by),
      href: recordAddress(file.reference, { entry: seq }),
      answers: answersInWords(
        definitionOf(name).form,
        await spelledOut(dependencies, file.reference, form),
        context,
      ).map(({ under, title, value }) => ({ title: [...under.slice(-1), title].join(': '), value })),
    })),
  );
}

const childSays = ({ died, lookedAfter, careLeaver }: CaseFile['notification']['children'][number]): string =>
  [
    died ? 'has died' : 'survives',
    ...(lookedAfter ? ['looked after'] : []),
    ...(careLeaver ? ['a care leaver'] : []),
  ].join(', ');

/** The children and the relatives by name. */
const peopleOfFamily = ({ file, context }: ShownFamily) => ({
  children: file.notification.children.map((child): FamilyChild => ({
    name: context.called('family-member', child.ref),
    says: childSays(child),
  })),
  relatives: relativesOf(file).map((ref) => context.called('family-member', ref)),
});

/** A day of publication, planned or past. */
interface PublicationDay {
  readonly title: string;
  readonly says: string;
}

/** The days of publication: the steps that lead to it, and what has been decided. */
function publicationDays(file: CaseFile): readonly PublicationDay[] {
  const planned = (['family-contact', 'notice-of-intent', 'publication'] as const).flatMap((step) => {
    const { due } = plannedDates(file, step);
    return due === undefined ? [] : [{ title: stepLabel(step), says: `by ${sayDate(due)}` }];
  });
  const notice = fact(file, 'sendNoticeOfIntent');
  const published = fact(file, 'recordPublication');
  return [
    ...planned,
    ...(notice === undefined
      ? []
      : [{ title: 'Day of publication that was notified', says: sayDate(notice.form.publishOn) }]),
    ...(published === undefined ? [] : [{ title: 'Published', says: sayDate(published.on) }]),
  ].map(({ title, says }) => ({ title: typographic(title), says }));
}

/** The content of the family page. The caller has seen to it that the reader may see the family by name. */
export async function familyOfCase(shown: ShownFamily) {
  const { file, dependencies } = shown;
  const [contacts, steps, planning] = await Promise.all([
    entriesOf(shown, contact),
    entriesOf(shown, ['recordStepsAgainstDistress']),
    entriesOf(shown, ['recordPlanningMeeting']),
  ]);
  return {
    ...peopleOfFamily(shown),
    professionals: (file.people['identified-professional'] ?? []).map((person) => nameOf(dependencies.profile, person)),
    ...{ contacts, steps, planning },
    isDone: contactWithFamily(file) !== undefined,
    days: publicationDays(file),
  };
}
