import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, Forms, Passing } from './case/case-file';
import { definitionOf, type AnyDefinition } from './catalogue';
import { whyClosedThen } from './closed-periods';
import { londonDate } from './time/dates';
import type { Call, Taking } from './decision';
import { factsOf, withFact } from './case/facts';
import { fingerprint } from './case/fingerprint';
import { fieldProblems, readForm } from './forms';
import { noticesOf } from './reminders/notices';
import { whyOutOfOrder } from './dates/order';
import { limitsPassed, passesOf, type Passes } from './case/passing';
import type { CaseEvent, Notice } from './case/record';
import { refusal, type Refusal } from './refusals';
import { alreadyDecided, whyNotOpen } from './not-open';
import { inList, part, says } from './sentence';
import type { Role } from './roles';
import { isShutOut } from './case/shut-out';
import { rolesNow } from './parts';
import { whyDecidedSince } from './case/since';
import { completion, isReached, isRequired } from './dates/steps';
import { datesOutside, spanClockOf } from './spans';
import { isStep, stepIds } from './step-ids';
import { stillAsItStood } from './case/taking-up';
import { withNotices } from './case/told';
import type { Instant, PersonId } from './time/time';
import { whyNotItsWords } from './words-of-others';

/** The answer to a call: taken, known already under the same key, or refused with a sentence. */
export type AnswerToCall =
  | { readonly kind: 'taken'; readonly file: CaseFile; readonly event: CaseEvent; readonly notices: readonly Notice[] }
  | { readonly kind: 'repeated'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (why: Refusal) => ({ kind: 'refused', refusal: why }) as const satisfies AnswerToCall;

/** Lists the roles that may take a decision: the profile's answer if it has one, else the procedure's. */
export const mayTake = (file: Pick<CaseFile, 'policy'>, name: DecisionName): readonly Role[] =>
  file.policy.mayTake[name] ?? definitionOf(name).roles;

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
  const closed = whyClosedThen(file, { on });
  if (closed !== undefined) return closed;
  return whyOutOfOrder(file, definition, { on, titleOf: (name) => definitionOf(name).title });
}

/** The hat under which this person may take it, or why they may not. */
function hat(file: CaseFile, name: DecisionName, by: PersonId): Role | Refusal {
  const theirs = rolesNow(file, by);
  const allowed = mayTake(file, name);
  const role = allowed.find((one) => theirs.includes(one));
  if (role !== undefined) return role;
  if (isShutOut(file, by))
    return refusal(
      'unknown-person',
      says`${part.person(by)}'s access to this case is restricted because of a conflict of interest.`,
    );
  if (theirs.length === 0)
    return refusal(
      'unknown-person',
      says`${part.person(by)} has no role in this case. Give them one by replacing a person${part.by('replacePerson')}.`,
    );
  const inWords = (roles: readonly Role[]) => inList(roles.map((one) => part.role(one, file.policy.roleTitles)));
  return refusal(
    'wrong-role',
    says`"${definitionOf(name).title}" is for: ${inWords(allowed)}. ${part.person(by)} is here as: ${inWords(theirs)}.`,
  );
}

/** Refuses a person who may not take a decision in this case, whatever they would say; undefined if they may. */
export function whyMayNot(file: CaseFile, name: DecisionName, by: PersonId): Refusal | undefined {
  const role = hat(file, name, by);
  return typeof role === 'string' ? undefined : role;
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
  readonly taking: Taking;
  readonly print: string;
}

/** Finds what a call asks, or the answer that it has already. */
function askedBy(file: CaseFile, call: Call, now: Instant): Asked | Exclude<AnswerToCall, { readonly kind: 'taken' }> {
  const definition = definitionOf(call.name);
  const reason = call.reasonForPassing;
  const print = fingerprint([call.name, call.by, call.on, call.form, ...(reason === undefined ? [] : [reason])]);
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
  const role = hat(file, call.name, call.by);
  if (typeof role !== 'string') return refused(role);
  const today = londonDate(now);
  const taking: Taking = { by: call.by, role, on: call.on ?? today, now, today };
  return { kind: 'asked', definition, read: readForm(definition.form, call.form), taking, print };
}

/** Refuses a call that cannot be decided; undefined if it can. */
function whyNot(file: CaseFile, call: Call, { definition, read, taking }: Asked): Refusal | undefined {
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
    definition.refuse?.(file, form, taking) ??
    wrongWords;
  if (against !== undefined) return against;
  const passes = passingOf(file, call, { definition, form, taking });
  return passes.kind === 'refused' ? passes.refusal : undefined;
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
  const asked = askedBy(file, call, now);
  if (asked.kind !== 'asked') return asked;
  const why = whyNot(file, call, asked);
  return why === undefined ? carriedOut(file, call, asked) : refused(why);
}

/**
 * Carries out a decision that the case has accepted, without asking again whether it may be taken: a history that is
 * replayed under later rules goes the way that it went.
 */
export function carryOut(file: CaseFile, call: Call, now: Instant): AnswerToCall {
  const asked = askedBy(file, call, now);
  return asked.kind === 'asked' ? carriedOut(file, call, asked) : asked;
}

function carriedOut(file: CaseFile, call: Call, { definition, read, taking, print }: Asked): AnswerToCall {
  const form = read.success ? read.data : call.form;
  const passes = passingOf(file, call, { definition, form, taking });
  const passing = passes.kind === 'passes' ? { passing: passes.passing } : {};
  return taken(file, call, { definition, form, taking, print, ...passing });
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
}

function taken(file: CaseFile, call: Call, { definition, form, taking, print, passing }: Checked): AnswerToCall {
  const seq = file.seq + 1;
  const passes = passing === undefined ? {} : { passes: passing };
  const { on, now: recordedAt, by, role } = taking;
  const added: Fact<unknown> = { seq, on, recordedAt, by, role, form, ...passes };
  const numbered: CaseFile = { ...file, seq, taken: { ...file.taken, [call.key]: { seq, fingerprint: print } } };
  // The form was parsed by the definition of this very name.
  const noted = withFact<DecisionName>(numbered, call.name, { ...added, form: form as Forms[DecisionName] });
  const changed = onCourse(file, stillAsItStood(file, stillMet(definition.effect?.(noted, added) ?? noted)));
  const tellings = definition.tells?.(changed, added, file) ?? [];
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
      ...passes,
    },
    notices,
  };
}
