import { one } from '../../http/fields';
import type { FieldProblem } from '../../../procedure/refusals';
import { definitionOf } from '../../../procedure/catalogue';
import { stepLabel } from '../../../procedure/step-names';
import type { DoubtCode } from '../../../procedure/notification/doubt-words';
import { plannedDates } from '../../../procedure/dates/plan';
import { mayTakeAsOwn, roleOfCall } from '../../../procedure/may-take';
import { seesPiece } from '../../../procedure/permissions';
import type { StepId } from '../../../procedure/step-ids';
import { view, type View } from '../../http/answer';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { confirmedOnPage, confirmFields, confirmName } from '../../forms/confirm-question';
import { errorSummary } from '../../forms/error-summary';
import type { Field } from '../../forms/field';
import { fieldsOf } from '../../forms/fields-of';
import { idOf } from '../../forms/names';
import { typedDateOf } from '../../forms/typed-date';
import type { Fields } from '../../http/page';
import { dayField, type DecisionPage } from './form-read';
import { seenName, type SinceInWords } from './since';
import { severalFrom } from '../../wording/where-done';
import { typographic } from '../../wording/letters';

/** Fields that the address of a form can fill in. */
const chosenByLink = [
  ...(['contribution', 'agency', 'partner', 'colleague', 'member'] as const),
  ...(['action', 'months', 'hold', 'process'] as const),
];

/** Values that the form of a decision shows beside its questions. */
export interface FormFilled {
  readonly typed: Fields;
  readonly problems?: readonly FieldProblem[];
  /** The doubts that are to be confirmed. */
  readonly doubted?: readonly DoubtCode[];
  /** The secret of the draft that is being changed. */
  readonly draft?: string;
  /** The row to go on with. */
  readonly next?: string;
  /** The last entry of the record when the form was first opened; that of now where it is opened now. */
  readonly seen?: number | undefined;
  /** Entries recorded since the form was first opened. */
  readonly since?: readonly SinceInWords[];
}

/** Steps whose forms lead to the notification: whoever decides there has it before them (steps 2 to 4). */
const decidedOnNotification: readonly StepId[] = ['front-door', 'decision-meeting', 'outcome'];

/** The title of a decision, as a page's heading. */
export const decisionTitle = ({ name }: Pick<DecisionPage, 'name'>): string => typographic(definitionOf(name).title);

/** Returns the first values of the fields: today's date, and the value that is being corrected. */
export function atFirst({ asking, context, asked }: DecisionPage): Fields {
  const today = typedDateOf(context.today);
  // A link from a list says what the form is about.
  const about = Object.fromEntries(
    chosenByLink.flatMap((name) => (one(asked.query, name) === '' ? [] : [[name, one(asked.query, name)]])),
  );
  return { ...asking.atFirst, ...about, 'on.day': today.day, 'on.month': today.month, 'on.year': today.year };
}

/** The questions of a decision, and whether answers are right only where they are in doubt. */
const questionsOf = (
  { asking, context }: DecisionPage,
  { doubted, ...filled }: { readonly typed: Fields } & Required<Pick<FormFilled, 'problems' | 'doubted'>>,
): readonly Field[] => [
  ...fieldsOf(asking.schema, context, filled).filter(({ name }) => name !== confirmName),
  ...confirmFields(
    [...doubted, ...confirmedOnPage(filled.typed)].map((code) => ({ code })),
    filled,
  ),
];

/** The address of the notification, for whoever sees it and decides on it. */
const notificationFor = ({ asked: { known, visitor }, name }: DecisionPage): string | undefined => {
  const { step } = definitionOf(name);
  const isDecidedOn = step !== undefined && decidedOnNotification.includes(step);
  if (!isDecidedOn || !seesPiece(visitor.person, known.file, 'notification')) return undefined;
  return `/cases/${known.file.reference}#notification`;
};

/** The form of a decision. */
export function formView(
  page: DecisionPage,
  { typed, problems = [], doubted = [], draft, next, seen, since = [] }: FormFilled,
): View {
  const { asked, name, asking, context } = page;
  const { file } = asked.known;
  const { step, onBehalfOf } = definitionOf(name);
  const filled = { typed, problems, ...(next === undefined ? {} : { next }) };
  const fields = [
    ...fieldsOf(dayField(file.notification.receivedOn), context, filled, 'on'),
    ...questionsOf(page, { ...filled, doubted }),
  ];
  const title = decisionTitle(page);
  return view(
    'pages/decide/form.njk',
    title,
    {
      ...caseFrame(asked, { called: title }),
      fields,
      errors: errorSummary(problems, fields, `#${idOf('on')}-day`),
      problems,
      notification: notificationFor(page),
      action: formAddress(page, draft),
      fixed: Object.entries({ ...asking.fixed, [seenName]: String(seen ?? file.seq) }).map(([key, value]) => ({
        name: key,
        value,
      })),
      since,
      step: step === undefined ? undefined : typographic(stepLabel(step)),
      due: step && plannedDates(file, step).due,
      hat: hatOf(page),
      onBehalfOf: onBehalfOf === undefined ? undefined : file.policy.roleTitles[onBehalfOf],
      several: severalFrom({ file, viewer: asked.visitor.person }, name),
      correcting: page.correcting,
      toConfirm: page.toConfirm ?? [],
      unresolved: page.unresolved ?? [],
    },
    problems.length > 0 ? 422 : 200,
  );
}

/** Returns the role in which this person takes the decision, or records it on behalf of others. */
export function hatOf({ asked, name }: DecisionPage, onBehalf?: unknown): string | undefined {
  const { file } = asked.known;
  const by = asked.visitor.person.id;
  // Before anybody is chosen, whoever may not take it themselves is known to record it for others.
  const forOthers = onBehalf ?? (mayTakeAsOwn(file, name, by) ? undefined : {});
  const role = roleOfCall(file, { name, by, onBehalf: forOthers });
  return typeof role === 'string' ? file.policy.roleTitles[role] : undefined;
}

/** The address of the form, of its check or of a part of it, with what it is about. */
export function formAddress({ asked, name, asking }: DecisionPage, draft: string | undefined, below = ''): string {
  const query = new URLSearchParams(asking.fixed);
  if (draft !== undefined) query.set('draft', draft);
  const said = query.toString();
  return `${decisionAddress(asked.known.file.reference, name)}${below}${said === '' ? '' : `?${said}`}`;
}
