import { contributionWith } from '../asking/contributions';
import type { CaseFile, DecisionName } from '../case/case-file';
import { factsOf } from '../case/facts';
import { catalogue } from '../catalogue';
import { clocksOf } from '../dates/clocks';
import type { Deadline } from '../dates/deadlines';
import { completion, steps } from '../dates/steps';
import { stageOf } from '../describe';
import { rolesNow } from '../parts';
import { sightOf, takesIn } from '../permissions';
import type { Role } from '../roles';
import type { Stage } from '../stages';
import type { StepId } from '../step-ids';
import { later, londonDate } from '../time/dates';
import type { IsoDate, PersonId } from '../time/time';
import { turnsOf, type Turn } from './turns';

/* The standing of a case, as reminders say it: stage, whose turn it is and since when, and the two six-month dates. */

/** An open step or task, whose turn it is, and since when. */
export interface TurnNow {
  readonly title: string;
  readonly role: Role;
  readonly since: IsoDate;
}

/** A case as it stands. */
export interface WhereItStands {
  readonly stage: Stage;
  /** The open steps and the tasks of the case itself, the first that is due first. */
  readonly turns: readonly TurnNow[];
  /** The date of the procedure for publication, and that of the law; absent where nothing is to be published. */
  readonly sixMonths?: {
    readonly own: IsoDate;
    readonly law: IsoDate;
    /** True while it is not decided that a local review follows. */
    readonly provisional: boolean;
  };
}

/** The days on which the decisions of a step were taken so far. */
const decidedIn = (file: CaseFile, step: StepId): readonly IsoDate[] =>
  catalogue
    .filter((one) => one.step === step)
    .flatMap(({ name }: { readonly name: DecisionName }) => factsOf(file, name).map(({ on }) => on));

/**
 * Returns the day since which a step has waited as it does: the last thing done in it, or the last step that it
 * follows.
 */
function stepWaitsSince(file: CaseFile, step: StepId): IsoDate {
  const before = steps[step].after.flatMap((one) => completion(file, one)?.on ?? []);
  return [...before, ...decidedIn(file, step)].reduce(later, file.notification.receivedOn);
}

/** Returns the day since which a deadline has been somebody's turn. */
function waitsSince(file: CaseFile, { id, step }: Pick<Deadline, 'id' | 'step'>): IsoDate {
  if (step !== undefined) return stepWaitsSince(file, step);
  return contributionWith(file, id)?.since ?? londonDate(file.openedAt);
}

const asItStands = (file: CaseFile, turn: Turn): TurnNow & Pick<Turn, 'people'> => ({
  title: turn.title,
  role: turn.owner,
  since: waitsSince(file, turn),
  people: turn.people,
});

/** Returns the turn of a deadline; undefined once it is met. */
export function turnOf(file: CaseFile, id: string): (TurnNow & Pick<Turn, 'people'>) | undefined {
  const turn = turnsOf(file).find((one) => one.id === id);
  return turn && asItStands(file, turn);
}

function sixMonthsOf(file: CaseFile): WhereItStands['sixMonths'] {
  const clocks = clocksOf(file);
  const law = clocks.find(({ id }) => id === 'published-within');
  const own = clocks.find(({ id }) => id === 'six-months-from-day-one');
  return law === undefined || own === undefined || law.metOn !== undefined
    ? undefined
    : { own: own.due, law: law.limitDate, provisional: law.provisional };
}

/** The most turns that a reminder lists. */
const most = 4;

/** True if somebody may know where a case stands. */
const mayKnow = (file: CaseFile, person: PersonId): boolean =>
  takesIn(sightOf({ id: person, roles: rolesNow(file, person) }, file), 'state');

/** Lists the open steps of a case with whose turn each is, the first that is due first. */
export function turnsNow(file: CaseFile): readonly TurnNow[] {
  return turnsOf(file)
    .filter(({ step, within }) => step !== undefined && within === undefined)
    .sort((one, other) => (one.due < other.due ? -1 : 1))
    .map((turn) => asItStands(file, turn));
}

/** Says where a case stands, for somebody who may know it; undefined for anybody else. */
export function whereItStands(file: CaseFile, person: PersonId): WhereItStands | undefined {
  if (!mayKnow(file, person)) return undefined;
  const sixMonths = sixMonthsOf(file);
  return {
    stage: stageOf(file),
    turns: turnsNow(file).slice(0, most),
    ...(sixMonths === undefined ? {} : { sixMonths }),
  };
}
