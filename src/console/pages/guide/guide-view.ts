import { caseNow } from '../../../casework/reading';
import { catalogue } from '../../../procedure/catalogue';
import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { openDecisions, planOf, type StepStatus, type StepView } from '../../../procedure/describe';
import type { Viewer } from '../../../procedure/permissions';
import type { Policy } from '../../../procedure/policy';
import type { StepId } from '../../../procedure/step-ids';
import { stepLabel } from '../../../procedure/step-names';
import { steps } from '../../../procedure/dates/steps';
import { mayTake, whyMayNot } from '../../../procedure/may-take';
import type { Instant } from '../../../procedure/time/time';
import type { CaseOnRecord } from '../../../records/cases';
import { caseAddress, decisionAddress } from '../../case-frame/case-frame';
import { statusWords } from '../../wording/case-status';
import type { ConsoleDependencies } from '../../http/dependencies';
import { nameOf } from '../../wording/name-of';
import { windowSaid } from '../../wording/windows';
import { chapterIds, chapters, whatHappens, type ChapterId } from './chapters';
import { typographic } from '../../wording/letters';

/** The person who takes the tour, and the practice case that goes with it. */
export interface Tour {
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly known: CaseOnRecord | undefined;
  readonly policy: Policy;
}

type Standing = 'done' | 'next' | 'later' | 'not-needed';

const standings: Readonly<Record<StepStatus, Standing>> = {
  done: 'done',
  open: 'next',
  overdue: 'next',
  'on-hold': 'later',
  'not-yet': 'later',
  'may-follow': 'later',
  'not-required': 'not-needed',
};

const tagOf: Readonly<Record<Standing, string>> = {
  done: 'govuk-tag--green',
  next: 'govuk-tag--blue',
  later: 'govuk-tag--grey',
  'not-needed': 'govuk-tag--grey',
};

/** The most holders of a part that are named. */
const mostNames = 3;

function holders({ profile }: Pick<ConsoleDependencies, 'profile'>, file: CaseFile, decision: DecisionName): string {
  const people = [...new Set(mayTake(file, decision).flatMap((role) => file.people[role] ?? []))];
  const names = people.slice(0, mostNames).map((id) => nameOf(profile, id));
  return people.length > mostNames ? `${names.join(', ')} and others` : names.join(', ');
}

/** Lists the decisions that can be taken now in a step of the practice case, and by whom. */
function doableNow(dependencies: ConsoleDependencies, { viewer }: Tour, file: CaseFile, step: StepId) {
  return openDecisions(file)
    .filter((open) => open.step === step)
    .map(({ decision, title }) => ({
      title: typographic(title),
      href: decisionAddress(file.reference, decision),
      mine: whyMayNot(file, decision, viewer.id) === undefined,
      by: holders(dependencies, file, decision),
    }));
}

const standsAt = ({ status, due, doneAt }: StepView) => ({
  text: status === 'open' ? 'Next' : statusWords[status],
  classes: status === 'overdue' ? 'govuk-tag--red' : tagOf[standings[status]],
  due: standings[status] === 'next' || standings[status] === 'later' ? due : null,
  doneAt,
});

function stepInChapter(dependencies: ConsoleDependencies, tour: Tour, plan: readonly StepView[], step: StepId) {
  const { policy, known } = tour;
  const standing = plan.find(({ id }) => id === step);
  return {
    id: step,
    title: typographic(stepLabel(step)),
    whatHappens: whatHappens[step],
    owner: policy.roleTitles[steps[step].owner],
    window: windowSaid(policy.windows[step]),
    decisions: catalogue
      .filter((one) => one.step === step)
      .map(({ name, title }) => ({
        title: typographic(title),
        who: mayTake({ policy }, name)
          .map((role) => policy.roleTitles[role])
          .join(', '),
      })),
    standing: standing === undefined ? undefined : standsAt(standing),
    now: known === undefined ? [] : doableNow(dependencies, tour, known.file, step),
  };
}

const planFor = ({ known, now }: Tour): readonly StepView[] =>
  known === undefined ? [] : planOf(known.file, caseNow(now, known));

/** The address of a chapter, or of the first page of the tour, with the practice case that goes with it. */
export const tourAddress = (chapter: ChapterId | undefined, reference: string | undefined): string =>
  `/guide${chapter === undefined ? '' : `/${chapter}`}${reference === undefined ? '' : `?case=${reference}`}`;

/** Says in a word or two how a chapter stands in the practice case. */
function chapterStands(
  chapter: ChapterId,
  plan: readonly StepView[],
): { readonly text: string; readonly classes: string } {
  const standing = chapters[chapter].steps.map(
    (step) => standings[plan.find(({ id }) => id === step)?.status ?? 'not-yet'],
  );
  const left = standing.filter((one) => one !== 'not-needed');
  if (left.length === 0) return { text: 'Not needed', classes: tagOf['not-needed'] };
  if (left.every((one) => one === 'done')) return { text: 'Done', classes: tagOf.done };
  return left.includes('next') ? { text: 'Next', classes: tagOf.next } : { text: 'Not yet', classes: tagOf.later };
}

/** The list of chapters, each with where it stands in the practice case. */
export function chapterList(tour: Tour) {
  const plan = planFor(tour);
  return chapterIds.map((id, at) => ({
    title: { text: `${at + 1}. ${chapters[id].title}` },
    href: tourAddress(id, tour.known?.file.reference),
    status: tour.known === undefined ? { text: 'To read' } : { tag: chapterStands(id, plan) },
  }));
}

/** A chapter: each step with what happens, who acts and by when, and where the practice case stands in it. */
export function chapterView(dependencies: ConsoleDependencies, tour: Tour, chapter: ChapterId) {
  const plan = planFor(tour);
  const at = chapterIds.indexOf(chapter);
  const reference = tour.known?.file.reference;
  const link = (id: ChapterId | undefined) =>
    id === undefined ? undefined : { title: chapters[id].title, href: tourAddress(id, reference) };
  return {
    about: chapters[chapter].about,
    number: at + 1,
    of: chapterIds.length,
    steps: chapters[chapter].steps.map((step) => stepInChapter(dependencies, tour, plan, step)),
    before: link(at === 0 ? undefined : chapterIds[at - 1]),
    after: link(chapterIds[at + 1]),
    tourHref: tourAddress(undefined, reference),
    ...practiceCase(tour),
  };
}

/** Returns the facts about the practice case that the tour shows. */
export function practiceCase({ known, now }: Tour) {
  if (known === undefined) return { theCase: undefined };
  const { reference, closedOn } = known.file;
  return {
    theCase: {
      reference,
      href: caseAddress(reference),
      moveHref: `${caseAddress(reference)}/practice`,
      clock: caseNow(now, known),
      isClosed: closedOn !== undefined,
    },
  };
}
