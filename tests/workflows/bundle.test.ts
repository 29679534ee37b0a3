import { readFileSync } from 'node:fs';
import { bundle, ensureBuilt } from './support/engine';

/* What a worker reads at its start, and compiles before it takes a case. */

beforeAll(ensureBuilt, 180_000);

test('The workflows are bundled in less than a megabyte, and with where their lines come from in little more', () => {
  const text = readFileSync(bundle, 'utf8');
  const [code = ''] = text.split('//# sourceMappingURL');
  expect(Buffer.byteLength(code)).toBeLessThan(1_048_576);
  expect(Buffer.byteLength(text)).toBeLessThan(1_250_000);
});

test('The rules are loaded once in a worker, with the forms of every decision', () => {
  const preloaded = /preloadModules = function preloadModules\(\) \{([^}]*)\}/.exec(readFileSync(bundle, 'utf8'))?.[1];
  for (const rules of ['catalogue', 'take', 'dates/steps', 'reminders/reminders', 'legible'])
    expect(preloaded).toContain(`/src/procedure/${rules}.js`);
  expect(preloaded).not.toContain('/workflows/');
});
