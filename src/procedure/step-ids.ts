/** Every step of the procedure in its order; those without a number are the procedure's own unnumbered acts. */
export const stepIds = [
  'notification',
  'front-door',
  'decision-meeting',
  'outcome',
  'information',
  'rapid-review-meeting',
  'determination',
  'submission',
  'panel-reply',
  'panel-answer',
  'response',
  'review-decision',
  'planning',
  'author-material',
  'learning-event',
  'draft',
  'draft-to-sub-group',
  'comments',
  'amendments',
  'final-draft',
  'sign-off',
  'family-contact',
  'reasons-sent',
  'notice-of-intent',
  'publication',
  'practice-learning-review',
  'actions',
] as const;

export type StepId = (typeof stepIds)[number];

/** True if a name is that of a step. A case may know a step that only an earlier release had. */
export const isStep = (name: string): name is StepId => stepIds.some((step) => step === name);
