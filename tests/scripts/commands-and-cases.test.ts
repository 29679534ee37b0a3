import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/* Looks for commands that read a case. Whoever reads one by the command line is in the reading log: each command is gone through by its source. */

const root = path.join(__dirname, '..', '..');
const source = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesOf = (folder: string, end: string): readonly string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

/** Reads names, words or payloads of a case, or copies them. */
const readsContent = /\b(contentOf|asItCame|wordsOf|spelledOut|backUpRecords|copyTo|casePage|recordPart)\b|\.decode\(/;
const files = [
  ...filesOf('src/programs', '.ts'),
  ...filesOf('src/upgrades', '.ts'),
  'src/installation/place.ts',
  'src/installation/start-cases.ts',
  ...filesOf('scripts', '.mjs'),
];

test('the backup alone reads what is in a case, and puts that into the reading log', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => readsContent.test(source(file)))).toEqual(['src/programs/backup.ts']);
  expect(source('src/programs/backup.ts')).toMatch(/readings\.addOfAll\(/);
});

test('the command that asks an installation asks for no case', () => {
  const asked = [...source('scripts/reconcile.mjs').matchAll(/'(\/api\/[^']+)'/g)].map(([, route]) => route);
  expect([...new Set(asked)].sort()).toEqual(['/api/people', '/api/reconciliation', '/api/reconciliation/restarts']);
});
