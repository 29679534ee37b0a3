import { londonInstants, sayDate, sayTime } from '../../procedure/time/dates';
import type { Instant, IsoDate, TimeOfDay } from '../../procedure/time/time';

/*
 * A day and a time by London's clocks, read as one moment. On the two days on which the clocks change, the page may
 * have to ask which is meant.
 */

/** The part of a moment that says which of two equal times is meant: "summer" or "winter". */
export const clockPart = 'clock';

/** The answers to choose from if London's clocks showed a time twice, the earlier first. */
export const clockAnswers = [
  { value: 'summer', text: 'Summer time: before the clocks went back' },
  { value: 'winter', text: 'Winter time: after the clocks went back' },
] as const;

/** The moment, or the problem: its time, or that one of two equal times must be chosen. */
export type ReadMoment =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'wrong'; readonly part: 'time' | typeof clockPart; readonly sentence: string };

/** True if London's clocks showed this time twice on this day. */
export const isTwice = (date: IsoDate, time: TimeOfDay): boolean => londonInstants(date, time).length > 1;

/** Reads a time on a day; `clock` says which is meant where there were two. `title` begins the sentence. */
export function readMoment(
  { date, time, clock }: { readonly date: IsoDate; readonly time: TimeOfDay; readonly clock: string },
  title: string,
): ReadMoment {
  const [first, second] = londonInstants(date, time);
  const said = `${sayTime(time)} on ${sayDate(date)}`;
  if (first === undefined) {
    const sentence = `${title}: there was no ${said}, for the clocks went forward from 1am to 2am. Enter the time again`;
    return { kind: 'wrong', part: 'time', sentence };
  }
  if (second === undefined || clock === 'summer') return { kind: 'moment', at: first };
  if (clock === 'winter') return { kind: 'moment', at: second };
  const sentence = `${title}: there was ${said} twice, for the clocks went back from 2am to 1am. Say whether it was summer time or winter time`;
  return { kind: 'wrong', part: clockPart, sentence };
}
