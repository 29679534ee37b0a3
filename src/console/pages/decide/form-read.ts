import { whyNotAtTheDoor } from '../../../casework/at-the-door';
import { checkDecision } from '../../../casework/deciding';
import { againstTheDay } from '../../../casework/preparing';
import { confirmedStill, doubtsOfDecision } from '../../../casework/doubts';
import { caseNow } from '../../../casework/reading';
import type { DecisionName, PassedLimit } from '../../../procedure/case/case-file';
import { parseIsoDate, sayDate } from '../../../procedure/time/dates';
import { date } from '../../../procedure/forms';
import { partsOf, saidOf, type FieldProblem, type Refusal } from '../../../procedure/refusals';
import { isRecord } from '../../../procedure/schema-parts';
import type { DoubtCode } from '../../../procedure/notification/doubt-words';
import type { IsoDate } from '../../../procedure/time/time';
import type { CaseContent } from '../../../records/content';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { FieldContext } from '../../forms/context';
import { confirmName } from '../../forms/confirm-question';
import { problemsAsNamed, readFields } from '../../forms/reading';
import type { Asked, Fields, VisitOfCase } from '../../http/page';
import { problemsOnPage } from '../../wording/said-on-page';
import type { DecisionQuestions } from './asking';
import type { ToConfirm, Unresolved } from './for-others';

/** The day on which a decision was taken, beside its own fields. */
export const dayField = (received: IsoDate) =>
  date(
    'Date this happened',
    'happened',
    `On or after ${sayDate(received)}, when the notification was received, and not in the future`,
  );

/** The page of a decision, as it is asked for. */
export interface DecisionPage {
  readonly asked: Asked & VisitOfCase;
  readonly dependencies: ConsoleDependencies;
  readonly name: DecisionName;
  readonly asking: DecisionQuestions;
  readonly context: FieldContext;
  /** The field that is being corrected, in words. */
  readonly correcting?: Correcting;
  /** The names in the case, which a correction or an added child is checked against. */
  readonly content?: CaseContent | undefined;
  /** Entries that were recorded on behalf of this person and await their answer. */
  readonly toConfirm?: readonly ToConfirm[];
  /** Entries that are not agreed to, before something leaves the partnership. */
  readonly unresolved?: readonly Unresolved[];
}

/** The field that a correction is about: its entry, and its present value. */
export interface Correcting {
  readonly seq: number;
  readonly decision: string;
  readonly on: IsoDate;
  readonly field: string;
  readonly now: string;
  /** The page to choose another field. */
  readonly others: string;
}

/** The typed fields after reading and checking, by the same rules as when the decision is recorded. */
export type ReadDecision =
  | {
      readonly kind: 'in-order';
      readonly on: IsoDate;
      readonly answers: unknown;
      readonly form: unknown;
      /** On whose behalf it is recorded; undefined where it is this person's own. */
      readonly onBehalf: unknown;
      /** The limits that the decision passes. */
      readonly passes: readonly PassedLimit[];
      /** True if the check page asks for a reason for passing them. */
      readonly asksReason: boolean;
    }
  | {
      readonly kind: 'wrong';
      readonly problems: readonly FieldProblem[];
      readonly answers: unknown;
      /** The doubts that are to be confirmed; absent where there are none. */
      readonly doubted?: readonly DoubtCode[];
    };

/**
 * Reads what was typed for a decision, and checks it by the rules, those of addresses too, which a case does not know.
 * Keeps and changes nothing. Throws `RecordsUnavailable`.
 */
export async function readDecision(page: DecisionPage, typed: Fields): Promise<ReadDecision> {
  const read = readByRules(page, typed);
  if (read.kind === 'wrong') return read;
  const { asked, dependencies, name } = page;
  const why = await whyNotAtTheDoor(dependencies, asked.known.file, { name, form: read.form });
  if (why === undefined) return read;
  return { kind: 'wrong', answers: read.answers, problems: inWords(page, problemsOf(page, typed, why)) };
}

/** Says problems as people read them, with the names of the case. */
const inWords = ({ asked, dependencies }: DecisionPage, found: readonly FieldProblem[]): readonly FieldProblem[] =>
  problemsOnPage({ profile: dependencies.profile, policy: asked.known.file.policy }, found);

/** Reads what was typed for a decision, and checks it by the rules of its case. */
function readByRules(page: DecisionPage, typed: Fields): ReadDecision {
  const { asked, name, asking, context, content } = page;
  const { known, visitor } = asked;
  const day = readFields(dayField(known.file.notification.receivedOn), typed, context, 'on');
  const read = readFields(asking.schema, typed, context);
  const now = caseNow(asked.now, known);
  const on = typeof day.form === 'string' ? parseIsoDate(day.form) : undefined;
  if (day.problems.length + read.problems.length > 0) {
    const byRules = inWords(page, againstTheDay(known.file, name, { on, now }));
    // The rules say more about a wrong day than its field does, and the page shows one sentence.
    const ofDay = byRules.length > 0 ? byRules : day.problems;
    return { kind: 'wrong', problems: [...ofDay, ...read.problems], answers: read.form };
  }
  const answers = withConfirmed(page, read.form);
  const sent = { form: asking.formOf(answers), onBehalf: asking.onBehalfOf(answers) };
  const checked = checkDecision(known.file, { name, on: day.form, ...sent, actor: visitor.person, now, content });
  if (checked.kind === 'in-order') {
    const { limits: passes, asksReason } = checked.passes ?? { limits: [], asksReason: false };
    return { kind: 'in-order', on: checked.on, answers, ...sent, passes, asksReason };
  }
  const doubted = doubtedIn(page, { answers, refusal: checked.refusal });
  const fields = problemsOf(page, typed, checked.refusal);
  // The question whether this is right has the answer of whoever is asked.
  const problems = doubted.length === 0 ? fields : fields.map((one) => ({ ...one, field: confirmName }));
  return { kind: 'wrong', answers, problems: inWords(page, problems), doubted };
}

/** The answers without a confirmation of what is no longer in doubt, because another answer was changed. */
function withConfirmed(page: DecisionPage, answers: unknown): unknown {
  if (!isRecord(answers) || answers[confirmName] === undefined) return answers;
  const { [confirmName]: _confirmed, ...others } = answers;
  const { name, asking, content } = page;
  const kept = confirmedStill(page.asked.known.file, { name, form: asking.formOf(answers), content });
  return kept === undefined ? others : { ...others, [confirmName]: kept };
}

/** The doubts because of which a decision was refused; none where it was refused for another reason. */
function doubtedIn(
  { asked, name, asking, content }: DecisionPage,
  { answers, refusal }: { readonly answers: unknown; readonly refusal: Refusal },
): readonly DoubtCode[] {
  if (refusal.code !== 'to-be-confirmed') return [];
  const form = asking.formOf(answers);
  return doubtsOfDecision(asked.known.file, { name, form, content }).map(({ code }) => code);
}

/** Places each problem that the rules found at its field: problems with the day at the day, the rest at the form. */
function problemsOf({ asking, context }: DecisionPage, typed: Fields, refusal: Refusal): readonly FieldProblem[] {
  const { fields = [] } = refusal;
  if (fields.length === 0) return [{ field: refusal.field ?? '', ...saidOf(partsOf(refusal)) }];
  const own = fields.filter(({ field }) => field !== 'on');
  const named = own.map((one) => ({ ...one, field: asking.asNamed(one.field) }));
  const ofDay = fields.filter(({ field }) => field === 'on');
  return [...ofDay, ...problemsAsNamed(asking.schema, typed, named, context)];
}
