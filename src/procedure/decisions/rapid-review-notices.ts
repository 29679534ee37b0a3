import { determination } from '../case/position';
import { plannedDates } from '../dates/plan';
import { defineNotice } from '../reminders/notice';
import { choiceValue, dateValue } from '../reminders/notice-values';
import { asNow, isLater, untilHeld, untilStep } from '../reminders/true-until';
import { execRoles, partnerRoles } from '../roles';

/* Emails of steps 6 to 8. */

declare module '../reminders/notice' {
  interface Notices {
    'rapid-review-arranged': typeof rapidReviewArranged;
    'determination-to-make': typeof determinationToMake;
    'determination-told': typeof determinationTold;
    'submitted-to-panel': typeof submittedToPanel;
  }
}

export const rapidReviewArranged = defineNotice({
  kind: 'rapid-review-arranged',
  title: 'The Rapid Review meeting is arranged',
  to: [...partnerRoles, 'scrutineer', 'legal'],
  asks: 'attendance at the Rapid Review meeting',
  always: { meetingOn: dateValue },
  sometimes: { was: dateValue, replaces: dateValue },
  stillTrue: untilHeld('arrangeRapidReviewMeeting', 'recordRapidReviewMeeting', 'The Rapid Review meeting was held'),
});

export const determinationToMake = defineNotice({
  kind: 'determination-to-make',
  title: 'Asks for the determination',
  to: [...partnerRoles, 'scrutineer'],
  asks: 'the determination',
  forms: ['recordDetermination'],
  stillTrue: untilStep('determination'),
});

export const determinationTold = defineNotice({
  kind: 'determination-told',
  title: 'The determination of the Rapid Review',
  always: {
    reviewType: choiceValue({
      none: 'no further review',
      PLR: 'a practice learning review',
      LCSPR: 'a local child safeguarding practice review',
    }),
  },
  sometimes: { replaces: dateValue },
  stillTrue: (notice, file) => {
    const decided = determination(file);
    return decided !== undefined && isLater(decided, notice)
      ? 'A newer email replaces it: it was decided again.'
      : undefined;
  },
});

export const submittedToPanel = defineNotice({
  kind: 'submitted-to-panel',
  title: 'The Rapid Review has gone to the National Panel',
  to: [...execRoles, 'business-manager'],
  sometimes: { panelDue: dateValue },
  stillTrue: asNow((file) => ({ panelDue: plannedDates(file, 'panel-reply').due })),
});
