import type { CaseFile, DecisionName, PassedLimit } from '../procedure/case/case-file';
import { definitionOf } from '../procedure/catalogue';
import { londonDate } from '../procedure/time/dates';
import type { Call } from '../procedure/decision';
import { refusal, type Refusal } from '../procedure/refusals';
import { refusalOfFault, sayThrown } from '../procedure/case/rule-faults';
import { take, type AnswerToCall } from '../procedure/take';
import type { CaseReference, Instant, IsoDate } from '../procedure/time/time';
import type { CaseOnRecord } from '../records/cases';
import type { CaseContent } from '../records/content';
import type { KeptWords } from '../records/free-text';
import type { Outcome } from '../temporal/cases';
import { whyNotAtTheDoor } from './at-the-door';
import { notRunning, type NotRunning } from './not-running';
import type { Office } from './office';
import { prepare, type Prepared, type Preparing, type SentDecision } from './preparing';
import { caseNow, caseStillKnown, findCase } from './reading';
import { soon } from './poll-until';

/** The time allowed for a decision to appear in the records after the case has taken it, in milliseconds. */
const readBackWithinMs = 2_000;

/** A decision for a case, as somebody sends it. */
export interface Deciding extends SentDecision {
  readonly reference: string | undefined;
  /** The case, if the caller has just read it; otherwise it is read here. */
  readonly known?: CaseOnRecord;
  /** The idempotency key: the same key with the same content is the same decision, however often it comes. */
  readonly key: string;
}

/** The result of sending a decision. */
export type Decided =
  | {
      readonly kind: 'taken';
      /** Number of the entry in the case's record. */
      readonly seq: number;
      /** True if the decision had been taken already, under the same key. */
      readonly repeated: boolean;
      /** False while the entry is still being written to the records; `onRecord` is then the case as it was before. */
      readonly recorded: boolean;
      readonly onRecord: CaseOnRecord;
    }
  /** `begun: false`: the form is wrong and nothing was begun, so the same key may come with another form. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly begun: boolean }
  | { readonly kind: 'no-such-case' }
  | NotRunning;

/**
 * Takes a decision, or says why not. What people wrote goes to the records first; the case receives references to it.
 * Throws `RecordsUnavailable` and `CasesUnavailable`. Nothing is half done then, and the same key may be sent again.
 */
export async function decide(office: Office, deciding: Deciding): Promise<Decided> {
  const known = deciding.known ?? (await findCase(office, deciding.reference));
  if (known === undefined) return { kind: 'no-such-case' };
  const content = await namesNeeded(office, known.file, deciding.name);
  const prepared = prepare(known.file, { ...deciding, content, now: caseNow(office.now(), known) });
  if (prepared.kind === 'refused') return prepared;
  const outside = await whyNotAtTheDoor(office, known.file, { name: deciding.name, form: prepared.form });
  if (outside !== undefined) return { kind: 'refused', refusal: outside, begun: false };
  const unreasoned = passesALimit(known.file, prepared.call, caseNow(office.now(), known));
  if (unreasoned !== undefined) return { kind: 'refused', refusal: unreasoned, begun: false };
  const outcome = await outcomeOf(office, known, prepared);
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused', refusal: outcome.refusal, begun: true };
    case 'no-such-case':
      return notRunning(known.file.reference);
    case 'taken': {
      const { seq, repeated } = outcome;
      return { kind: 'taken', seq, repeated, ...(await readBack(office, known, prepared.call.key, outcome)) };
    }
  }
}

/**
 * Refuses a decision that passes limits without a reason. This comes before anything is begun, so that the same key may
 * come again with the reason.
 */
function passesALimit(file: CaseFile, call: Call, now: Instant): Refusal | undefined {
  if (definitionOf(call.name).limits === undefined || call.reasonForPassing !== undefined) return undefined;
  const answer = take(file, call, now);
  return answer.kind === 'refused' && answer.refusal.code === 'passes-a-limit' ? answer.refusal : undefined;
}

/**
 * Reads the names that a decision is checked against. A correction needs them, for it may change a date of birth or what
 * that is checked against, and so does a child who is added beside others.
 */
export const namesNeeded = async (
  { records }: Pick<Office, 'records'>,
  { reference }: CaseFile,
  name: DecisionName,
): Promise<CaseContent | undefined> =>
  name === 'correctFact' || name === 'addChild' ? records.content.contentOf(reference) : undefined;

