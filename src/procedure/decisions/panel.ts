import * as z from 'zod/mini';
import { againstItself, define, notBefore } from '../decision';
import { fact } from '../case/facts';
import { partnerWords } from '../case/partners';
import { choice, keptAt, words } from '../forms';
import { plannedDates } from '../dates/plan';
import { businessUnit, partnerRoles } from '../roles';
import { tell } from '../reminders/notice';
import {
  disseminationAgreed,
  disseminationTellings,
  panelAnswered,
  panelReplied,
  reviewDecisionReopened,
} from './panel-notices';

/* The National Panel's reply, and the meeting and dissemination that answer it. */

const recordPanelReplyForm = z.strictObject({
  reply: choice("The Panel's reply", {
    agrees: 'It agrees with the decision',
    disagrees: 'It does not agree with the decision',
    'wants-more': 'It wants more information',
    'takes-up-nationally': 'The Panel will carry out a national review',
  }),
  summary: words('What the Panel says'),
  keptAt: z.optional(keptAt('The reply')),
});
const answerPanelForm = z.strictObject({ keptAt: keptAt('The answer to the Panel') });
const recordResponseMeetingForm = z.strictObject({
  held: choice('The meeting with the three partners', {
    held: 'It was held',
    'not-necessary': 'It was not necessary',
  }),
  reason: z.optional(words('Why it was not necessary')),
});
const agreeDisseminationForm = z.strictObject({
  who: words('Who disseminates the response'),
  how: words('How'),
  partner: z.optional(choice('Which delegated partner disseminates it?', partnerWords, 'Only where one of them does')),
});
const recordDisseminationForm = z.strictObject({ to: words('To whom it was disseminated') });

declare module '../case/case-file' {
  interface Forms {
    recordPanelReply: z.infer<typeof recordPanelReplyForm>;
    answerPanel: z.infer<typeof answerPanelForm>;
    recordResponseMeeting: z.infer<typeof recordResponseMeetingForm>;
    agreeDissemination: z.infer<typeof agreeDisseminationForm>;
    recordDissemination: z.infer<typeof recordDisseminationForm>;
  }
}

export const recordPanelReply = define({
  name: 'recordPanelReply',
  step: 'panel-reply',
  title: "Record the National Panel's reply",
  past: "recorded the National Panel's reply",
  confirmation: "National Panel's reply recorded",
  source: 'within 15 working days of submission',
  roles: [...businessUnit, 'scrutineer'],
  onBehalfOf: 'national-panel',
  form: recordPanelReplyForm,
  decides: ['reply'],
  refuse: (file, _form, taking) =>
    notBefore(fact(file, 'answerPanel'), taking, 'This reply comes after the answer to the Panel, which was on'),
  effect: (file, taken) => (taken.form.reply === 'disagrees' ? { ...file, course: file.course + 1 } : file),
  notices: [panelReplied, reviewDecisionReopened],
  tells: (_file, taken) => [
    tell(panelReplied, {
      step: taken.form.reply === 'wants-more' ? 'panel-answer' : 'response',
      values: { reply: taken.form.reply },
    }),
    ...(taken.form.reply === 'disagrees'
      ? [tell(reviewDecisionReopened, { step: 'review-decision', to: [...partnerRoles, 'scrutineer'] })]
      : []),
  ],
});

export const answerPanel = define({
  name: 'answerPanel',
  step: 'panel-answer',
  title: 'Record the answer to the National Panel',
  past: 'recorded the answer to the National Panel',
  source: "the Panel's reply: wants more",
  roles: [...businessUnit, 'scrutineer'],
  leaves: true,
  form: answerPanelForm,
  follows: ['recordPanelReply'],
  notices: [panelAnswered],
  tells: (file) => [tell(panelAnswered, { values: { panelDue: plannedDates(file, 'panel-reply').due ?? '' } })],
});

export const recordResponseMeeting = define({
  name: 'recordResponseMeeting',
  step: 'response',
  title: "Record the meeting on the Panel's reply",
  past: "recorded the meeting on the Panel's reply",
  source: 'within 10 working days of receipt of the reply',
  roles: businessUnit,
  form: recordResponseMeetingForm,
  once: true,
  refuse: (_file, { held, reason }, { correcting }) => {
    if ((held === 'not-necessary') === (reason !== undefined)) return undefined;
    if (held === 'held' && correcting) return undefined;
    const sentence =
      reason === undefined
        ? 'Say why no meeting was necessary'
        : 'A meeting that was held was necessary; leave out why it was not';
    return againstItself('reason', sentence);
  },
});

export const agreeDissemination = define({
  name: 'agreeDissemination',
  step: 'response',
  title: 'Record who disseminates the response and how',
  past: 'recorded who disseminates the response and how',
  source: 'within 10 working days of receipt of the reply',
  roles: [...businessUnit, ...partnerRoles],
  form: agreeDisseminationForm,
  once: true,
  follows: ['recordResponseMeeting'],
  notices: [disseminationAgreed],
  tells: (_file, { form }) => disseminationTellings(form.partner),
});

export const recordDissemination = define({
  name: 'recordDissemination',
  step: 'response',
  title: 'Record that the response was disseminated',
  past: 'recorded that the response was disseminated',
  source: 'within 10 working days of receipt of the reply',
  roles: [...businessUnit, ...partnerRoles],
  form: recordDisseminationForm,
  once: true,
  follows: ['agreeDissemination'],
});
