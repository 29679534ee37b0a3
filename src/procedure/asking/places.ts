import type { CaseFile, DecisionName } from '../case/case-file';
import { catalogue } from '../catalogue';
import type { Deadline } from '../dates/deadlines';
import { readTaskId, type TaskKind } from '../dates/task-id';
import { mayRecordForOthers, mayTakeAsOwn } from '../may-take';
import { whyNotOpen } from '../not-open';
import type { MeetingKind } from '../meetings/kinds-of-meeting';
import { rolesNow } from '../parts';
import { seesPiece } from '../permissions';
import type { StepId } from '../step-ids';
import type { PersonId } from '../time/time';
import { mayAnswer } from './answered-by';

/*
 * Places at which things are done: the addresses of forms and requests, below that of the installation. Pages and emails
 * lead there by the same rule.
 */

/** The page of a request in its case, or a page that leads on from there. */
export const requestAddress = (
  reference: string,
  id: string,
  page: 'request' | 'nil' | 'pass-on' = 'request',
): string => `/cases/${reference}/requests/${encodeURIComponent(id)}/${page}`;

/** The page of a case's meetings, or the one on which a meeting of this kind is arranged or changed. */
export const meetingAddress = (reference: string, kind?: MeetingKind): string =>
  `/cases/${reference}/meetings${kind === undefined ? '' : `/${kind}`}`;

/** Decisions that are taken on a page of their own. */
const ownPages: Readonly<Partial<Record<DecisionName, (reference: string) => string>>> = {
  arrangeRapidReviewMeeting: (reference) => meetingAddress(reference, 'rapid-review'),
  arrangeMeeting: (reference) => meetingAddress(reference),
  moveMeeting: (reference) => meetingAddress(reference),
};

/** The address at which a decision is taken: a page of its own; undefined where it has its form alone. */
export const ownPageOf = (reference: string, decision: DecisionName): string | undefined =>
  ownPages[decision]?.(reference);

/** Values by which a form says what it is about. */
type About = Readonly<Record<string, string>>;

/** The address of a decision's form. */
function formAddress(reference: string, name: DecisionName, about: About = {}): string {
  const own = ownPageOf(reference, name);
  if (own !== undefined) return own;
  const query = new URLSearchParams(about).toString();
  return `/cases/${reference}/decisions/${name}${query === '' ? '' : `?${query}`}`;
}

type RequestTask = 'return' | 'chronology' | 'further';
const familyStep: StepId = 'family-contact';

/** Decisions by which the tasks are done that have no page of their own, in the order in which they are taken. */
const formsOfTasks: Readonly<
  Record<Exclude<TaskKind, RequestTask | 'family-told' | 'objection' | 'unanswered'>, readonly DecisionName[]>
> = {
  naming: ['nameAgencies'],
  summary: ['recordAgencySummary'],
  statement: ['recordMediaStatement'],
  dissemination: ['recordDissemination'],
  confirmation: ['confirmEntry'],
  colleague: ['settleColleague'],
  action: ['completeAction'],
  'action-look': ['lookAtActionAgain'],
  hold: ['lookAtHoldAgain'],
  'delay-letter': ['draftDelayLetter', 'sendDelayLetter'],
  process: ['updateParallelProcess'],
  'progress-check': ['recordProgressCheck'],
  display: ['decideDisplay'],
  'home-authority': ['tellHomeAuthority'],
};

/** The field of a form that the code of a task fills in. */
const fieldOfCode: Readonly<Partial<Record<TaskKind, string>>> = {
  naming: 'partner',
  summary: 'partner',
  confirmation: 'entry',
  colleague: 'colleague',
  action: 'action',
  'action-look': 'action',
  hold: 'hold',
  'delay-letter': 'hold',
  process: 'process',
};

/** Returns the values by which the form of a task says what it is about. */
function aboutTask(id: string): About {
  const { kind, code, months } = readTaskId(id) ?? {};
  const field = kind && fieldOfCode[kind];
  return {
    ...(field === undefined || code === undefined ? {} : { [field]: code }),
    ...(months === undefined ? {} : { months: String(months) }),
  };
}

