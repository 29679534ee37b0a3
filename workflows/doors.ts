import { ApplicationFailure } from '@temporalio/common';
import {
  currentUpdateInfo,
  defineSignal,
  defineUpdate,
  patched,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow';
import type { CaseFile, DecisionName } from '../src/procedure/case/case-file';
import { catalogue } from '../src/procedure/catalogue';
import { refusedType, type DecisionArguments, type Receipt } from '../src/procedure/contract';
import { parseIsoDate } from '../src/procedure/time/dates';
import type { Call } from '../src/procedure/decision';
import { isCorrespondent } from '../src/procedure/asking/correspondents';
import { personIdPattern } from '../src/procedure/forms';
import type { CaseEvent, Notice } from '../src/procedure/case/record';
import { refusal, type Refusal } from '../src/procedure/refusals';
import { refusalOfFault, workOutAll } from '../src/procedure/case/rule-faults';
import { carryOut, take, type AnswerToCall } from '../src/procedure/take';
import type { Instant, PersonId } from '../src/procedure/time/time';
import { sayUnreadable } from '../src/procedure/case/unreadable';
import { askRule } from './guarded';

/** The parts of a case that its Update and Signal handlers use. */
export interface BehindTheDoors {
  readonly file: CaseFile;
  now(): Instant;
  settle(file: CaseFile, events: readonly CaseEvent[], notices: readonly Notice[]): Promise<boolean>;
  /** The case is to take up the partnership's current profile. */
  profileAsked(): void;
}

const refusedBy = (why: Refusal) =>
  ApplicationFailure.create({ type: refusedType, message: why.sentence, details: [why], nonRetryable: true });

const malformed = (sentence: string): Extract<AnswerToCall, { readonly kind: 'refused' }> => ({
  kind: 'refused',
  refusal: refusal('invalid', sentence),
});

/** A decision as it came through a door: its name, its argument, and the key of a call whose argument has none. */
interface Came {
  readonly name: DecisionName;
  readonly given: unknown;
  readonly fallbackKey?: string | undefined;
}

/** A call that came as an Update or a Signal, or the refusal of what is no call. */
type Come = { readonly kind: 'call'; readonly call: Call } | Extract<AnswerToCall, { readonly kind: 'refused' }>;

const isPersonId = (by: unknown): by is PersonId =>
  typeof by === 'string' && (personIdPattern().test(by) || isCorrespondent(by));

/** Reads the argument of an Update or a Signal. The command line can send anything at all. */
function callIn(c: BehindTheDoors, { name, given, fallbackKey }: Came): Come {
  const unreadable = sayUnreadable(given);
  if (unreadable !== undefined) return malformed(`What was sent cannot be read. ${unreadable}`);
  if (typeof given !== 'object' || given === null) return malformed('Send one argument: {"by": "P07", "form": {…}}.');
  const { by, on, key, form, madeFrom, reasonForPassing, onBehalf } = given as Partial<
    Record<keyof DecisionArguments, unknown>
  >;
  if (!isPersonId(by)) return malformed('Say who takes it: "by", a person of the partnership such as P07.');
  if (key !== undefined && (typeof key !== 'string' || key.length === 0 || key.length > 200))
    return malformed('"key" must be a text of 200 characters or fewer.');
  if (madeFrom !== undefined && (typeof madeFrom !== 'number' || !Number.isInteger(madeFrom) || madeFrom < 1))
    return malformed('"madeFrom" must be the number of an entry of the record.');
  const day = typeof on === 'string' ? parseIsoDate(on) : undefined;
  if (on !== undefined && on !== null && day === undefined)
    return malformed('"on" must be a real date, year-month-day, such as 2026-12-07.');
  const call: Call = {
    name,
    key: key ?? fallbackKey ?? `signal:${c.file.seq + 1}`,
    by,
    on: day,
    form: form ?? {},
    ...(madeFrom === undefined ? {} : { madeFrom }),
    ...(reasonForPassing === undefined || reasonForPassing === null ? {} : { reasonForPassing }),
    ...(onBehalf === undefined || onBehalf === null ? {} : { onBehalf }),
  };
  return { kind: 'call', call };
}

/** Asks the rules about what came. */
function answerTo(c: BehindTheDoors, came: Came): AnswerToCall {
  const come = callIn(c, came);
  return come.kind === 'call' ? take(c.file, come.call, c.now()) : come;
}

/** Carries out what the validator has accepted in the same turn of the workflow. */
function carriedOut(c: BehindTheDoors, came: Came): AnswerToCall {
  const come = callIn(c, came);
  return come.kind === 'call' ? carryOut(c.file, come.call, c.now()) : come;
}

const failed = (problem: string): AnswerToCall => ({ kind: 'refused', refusal: refusalOfFault(problem) });

/** Answers what came through a door; where a rule throws, the answer is a refusal. */
const answered = (c: BehindTheDoors, came: Came): AnswerToCall => askRule(() => answerTo(c, came), failed);

/** Says what is thrown where everything of a case is worked out; nothing where the rules can work with it. */
const thrownBy = (file: CaseFile, now: Instant): string | undefined =>
  askRule(
    () => {
      workOutAll(file, now);
      return undefined;
    },
    (problem: string): string | undefined => problem,
  );

/** Answers what comes for the first time: a decision after which a rule would throw, and did not before, is refused. */
function answeredAnew(c: BehindTheDoors, came: Came): AnswerToCall {
  const answer = answered(c, came);
  const problem = answer.kind === 'taken' ? thrownBy(answer.file, c.now()) : undefined;
  return problem === undefined || thrownBy(c.file, c.now()) !== undefined ? answer : failed(problem);
}

/**
 * Keeps what a validator accepted for the handler of the same Update. What the rules have worked out of a case file is
 * kept with that very file, so that nothing of it is worked out twice.
 */
function acceptedBy(c: BehindTheDoors) {
  const current = () => ({ update: currentUpdateInfo()?.id, file: c.file, now: c.now() });
  let kept: (ReturnType<typeof current> & { readonly answer: AnswerToCall }) | undefined;
  return {
    keep(answer: AnswerToCall): void {
      kept = { ...current(), answer };
    },
    /** Takes the answer off; nothing in a replay, where no validator runs, or where the case is another since. */
    take(): AnswerToCall | undefined {
      const [was, is] = [kept, current()];
      kept = undefined;
      if (was === undefined) return undefined;
      return was.update === is.update && was.file === is.file && was.now === is.now ? was.answer : undefined;
    },
  };
}

/** Opens every decision of the catalogue as an Update and a Signal of the same name. */
export function openDoors(c: BehindTheDoors): void {
  const accepted = acceptedBy(c);
  for (const { name, title, source } of catalogue) {
    const description = `${title} (${source})`;
    setHandler(
      defineUpdate<Receipt, [DecisionArguments]>(name),
      async (given) => {
        // An accepted decision is not asked again: a replay under later rules would refuse what the history has taken.
        const answer =
          accepted.take() ??
          askRule(() => carriedOut(c, { name, given, fallbackKey: currentUpdateInfo()?.id }), failed);
        if (answer.kind === 'refused') throw refusedBy(answer.refusal);
        return settled(c, name, answer);
      },
      {
        description,
        // Refused here, nothing is written to history. It must not be async: an async validator refuses nothing.
        validator: (given) => {
          const answer = answeredAnew(c, { name, given, fallbackKey: currentUpdateInfo()?.id });
          if (answer.kind === 'refused') throw refusedBy(answer.refusal);
          accepted.keep(answer);
        },
      },
    );
    setHandler(
      defineSignal<[DecisionArguments]>(name),
      async (given) => {
        const answer = answeredAnew(c, { name, given });
        if (answer.kind === 'refused') await putRefusalOnRecord(c, { decision: name, why: answer.refusal, given });
        else await settled(c, name, answer);
      },
      { description },
    );
  }
}

async function settled(
  c: BehindTheDoors,
  name: DecisionName,
  answer: Exclude<AnswerToCall, { kind: 'refused' }>,
): Promise<Receipt> {
  if (answer.kind === 'repeated') return { seq: answer.seq, recorded: true, repeated: true };
  const { file, event, notices } = answer;
  if (name === 'moveToCurrentProfile') c.profileAsked();
  const recorded = await c.settle(file, [event], notices);
  return { seq: event.seq, recorded, repeated: false };
}

/** The number of unknown Signal names that one run of a case puts on its record, so that nobody can flood it. */
const mostUnknownNames = 10;
/** The number of characters of such a name that are repeated. */
const longestName = 80;

/** Refuses every Signal that is of no decision, on the record and once for each name. Called once all others are open. */
export function refuseOtherSignals(c: BehindTheDoors): void {
  const told = new Set<string>();
  setDefaultSignalHandler(async (name: string, given?: unknown) => {
    // 0.1.0 put none on the record: its histories go on without.
    if (!patched('other-signals-refused') || told.has(name) || told.size >= mostUnknownNames) return;
    told.add(name);
    const why = refusal('invalid', `There is no decision of the name "${name.slice(0, longestName)}".`);
    await putRefusalOnRecord(c, { why, given });
  });
}

/** A Signal has no answer, so a wrong one is put on the record as refused; it changes nothing else. */
async function putRefusalOnRecord(
  c: BehindTheDoors,
  { decision, why, given }: { readonly decision?: DecisionName; readonly why: Refusal; readonly given: unknown },
): Promise<void> {
  const seq = c.file.seq + 1;
  const by = typeof given === 'object' && given !== null && 'by' in given ? given.by : undefined;
  const event: CaseEvent = {
    seq,
    kind: 'decision-refused',
    at: c.now(),
    ...(decision === undefined ? {} : { decision }),
    refusal: why,
    // A sender that is no person's id is not repeated: it may be any text, or refer to one.
    ...(isPersonId(by) ? { by } : {}),
    details: {},
  };
  await c.settle({ ...c.file, seq }, [event], []);
}
