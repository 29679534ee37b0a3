import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, Forms, Passing, RecordedFor } from './case/case-file';
import { definitionOf, type AnyDefinition } from './catalogue';
import { whyClosedThen } from './closed-periods';
import { londonDate } from './time/dates';
import type { Call, Taking } from './decision';
import { factsOf, withFact } from './case/facts';
import { fingerprint } from './case/fingerprint';
import { askedToConfirm, toldOfObjections } from './decisions/confirmation-notices';
import { fieldProblems, readForm } from './forms';
import { beforeItsMeeting } from './meetings/why-not-yet';
import { mayTake, roleBefore, roleOfCall } from './may-take';
import { noticesOf } from './reminders/notices';
import { whyOutOfOrder } from './dates/order';
import { readOnBehalf, whyNotOnBehalf, type OnBehalf } from './case/on-behalf';
import { limitsPassed, passesOf, type Passes } from './case/passing';
import type { CaseEvent, Notice } from './case/record';
import { refusal, type Refusal } from './refusals';
import { alreadyDecided, whyNotOpen } from './not-open';
import { part, says } from './sentence';
import { whyDecidedSince } from './case/since';
import { completion, isReached, isRequired } from './dates/steps';
import { datesOutside, spanClockOf } from './spans';
import { isStep, stepIds } from './step-ids';
import { stillAsItStood } from './case/taking-up';
import { withNotices } from './case/told';
import type { Instant } from './time/time';
import { whyNotItsWords } from './words-of-others';

