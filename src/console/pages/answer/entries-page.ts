import { linesOf, removeLine, saveLine } from '../../../casework/answering/lines';
import { sayPartialDate } from '../../../procedure/asking/lines';
import type { FieldProblem } from '../../../procedure/refusals';
import type { SavedLine } from '../../../records/answer-lines';
import { notFound, redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { every, one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { byField, deskView, type AnswerDesk, type AnswerPage } from './desk';

const boxes = ['day', 'month', 'year', 'what', 'source', 'approximate'] as const;

const twoDigits = (typed: string): string => typed.trim().padStart(2, '0');

/** Reads a date that may lack its day or month, from three boxes. */
function happenedIn(fields: Fields): string {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => one(fields, name).trim());
  if (month === '' || month === undefined) return year ?? '';
  return [year ?? '', twoDigits(month), ...(day === '' || day === undefined ? [] : [twoDigits(day)])].join('-');
}

const formIn = (fields: Fields): object => ({
  happened: happenedIn(fields),
  approximate: one(fields, 'approximate') === 'yes',
  about: every(fields, 'about'),
  what: one(fields, 'what'),
  source: one(fields, 'source'),
});

/** The fields of a line that is changed, as they were typed. */
function typedOfLine({ happened, approximate, about, what, source }: SavedLine): Fields {
  const [year = '', month = '', day = ''] = happened.split('-');
  return { day, month, year, approximate: approximate ? 'yes' : '', about: [...about], what, source };
}

/** A line as the page shows it. */
export function shownLines(desk: AnswerDesk, lines: readonly SavedLine[]) {
  const nameOf = (ref: string): string => desk.request.people.find((one) => one.ref === ref)?.name ?? ref;
  return lines.map(({ line, happened, approximate, about, what, source }) => ({
    ...{ line, what, source, approximate },
    when: sayPartialDate(happened),
    about: about.map(nameOf).join(', '),
  }));
}

interface Entries {
  readonly fields?: Fields;
  readonly problems?: readonly FieldProblem[];
  /** The line that is being changed. */
  readonly line?: string;
}

/** The page of entries: those that are saved, and a form for the next, or for the one that is being changed. */
async function entries(
  dependencies: ConsoleDependencies,
  desk: AnswerDesk,
  { fields = {}, problems = [], line }: Entries = {},
): Promise<Answer> {
  const lines = await linesOf(dependencies, desk);
  const title = line === undefined ? 'Your entries' : 'Change an entry';
  const typed = Object.fromEntries(boxes.map((name) => [name, one(fields, name)]));
  const about = every(fields, 'about');
  const choices = desk.request.people.map(({ ref, name }) => ({
    value: ref,
    text: name,
    checked: about.includes(ref),
  }));
  const shown = shownLines(desk, lines);
  const model = { lines: shown, typed, choices, line, wrong: byField(problems) };
  return deskView(dependencies, desk, { template: 'entries', title, problems, model });
}

export const entriesPage: AnswerPage = (_asked, dependencies, desk) => entries(dependencies, desk);

/** Saves the entry that was typed, and goes on with another or to the page to check. */
export const addEntry: AnswerPage = async ({ fields }, dependencies, desk) => {
  const saved = await saveLine(dependencies, desk, { form: formIn(fields) });
  if (saved.kind === 'wrong') return entries(dependencies, desk, { fields, problems: saved.problems });
  return redirect(`${desk.path}/${one(fields, 'then') === 'check' ? 'check' : 'entries'}`);
};

export const changeEntryPage: AnswerPage = async ({ params }, dependencies, desk) => {
  const line = params['line'] ?? '';
  const found = (await linesOf(dependencies, desk)).find((each) => each.line === line);
  return found === undefined ? notFound() : entries(dependencies, desk, { fields: typedOfLine(found), line });
};

export const changeEntry: AnswerPage = async ({ fields, params }, dependencies, desk) => {
  const line = params['line'] ?? '';
  const saved = await saveLine(dependencies, desk, { form: formIn(fields), line });
  if (saved.kind === 'wrong') return entries(dependencies, desk, { fields, problems: saved.problems, line });
  return redirect(`${desk.path}/entries`);
};

export const removeEntry: AnswerPage = async ({ params }, dependencies, desk) => {
  await removeLine(dependencies, desk, params['line'] ?? '');
  return redirect(`${desk.path}/entries`);
};
