import * as z from 'zod/mini';
import { reasonToWithdraw } from '../../../casework/calendar';
import { parseIsoDate } from '../../../procedure/time/dates';
import type { FieldProblem } from '../../../procedure/refusals';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import { view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { withoutCase } from '../../forms/context';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import type { Fields } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import type { ChangesSince } from '../../forms/since';
import { typographic } from '../../wording/letters';

/** A change of the calendar that is to be taken back, and what was typed so far. */
interface Withdrawing {
  readonly heading: string;
  readonly action: string;
  readonly button: string;
  readonly rows: readonly { readonly title: string; readonly value: string }[];
  readonly change: { readonly date: IsoDate; readonly by: string; readonly at: Instant };
  readonly since: ChangesSince;
  readonly typed: Fields;
  readonly problems: readonly FieldProblem[];
  readonly today: IsoDate;
}

/** The page to which whoever withdraws something goes back. */
export const calendarPage = { text: 'Closures and holidays', href: '/calendar' };

/** The form of the page. It asks for the reason only, because the day is known. */
const reasonForm = z.strictObject({ reason: reasonToWithdraw });

/** The page that takes back a change of the calendar, with the reason, needed where its day is past. */
export async function withdrawView(dependencies: ConsoleDependencies, one: Withdrawing): Promise<Answer> {
  const { heading, action, button, rows, change, since, typed, problems, today } = one;
  const fields = fieldsOf(reasonForm, withoutCase(today), { typed, problems });
  const model = {
    ...since,
    heading,
    action,
    button,
    rows: rows.map(({ title, value }) => ({ title, value: typographic(value) })),
    date: change.date,
    at: change.at,
    by: nameOf(dependencies.profile, change.by),
    fields,
    problems,
    errors: errorSummary(problems, fields),
    open: await dependencies.records.cases.count({ open: true }),
  };
  const status = since.since.length > 0 ? 409 : problems.length === 0 ? 200 : 422;
  return view('pages/calendar/withdraw.njk', heading, model, status);
}

/** Returns the typed fields, with the day of the hidden field split into day, month and year. */
export function asWithdrawn(typed: Fields): Fields {
  const [year = '', month = '', day = ''] = (parseIsoDate(one(typed, 'date')) ?? '').split('-');
  return { ...typed, 'date.day': day, 'date.month': month, 'date.year': year };
}

/** The problems that the page can show: those of the reason. */
export const reasonProblems = (problems: readonly FieldProblem[] = []): readonly FieldProblem[] =>
  problems
    .filter(({ field }) => field === 'reason')
    .map(({ field, sentence }) => ({ field, sentence: typographic(sentence) }));
