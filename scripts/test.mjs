import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBinary } from './binaries.mjs';
import { browserForTests } from './browser.mjs';
import { compiled } from './compiled.mjs';
import { cache, isStarted, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

// Wrong dates show where the machine's zone differs from London's. Only src/procedure/time reads a date (the linter holds
// the rules to that), so what is told again elsewhere is what names dates: of the rules, and of the workflows those whose
// emails fall on mornings and closing hours. The others are asked whether a decision is taken, and would only take long.
const datesOfRules =
  'procedure/(calendar|clocks|dates|deadlines|decisions/corrected-dates|holidays|milestones|plan|reminders|reports|spans|statutory)';
const everything = [
  { zone: 'Europe/London', paths: [] },
  {
    zone: 'Pacific/Auckland',
    paths: [datesOfRules, 'tests/workflows/effects', 'tests/workflows/partnership-changes'],
  },
  // Behind London, where a day begins the evening before.
  { zone: 'America/Los_Angeles', paths: [datesOfRules] },
];

/** Fetches, installs and compiles what the tests start. `.ci/run` does so while it checks what needs none of that. */
export async function prepareTests() {
  await ensureDependencies();
  process.env['TEMPORAL_CLI'] = await ensureBinary('cli');
  process.env['TEMPORAL_TEST_SERVER'] = await ensureBinary('test-server');
  const browser = browserForTests();
  if (browser) process.env['CHROMIUM'] = browser;
  await ensureBuilt();
}

/**
 * Runs the tests and says `N passed, N failed` as its last line; true when none failed.
 *
 * @param {string[]} args
 */
async function runTests(args) {
  await prepareTests();
  mkdirSync(cache, { recursive: true });
  const results = mkdtempSync(path.join(cache, 'test-results-'));
  const records = await testRecords(path.join(results, 'records'));
  let passed = 0;
  let failed = 0;
  try {
    // With arguments of the caller's own it is a look at something particular: once is enough.
    const ofCaller = { zone: 'Europe/London', paths: args };
    for (const { zone, paths } of args.length > 0 ? [ofCaller] : everything) {
      say(`Testing${paths.length > 0 ? ` ${paths.join(' ')}` : ''} with the machine in ${zone}.`);
      const outputFile = path.join(results, `${zone.replace('/', '-')}.json`);
      const outcome = await jest(zone, paths, { outputFile });
      passed += outcome.passed;
      failed += outcome.failed;
    }
  } finally {
    await records.stop();
    rmSync(results, { recursive: true, force: true });
  }
  // After everything that jest wrote to standard error, also when both go into one file.
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0;
}

/**
 * Starts one PostgreSQL server for all test files, each with its own database: a server for each would take minutes.
 *
 * @param {string} dataDir
 */
export async function testRecords(dataDir) {
  if (process.env['TEST_DATABASE_URL']) return { stop: () => Promise.resolve() };
  const { startEmbeddedPostgres } = compiled('src/records/embedded.js');
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, disposable: true });
  process.env['TEST_DATABASE_URL'] = server.url;
  return server;
}

/** Milliseconds that jest may take to end after it has written its results. */
const endsWithin = 60_000;

/**
 * Runs jest, on whatever the command line `within` makes for it and under the Node that is given, and answers how many
 * tests passed and failed.
 *
 * @param {string} zone
 * @param {string[]} args
 * @param {{ outputFile: string, within?: string[] | undefined, node?: string }} options
 */
export async function jest(zone, args, { outputFile, within = [], node = process.execPath }) {
  const program = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const report = ['--json', `--outputFile=${outputFile}`, '--passWithNoTests'];
  const env = { ...process.env, TZ: zone, NODE_ENV: 'test' };
  // With --json jest prints its report to standard output too, which is not for people.
  const [command = node, ...first] = [...within, node];
  const child = spawn(command, [...first, program, ...args, ...report], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 2],
  });
  // Kills jest, and says so, if something that a test left open keeps it from ending.
  const watch = setInterval(() => {
    if (!existsSync(outputFile) || Date.now() - statSync(outputFile).mtimeMs < endsWithin) return;
    say('Jest did not end by itself a minute after it was done, and is ended: a test has left something open.');
    child.kill('SIGKILL');
  }, 1_000);
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)));
  clearInterval(watch);
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(outputFile, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    // Jest can be dissatisfied with something other than a test; that is a failure too.
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    if (!(await runTests(process.argv.slice(2)))) process.exitCode = 1;
  });
}
