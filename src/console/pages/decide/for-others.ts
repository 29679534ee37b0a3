import { spelledOut } from '../../../casework/reading';
import type { DecisionName } from '../../../procedure/case/case-file';
import { entriesForOthers, toConfirmBy, type EntryForAnother } from '../../../procedure/case/recorded-for';
import { definitionOf } from '../../../procedure/catalogue';
import { sightOfFact } from '../../../procedure/entries-seen';
import { takesIn } from '../../../procedure/permissions';
import { recordAddress } from '../../case-frame/record-filter';
import type { FieldContext } from '../../forms/context';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { VisitOfCase } from '../../http/page';
import { typographic } from '../../wording/letters';
import { nameOf } from '../../wording/name-of';
import { confirmationSays, whoDecidedIt } from '../../wording/on-behalf';
import { answersOnRecord, type AnswerRow } from './answers';

/* Entries that were recorded on behalf of others, as the pages of a decision show them. */

/** The visit in which they are shown. */
interface Shown {
  readonly asked: VisitOfCase;
  readonly dependencies: ConsoleDependencies;
  readonly context: FieldContext;
}

/** An entry that awaits this person's answer, with what was recorded for them. */
export interface ToConfirm {
  readonly seq: number;
  readonly title: string;
  readonly by: string;
  readonly where: string;
  readonly answers: readonly AnswerRow[];
}

/** Lists the entries that await this person's answer. */
export async function toConfirm({ asked, dependencies, context }: Shown): Promise<readonly ToConfirm[]> {
  const { file } = asked.known;
  const { person } = asked.visitor;
  return Promise.all(
    toConfirmBy(file, person.id).map(async ({ name, fact, recordedFor }) => {
      const [answers, { where }] = await Promise.all([
        answersOnRecord(dependencies, { file, viewer: person, context }, { name, fact }),
        spelledOut(dependencies, file.reference, { where: String(recordedFor.where) }),
      ]);
      const by = nameOf(dependencies.profile, fact.by);
      return { seq: fact.seq, title: typographic(definitionOf(name).title), by, where, answers };
    }),
  );
}

/** An entry that whoever decided it has not agreed to, before something leaves the partnership. */
export interface Unresolved {
  readonly says: string;
  readonly title: string;
  readonly href: string;
  readonly objects: boolean;
  /** The objection in their words; undefined for readers who do not see them. */
  readonly objection: string | undefined;
}

const readsAnswer = (asked: VisitOfCase, { confirmation: { answer } }: EntryForAnother): boolean =>
  answer !== undefined &&
  takesIn(sightOfFact(asked.visitor.person, asked.known.file, { name: 'confirmEntry', fact: answer }), 'words');

/** Lists the entries that are objected to, then those that are not yet confirmed, with what is wrong. */
async function unresolvedIn({ asked, dependencies }: Omit<Shown, 'context'>): Promise<readonly Unresolved[]> {
  const { file } = asked.known;
  const { profile } = dependencies;
  const open = entriesForOthers(file).filter(({ confirmation }) => confirmation.state !== 'confirmed');
  const shown = open.map((entry) => ({
    says: confirmationSays(whoDecidedIt({ file, profile }, entry.recordedFor), entry.confirmation.state),
    title: `entry ${entry.fact.seq}, “${typographic(definitionOf(entry.name).title)}”`,
    href: recordAddress(file.reference, { entry: entry.fact.seq }),
    objects: entry.confirmation.state === 'objected',
    objection: readsAnswer(asked, entry) ? entry.confirmation.answer?.form.objection : undefined,
  }));
  const spelled = await spelledOut(dependencies, file.reference, shown);
  return [...spelled.filter(({ objects }) => objects), ...spelled.filter(({ objects }) => !objects)];
}

/** Lists what is unresolved before a decision that leaves the partnership; nothing before any other. */
export const unresolvedBefore = async (
  name: DecisionName,
  shown: Omit<Shown, 'context'>,
): Promise<readonly Unresolved[]> => (definitionOf(name).leaves === true ? unresolvedIn(shown) : []);
