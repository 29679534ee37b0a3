import { readFileSync } from 'node:fs';
import { bundle, ensureBuilt } from './support/engine';

/* What a worker reads at its start, and compiles before it takes a case. */

beforeAll(ensureBuilt, 60_000);

test('The workflows are bundled in less than a megabyte', () => {
  expect(readFileSync(bundle).byteLength).toBeLessThan(1_000_000);
});
