import { addDays, fromMillis, londonDate, toMillis } from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';

const hour = 3_600_000;

/** The sample as a practice case that came in just now: it became known the day before, and happened the day before that. */
export function notificationFor(sample: object, now: Instant): object {
  const knownAt = fromMillis(toMillis(now) - 20 * hour);
  const { receivedOn: _receivedOn, ...form } = { receivedOn: undefined, ...sample };
  return {
    ...form,
    practice: true,
    incidentOn: addDays(londonDate(knownAt), -1),
    knownAt,
    authorityAwareOn: londonDate(knownAt),
  };
}
