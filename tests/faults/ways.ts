import { actionsOf } from '../../src/procedure/case/actions';
import { onOrAfter, workingDaysAfter } from '../../src/procedure/time/calendar';
import type { DecisionName } from '../../src/procedure/case/case-file';
import { isoDate } from '../../src/procedure/time/dates';
import { isReached } from '../../src/procedure/dates/steps';
import { whyNotOpen } from '../../src/procedure/not-open';
import type { IsoDate, PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder, type Choices } from '../support/a-case';
import { dayOfAct, script } from '../support/script';
import { seeded, type Chance } from './seeded';

/** One decision of a way, as it is sent by HTTP. An action is named by its place, `#0` for the first one's id. */
export interface Planned {
  readonly decision: DecisionName;
  readonly by: PersonId;
  readonly on: IsoDate;
  readonly form: Readonly<Record<string, unknown>>;
  /** Why it is taken although it passes a limit; it passes none where this is absent. */
  readonly reasonForPassing?: string;
  /** Taken once it is not open any more, so that of twelve who decide at the same time one decides. */
  readonly onlyOnce: boolean;
}

/** How the ways of the cases differ from the straight one. */
const turns: readonly [Choices, ...Choices[]] = [
  {},
  {},
  { recordOutcome: [{ outcome: 'not-to-proceed' }] },
  { recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2030-02-01') }] },
  { recordPanelReply: [{ reply: 'wants-more' }, { reply: 'agrees' }] },
  { recordPanelReply: [{ reply: 'disagrees' }, { reply: 'agrees' }] },
];

/**
 * The decisions of one case, first to last, worked out by the rules alone: some come days later than they are due, so
 * that there is something to remind of, and somebody adds a note now and then.
 */
export function wayOf(seed: number, name: string, receivedOn: IsoDate, most: number): readonly Planned[] {
  const chance = seeded(seed, name);
  const way: Planned[] = [];
  let at = aCase().receivedOn(receivedOn).choosing(chance.oneOf(turns));
  while (way.length < most) {
    const next = nextOf(at, chance);
    if (next === undefined) break;
    way.push(next.planned);
    at = next.after;
  }
  return way;
}

interface Next {
  readonly planned: Planned;
  readonly after: CaseBuilder;
}

function nextOf(one: CaseBuilder, chance: Chance): Next | undefined {
  const straight = one.next();
  if (straight === undefined) return undefined;
  if (chance.inHundred(8)) return taken(one, one.with('addNote', {}, { by: 'business-manager' }));
  const late = chance.inHundred(35) ? delayed(one, 1 + chance.below(4)) : undefined;
  return taken(one, late ?? straight);
}

/** The next act of the script so many working days later than it is due; undefined where that is refused. */
function delayed(one: CaseBuilder, days: number): CaseBuilder | undefined {
  const { file } = one;
  const straight = one.next();
  const added = straight === undefined ? undefined : lastFact(straight);
  const act = script.find(
    ({ name, isDue, step }) =>
      name === added?.decision &&
      whyNotOpen(file, name) === undefined &&
      (step !== 'actions' || isReached(file, step)) &&
      (isDue?.(file) ?? true),
  );
  if (act === undefined || typeof act.day !== 'number' || act.step === 'actions') return undefined;
  const on = workingDaysAfter(file.calendar, dayOfAct(file, act, one.today), days);
  const after = one.trying(act.name, added?.form, { by: act.by, on: onOrAfter(file.calendar, on) });
  return after.file.seq === file.seq ? undefined : after;
}

function taken(before: CaseBuilder, after: CaseBuilder): Next | undefined {
  const added = lastFact(after);
  if (added === undefined) return undefined;
  const { decision, by, on, form, ...reason } = added;
  const because = reason.reasonForPassing === undefined ? {} : { because: reason.reasonForPassing };
  const again = after.attempt(decision, form, { by, on, key: 'again', ...because });
  const onlyOnce = again.kind === 'refused';
  return {
    planned: { decision, by, on, form: withActionsCounted(before, form), ...reason, onlyOnce },
    after,
  };
}

/** What was decided last, standing or set aside already by itself. */
function lastFact({ file }: CaseBuilder): Omit<Planned, 'onlyOnce'> | undefined {
  const standing = Object.entries(file.facts).flatMap(([name, facts]) => facts.map((fact) => ({ name, fact })));
  const last = [...standing, ...file.superseded].find(({ fact }) => fact.seq === file.seq);
  if (last === undefined) return undefined;
  const { by, on, form, passes } = last.fact;
  // Facts are kept by the name of their decision.
  return {
    ...{ decision: last.name as DecisionName, by, on, form },
    ...(passes === undefined ? {} : { reasonForPassing: passes.reason }),
  };
}

/** An action's id carries the number of its entry, which reminders move on. */
function withActionsCounted({ file }: CaseBuilder, form: Planned['form']): Planned['form'] {
  const at = actionsOf(file).findIndex(({ id }) => id === form['action']);
  return at < 0 ? form : { ...form, action: `#${at}` };
}
