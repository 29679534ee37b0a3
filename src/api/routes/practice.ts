import {
  moveForward,
  movingForwardForm,
  movingForwardWithinMs,
  type MovedForward,
} from '../../casework/moving-forward';
import { whoSees } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { noSuchCase, Problem, problemOfRefusal } from '../problems';
import { post, type Reply, type Route } from '../route';

function answered(reference: string | undefined, outcome: MovedForward): Reply {
  switch (outcome.kind) {
    case 'moved': {
      const { kind: _kind, ...body } = outcome;
      return { status: 200, body };
    }
    case 'refused':
      throw problemOfRefusal(outcome.refusal, { begun: false });
    case 'no-such-case':
      throw noSuchCase(reference);
    case 'not-practice':
    case 'closed':
    case 'not-running':
    case 'nothing-ahead':
    case 'cannot-skip':
      throw new Problem(outcome.kind, outcome.sentence);
  }
}

/** Moving practice cases forward, on the real engine. */
export const practiceRoutes = (dependencies: ApiDependencies): readonly Route[] => [
  post({
    path: '/api/cases/:reference/practice/advance',
    access: whoSees('state', { act: 'move-practice-forward', shows: 'nothing' }),
    tag: 'Practice',
    summary: 'Move a practice case forward in time',
    description:
      'To its next deadline, by working days, or until a date: to the closing hour of that day. Everything that falls due on the way happens.',
    body: movingForwardForm,
    withinMs: movingForwardWithinMs,
    examples: {
      'next-deadline': { to: 'next-deadline' },
      'working-days': { workingDays: 3 },
      until: { until: '2026-12-07' },
    },
    replies: { 200: { description: 'What happened on the way.', schema: 'Advanced' } },
    async answer({ params, body, actor }) {
      const reference = params['reference'];
      return answered(reference, await moveForward(dependencies, { reference, form: body, actor }));
    },
  }),
];
