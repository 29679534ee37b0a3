import { readFileSync } from 'node:fs';
import path from 'node:path';
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
