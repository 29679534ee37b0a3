import { every, one } from '../../http/fields';
import { dateParts, type DatePart } from '../../forms/typed-date';
import type { Fields } from '../../http/page';
import { boxName, typedDay } from './day';
import { clockAnswers } from '../../forms/typed-moment';
import { clockName, moreName, timeName, type NotifyOption, type NotifyQuestion } from './question';
import type { TypedProblem } from './reading';
import { begin } from '../../wording/letters';

/** A question as the page shows it: what was typed before, and what is wrong with it. */
export type QuestionView = NotifyQuestion & {
  /** The id of the first control of the question, which problems link to. */
  readonly id: string;
  readonly value: string;
  readonly chosen: readonly string[];
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: { readonly text: string };
  }[];
  readonly boxes: readonly {
    readonly part: DatePart;
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly wrong: boolean;
  }[];
  readonly more?: { readonly name: string; readonly value: string };
  readonly time?: { readonly name: string; readonly value: string; readonly wrong: boolean };
  /** The choice between two equal times, asked only if the typed time came twice on that day. */
  readonly clock?: { readonly name: string; readonly value: string; readonly items: readonly object[] };
  readonly problem?: string;
};

const isOf = ({ name }: NotifyQuestion, { field }: TypedProblem): boolean =>
  field === name || field.startsWith(`${name}.`);

/** The control to which a problem leads. */
function controlOf(question: NotifyQuestion, { field }: TypedProblem): string {
  if (question.kind === 'date' || question.kind === 'moment') {
    return field === question.name ? boxName(question.name, 'day') : field;
  }
  return question.name;
}

const itemOf = ({ value, text, hint }: NotifyOption) => ({
  value,
  text,
  ...(hint === undefined ? {} : { hint: { text: hint } }),
});

function viewOf(question: NotifyQuestion, typed: Fields, problems: readonly TypedProblem[]): QuestionView {
  const { name } = question;
  const problem = problems.find((one) => isOf(question, one));
  const control = problem === undefined ? undefined : controlOf(question, problem);
  const isDay = question.kind === 'date' || question.kind === 'moment';
  const day = typedDay(typed, name);
  // All boxes of a date are marked as wrong unless the problem names one.
  const whole = problem?.field === name;
  return {
    ...question,
    id: isDay ? boxName(name, 'day') : name,
    value: one(typed, name),
    chosen: every(typed, name),
    items: 'options' in question ? question.options.map(itemOf) : [],
    boxes: isDay
      ? dateParts.map((part) => ({
          part,
          name: boxName(name, part),
          label: begin(part),
          value: day[part],
          wrong: whole || control === boxName(name, part),
        }))
      : [],
    ...(question.kind === 'choices-and-more'
      ? { more: { name: moreName(name), value: one(typed, moreName(name)) } }
      : {}),
    ...(question.kind === 'moment'
      ? { time: { name: timeName(name), value: one(typed, timeName(name)), wrong: control === timeName(name) } }
      : {}),
    ...(question.kind === 'moment' && (control === clockName(name) || one(typed, clockName(name)) !== '')
      ? { clock: { name: clockName(name), value: one(typed, clockName(name)), items: clockAnswers } }
      : {}),
    ...(problem === undefined ? {} : { problem: problem.sentence }),
  };
}

/** The questions of a page with what was typed, and the problems each with the control to which it leads. */
export function questionViews(questions: readonly NotifyQuestion[], typed: Fields, problems: readonly TypedProblem[]) {
  return {
    questions: questions.map((question) => viewOf(question, typed, problems)),
    problems: problems.map((problem) => {
      const question = questions.find((one) => isOf(one, problem));
      return { field: question === undefined ? '' : controlOf(question, problem), sentence: problem.sentence };
    }),
  };
}
