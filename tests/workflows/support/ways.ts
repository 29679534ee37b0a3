import { isoDate } from '../../../src/procedure/time/dates';
import { words } from '../../support/default-forms';
import type { Story, Way } from './story';

/* Ways through the procedure that real cases take, each as it differs from the straight one. Source: reading.md. */

const noReview = {
  reviewType: 'none',
  termsOfReference: undefined,
  reason: words('The learning is known already'),
} as const;
const learningReview = { reviewType: 'PLR', dueOn: isoDate('2038-02-26') } as const;
const disagrees = { reply: 'disagrees', summary: words('The Panel disagrees') } as const;
const wantsMore = { reply: 'wants-more', summary: words('The Panel asks for the minutes') } as const;
const agrees = { reply: 'agrees' } as const;
const notToProceed = { outcome: 'not-to-proceed', reason: words('The criteria are not met') } as const;
const further = { outcome: 'further-action', reason: words('Say more about the first contact') } as const;

const withdraw = (story: Story) => story.decide('withdrawCase', undefined, { by: 'business-manager' });

/** Starts a closed case again from its file on the record, as the API does. */
export async function reopen(story: Story): Promise<void> {
  await story.engine.until(() => story.file.closedOn !== undefined, `${story.reference} is closed`);
  const outcome = await story.engine.cases.reopen(
    story.file,
    story.call('reopenCase', undefined, { by: 'business-manager' }),
  );
  if (outcome.kind !== 'taken') throw new Error(`reopenCase: ${JSON.stringify(outcome)}`);
}

const addAction = (dueOn: string) => (story: Story) =>
  story.decide('addAction', { dueOn: isoDate(dueOn) }, { by: 'business-manager' });
const extend = (deadline: string, to: string) => (story: Story) =>
  story.decide('extendDeadline', { deadline, to: isoDate(to) }, { by: 'business-manager' });

