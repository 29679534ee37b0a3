import { fromMillis, toMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';

const minutes = 60_000;

/** A session ends when nobody has used it for so long; what was being typed is kept. */
export const idleMinutes = 60;

/** A session ends so many hours after it began, however busy. */
export const absoluteHours = 12;

/** When a session used at this moment would end for want of use. */
export const idleUntil = (now: Instant): Instant => fromMillis(toMillis(now) + idleMinutes * minutes);

/** When a session begun at this moment ends in any case. */
export const absoluteUntil = (now: Instant): Instant => fromMillis(toMillis(now) + absoluteHours * 60 * minutes);
