import { spawn } from 'node:child_process';
import { root, run, say } from './project.mjs';

/*
 * Checks what takes too long for every change: every rehearsal, every decision in a browser and a whole case there without
 * scripts too, the rules with many more inputs, the API fuzzed, and faults for ten minutes in one process and in those of
 * docker-compose.yml. Run before a release. The mutants of the rules (npm run mutants) take hours, and are run by
 * themselves.
 */
const parts = [
  ['every decision in a browser', ['test', '--', 'tests/browser/']],
  ['the rules with many more inputs', ['test', '--', 'tests/procedure/']],
  ['every rehearsal', ['rehearse', '--', '--path', 'all']],
  ['the API, fuzzed', ['fuzz:api']],
  ['faults, one process', ['test:faults', '--', '--minutes', '10']],
  ['faults, as docker-compose.yml has it', ['test:faults', '--', '--minutes', '10', '--as', 'compose']],
];

// tests/support/full-check.ts says what the tests make of CHECK.
const env = { ...process.env, CHECK: 'full', PROPERTY_RUNS: '200' };

const npm = (args) =>
  new Promise((resolve) =>
    spawn('npm', ['run', '--silent', ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).once(
      'exit',
      (code) => resolve(code === 0),
    ),
  );

await run(async () => {
  const results = [];
  for (const [title, args] of parts) {
    say(`Checking: ${title}.`);
    results.push([title, await npm(args)]);
  }
  for (const [title, passed] of results) say(`${passed ? 'passed' : 'FAILED'}  ${title}`);
  if (results.some(([, passed]) => !passed)) process.exitCode = 1;
});