/** Every way, by what is decided on it. */
export const ways = {
  straight: {},

  'with an action': {
    leaves: '2037-12-14',
    late: { completeAction: ['2038-02-17'] },
    besides: [
      { on: '2037-12-14', does: addAction('2038-02-11') },
      { on: '2038-02-17', does: (story) => story.decide('completeAction') },
    ],
  },

  'not proceeding': { leaves: '2037-11-25', choices: { recordOutcome: [notToProceed] } },

  'not proceeding, with an action': {
    leaves: '2037-11-25',
    choices: { recordOutcome: [notToProceed] },
    late: { completeAction: ['2038-01-20'] },
    besides: [{ on: '2037-11-25', does: addAction('2038-01-22') }],
  },

  'criteria not met': {
    leaves: '2037-11-30',
    late: { enterOnMatrix: ['2037-12-01'] },
    besides: [
      { on: '2037-11-30', does: (story) => story.decide('recordCriteriaNotMet', undefined, { by: 'la-partner' }) },
    ],
  },

  'practice learning review': { leaves: '2037-12-04', choices: { recordDetermination: [learningReview] } },

  'no review': { leaves: '2037-12-04', choices: { recordDetermination: [noReview] } },

  'the Panel disagrees and a local review starts': {
    leaves: '2037-12-22',
    choices: {
      recordDetermination: [noReview],
      recordPanelReply: [disagrees, agrees],
      decideReviewAgain: [{ reviewType: 'LCSPR' }],
    },
    until: '2038-02-05',
  },

  'the Panel disagrees and the local review stops': {
    leaves: '2037-12-22',
    choices: { recordPanelReply: [disagrees], decideReviewAgain: [noReview] },
  },

  'the Panel disagrees and a practice learning review takes its place': {
    leaves: '2037-12-22',
    choices: { recordPanelReply: [disagrees], decideReviewAgain: [learningReview] },
  },

  'the Panel wants more, twice': {
    leaves: '2037-12-22',
    choices: { recordDetermination: [noReview], recordPanelReply: [wantsMore, wantsMore, agrees] },
    late: {
      recordPanelReply: ['2037-12-22', '2038-01-12', '2038-01-25'],
      answerPanel: ['2038-01-05', '2038-01-14'],
    },
  },

  'the Panel takes it up nationally': {
    leaves: '2037-12-22',
    choices: { recordDetermination: [noReview], recordPanelReply: [{ reply: 'takes-up-nationally' }] },
  },

  'the Exec group asks for more, twice': {
    leaves: '2038-03-18',
    choices: { recordSignOff: [further, further, { outcome: 'publish' }] },
    besides: [
      { on: '2038-03-18', does: extend('sign-off', '2038-05-20') },
      { on: '2038-05-20', does: extend('sign-off', '2038-07-15') },
    ],
    until: '2038-07-26',
  },

  'improvements only': {
    leaves: '2038-03-18',
    choices: { recordSignOff: [{ outcome: 'improvements-only', reason: words('The family would be known by it') }] },
    until: '2038-04-30',
  },

  'not published': {
    leaves: '2038-03-18',
    choices: { recordSignOff: [{ outcome: 'not-to-publish', reason: words('A child would be known by it') }] },
  },

  'held for a trial': {
    leaves: '2038-01-07',
    besides: [
      { on: '2038-01-06', does: (story) => story.decide('addParallelProcess', { nextOn: isoDate('2038-02-24') }) },
      {
        on: '2038-01-07',
        does: (story) =>
          story.decide('placeHold', {
            step: 'learning-event',
            lookAgainOn: isoDate('2038-03-02'),
            process: `P${story.file.facts.addParallelProcess?.[0]?.seq ?? 0}`,
          }),
      },
      { on: '2038-01-11', does: (story) => story.decide('draftDelayLetter') },
      { on: '2038-01-12', does: (story) => story.decide('sendDelayLetter') },
      { on: '2038-01-26', does: (story) => story.decide('recordDelayAnswer') },
      { on: '2038-02-25', does: (story) => story.decide('updateParallelProcess', { ended: true, nextOn: undefined }) },
      { on: '2038-03-02', does: (story) => story.decide('liftHold') },
    ],
    until: '2038-03-19',
  },

  'missed: the Rapid Review': {
    leaves: '2037-12-03',
    late: { recordRapidReviewMeeting: ['2037-12-15'], fileMinutes: ['2037-12-15'], submitRapidReview: ['2037-12-18'] },
    choices: { recordDetermination: [noReview] },
  },

  'missed: six months': {
    leaves: '2038-01-08',
    late: { recordLearningEvent: ['2038-06-09'] },
    besides: [{ on: '2038-02-16', does: extend('learning-event', '2038-06-14') }],
    until: '2038-06-08',
  },

  'missed: the Front Door': {
    leaves: '2037-11-24',
    late: { recordOversight: ['2037-12-11'] },
    choices: { recordOutcome: [notToProceed] },
  },

  'disagreement escalated': {
    leaves: '2037-11-25',
    choices: {
      recordDecisionMeeting: [
        {
          views: { la: 'notify', police: 'do-not-notify', health: 'notify' },
          disagreement: {
            scrutineerInput: words('Notify'),
            escalated: true,
            reason: words('The police hold to their view'),
          },
        },
      ],
    },
    until: '2037-11-27',
  },

  'the review decision reopened': {
    leaves: '2038-01-12',
    choices: { decideReviewAgain: [{ reviewType: 'LCSPR' }], recordDetermination: [learningReview] },
    besides: [
      { on: '2038-01-12', does: (story) => story.decide('reopenReviewDecision', undefined, { by: 'scrutineer' }) },
    ],
    until: '2038-02-12',
  },

  withdrawn: { leaves: '2037-12-01', besides: [{ on: '2037-12-02', does: withdraw }] },

  'reopened after not proceeding': {
    leaves: '2037-11-25',
    choices: {
      recordOutcome: [notToProceed, { outcome: 'notify', reason: words('New facts') }],
      recordDetermination: [noReview],
    },
    besides: [{ on: '2038-01-18', does: reopen }],
  },

  'reopened after it was withdrawn': {
    leaves: '2037-12-01',
    choices: { recordDetermination: [noReview] },
    besides: [
      { on: '2037-12-02', does: withdraw },
      { on: '2037-12-03', does: reopen },
    ],
  },

  'people replaced': {
    leaves: '2037-11-23',
    besides: [
      {
        on: '2037-11-23',
        does: (story) =>
          story.decide(
            'replacePerson',
            { role: 'spr-coordinator', leaves: story.holder('spr-coordinator'), joins: 'P88' },
            { by: 'business-manager' },
          ),
      },
    ],
    until: '2037-12-01',
  },

  'a deadline extended': {
    leaves: '2037-11-27',
    late: { recordReturn: ['2037-12-08'], recordChronology: ['2037-12-08'] },
    choices: { arrangeRapidReviewMeeting: [{ meetingOn: isoDate('2037-12-08') }] },
    besides: [{ on: '2037-11-27', does: extend('information', '2037-12-08') }],
    until: '2037-12-08',
  },
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof ways;
