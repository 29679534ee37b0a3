import { definitionOf } from '../../../procedure/catalogue';
import { plannedDates } from '../../../procedure/dates/plan';
import { roleOfCall } from '../../../procedure/may-take';
import type { FieldProblem } from '../../../procedure/refusals';
import { stepLabel } from '../../../procedure/step-names';
import { newSecret } from '../../../security/secret';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import { errorSummary, type SummaryItem } from '../../forms/error-summary';
import type { Field } from '../../forms/field';
import { fieldsOf } from '../../forms/fields-of';
import { idOf } from '../../forms/names';
import { shownRows, tickedName, tickName, type RowToTick, type ShownRow } from '../../forms/rows-to-tick';
import { typedDateOf } from '../../forms/typed-date';
import { view, type View } from '../../http/answer';
import type { Fields } from '../../http/page';
import { lowered, typographic } from '../../wording/letters';
import { severalAddress } from '../../wording/where-done';
import { dayField } from './form-read';
import { ownerCalled, rowsOfPage, type SeveralPage } from './several-read';
import type { SeveralOutcome } from './several-kept';
import { sinceInWords } from './since';

/** Values that the form shows beside its questions. */
interface SeveralFilled {
  readonly typed: Fields;
  readonly problems?: readonly FieldProblem[];
  /** The key under which it is sent again; a new one where it is left out. */
  readonly key?: string;
  /** The last entry of the record that whoever fills it in has seen. */
  readonly seen?: number | undefined;
  readonly recorded?: SeveralOutcome['recorded'];
}

/** The first values of the form: the day is today, and nobody is ticked. */
export const severalAtFirst = ({ context }: SeveralPage): Fields => {
  const { day, month, year } = typedDateOf(context.today);
  return { 'on.day': day, 'on.month': month, 'on.year': year };
};

/** The form, with what was recorded of it already. */
export async function severalView(page: SeveralPage, filled: SeveralFilled): Promise<View> {
  const { asked, name, several, context, schema } = page;
  const { file } = asked.known;
  const { typed, problems = [], key = newSecret(), seen = file.seq, recorded = [] } = filled;
  const day = fieldsOf(dayField(file.notification.receivedOn), context, { typed, problems }, 'on');
  const { hint, rows: toTick } = hintOnce(rowsOfPage(page, typed));
  const rows = shownRows(toTick, { schema, context, filled: { typed, problems } });
  const title = typographic(several.title);
  const { step } = definitionOf(name);
  const { reference } = file;
  const role = roleOfCall(file, { name, by: asked.visitor.person.id });
  const others = await sinceInWords(page, seen);
  const since = others.filter(({ seq }) => !recorded.some(({ entry }) => entry === seq));
  const model = {
    ...caseFrame(asked, { called: title }),
    ...{ day, rows, since, key, hint },
    question: typographic(several.question),
    problem: problems.find(({ field }) => field === tickedName)?.sentence,
    errors: summaryOf(problems, { day, rows }),
    recorded: recordedRows(page, recorded),
    action: severalAddress(reference, name),
    single: decisionAddress(reference, name),
    seen: file.seq,
    step: step === undefined ? undefined : typographic(stepLabel(step)),
    due: step === undefined ? undefined : plannedDates(file, step).due,
    hat: typeof role === 'string' ? file.policy.roleTitles[role] : undefined,
  };
  const isWrong = problems.length > 0 && recorded.length === 0;
  return view('pages/decide/several.njk', title, model, isWrong ? 422 : 200);
}

/** Says once what the hints of all rows say. */
function hintOnce(rows: readonly RowToTick[]): { readonly hint?: string; readonly rows: readonly RowToTick[] } {
  const [first] = rows;
  if (first?.hint === undefined || rows.some(({ hint }) => hint !== first.hint)) return { rows };
  return { hint: first.hint, rows: rows.map(({ value, label }) => ({ value, label })) };
}

/** The error summary: each problem with whose row it is, linked to its field or its tick. */
function summaryOf(
  problems: readonly FieldProblem[],
  { day, rows }: { readonly day: readonly Field[]; readonly rows: readonly ShownRow[] },
): readonly SummaryItem[] {
  const first = `#${rows[0]?.id ?? 'main-content'}`;
  return problems.flatMap((problem) => {
    const row = rows.find(({ value, fields }) => isIn(problem, value, fields));
    if (row === undefined) return errorSummary([problem], day, first);
    // A sentence of the rules about a whole row may begin with a name.
    const isOfRow = problem.field === tickName(row.value);
    const sentence = isOfRow ? problem.sentence : lowered(problem.sentence);
    const said = { ...problem, sentence: `${row.label}: ${sentence}` };
    return errorSummary([said], row.fields, `#${idOf(tickName(row.value))}`);
  });
}

const isIn = ({ field }: FieldProblem, value: string, fields: readonly Field[]): boolean =>
  field === tickName(value) || fields.some(({ name }) => field === name || field.startsWith(`${name}.`));

const recordedRows = (page: SeveralPage, recorded: SeveralOutcome['recorded']) =>
  recorded.map(({ value, entry }) => ({
    label: ownerCalled(page, value),
    entry,
    href: recordAddress(page.asked.known.file.reference, { entry }),
  }));

/** Shows that everything was recorded, and who still owes an answer. */
export function allRecordedView(page: SeveralPage, { recorded }: SeveralOutcome): View {
  const { asked, name, several } = page;
  const { reference } = asked.known.file;
  const owed = rowsOfPage(page, {}).map(({ label }) => label);
  const title = recorded.length === 1 ? '1 decision recorded' : `${recorded.length} decisions recorded`;
  return view('pages/decide/several-recorded.njk', title, {
    ...caseFrame(asked, { called: typographic(several.title) }),
    recorded: recordedRows(page, recorded),
    owed,
    again: owed.length > 1 ? severalAddress(reference, name) : decisionAddress(reference, name),
  });
}
