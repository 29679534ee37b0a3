import type { CaseFile } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import type { CaseView, OpenDecision, StepView } from '../../../procedure/describe';
import { holdsOn } from '../../../procedure/case/holds';
import { opens, type Viewer } from '../../../procedure/permissions';
import { sayDate } from '../../../procedure/time/dates';
import type { Role } from '../../../procedure/roles';
import { stepLabel } from '../../../procedure/step-names';
import { mayTakeAsOwn, whyMayNot } from '../../../procedure/may-take';
import { turnsOf, type Turn } from '../../../procedure/reminders/turns';
import type { IsoDate } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import type { FieldContext } from '../../forms/context';
import { questionOf } from '../../forms/questions';
import { nameOf } from '../../wording/name-of';
import { daysLeft } from '../../wording/days-left';
import { decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import { confirmAddress } from '../../case-frame/recorded-for-view';
import { deciders, entriesForOthers } from '../../../procedure/case/recorded-for';
import { confirmationSays, confirmationTags, whoDecidedIt } from '../../wording/on-behalf';
import { dayOfCase, deadlineTitle, deadlineWhy, standsIn, statusWords } from '../../wording/case-status';
import { ownPageOf } from '../../../procedure/asking/places';
import { isOfContribution } from '../../wording/where-done';
import { waitingOf } from './waiting-view';
import { begin, lowered, typographic } from '../../wording/letters';
import { followsIf } from '../../wording/only-if';

/** The data from which the overview is made. */
export interface Overlooked {
  readonly view: CaseView;
  readonly file: CaseFile;
  readonly profile: Pick<Profile, 'people' | 'policy'>;
  readonly viewer: Viewer;
  /** Lists the options that the forms of the case offer. */
  readonly context: Pick<FieldContext, 'candidates'>;
}

/** A date as the pages show it: the day, which day of the case that is, and why. */
interface ShownDate {
  readonly date: IsoDate;
  readonly day: number | undefined;
  readonly why: string;
  /** True if the date counts from an event that has not happened yet. */
  readonly expected: boolean;
}

const titleOf = (file: CaseFile, role: Role): string => file.policy.roleTitles[role];

/** Names the people who have this part in the case. */
const holdersOf = ({ file, profile }: Overlooked, role: Role): string =>
  (file.people[role] ?? []).map((person) => nameOf(profile, person)).join(', ');

/**
 * Names the decision that others must record before the people whose turn it is can act, and the roles that take it;
 * undefined if they can act now, or if nothing is open in the step.
 */
function firstFor({ file, view }: Overlooked, { step, people }: Turn): string | undefined {
  const open = view.open.filter((one) => step !== undefined && one.step === step);
  const [first] = open;
  const theirs = open.some(({ decision }) => people.some((id) => whyMayNot(file, decision, id) === undefined));
  if (first === undefined || theirs) return undefined;
  const parts = first.roles.map((role) => titleOf(file, role));
  return `${typographic(lowered(first.title))} (${parts.join(', or ')})`;
}

/** Lists the turns of the case, the earliest first: title, people, date, time left, and the reason for the date. */
function nextTurns(overlooked: Overlooked) {
  const { file, view, profile } = overlooked;
  return turnsOf(file)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map((turn) => ({
      title: typographic(begin(deadlineTitle(turn, file))),
      id: turn.id,
      people: turn.people,
      who: turn.people.map((person) => nameOf(profile, person)).join(', ') || 'Nobody has this role',
      part: titleOf(file, turn.owner),
      due: turn.due,
      day: dayOfCase(file, view.dayOne, turn.due),
      left: daysLeft(file.calendar, turn, view.asOf).sentence,
      overdue: turn.dueAt < view.asOf,
      why: deadlineWhy(turn),
      first: firstFor(overlooked, turn),
    }));
}

/** The roles on whose behalf this person records a decision; none where it is their own. */
function recordedForIn({ file, viewer }: Overlooked, { decision, mayBeRecordedFor }: OpenDecision): readonly Role[] {
  const { onBehalfOf } = definitionOf(decision);
  if (onBehalfOf !== undefined) return [onBehalfOf];
  return mayTakeAsOwn(file, decision, viewer.id) ? [] : mayBeRecordedFor;
}

const decisionLine = (overlooked: Overlooked, one: OpenDecision) => {
  const { file } = overlooked;
  const { decision, title, due } = one;
  const others = recordedForIn(overlooked, one).map((role) => titleOf(file, role));
  return {
    decision,
    title: typographic(title),
    href: ownPageOf(file.reference, decision) ?? decisionAddress(file.reference, decision),
    due,
    onBehalfOf: others.length === 0 ? undefined : others.join(', or '),
  };
};

/** True if the viewer may take an open decision. */
const isFor = ({ file, viewer }: Overlooked, { decision }: OpenDecision): boolean =>
  opens(viewer, 'decide') && whyMayNot(file, decision, viewer.id) === undefined;

/** True if the form of a decision can be filled in: a hold cannot be lifted if there is none. */
function isPossible({ context }: Overlooked, { decision }: OpenDecision): boolean {
  const question = questionOf(definitionOf(decision).form);
  return !(
    question.kind === 'group' &&
    question.parts.some(
      ({ question: part }) => part.kind === 'chosen' && !part.optional && context.candidates(part.among).length === 0,
    )
  );
}

/** The open decisions: this person's own by step, their own that are always open, and the others' with who takes them. */
function openTo(overlooked: Overlooked) {
  const { file, view } = overlooked;
  const possible = view.open.filter((one) => isPossible(overlooked, one));
  const mine = possible.filter((one) => isFor(overlooked, one));
  const steps = [...new Set(mine.flatMap(({ step }) => (step === null ? [] : [step])))];
  return {
    steps: steps.map((step) => ({
      id: `do-${step}`,
      title: typographic(stepLabel(step)),
      decisions: mine.filter((one) => one.step === step).map((one) => decisionLine(overlooked, one)),
    })),
    always: mine.filter(({ step }) => step === null).map((one) => decisionLine(overlooked, one)),
    others: possible
      .filter((one) => !mine.includes(one))
      .map((one) => ({
        title: typographic(one.title),
        step: one.step === null ? 'Open at every stage' : typographic(stepLabel(one.step)),
        who: one.roles.map((role) => {
          const names = holdersOf(overlooked, role);
          return { part: titleOf(file, role), names };
        }),
      })),
  };
}

/** Names the steps that a step waits for; if there are many, the first only. */
function awaited(waitsFor: StepView['waitsFor']): string {
  const [first = '', ...others] = waitsFor.map(stepLabel);
  return others.length > 2 ? `${first}, and ${others.length} later steps` : [first, ...others].join('; ');
}

/** Says how a step stands, below its title. */
function stepSays({ file, view, profile }: Overlooked, step: StepView): string {
  const owner = titleOf(file, step.owner);
  switch (step.status) {
    case 'done':
      return `Done${step.doneAt === null ? '' : ` on ${sayDate(step.doneAt)}`}${step.doneBy === null ? '' : ` by ${nameOf(profile, step.doneBy)}`}.`;
    case 'not-yet':
      return `Waiting for: ${typographic(awaited(step.waitsFor))}. Then: ${owner}.`;
    case 'on-hold': {
      const held = holdsOn(file, step.id)[0];
      return `On hold${held === undefined ? '' : ` since ${sayDate(held.placedOn)}, to be reviewed on ${sayDate(held.lookAgainOn)}`}. The clocks keep running. ${owner}.`;
    }
    case 'may-follow':
      return `${followsIf(step.id)}. ${owner}.`;
    case 'open':
    case 'overdue':
      return step.due === null || step.dueAt === null
        ? `${owner}.`
        : `${begin(daysLeft(file.calendar, { due: step.due, dueAt: step.dueAt }, view.asOf).sentence)}. ${owner}.`;
    case 'not-required':
      return 'Not needed in this case.';
  }
}

const tagOf: Readonly<Record<StepView['status'], string | undefined>> = {
  done: undefined,
  open: 'govuk-tag--blue',
  overdue: 'govuk-tag--red',
  'on-hold': 'govuk-tag--yellow',
  'not-yet': undefined,
  'may-follow': undefined,
  'not-required': undefined,
};

/** When a step is due, with why. */
const dueOf = (file: CaseFile, view: Pick<CaseView, 'dayOne'>, step: StepView): ShownDate | undefined =>
  step.due === null
    ? undefined
    : {
        date: step.due,
        day: dayOfCase(file, view.dayOne, step.due),
        why: typographic(step.why),
        expected: step.provisional,
      };

/** The steps in their order, as a task list; those that this case does not need are named apart. */
function taskList(overlooked: Overlooked, doable: readonly string[]) {
  const { file, view } = overlooked;
  return {
    steps: view.steps
      .filter(({ status }) => status !== 'not-required')
      .map((step) => ({
        title: typographic(stepLabel(step.id)),
        href: doable.includes(`do-${step.id}`) ? `#do-${step.id}` : undefined,
        says: stepSays(overlooked, step),
        status: statusWords[step.status],
        tag: tagOf[step.status],
        due: dueOf(file, view, step),
        isDone: step.status === 'done',
        original: step.original,
      })),
    notNeeded: view.steps.filter(({ status }) => status === 'not-required').map(({ id }) => typographic(stepLabel(id))),
  };
}

/** Lists the entries that were recorded on behalf of others and are not agreed to, and where this person answers. */
function forOthers({ file, profile, viewer }: Overlooked) {
  return entriesForOthers(file)
    .filter(({ confirmation }) => confirmation.state !== 'confirmed')
    .map(({ name, fact, recordedFor, confirmation: { state } }) => ({
      title: `entry ${fact.seq}, “${typographic(definitionOf(name).title)}”`,
      href: recordAddress(file.reference, { entry: fact.seq }),
      says: confirmationSays(whoDecidedIt({ file, profile }, recordedFor), state),
      tag: confirmationTags[state],
      confirm: deciders(file, recordedFor).includes(viewer.id) ? confirmAddress(file, fact.seq) : undefined,
    }));
}

/** Makes all parts of the overview that follow from the rules. */
export function overviewOf(overlooked: Overlooked) {
  const { file, view } = overlooked;
  const open = openTo(overlooked);
  return {
    stands: standsIn(view, file),
    forOthers: forOthers(overlooked),
    next: nextTurns(overlooked).filter(
      ({ id, people }) => people.includes(overlooked.viewer.id) || !isOfContribution(file, id),
    ),
    waiting: waitingOf(overlooked),
    open,
    list: taskList(
      overlooked,
      open.steps.map(({ id }) => id),
    ),
  };
}
