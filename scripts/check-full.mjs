import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { cache, root, run, say } from './project.mjs';

/*
 * Checks what takes too long for every change: every rehearsal, every decision in a browser and a whole case there without
 * scripts too, the rules with many more inputs, every supported version of Node, the API fuzzed, and faults for ten
 * minutes in one process and in those of docker-compose.yml. Run before a release. Says at its end of each part how it
 * went, how long it took and what it counted, and keeps that in .cache/check-full.txt. The mutants of the rules
 * (npm run mutants) take hours, and are run by themselves.
 */
/** @type {[title: string, args: string[]][]} */
const parts = [
  ['every decision in a browser', ['test', '--', 'tests/browser/']],
  ['the rules with many more inputs', ['test', '--', 'tests/procedure/']],
  ['every rehearsal', ['rehearse', '--', '--path', 'all']],
  ['the API, fuzzed', ['fuzz:api']],
  ['every supported version of Node', ['check:nodes']],
  ['faults, one process', ['test:faults', '--', '--minutes', '10']],
  ['faults, as docker-compose.yml has it', ['test:faults', '--', '--minutes', '10', '--as', 'compose']],
];

// tests/support/full-check.ts says what the tests make of CHECK. With CI a browser is installed where there is none, as
// .ci/run does: without one the tests in a browser would be left out.
const env = { ...process.env, CI: 'true', CHECK: 'full', PROPERTY_RUNS: '200' };

/** Sentences of the parts that count something; of each the last one that a part prints is kept. */
const counts = [
  /^\d+ passed, \d+ failed$/,
  /^\d+ rehearsals, \d+ failed$/,
  /^\d+ versions of Node, \d+ failed$/,
  /^\s*\d+ generated, .*$/,
  /^\s*\d+ s {2}(\d+ faults, \d+ decisions in \d+ cases, \d+ reminders, \d+ messages)/,
  /^\s*\d+ s {2}(The seed is \d+)/,
  /^\s*\d+ s {2}(No disk is made full: .*)$/,
];

/**
 * Result of a part, with what it counted.
 *
 * @typedef {{ passed: boolean, counted: string[] }} Outcome
 */

/**
 * Runs a script of package.json, passes on what it prints, and answers whether it passed and what it counted.
 *
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
function npm(args) {
  /** @type {Map<RegExp, string>} */
  const kept = new Map();
  const child = spawn('npm', ['run', '--silent', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
    let line = '';
    child[name].on('data', (/** @type {Buffer} */ some) => {
      process[name].write(some);
      const lines = `${line}${some}`.split('\n');
      line = lines.pop() ?? '';
      for (const one of lines) {
        for (const sentence of counts) {
          const found = sentence.exec(one);
          if (found) kept.set(sentence, (found[1] ?? found[0]).trim());
        }
      }
    });
  }
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ passed: code === 0, counted: [...kept.values()] }));
  });
}

/** @param {number} ms */
const minutes = (ms) => `${(ms / 60_000).toFixed(1).padStart(6)} min`;

/**
 * Says of each part how it went, and of the whole.
 *
 * @param {(Outcome & { title: string, took: number })[]} results
 * @param {number} began
 */
function summary(results, began) {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
  const where = `Node ${process.version}, ${process.platform}, ${availableParallelism()} processors`;
  return [
    `Full check of ${commit || 'a copy without its history'}, ${new Date(began).toISOString().slice(0, 16)}Z, ${where}`,
    ...results.map(
      ({ title, passed, took, counted }) =>
        `${passed ? 'passed' : 'FAILED'}${minutes(took)}  ${title}${counted.length > 0 ? `: ${counted.join('; ')}` : ''}`,
    ),
    `${results.every(({ passed }) => passed) ? 'passed' : 'FAILED'}${minutes(Date.now() - began)}  all`,
  ].join('\n');
}

await run(async () => {
  const began = Date.now();
  const results = [];
  for (const [title, args] of parts) {
    say(`Checking: ${title}.`);
    const at = Date.now();
    const outcome = await npm(args);
    results.push({ title, took: Date.now() - at, ...outcome });
  }
  const said = summary(results, began);
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'check-full.txt'), `${said}\n`);
  process.stdout.write(`${said}\n`);
  if (results.some(({ passed }) => !passed)) process.exitCode = 1;
});