const isRequest = (id: string): boolean => {
  const kind = readTaskId(id)?.kind;
  return kind === 'return' || kind === 'chronology' || kind === 'further';
};

const isOfFamily = (id: string): boolean => id === familyStep || readTaskId(id)?.kind === 'family-told';

/** The page on which a task is done that is done on no form: the request, or the page of the family. */
function pageOf(reference: string, id: string): string | undefined {
  if (isRequest(id)) return requestAddress(reference, id);
  return isOfFamily(id) ? `/cases/${reference}/family` : undefined;
}

const tasksWithForms = Object.keys(formsOfTasks);

function namesOfTask(id: string): readonly DecisionName[] {
  const kind = readTaskId(id)?.kind;
  const known = (one: string | undefined): one is keyof typeof formsOfTasks => tasksWithForms.includes(one ?? '');
  return known(kind) ? formsOfTasks[kind] : [];
}

/**
 * Returns the address at which a task is done in one act: the request, or the form. Undefined for a task that has no
 * page of its own.
 */
export function whereDone(reference: string, id: string): string | undefined {
  const [name] = namesOfTask(id);
  return pageOf(reference, id) ?? (name && formAddress(reference, name, aboutTask(id)));
}

/** A place at which somebody does what they are asked for: an address, and the decision whose form is there. */
export interface Place {
  readonly address: string;
  readonly decision?: DecisionName;
}

/** True if somebody can use the form of a decision now, for themselves or on behalf of others. */
const canUse = (file: CaseFile, name: DecisionName, person: PersonId): boolean =>
  whyNotOpen(file, name) === undefined && (mayTakeAsOwn(file, name, person) || mayRecordForOthers(file, name, person));

/** True if somebody may take a decision that something else has to come before: the form says what it waits for. */
const canUseLater = (file: CaseFile, name: DecisionName, person: PersonId): boolean =>
  whyNotOpen(file, name)?.code === 'too-early' && mayTakeAsOwn(file, name, person);

/**
 * Returns the form of the first of these decisions that a person can use now, or else of the first that they can use
 * later; undefined if there is none.
 */
export function placeOfDecisions(
  file: CaseFile,
  names: readonly DecisionName[],
  { person, about = {} }: { readonly person: PersonId; readonly about?: About },
): Place | undefined {
  const decision =
    names.find((name) => canUse(file, name, person)) ?? names.find((name) => canUseLater(file, name, person));
  if (decision === undefined) return undefined;
  const said = decision === 'recordComment' ? { ...about, member: person } : about;
  return { address: formAddress(file.reference, decision, said), decision };
}

/** Decisions within a step that are no part of its owner's: what others are asked for, and to go on without it. */
const ofOthers: readonly DecisionName[] = [
  ...(['nameAgencies', 'recordAgencySummary', 'recordReturn', 'recordChronologyReturn'] as const),
  ...(['recordMediaStatement', 'goAheadWithoutSummary', 'goAheadWithoutReturn', 'goAheadWithoutChronology'] as const),
];

/** Returns the place at which a person meets a deadline now; undefined where there is none for them. */
export function placeOfDeadline(
  file: CaseFile,
  { id, step }: Pick<Deadline, 'id' | 'step'>,
  person: PersonId,
): Place | undefined {
  const viewer = { id: person, roles: rolesNow(file, person) };
  const page = pageOf(file.reference, id);
  if (page !== undefined) {
    const may = isRequest(id) ? mayAnswer(file, viewer, id) : seesPiece(viewer, file, 'family');
    return may ? { address: page } : undefined;
  }
  const ofStep = catalogue.filter((one) => step !== undefined && one.step === step).map(({ name }) => name);
  return placeOfDecisions(file, [...namesOfTask(id), ...ofStep.filter((name) => !ofOthers.includes(name))], {
    person,
    about: aboutTask(id),
  });
}
