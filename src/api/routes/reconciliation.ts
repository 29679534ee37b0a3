import { sayFinding, type FoundCase } from '../../casework/engine-finding';
import { readComparison, restartCases, restartForm } from '../../casework/restarting';
import { whoMay, whoOpens } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { problemOfRefusal } from '../problems';
import { get, post, type Route } from '../route';

/** Every case of an installation may need it, each of which is started anew. */
const restartingTakes = 120_000;

const foundView = ({ reference, finding }: FoundCase) => ({
  reference,
  found: finding.kind,
  sentence: sayFinding(reference, finding),
  reason: finding.kind === 'task-fails' ? finding.reason : null,
});

/** Open cases held against Temporal, and those that do not go on restarted from their record. */
export function reconciliationRoutes(dependencies: ApiDependencies): readonly Route[] {
  return [
    get({
      path: '/api/reconciliation',
      access: whoOpens('engine'),
      tag: 'Cases and the engine',
      summary: 'Hold every open case against Temporal: which do not go on as they should',
      replies: { 200: { description: 'What was found, now.', schema: 'Reconciliation' } },
      async answer({ reader }) {
        const { at, open, found, nobodyAnswers } = await readComparison(dependencies, reader);
        const findings = found.map(foundView);
        const body = { comparedAt: at, openCases: open, findings, noCaseAnswers: nobodyAnswers };
        return { status: 200, body, shown: { cases: found.map(({ reference }) => reference) } };
      },
    }),
    post({
      path: '/api/reconciliation/restarts',
      access: whoMay('restart-case'),
      tag: 'Cases and the engine',
      summary: 'Restart cases that do not go on from their record; those that do are left alone',
      body: restartForm,
      examples: { one: { cases: ['SIN-2026-0001'] }, all: { cases: 'all' } },
      replies: { 200: { description: 'What came of it, case by case.', schema: 'Restarts' } },
      withinMs: restartingTakes,
      async answer({ body, actor }) {
        const restarted = await restartCases(dependencies, { form: body, actor });
        switch (restarted.kind) {
          case 'done': {
            const { restarts, left } = restarted;
            const told = restarts.map(({ reference, kind, sentence }) => ({ reference, outcome: kind, sentence }));
            return { status: 200, body: { restarts: told, left } };
          }
          case 'refused':
            throw problemOfRefusal(restarted.refusal, { begun: false });
        }
      },
    }),
  ];
}
