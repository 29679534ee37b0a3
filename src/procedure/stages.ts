import type { StepId } from './step-ids';

interface StageOfProcedure {
  /** The stage as lists and Temporal UI name it. */
  readonly title: string;
  /** The stage in a sentence, after "In SIN-2026-0004 …". */
  readonly underWay: string;
  /** The steps that have to be done before the stage is over. */
  readonly steps: readonly StepId[];
}

/** The stages of a case, in the order in which lists sort them, with the steps of each. Source: the procedure's headings. */
const ofProcedure = {
  deciding: {
    title: 'Deciding whether to notify (steps 2 to 4)',
    underWay: 'it is being decided whether to notify',
    steps: ['front-door', 'decision-meeting', 'outcome'],
  },
  'rapid-review': {
    title: 'Rapid Review (steps 5 to 8)',
    underWay: 'the Rapid Review is under way',
    steps: ['information', 'rapid-review-meeting', 'determination', 'submission'],
  },
  review: {
    title: 'Local child safeguarding practice review (steps 9 to 16)',
    underWay: 'the local child safeguarding practice review is under way',
    steps: [
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
    ],
  },
  'practice-learning-review': {
    title: 'Practice learning review',
    underWay: 'the practice learning review is under way',
    steps: ['practice-learning-review'],
  },
  panel: {
    title: 'The National Panel’s reply and the response to it',
    underWay: 'the National Panel’s reply, or the response to it, is awaited',
    steps: ['panel-reply', 'panel-answer', 'response'],
  },
  publication: {
    title: 'Publication (steps 17 and 18)',
    underWay: 'the review is on its way to publication',
    steps: ['reasons-sent', 'notice-of-intent', 'publication'],
  },
  actions: {
    title: 'Oversight of actions',
    underWay: 'the steps are done, and the actions are overseen until they are complete',
    steps: ['actions'],
  },
  closed: { title: 'Closed', underWay: 'the case is closed', steps: [] },
} as const satisfies Readonly<Record<string, StageOfProcedure>>;

export type Stage = keyof typeof ofProcedure;

/** The stages by name, each with its title and its steps. */
export const stage: Readonly<Record<Stage, StageOfProcedure>> = ofProcedure;

// Object.keys answers the keys of a literal in their order, and its type forgets which they are.
export const stages = Object.keys(ofProcedure) as [Stage, ...Stage[]];

/** The title of a stage by its name; a name that another release wrote stays as it is. */
export function stageTitle(name: string): string {
  const known = stages.find((one) => one === name);
  return known === undefined ? name : stage[known].title;
}

/**
 * The stages in the order in which a case is in them: the first that has a step to do. A case in a practice learning
 * review whose review is decided on again is in the practice learning review.
 */
export const stagesOfCase = [
  'deciding',
  'rapid-review',
  'practice-learning-review',
  'review',
  'panel',
  'publication',
] as const satisfies readonly Stage[];
