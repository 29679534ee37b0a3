import type { DecisionName, Fact } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import { londonDate } from '../../../procedure/time/dates';
import { openDecisions } from '../../../procedure/describe';
import { factsOf } from '../../../procedure/case/facts';
import { plannedDates } from '../../../procedure/dates/plan';
import { ownersOf } from '../../../procedure/reminders/recipients';
import type { Refusal } from '../../../procedure/refusals';
import { isShutOut } from '../../../procedure/case/shut-out';
import { stepLabel } from '../../../procedure/step-names';
import { completion, unsettledBefore, openSteps, ownerOf, steps } from '../../../procedure/dates/steps';
import type { StepId } from '../../../procedure/step-ids';
import { whyNotOpen } from '../../../procedure/not-open';
import { mayTake, whyMayNot } from '../../../procedure/may-take';
import { turnsOf } from '../../../procedure/reminders/turns';
import { view, type View } from '../../http/answer';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Asked, VisitOfCase } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import type { AnswerRow } from './answers';
import { saidOnPage } from '../../wording/said-on-page';
import { typographic } from '../../wording/letters';

/* Pages that say why a decision cannot be taken now: the steps before it, whose decision it is, or who was first. */

interface Here {
  readonly asked: Asked & VisitOfCase;
  readonly dependencies: ConsoleDependencies;
  readonly name: DecisionName;
}

const calmly = ({ asked, name }: Here, template: string, model: object, status: number): View => {
  const title = typographic(definitionOf(name).title);
  return view(template, title, { ...caseFrame(asked, { called: title }), ...model }, status);
};

const namesOf = ({ dependencies }: Pick<Here, 'dependencies'>, people: readonly string[]): string =>
  people.map((id) => nameOf(dependencies.profile, id)).join(', ');

/** True if one step must be done before another, however many steps lie between them. */
const isBefore = (one: StepId, other: StepId): boolean =>
  steps[other].after.some((before) => before === one || isBefore(one, before));

/** Lists the steps to be done first, with their dates and the people whose turn each is. */
function stepsBefore(here: Here) {
  const { file } = here.asked.known;
  const definition = definitionOf(here.name);
  const { step } = definition;
  if (step === undefined) return [];
  const waited = unsettledBefore(file, definition.after ?? steps[step].after);
  // If it is still undecided whether the steps before are needed, the open steps on the way to this one are listed.
  const nearest = waited.length > 0 ? waited : openSteps(file).filter((one) => isBefore(one, step));
  const turns = turnsOf(file);
  return nearest.map((id) => {
    const turn = turns.find((one) => one.step === id);
    const { due } = plannedDates(file, id);
    return {
      of: id,
      title: typographic(stepLabel(id)),
      due,
      turn: namesOf(here, turn?.people ?? ownersOf(file, ownerOf(file, id)).map(({ person }) => person)),
      isOpen: turn !== undefined,
    };
  });
}

/** The decisions that have to be on the record first, whose they are, and whether this person can take them. */
function decisionsBefore(here: Here) {
  const { asked, name } = here;
  const { file } = asked.known;
  return (definitionOf(name).follows ?? [])
    .filter((one) => factsOf(file, one).length === 0)
    .map((one) => ({
      of: one,
      title: typographic(definitionOf(one).title),
      takers: takersOf({ ...here, name: one }),
      href:
        whyNotOpen(file, one) === undefined && whyMayNot(file, one, asked.visitor.person.id) === undefined
          ? decisionAddress(file.reference, one)
          : undefined,
    }));
}

/** Lists the open decisions of the same step that this person may take now. */
function decisionsMeanwhile({ asked, name }: Here) {
  const { file } = asked.known;
  const { step, follows = [] } = definitionOf(name);
  if (step === undefined) return [];
  return openDecisions(file)
    .filter((one) => one.step === step && !follows.includes(one.decision))
    .filter(({ decision }) => whyMayNot(file, decision, asked.visitor.person.id) === undefined)
    .map(({ decision, title }) => ({ title: typographic(title), href: decisionAddress(file.reference, decision) }));
}

