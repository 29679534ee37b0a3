import { readFileSync } from 'node:fs';
import { bundle, ensureBuilt } from './support/engine';

/* What a worker reads at its start, and compiles before it takes a case. */

beforeAll(ensureBuilt, 180_000);

test('The workflows are bundled in less than a megabyte', () => {
  expect(readFileSync(bundle).byteLength).toBeLessThan(1_000_000);
});

test('The rules are loaded once in a worker, with the forms of every decision', () => {
  const preloaded = /preloadModules = function preloadModules\(\) \{([^}]*)\}/.exec(readFileSync(bundle, 'utf8'))?.[1];
  for (const rules of ['catalogue', 'take', 'steps', 'reminders', 'legible'])
    expect(preloaded).toContain(`/src/procedure/${rules}.js`);
  expect(preloaded).not.toContain('/workflows/');
});
