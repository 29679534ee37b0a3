import type { Log, Office } from '../casework/office';
import { errorInLog } from '../log/log';
import { addYears, fromMillis, londonDate, londonInstant, timeOfDay, toMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import type { Records } from '../records/records';
import { RecordsUnavailable } from '../records/unavailable';

const hour = 3_600_000;
const keptSessionsMs = 30 * 24 * hour;
/** For how long the API gives the same answer to the same key word for word; there may be names in it. */
const keptAnswersMs = 48 * hour;

/** For how long it is kept from which network address a notification came, of which an hour is counted. */
const keptSendersMs = 24 * hour;

/** The records that are cleared out, and the log that is told of faults. */
export interface Housekeeping {
  readonly records: Pick<
    Records,
    'drafts' | 'sessions' | 'idempotency' | 'outsideNotifications' | 'readings' | 'answerLinks'
  >;
  readonly profile: Pick<Office['profile'], 'outside' | 'readingsKeptYears'>;
  readonly log: Pick<Log, 'warn' | 'error'>;
  now(): Instant;
}

/** The moment before which readings are kept no longer: the beginning of this day, so many calendar years ago. */
const readingsKeptFrom = (now: Instant, years: number): Instant =>
  londonInstant(addYears(londonDate(now), -years), timeOfDay('00:00'));

/**
 * Forgets drafts that have expired, sessions that ended a month ago, those of links that are over, answers of two days ago, what was set aside long
 * ago, where notifications came from, and readings that are kept no longer, now and every hour. What
 * cannot be forgotten is tried again in an hour, and keeps nothing else from being forgotten: records that are away are
 * a warning in the log, anything else is an error there. Answers what stops it.
 */
export function keepHouse({ records, profile, now, log }: Housekeeping): () => Promise<void> {
  const { drafts, sessions, idempotency, outsideNotifications, readings, answerLinks } = records;
  const ago = (ms: number): Instant => fromMillis(toMillis(now()) - ms);
  const chores: readonly (readonly [what: string, forget: () => Promise<unknown>])[] = [
    ['Drafts that have expired', () => drafts.purge(now())],
    ['Sessions that have ended', () => sessions.purge(ago(keptSessionsMs))],
    ['Browsers in which a code was typed', () => answerLinks.purgeSessions(now())],
    ['Answers to programs', () => idempotency.forgetAnswers(ago(keptAnswersMs))],
    [
      'Notifications that were set aside',
      () => outsideNotifications.forgetSetAside(ago(profile.outside.keepSetAsideDays * 24 * hour), now()),
    ],
    ['Addresses from which notifications came', () => outsideNotifications.forgetSenders(ago(keptSendersMs))],
    ['Readings', () => readings.purge(readingsKeptFrom(now(), profile.readingsKeptYears))],
  ];
  const tidy = async (): Promise<void> => {
    for (const [what, forget] of chores) {
      try {
        await forget();
      } catch (error) {
        const level = error instanceof RecordsUnavailable ? 'warn' : 'error';
        log[level]({ error: errorInLog(error) }, `${what} were not forgotten; in an hour it is tried again.`);
      }
    }
  };
  void tidy();
  const timer = setInterval(() => void tidy(), hour);
  timer.unref();
  return async () => clearInterval(timer);
}
