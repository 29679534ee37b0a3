import { fact } from '../case/facts';
import { determination, reviewDecisionIsOpen } from '../case/position';
import { plannedDates } from '../dates/plan';
import { partnerOf } from '../case/partners';
import { defineNotice, tell, type Telling } from '../reminders/notice';
import { choiceValue, dateValue, yesValue } from '../reminders/notice-values';
import { asLastDecided, firstFound, isLater, untilStep } from '../reminders/true-until';
import { execRoles, partnerRoles, type Partner } from '../roles';

/* Emails about the National Panel's reply, and about a review decision that is put up again. */

declare module '../reminders/notice' {
  interface Notices {
    'panel-replied': typeof panelReplied;
    'panel-answered': typeof panelAnswered;
    'review-decision-reopened': typeof reviewDecisionReopened;
    'dissemination-agreed': typeof disseminationAgreed;
  }
}

export const panelReplied = defineNotice({
  kind: 'panel-replied',
  title: 'The National Panel has replied',
  to: [...partnerRoles, 'scrutineer', 'business-manager'],
  always: {
    reply: choiceValue({
      agrees: 'agrees with the decision',
      disagrees: 'does not agree with the decision',
      'wants-more': 'wants more information',
      'takes-up-nationally': 'will carry out a national review',
    }),
  },
  stillTrue: firstFound(
    untilStep('response'),
    asLastDecided('recordPanelReply', ({ reply }) => ({ reply })),
  ),
});

export const panelAnswered = defineNotice({
  kind: 'panel-answered',
  title: 'The National Panel has been answered',
  to: [...execRoles, ...partnerRoles, 'business-manager'],
  sometimes: { panelDue: dateValue },
  stillTrue: (notice, file) => {
    const reply = fact(file, 'recordPanelReply');
    return reply !== undefined && isLater(reply, notice)
      ? 'The National Panel has replied since.'
      : { values: { panelDue: plannedDates(file, 'panel-reply').due ?? '' } };
  },
});

export const reviewDecisionReopened = defineNotice({
  kind: 'review-decision-reopened',
  title: 'Asks to decide again which review follows',
  asks: 'the decision which review follows',
  forms: ['decideReviewAgain'],
  stillTrue: (_notice, file) =>
    determination(file) === undefined || reviewDecisionIsOpen(file) ? undefined : 'It has been decided again.',
});

const toldOfDissemination = [...partnerRoles, 'sub-group-chair', 'business-manager'] as const;

export const disseminationAgreed = defineNotice({
  kind: 'dissemination-agreed',
  title: 'Asks to pass on the response to the National Panel’s reply',
  to: toldOfDissemination,
  asks: "passing on the response to the Panel's reply",
  sometimes: {
    yours: yesValue,
    partner: choiceValue({ la: 'the Local Authority', police: 'the police', health: 'Health' }),
  },
  forms: ['recordDissemination'],
  stillTrue: untilStep('response'),
});

/** Tells who disseminates the response: the partner who was named that it is theirs, and the others who it is. */
export function disseminationTellings(partner: Partner | undefined): readonly Telling<'dissemination-agreed'>[] {
  if (partner === undefined) return [tell(disseminationAgreed)];
  const theirs = partnerOf(partner);
  return [
    tell(disseminationAgreed, { to: [theirs], values: { yours: 'yes' } }),
    tell(disseminationAgreed, { to: toldOfDissemination.filter((role) => role !== theirs), values: { partner } }),
  ];
}
