import { fromMillis, londonTime, sayTime, toMillis, whichOfTwo } from '../time/dates';
import type { Instant } from '../time/time';

interface Lasting {
  readonly beginsAt: Instant;
  readonly minutes: number;
}

/** The moment at which a meeting ends. */
export const endOf = ({ beginsAt, minutes }: Lasting): Instant => fromMillis(toMillis(beginsAt) + minutes * 60_000);

const said = (moment: Instant): string => `${sayTime(londonTime(moment))}${whichOfTwo(moment)}`;

/** The hours of a meeting by London's clock, "10:00am to midday". */
export const hoursOf = (meeting: Lasting): string => `${said(meeting.beginsAt)} to ${said(endOf(meeting))}`;
