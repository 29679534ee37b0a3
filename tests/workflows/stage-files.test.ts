import { readFileSync } from 'node:fs';
import path from 'node:path';
import { definitionOf, isDecisionName } from '../../src/procedure/catalogue';
import { stepIds } from '../../src/procedure/step-ids';

const files = ['incident', 'deciding', 'rapid-review', 'panel-reply', 'practice-review', 'publication'] as const;

const source = (name: string): string =>
  readFileSync(path.join(__dirname, '..', '..', 'workflows', `${name}.ts`), 'utf8');

/** Every step that a stage waits for, in the order of the source, calls followed where they stand. */
function awaitedIn(text: string, functions: ReadonlyMap<string, string>): readonly string[] {
  return [...text.matchAll(/c\.done\('([a-z-]+)'\)|\b(\w+)\(c\)/g)].flatMap(([, step, called]) => {
    if (step !== undefined) return [step];
    const body = called === undefined ? undefined : functions.get(called);
    return body === undefined ? [] : awaitedIn(body, functions);
  });
}

test('Beside its steps, the decisions that the procedure names can be read where they stand', () => {
  const named = new Map(
    files.flatMap((name) => [...source(name).matchAll(/c\.recorded\('(\w+)'\)/g)].map(([, one = '']) => [one, name])),
  );
  expect(Object.fromEntries(named)).toEqual({
    recordExecAnswer: 'deciding',
    recordResponseMeeting: 'panel-reply',
    agreeDissemination: 'panel-reply',
    recordDissemination: 'panel-reply',
    recordSubGroupMeeting: 'practice-review',
    recordLearningReviewReport: 'practice-review',
    recordPracticeLearningEvent: 'practice-review',
    shareLearning: 'practice-review',
  });
  const stepOf = (name: string) => (isDecisionName(name) ? definitionOf(name).step : undefined);
  // Whoever waits for a decision of a step waits for the step next, or beside.
  for (const [name, file] of named) expect(source(file)).toContain(`c.done('${stepOf(name)}')`);
  expect(source('incident')).toContain('looked at again after 6 and 12 months');
  expect(source('panel-reply')).toContain('national');
});

test('Read from top to bottom, the stage files name the steps in the order of the procedure, and leave none out', () => {
  const text = files.map(source).join('\n');
  const functions = new Map(
    [...text.matchAll(/async function (\w+)\(c: Case\)[^{]*\{\n([\s\S]*?)\n\}/g)].map(
      ([, name = '', body = '']) => [name, body] as const,
    ),
  );
  const read = [...new Set(awaitedIn(functions.get('procedure') ?? '', functions))];
  expect(read).toHaveLength(stepIds.length);
  // The practice learning review stands beside the local one in the code, and after it in the table.
  expect(read.filter((step) => step !== 'practice-learning-review')).toEqual(
    stepIds.filter((step) => step !== 'practice-learning-review'),
  );
});
