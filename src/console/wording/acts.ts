import type { Contribution } from '../../procedure/asking/contributions';
import type { StepId } from '../../procedure/step-ids';

/* Words for what people are asked to do: why, how long it takes, and what the button says that leads there. */

/** An act that somebody is asked for. The minutes are our own estimate. */
export interface ActWords {
  readonly why: string;
  readonly minutes: number;
  readonly button: string;
}

const named = 'The names, the dates of birth and the questions are in the request.';

/** The act by which each kind of contribution is made. */
export const contributionActs: Readonly<Record<Contribution['kind'], ActWords>> = {
  naming: {
    why: 'Which agencies know the child or the family? The Business Unit asks them for information.',
    minutes: 5,
    button: 'Name the agencies',
  },
  summary: {
    why: 'What your agency knows of the family, for the decision meeting of the delegated partners.',
    minutes: 30,
    button: 'Send the summary',
  },
  return: {
    why: `The partnership looks at a serious incident and asks what your organisation knows. ${named}`,
    minutes: 20,
    button: 'Answer the request',
  },
  chronology: {
    why: `A local child safeguarding practice review has been agreed. Its author needs a chronology from your organisation. ${named}`,
    minutes: 60,
    button: 'Answer the request',
  },
  further: {
    why: `The partnership needs more than it has for a review. ${named}`,
    minutes: 20,
    button: 'Answer the request',
  },
  comments: {
    why: 'Read the draft report and send your comments. If you have none, tell us.',
    minutes: 60,
    button: 'Send your comments',
  },
  statement: {
    why: 'The statement is needed before the review is signed off and published.',
    minutes: 30,
    button: 'Send the statement',
  },
  dissemination: {
    why: 'You agreed to pass on the response to the National Panel’s reply. Say to whom it went.',
    minutes: 5,
    button: 'Say to whom it went',
  },
  confirmation: {
    why: 'The Business Unit recorded what you decided. Say whether it is right. If you say nothing, it stays “not yet confirmed”.',
    minutes: 5,
    button: 'Agree or object',
  },
};

/** The acts by which steps are done whose owner is not the Business Unit. A step that is not listed explains itself. */
export const stepActs: Readonly<Partial<Record<StepId, Omit<ActWords, 'button'>>>> = {
  'front-door': { why: 'You were sent a notification. Read it, and say what you decide about it.', minutes: 10 },
  outcome: { why: 'The delegated partners have met. The Local Authority decides whether to notify.', minutes: 10 },
  determination: { why: 'The Rapid Review meeting was held. Now it is decided which review follows.', minutes: 30 },
  submission: { why: 'The Rapid Review goes to the National Panel.', minutes: 15 },
  'review-decision': { why: 'Which review follows is to be decided again.', minutes: 30 },
  'author-material': { why: 'You were sent the material. The initial draft is awaited from you.', minutes: 10 },
  'learning-event': { why: 'The Practitioner Learning Event is held before the draft is written.', minutes: 10 },
  draft: { why: 'The draft report is awaited from you.', minutes: 10 },
  comments: { why: contributionActs.comments.why, minutes: contributionActs.comments.minutes },
  'final-draft': { why: 'The final draft has to be in and approved before it is signed off.', minutes: 15 },
  'sign-off': { why: 'The Exec group decides on the report and its publication.', minutes: 15 },
  'family-contact': { why: 'Each family member is told of the publication, and asked what they wish.', minutes: 15 },
  'practice-learning-review': {
    why: 'The practice learning review has its report, its event and its learning.',
    minutes: 15,
  },
  actions: { why: 'Every action is completed, and its impact reviewed.', minutes: 10 },
};