/** The answer to a call: taken, known already under the same key, or refused with a sentence. */
export type AnswerToCall =
  | { readonly kind: 'taken'; readonly file: CaseFile; readonly event: CaseEvent; readonly notices: readonly Notice[] }
  | { readonly kind: 'repeated'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (why: Refusal) => ({ kind: 'refused', refusal: why }) as const satisfies AnswerToCall;

/** Refuses a day that a decision cannot have, whatever else it says; undefined if it can have it. */
export const whyNotOfDay = (
  file: CaseFile,
  name: DecisionName,
  day: Pick<Taking, 'on' | 'today'>,
): Refusal | undefined => dateIsWrong(file, definitionOf(name), day);

const ofDay = (why: Refusal | undefined): Refusal | undefined => why && { ...why, field: 'on' };

/** Refuses a day that a decision cannot have. The sentence is about the day as a whole. */
const dateIsWrong = (
  file: CaseFile,
  definition: AnyDefinition,
  day: Pick<Taking, 'on' | 'today'>,
): Refusal | undefined => ofDay(whyWrongDate(file, definition, day));

function whyWrongDate(
  file: CaseFile,
  definition: AnyDefinition,
  { on, today }: Pick<Taking, 'on' | 'today'>,
): Refusal | undefined {
  if (on > today) {
    return refusal(
      'in-the-future',
      says`${part.day(on)} has not come yet; a decision is recorded on the day it is taken, or after.`,
    );
  }
  if (on < file.notification.receivedOn) {
    return refusal(
      'against-the-record',
      says`${part.day(on)} is before the notification was received, on ${part.day(file.notification.receivedOn)}.`,
    );
  }
  const closed = whyClosedThen(file, { on }) ?? beforeItsMeeting(file, definition.name, on);
  if (closed !== undefined) return closed;
  return whyOutOfOrder(file, definition, { on, titleOf });
}

function checkOnce(
  file: CaseFile,
  { definition, form, taking }: Pick<Checked, 'definition' | 'form' | 'taking'>,
): Refusal | undefined {
  const { once, again, name } = definition;
  if (typeof once !== 'function' || again?.(file, form, taking) === true) return undefined;
  const subject = once(form);
  const before = factsOf(file, name).find((one) => once(one.form) === subject);
  return before === undefined
    ? undefined
    : alreadyDecided(file, says`${definition.title}${part.code(subject)}`, before);
}

/** A call as it stands before the rules are asked: whose, of which day, and what its form says. */
interface Asked {
  readonly kind: 'asked';
  readonly definition: AnyDefinition;
  readonly read: z.core.util.SafeParseResult<unknown>;
  readonly onBehalf: OnBehalf;
  readonly taking: Taking;
  readonly print: string;
}

/** The fingerprint of a call: what stands beside its form is left out where it is not sent, as in calls of 0.1.0. */
const printOf = ({ name, by, on, form, reasonForPassing: reason, onBehalf }: Call): string =>
  fingerprint([
    ...[name, by, on, form],
    ...(reason === undefined ? [] : [reason]),
    ...(onBehalf === undefined ? [] : [{ onBehalf }]),
  ]);

/** Finds what a call asks, or the answer that it has already. One that was accepted before keeps the role it had. */
function askedBy(
  file: CaseFile,
  call: Call,
  { now, accepted }: { readonly now: Instant; readonly accepted: boolean },
): Asked | Exclude<AnswerToCall, { readonly kind: 'taken' }> {
  const definition = definitionOf(call.name);
  const print = printOf(call);
  const known = file.taken[call.key];
  if (known !== undefined) {
    return known.fingerprint === print
      ? { kind: 'repeated', seq: known.seq }
      : refused(
          refusal(
            'key-used-for-another',
            `The key "${call.key}" was used for entry ${known.seq} of this case, with another content. Send a new key for a new decision.`,
          ),
        );
  }
  const found = roleOfCall(file, call);
  const role = typeof found === 'string' || !accepted ? found : (roleBefore(file, call.by) ?? found);
  if (typeof role !== 'string') return refused(role);
  const today = londonDate(now);
  const taking: Taking = { by: call.by, role, on: call.on ?? today, now, today };
  return {
    kind: 'asked',
    definition,
    read: readForm(definition.form, call.form),
    onBehalf: readOnBehalf(call.onBehalf),
    taking,
    print,
  };
}

/** Refuses a call that cannot be decided; undefined if it can. */
function whyNot(file: CaseFile, call: Call, asked: Asked): Refusal | undefined {
  const { definition, read, taking } = asked;
  const notOpen = whyNotOpen(file, call.name);
  if (notOpen !== undefined) return notOpen;
  const wrongWords = whyNotItsWords(file, call);
  if (!read.success) {
    // The problems of a form repeat the names of its fields.
    return (
      wrongWords ?? {
        ...refusal('invalid', `The form of "${definition.title}" is not right yet.`),
        fields: fieldProblems(read.error),
      }
    );
  }
  const form = read.data;
  const outside = datesOutside(definition.form, form, spanClockOf(file, taking.now));
  if (outside.length > 0) {
    return { ...refusal('invalid', outside.map(({ sentence }) => sentence).join('. ')), fields: outside };
  }
  const against =
    dateIsWrong(file, definition, taking) ??
    checkOnce(file, { definition, form, taking }) ??
    whyDecidedSince(file, call.madeFrom) ??
    whyNotFor(file, asked) ??
    definition.refuse?.(file, form, taking) ??
    wrongWords;
  if (against !== undefined) return against;
  const passes = passingOf(file, call, { definition, form, taking });
  return passes.kind === 'refused' ? passes.refusal : undefined;
}

/** Refuses on whose behalf a decision is said to be recorded; undefined where it is somebody's own. */
function whyNotFor(file: CaseFile, { definition, onBehalf, taking: { by } }: Asked): Refusal | undefined {
  switch (onBehalf.kind) {
    case 'none':
      return undefined;
    case 'wrong':
      return { ...refusal('invalid', 'Say on whose behalf it is recorded.'), fields: onBehalf.fields };
    case 'read':
      return whyNotOnBehalf(file, onBehalf.recordedFor, { definition, allowed: mayTake(file, definition.name), by });
  }
}

const passingOf = (
  file: CaseFile,
  call: Call,
  { definition, form, taking }: Pick<Checked, 'definition' | 'form' | 'taking'>,
): Passes => passesOf(definition, limitsPassed(file, call.name, form, taking), { form, reason: call.reasonForPassing });

/**
 * The one door into a case file: takes a decision, or says why not. It changes nothing when it refuses, and the same
 * key with the same body is the same decision, however often it comes.
 */
export function take(file: CaseFile, call: Call, now: Instant): AnswerToCall {
  const asked = askedBy(file, call, { now, accepted: false });
  if (asked.kind !== 'asked') return asked;
  const why = whyNot(file, call, asked);
  return why === undefined ? carriedOut(file, call, asked) : refused(why);
}

/**
 * Carries out a decision that the case has accepted, without asking again whether it may be taken: a history that is
 * replayed under later rules goes the way that it went.
 */
export function carryOut(file: CaseFile, call: Call, now: Instant): AnswerToCall {
  const asked = askedBy(file, call, { now, accepted: true });
  return asked.kind === 'asked' ? carriedOut(file, call, asked) : asked;
}

function carriedOut(file: CaseFile, call: Call, asked: Asked): AnswerToCall {
  const { definition, read, onBehalf, taking, print } = asked;
  const form = read.success ? read.data : call.form;
  const passes = passingOf(file, call, { definition, form, taking });
  const passing = passes.kind === 'passes' ? { passing: passes.passing } : {};
  const recordedFor = onBehalf.kind === 'read' ? { recordedFor: onBehalf.recordedFor } : {};
  return taken(file, call, { definition, form, taking, print, ...passing, ...recordedFor });
}

/**
 * Drops the dates of steps that are no longer done, because what met them was set aside. Keeps the date of a step that
 * only an earlier release had.
 */
function stillMet(file: CaseFile): CaseFile {
  const met = Object.entries(file.met).filter(([step]) => !isStep(step) || completion(file, step) !== undefined);
  return met.length === Object.keys(file.met).length ? file : { ...file, met: Object.fromEntries(met) };
}

/** Begins a new course if a step that was done is to be done again: the case goes on from that step. */
function onCourse(before: CaseFile, after: CaseFile): CaseFile {
  const again = stepIds.some(
    (step) =>
      completion(after, step) === undefined &&
      isRequired(after, step) &&
      completion(before, step) !== undefined &&
      isRequired(before, step) &&
      isReached(before, step),
  );
  return again && after.course === before.course ? { ...after, course: before.course + 1 } : after;
}

interface Checked {
  readonly definition: AnyDefinition;
  readonly form: unknown;
  readonly taking: Taking;
  readonly print: string;
  readonly passing?: Passing;
  readonly recordedFor?: RecordedFor;
}

const titleOf = (name: DecisionName): string => definitionOf(name).title;

function taken(file: CaseFile, call: Call, checked: Checked): AnswerToCall {
  const { definition, form, taking, print, passing, recordedFor } = checked;
  const seq = file.seq + 1;
  const beside = {
    ...(passing === undefined ? {} : { passes: passing }),
    ...(recordedFor === undefined ? {} : { recordedFor }),
  };
  const { on, now: recordedAt, by, role } = taking;
  const added: Fact<unknown> = { seq, on, recordedAt, by, role, form, ...beside };
  const numbered: CaseFile = { ...file, seq, taken: { ...file.taken, [call.key]: { seq, fingerprint: print } } };
  // The form was parsed by the definition of this very name.
  const noted = withFact<DecisionName>(numbered, call.name, { ...added, form: form as Forms[DecisionName] });
  const changed = onCourse(file, stillAsItStood(file, stillMet(definition.effect?.(noted, added) ?? noted)));
  const tellings = [
    ...(definition.tells?.(changed, added, file) ?? []),
    ...askedToConfirm(file, changed, titleOf),
    ...toldOfObjections(file, changed, titleOf),
  ];
  const notices = noticesOf(changed, tellings, { seq, at: recordedAt, on, step: definition.step });
  return {
    kind: 'taken',
    file: withNotices(changed, notices, seq),
    event: {
      seq,
      kind: 'decision-taken',
      at: recordedAt,
      decision: call.name,
      ...(definition.step === undefined ? {} : { step: definition.step }),
      on,
      by,
      role,
      details: form as CaseEvent['details'],
      ...beside,
    },
    notices,
  };
}
