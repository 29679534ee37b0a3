import { stepIds, type StepId } from './step-ids';

const numbers: Readonly<Record<StepId, string | undefined>> = {
  notification: '1',
  'front-door': '2',
  'decision-meeting': '3',
  outcome: '4',
  information: '5',
  'rapid-review-meeting': '6',
  determination: '7',
  submission: '8',
  'panel-reply': undefined,
  'panel-answer': undefined,
  response: undefined,
  'review-decision': undefined,
  planning: '9',
  'author-material': '10',
  'learning-event': '11',
  draft: '12',
  'draft-to-sub-group': '13a',
  comments: '13b',
  amendments: '14a',
  'final-draft': '14b',
  'sign-off': '15',
  'family-contact': '16',
  'reasons-sent': undefined,
  'notice-of-intent': '17',
  publication: '18',
  'practice-learning-review': undefined,
  actions: undefined,
};

const titles: Readonly<Record<StepId, string>> = {
  notification: 'Notification received',
  'front-door': 'Front Door oversight',
  'decision-meeting': 'Decision meeting of the delegated partners',
  outcome: 'Outcome and Ofsted notification',
  information: 'Information and chronology',
  'rapid-review-meeting': 'Rapid Review meeting',
  determination: 'Determination',
  submission: 'Submission to the National Panel',
  'panel-reply': "National Panel's reply",
  'panel-answer': 'Answer to the National Panel',
  response: "Response to the Panel's reply",
  'review-decision': 'Review decision, taken again',
  planning: 'Chronologies and planning',
  'author-material': 'Material to the author',
  'learning-event': 'Practitioner Learning Event',
  draft: 'Draft to the Business Unit',
  'draft-to-sub-group': 'Draft to the sub-group',
  comments: 'Comments of the sub-group',
  amendments: 'Amendments and media statement',
  'final-draft': 'Final draft',
  'sign-off': 'Exec sign-off',
  'family-contact': 'Family contact',
  'reasons-sent': 'Reasons to the Panel and the Secretary of State',
  'notice-of-intent': 'Notice of intent to publish',
  publication: 'Publication',
  'practice-learning-review': 'Practice learning review',
  actions: 'Oversight of actions',
};

export const stepNumber = (step: StepId): string | undefined => numbers[step];
export const stepTitle = (step: StepId): string => titles[step];

/** A step as people name it: "Step 6, Rapid Review meeting", or its title alone where it has no number. */
export const stepLabel = (step: StepId): string =>
  numbers[step] === undefined ? titles[step] : `Step ${numbers[step]}, ${titles[step]}`;

/** Every step as people name it. */
export const stepLabels = Object.fromEntries(stepIds.map((step) => [step, stepLabel(step)])) as Readonly<
  Record<StepId, string>
>;
