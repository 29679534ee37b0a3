import { spelledOut } from '../../../casework/reading';
import { schemaOfEntry, withoutNames } from '../../../casework/free-text';
import type { CaseFile, DecisionName, Fact, Forms } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import { isoDate, sayDate } from '../../../procedure/time/dates';
import { sightOfFact } from '../../../procedure/entries-seen';
import { takesIn, type Viewer } from '../../../procedure/permissions';
import { ofWhom } from '../../wording/references';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { FieldContext } from '../../forms/context';
import { confirmName } from '../../forms/confirm-question';
import { answersInWords, valueInWords, type AnswerInWords } from '../../forms/in-words';
import { idOf } from '../../forms/names';
import { questionOf, type Question } from '../../forms/questions';
import type { DecisionPage } from './form-read';
import { typographic } from '../../wording/letters';

/** An answer as a summary list shows it. */
export interface AnswerRow {
  readonly title: string;
  readonly value: string;
  /** The id of the form's element in which the answer is changed. */
  readonly anchor: string;
}

const rowOf = ({ name, under, title, value }: AnswerInWords): AnswerRow => {
  const above = under.at(-1);
  return { title: above === undefined ? title : `${above}: ${title}`, value, anchor: idOf(name) };
};

/**
 * Lists all answers to the form of a page, and the questions that were left out. Whether answers are right gets no row
 * where nobody confirmed any: the form asks only about answers that are in doubt.
 */
export function rowsOf(
  { asking, context }: Pick<DecisionPage, 'asking' | 'context'>,
  answers: unknown,
): readonly AnswerRow[] {
  const question = questionOf(asking.schema);
  const said = answersInWords(asking.schema, answers, context);
  if (question.kind !== 'group') return said.map(rowOf);
  return question.parts.flatMap(({ key, question: part }) => {
    const own = said.filter(({ name }) => name === key || name.startsWith(`${key}.`));
    if (own.length > 0) return own.map(rowOf);
    return key === confirmName ? [] : [{ ...notAnswered(part), anchor: idOf(key) }];
  });
}

/** A question without an answer. A group that was left out answers the question whether it is filled in. */
const notAnswered = (part: Question): Pick<AnswerRow, 'title' | 'value'> =>
  part.kind === 'group' && part.whether !== undefined
    ? { title: part.whether.whether, value: part.whether.leftOut ?? 'No' }
    : { title: part.title, value: 'Not answered' };

/** Lists the answers of a decision on the record, in words, as far as this viewer sees its entry. */
export async function answersOnRecord(
  { records }: Pick<ConsoleDependencies, 'records'>,
  { file, viewer, context }: { readonly file: CaseFile; readonly viewer: Viewer; readonly context: FieldContext },
  { name, fact }: { readonly name: DecisionName; readonly fact: Fact<unknown> },
): Promise<readonly AnswerRow[]> {
  const sight = sightOfFact(viewer, file, { name, fact });
  if (!takesIn(sight, 'words')) return [];
  const spelled = await spelledOut({ records }, file.reference, fact.form);
  if (name === 'correctFact') return correctionRows(file, spelled as Forms['correctFact'], context);
  const { form: schema } = definitionOf(name);
  return answersInWords(schema, takesIn(sight, 'names') ? spelled : withoutNames(schema, spelled), context).map(rowOf);
}

function correctionRows(
  file: CaseFile,
  { entry, field, value, reason }: Forms['correctFact'],
  context: FieldContext,
): readonly AnswerRow[] {
  const schema = field === 'on' ? undefined : schemaOfEntry(file, entry, field);
  const said = schema === undefined ? dayInWords(value) : valueInWords(schema, value, context);
  const title = schema === undefined ? 'The day' : `${ofWhom(entry, field)}${questionOf(schema).title}`;
  return [
    { title: 'Entry of the record', value: String(entry), anchor: 'entry' },
    { title: typographic(title), value: said === '' ? 'Not answered' : said, anchor: 'value' },
    { title: 'The reason', value: reason, anchor: 'reason' },
  ];
}

const dayInWords = (value: unknown): string => (typeof value === 'string' ? sayDate(isoDate(value)) : '');
