import type { CaseFile, Fact } from './case-file';
import { londonDate, sayDate } from '../time/dates';
import { fieldProblems, readForm, isWordsReference, namesIn } from '../forms';
import type { Notification } from '../notification/notification';
import { againstGrounds, againstTimes, doubtfulYears } from '../notification/notification-rules';
import { correctedNotification, mayBeTakenOut, openingFieldSchema, openingSeq } from './opening-entry';
import { partsOf, refusal, type FieldProblem, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { datesOutside, spanClockOf } from '../spans';
import type { Instant } from '../time/time';

/** A correction of entry 1, as far as the rules look at it. */
export interface OpeningCorrection {
  readonly field: string;
  readonly value?: unknown;
  readonly yearsAreRight?: boolean | undefined;
}

const atValue = (sentence: string): readonly FieldProblem[] => [{ field: 'value', sentence }];

/**
 * Lists the problems that a correction brings in. Problems that were there before are no fault of it, and are left out.
 */
const since = (before: readonly FieldProblem[], after: readonly FieldProblem[]): readonly FieldProblem[] =>
  after.filter((one) => !before.some(({ field, sentence }) => field === one.field && sentence === one.sentence));

/**
 * Refuses a value that cannot stand in the field by itself; undefined if it can. A name must come as a reference, so
 * that no case carries a name.
 */
function againstField(file: CaseFile, { field, value }: OpeningCorrection, now: Instant): Refusal | undefined {
  const schema = openingFieldSchema(file, field);
  if (schema === undefined) {
    return refusal(
      'invalid',
      says`Entry ${openingSeq}, the notification, has no field "${field}" that can be corrected. A child is added or removed by a decision of its own${part.byEither('addChild', 'removeChild')}.`,
    );
  }
  if (value === undefined && mayBeTakenOut(field)) return undefined;
  if (namesIn(schema)) {
    return isWordsReference(value)
      ? undefined
      : refusal('invalid', 'Names and dates of birth are corrected on the pages or by the API; no case carries them.');
  }
  const checked = readForm(schema, value);
  const outside = checked.success ? datesOutside(schema, checked.data, spanClockOf(file, now)) : [];
  if (value !== undefined && checked.success && outside.length === 0) return undefined;
  const fields = checked.success
    ? atValue(outside[0]?.sentence ?? 'Say what is right')
    : fieldProblems(checked.error).map((one) => ({
        ...one,
        field: one.field === '' ? 'value' : `value.${one.field}`,
      }));
  return { ...refusal('invalid', 'That value cannot stand in the notification.'), fields };
}

/** Contradictions of the moment of receipt with the moment at which the incident was known, and with the opening of the case. */
function againstReceipt(file: CaseFile, { knownAt, receivedAt, receivedOn }: Notification): readonly FieldProblem[] {
  const openedOn = londonDate(file.openedAt);
  const late = `The case was opened on ${sayDate(openedOn)}; its form cannot have been received after that`;
  return [
    ...(receivedAt > file.openedAt || receivedOn > openedOn ? [{ field: 'receivedAt', sentence: late }] : []),
    ...(receivedAt < knownAt && receivedOn === londonDate(knownAt)
      ? [
          {
            field: 'receivedAt',
            sentence: 'The form cannot have been received before the moment at which the incident was known',
          },
        ]
      : []),
  ];
}

/** The first decision on the record that is dated before a day of receipt. */
const datedBefore = (file: CaseFile, receivedOn: string): Fact<unknown> | undefined =>
  Object.values(file.facts)
    .flatMap((facts) => facts as readonly Fact<unknown>[])
    .find(({ on }) => on < receivedOn);

/** Refuses a correction of entry 1, by the rules by which a case is opened. Undefined if the correction can be made. */
export function openingCorrectionRefused(
  file: CaseFile,
  correction: OpeningCorrection,
  now: Instant,
): Refusal | undefined {
  const why = againstField(file, correction, now);
  if (why !== undefined) return why;
  const before = file.notification;
  const after = correctedNotification(file, correction.field, correction.value);
  const earlier = after.receivedOn === before.receivedOn ? undefined : datedBefore(file, after.receivedOn);
  if (earlier !== undefined) {
    return refusal(
      'against-the-record',
      says`Entry ${earlier.seq} is dated ${part.day(earlier.on)}, before ${part.day(after.receivedOn)}; nothing is decided before the notification is received. Correct that entry first${part.by('correctFact')}.`,
    );
  }
  const wrong = since(
    [...againstTimes(before, now), ...againstReceipt(file, before), ...againstGrounds(before)],
    [...againstTimes(after, now), ...againstReceipt(file, after), ...againstGrounds(after)],
  );
  if (wrong.length > 0) {
    return {
      ...refusal('against-the-record', says`${inList(wrong.map(partsOf), '. ')}.`),
      fields: wrong.map((one) => ({ ...one, field: 'value' })),
    };
  }
  const doubts = since(doubtfulYears(before, now), doubtfulYears(after, now));
  return doubts.length === 0 || correction.yearsAreRight === true ? undefined : toBeConfirmed(doubts);
}

/** Asks once whether years that lie far back are right: with "yearsAreRight" they are taken. */
export const toBeConfirmed = (doubts: readonly FieldProblem[]): Refusal => ({
  ...refusal(
    'to-be-confirmed',
    says`${inList(doubts.map(partsOf), ' ')} If so, send it again with "yearsAreRight": true.`,
  ),
  fields: doubts,
});
