import { readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * Brings the tests of the rules together in one file of Jest, for the mutation tests: each mutant then loads the rules
 * once and not once for each file of tests. Left out are tests that try the same rules with thousands of generated
 * values: they take seconds a mutant, and a rule that only they notice has no test that a person can read.
 */

const generated = ['any-input', 'calendar-properties', 'correcting-often', 'every-decision', 'properties'];

// Freezes the rules for every test that follows.
const alone = ['shared'];

const folder = path.join(__dirname, '..', 'procedure');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && ![...generated, ...alone].includes(path.basename(file, '.test.ts')))
  .toSorted();

for (const file of files) require(path.join(folder, file));