/** True if a refusal says only what the list below it says too, and more of each. */
const onlyLists = ({ waitsFor }: Refusal, listed: readonly { readonly of: StepId | DecisionName }[]): boolean =>
  waitsFor !== undefined && listed.length > 0 && listed.every(({ of }) => waitsFor.includes(of));

/** Shows why the decision is not open, and when it will be. */
export function notOpenView(here: Here, refusal: Refusal): View {
  const { file } = here.asked.known;
  const { step } = definitionOf(here.name);
  const isLater = refusal.code === 'too-early';
  const sentence = saidOnPage({ profile: here.dependencies.profile, policy: file.policy }, refusal);
  const before = isLater ? stepsBefore(here) : [];
  const first = isLater ? decisionsBefore(here) : [];
  return calmly(
    here,
    'pages/decide/not-open.njk',
    {
      isLater,
      isClosed: refusal.code === 'closed',
      sentence: onlyLists(refusal, [...before, ...first]) ? undefined : sentence,
      before,
      first,
      meanwhile: isLater ? decisionsMeanwhile(here) : [],
      due: step === undefined || !isLater ? undefined : plannedDates(file, step).due,
      done: step === undefined ? undefined : completion(file, step)?.on,
      reopen: refusal.code === 'closed' ? decisionAddress(file.reference, 'reopenCase') : undefined,
    },
    409,
  );
}

/** Whoever may take it: each part with the people who have it in this case. */
function takersOf(here: Here) {
  const { file } = here.asked.known;
  return mayTake(file, here.name).map((role) => ({
    title: file.policy.roleTitles[role],
    people: namesOf(
      here,
      (file.people[role] ?? []).filter((person) => !isShutOut(file, person)),
    ),
  }));
}

/** Shows who may take a decision that is not this person's. */
export const notTheirsView = (here: Here): View =>
  calmly(here, 'pages/decide/not-theirs.njk', { takers: takersOf(here) }, 403);

/** Makes the details of the decision that was first: who took it, when, and its entry on the record. */
function firstModel({ asked, dependencies }: Here, first: Fact<unknown>) {
  const { file } = asked.known;
  return {
    by: nameOf(dependencies.profile, first.by),
    part: file.policy.roleTitles[first.role],
    on: first.on,
    datedOtherwise: first.on !== londonDate(first.recordedAt),
    recordedAt: first.recordedAt,
    seq: first.seq,
    href: recordAddress(file.reference, { entry: first.seq }),
    isTheirs: first.by === asked.visitor.person.id,
    correct:
      whyMayNot(file, 'correctFact', asked.visitor.person.id) === undefined &&
      whyNotOpen(file, 'correctFact') === undefined
        ? `${decisionAddress(file.reference, 'correctFact')}?entry=${first.seq}`
        : undefined,
  };
}

/** Shows that the decision was taken already, by whom, and its answers. */
export const decidedView = (here: Here, first: Fact<unknown>, answers: readonly AnswerRow[]): View =>
  calmly(here, 'pages/decide/decided.njk', { first: firstModel(here, first), answers }, 409);

/** Shows a decision that was not recorded: the reason, the decision taken instead, and what this person wrote. */
export const notRecordedView = (
  here: Here,
  {
    sentence,
    first,
    said,
    mine,
    back,
  }: {
    readonly sentence: string;
    readonly first?: Fact<unknown> | undefined;
    readonly said: readonly AnswerRow[];
    readonly mine: readonly AnswerRow[];
    readonly back: string;
  },
  status = 409,
): View =>
  calmly(
    here,
    'pages/decide/not-recorded.njk',
    { sentence, first: first === undefined ? undefined : firstModel(here, first), said, mine, back },
    status,
  );
