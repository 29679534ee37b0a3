import type { Anchor, Rung, Window } from '../../procedure/policy';
import type { TimedLimit } from '../../procedure/dates/statutory';
import { sayLength, statutoryAnchorWords as lawCountsFrom } from '../../procedure/dates/statutory';

const anchorWords: Readonly<Record<Anchor, string>> = {
  'day-one': 'Day 1',
  'notification-sent': 'the day the notification was sent',
  submission: 'the submission to the National Panel',
  'panel-reply': 'the day the Panel’s reply was received',
  'review-decision-reopened': 'the day the review decision was put up again',
  'draft-shared': 'the day the draft was shared',
  'amendments-sent': 'the day the amendments were sent',
  'sign-off': 'the Exec group’s decision',
  'set-by-decision': 'the decision',
};

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** When a step is to be done, as its window has it. */
export function windowSaid({ anchor, unit, from, by }: Window): string {
  if (anchor === 'set-by-decision') return 'Set with the decision, in each case';
  switch (unit) {
    case 'working-day':
      return from === undefined ? `By day ${by}` : `From day ${from} to day ${by}`;
    case 'working-days-after':
      return `Within ${counted(by, 'working day')} of ${anchorWords[anchor]}`;
    case 'days-after':
      return `Within ${counted(by, 'calendar day')} of ${anchorWords[anchor]}`;
    case 'months-after':
      return `Within ${counted(by, 'calendar month')} of ${anchorWords[anchor]}`;
  }
}

/** A limit of the law, with what it counts from. */
export function limitSaid({ bound, length, countsFrom }: TimedLimit): string {
  const said = sayLength(length);
  switch (bound) {
    case 'at-most':
      return `Within ${said} of ${lawCountsFrom[countsFrom]}`;
    case 'at-least':
      return countsFrom === 'before-publication'
        ? `At least ${said} before ${lawCountsFrom[countsFrom]}`
        : `For at least ${said} after ${lawCountsFrom[countsFrom]}`;
    case 'every':
      return `Every ${said}, from ${lawCountsFrom[countsFrom]}`;
  }
}

/** Says when a rung of an escalation ladder is reached. */
export function rungSaid({ when, breach }: Rung): string {
  const said =
    'day' in when
      ? `On day ${when.day}`
      : 'weeksBefore' in when
        ? `${counted(when.weeksBefore, 'week')} before`
        : `${counted(when.daysAfter, 'day')} after`;
  return breach === true ? `${said}, as a breach` : said;
}