async function outcomeOf(office: Office, known: CaseOnRecord, { call, words }: Prepared): Promise<Outcome> {
  const { cases, records } = office;
  const { file } = known;
  const staysClosed = file.closedOn !== undefined && call.name !== 'reopenCase';
  const fresh = staysClosed ? 0 : await records.words.keepWords(file.reference, words);
  // Compares the words with those kept earlier. Words that were new a moment ago are kept as they came; only words that
  // were there before can differ.
  if (fresh < words.length && !(await areTheWordsKept(office, file.reference, words))) {
    const sentence = `The key "${call.key}" came with other words before. Send a new key for a new decision.`;
    return { kind: 'refused', refusal: refusal('key-used-for-another', sentence) };
  }
  if (staysClosed) return ofClosed(office, known, call);
  if (file.closedOn !== undefined) return cases.reopen(file, call);
  const outcome = await cases.decide(file.reference, call);
  if (outcome.kind !== 'no-such-case') return outcome;
  // Reads the case again: perhaps it closed at this very moment.
  const since = await caseStillKnown(office, file.reference);
  return since.file.closedOn === undefined ? outcome : ofClosed(office, since, call);
}

/**
 * True if the words kept under this key are these words. The case cannot tell: it holds only references, which are made
 * from the key, and words that were kept once are never replaced.
 */
async function areTheWordsKept(
  { records }: Office,
  reference: CaseReference,
  words: readonly KeptWords[],
): Promise<boolean> {
  if (words.length === 0) return true;
  const ids = words.map(({ id }) => id);
  const kept = await records.words.wordsOf(reference, ids);
  return words.every(({ id, text }) => (kept.get(id) ?? text) === text);
}

/** Asks the rules. If they throw, the answer is a refusal, as it is in the case itself. */
function answerOf(file: CaseFile, call: Call, now: Instant): AnswerToCall {
  try {
    return take(file, call, now);
  } catch (error) {
    return { kind: 'refused', refusal: refusalOfFault(sayThrown(error)) };
  }
}

/** Answers for a closed case from its record, without asking Temporal. */
function ofClosed({ now }: Office, known: CaseOnRecord, call: Call): Outcome {
  const answer = answerOf(known.file, call, caseNow(now(), known));
  if (answer.kind === 'refused') return answer;
  if (answer.kind === 'repeated') return { kind: 'taken', seq: answer.seq, recorded: true, repeated: true };
  throw new Error(`A closed case took the decision ${call.name}.`);
}

/** Reads the case until the decision is in it. Gives up after a short wait, with the case as it then stands. */
async function readBack(
  office: Office,
  { file: { reference } }: CaseOnRecord,
  key: string,
  { seq, recorded }: Extract<Outcome, { readonly kind: 'taken' }>,
): Promise<{ readonly recorded: boolean; readonly onRecord: CaseOnRecord }> {
  const isThere = async () => {
    const one = await caseStillKnown(office, reference);
    // A case that has parted from its record uses numbers again that the record has given already.
    return one.file.taken[key]?.seq === seq && one;
  };
  const found = await soon(isThere, recorded ? (office.limits?.recordedWithinMs ?? readBackWithinMs) : 0);
  return { recorded: found !== undefined, onRecord: found ?? (await caseStillKnown(office, reference)) };
}

/** The result that a decision would have: its form as it was read, its day and the limits it passes, or the refusal. */
export type CheckedDecision =
  | {
      readonly kind: 'in-order';
      readonly form: unknown;
      readonly on: IsoDate;
      /** Absent if the decision passes no limit. `asksReason`: the form itself does not give the reason. */
      readonly passes?: { readonly limits: readonly PassedLimit[]; readonly asksReason: boolean };
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Checks a decision as taking it would, without taking it: the role, the form, whether the decision is open, its day,
 * and its own rules. `now` is the case's own clock. The answer is no promise: somebody else may decide first.
 */
export function checkDecision(file: CaseFile, { now, ...sent }: Omit<Preparing, 'key'>): CheckedDecision {
  // Empties the keys of the file, so that no earlier decision can answer in place of this one.
  const untaken: CaseFile = { ...file, taken: {} };
  const prepared = prepare(untaken, { ...sent, key: 'to-be-checked', now });
  if (prepared.kind === 'refused') return { kind: 'refused', refusal: prepared.refusal };
  const answer = answerOf(untaken, prepared.call, now);
  const inOrder = { kind: 'in-order', form: prepared.form, on: prepared.call.on ?? londonDate(now) } as const;
  if (answer.kind === 'taken' && answer.event.passes !== undefined)
    return { ...inOrder, passes: { limits: answer.event.passes.limits, asksReason: false } };
  // Only the reason is missing. The page that shows the limits asks for it.
  if (answer.kind === 'refused' && answer.refusal.code === 'passes-a-limit')
    return { ...inOrder, passes: { limits: answer.refusal.limits ?? [], asksReason: true } };
  return answer.kind === 'refused' ? answer : inOrder;
}
