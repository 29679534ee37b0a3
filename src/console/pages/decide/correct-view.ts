import { spelledOut } from '../../../casework/reading';
import type { CaseFile, Fact } from '../../../procedure/case/case-file';
import { valueAt } from '../../../procedure/time/value-at';
import { sayDate } from '../../../procedure/time/dates';
import { correctableEntries, entryBySeq } from '../../../procedure/case/entries';
import { view, type View } from '../../http/answer';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { FieldContext } from '../../forms/context';
import { answersTo } from '../../forms/in-words';
import { within } from '../../forms/names';
import { questionOf, type Question } from '../../forms/questions';
import type { Asked, VisitOfCase } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import { typographic } from '../../wording/letters';

/* A correction in small steps: which entry, which of its fields, and then the right value. */

const called = 'Correct a recorded fact';

/**
 * Lists the entries that can be corrected, for choosing the wrong one: the decisions that stand, the newest first, and
 * the notification.
 */
export function whichEntryView(asked: Asked & VisitOfCase, { profile }: Pick<ConsoleDependencies, 'profile'>): View {
  const { file } = asked.known;
  return view('pages/decide/which-entry.njk', 'Which entry is wrong?', {
    ...caseFrame(asked, { called }),
    entries: correctableEntries(file).map(({ title, fact }) => ({
      seq: fact.seq,
      title: typographic(title),
      on: fact.on,
      by: nameOf(profile, fact.by),
      href: `${decisionAddress(file.reference, 'correctFact')}?entry=${fact.seq}`,
      record: recordAddress(file.reference, { entry: fact.seq }),
    })),
  });
}

/** A field of an entry that can be corrected: what it says now. */
interface Correctable {
  readonly field: string;
  readonly title: string;
  readonly now: string;
  readonly href: string;
}

/**
 * Lists the fields of an entry with their values, for choosing the wrong one. The fields of what was decided stand
 * apart: those are not corrected but decided again. Undefined if there is no such entry.
 */
export async function whichFieldView(
  asked: Asked & VisitOfCase,
  { records, profile }: Pick<ConsoleDependencies, 'records' | 'profile'>,
  { entry, context }: { readonly entry: number; readonly context: FieldContext },
): Promise<View | undefined> {
  const { file } = asked.known;
  const found = entryBySeq(file, entry);
  if (found === undefined) return undefined;
  const { name, fact, decides } = found;
  const form = await spelledOut({ records }, file.reference, fact.form);
  const href = (field: string) =>
    `${decisionAddress(file.reference, 'correctFact')}?${new URLSearchParams({ entry: String(entry), field }).toString()}`;
  const all: readonly Correctable[] = [
    // The day of the notification is the day of receipt, which is one of its fields.
    ...(name === undefined ? [] : [{ field: 'on', title: 'The day', now: sayDate(fact.on), href: href('on') }]),
    ...fieldsIn(questionOf(found.form), { form, context }).map((one) => ({ ...one, href: href(one.field) })),
  ];
  return view('pages/decide/which-field.njk', 'What is wrong in it?', {
    ...caseFrame(asked, { called }),
    decision: typographic(found.title),
    seq: entry,
    on: fact.on,
    by: nameOf(profile, fact.by),
    fields: all.filter(({ field }) => !decides.includes(field)),
    decided: all.filter(({ field }) => decides.includes(field)),
    again: name === undefined ? undefined : decisionAddress(file.reference, name),
    others: decisionAddress(file.reference, 'correctFact'),
  });
}

const nothingSaid = 'Nothing was said';

/** The fields of a form, each question by itself; an optional group that was left out is one. */
function fieldsIn(
  question: Question,
  { form, context }: { readonly form: unknown; readonly context: FieldContext },
  name = '',
  above = '',
): readonly Omit<Correctable, 'href'>[] {
  const value = name === '' ? form : valueAt(form, name.split('.'));
  if (question.kind === 'group' && (value !== undefined || !question.optional)) {
    const under = question.title === '' ? above : `${question.title}: `;
    return question.parts.flatMap(({ key, question: part }) =>
      fieldsIn(part, { form, context }, within(name, key), under),
    );
  }
  const now = sayValue(question, value, context);
  return [{ field: name, title: `${above}${question.title}`, now: now === '' ? nothingSaid : now }];
}

const sayValue = (question: Question, value: unknown, context: FieldContext): string =>
  answersTo(question, value, context)
    .map(({ value: said }) => said)
    .join('; ');

/** Returns the present value of a field of an entry, in words. */
export async function saysNow(
  { records }: Pick<ConsoleDependencies, 'records'>,
  file: CaseFile,
  { fact, field, question }: { readonly fact: Fact<unknown>; readonly field: string; readonly question: Question },
  context: FieldContext,
): Promise<string> {
  if (field === 'on') return sayDate(fact.on);
  const { now } = await spelledOut({ records }, file.reference, { now: valueAt(fact.form, field.split('.')) });
  const said = sayValue(question, now, context);
  return said === '' ? nothingSaid : said;
}
