import { fromMillis, toMillis } from './procedure/dates';
import type { Instant } from './procedure/time';
import type { Records } from './records/records';

const hour = 3_600_000;
const keptSessionsMs = 30 * 24 * hour;
/** For how long the API gives the same answer to the same key word for word; there may be names in it. */
const keptAnswersMs = 48 * hour;

/**
 * Forgets drafts that have expired, sessions that ended a month ago and answers of two days ago, now and every hour. A
 * time when the records are away is passed over. Answers what stops it.
 */
export function keepHouse(
  { drafts, sessions, idempotency }: Pick<Records, 'drafts' | 'sessions' | 'idempotency'>,
  now: () => Instant,
): () => void {
  const tidy = async (): Promise<void> => {
    try {
      await drafts.purge(now());
      await sessions.purge(fromMillis(toMillis(now()) - keptSessionsMs));
      await idempotency.forgetAnswers(fromMillis(toMillis(now()) - keptAnswersMs));
    } catch {
      // In an hour it is tried again.
    }
  };
  void tidy();
  const timer = setInterval(() => void tidy(), hour);
  timer.unref();
  return () => clearInterval(timer);
}
