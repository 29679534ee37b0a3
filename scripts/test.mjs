import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
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
/** @type {{ zone: string, paths: string[] }} */
const inLondon = { zone: 'Europe/London', paths: [] };
const elsewhere = [
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
  const counted = { passed: 0, failed: 0 };
  /** @param {typeof inLondon} tests @param {Partial<Parameters<typeof jest>[2]>} [how] */
  const testIn = async ({ zone, paths }, how = {}) => {
    say(`Testing${paths.length > 0 ? ` ${paths.join(' ')}` : ''} with the machine in ${zone}.`);
    const outputFile = path.join(results, `${zone.replace('/', '-')}.json`);
    const { passed, failed } = await jest(zone, paths, { outputFile, ...how });
    counted.passed += passed;
    counted.failed += failed;
  };
  try {
    // With arguments of the caller's own it is a look at something particular: once is enough.
    await Promise.all(
      args.length > 0
        ? [testIn({ ...inLondon, paths: args })]
        : [testIn(inLondon), testElsewhere(path.join(results, 'said'), testIn)],
    );
  } finally {
    await records.stop();
    rmSync(results, { recursive: true, force: true });
  }
  // After everything that jest wrote to standard error, also when both go into one file.
  process.stdout.write(`${counted.passed} passed, ${counted.failed} failed\n`);
  return counted.failed === 0;
}

/**
 * Tells again what names dates, in other zones of the machine, while the tests in London wait for servers and browsers.
 * Prints their output afterwards.
 *
 * @param {string} saidIn
 * @param {(tests: typeof inLondon, how: { said: number }) => Promise<void>} testIn
 */
async function testElsewhere(saidIn, testIn) {
  const said = openSync(saidIn, 'w');
  try {
    for (const tests of elsewhere) {
      writeSync(said, `Tested with the machine in ${tests.zone}:\n`);
      await testIn({ ...tests, paths: [...tests.paths, '--maxWorkers', '2'] }, { said });
    }
  } finally {
    closeSync(said);
    process.stderr.write(readFileSync(saidIn));
  }
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

/**
 * Lets functions run some thirty times longer than usual before V8 optimises them. Jest loads every module anew for every
 * test file, so that most of what was optimised would be thrown away: measured, a fifth to a quarter of the processor's
 * time. Later versions of Node have no such option, and optimise later by themselves.
 *
 * @param {string} node
 */
const optimisesLate = (node) =>
  node === process.execPath && process.versions.node.startsWith('20.') ? ['--interrupt-budget=4000000'] : [];

/** Milliseconds that jest may take to end after it has written its results. */
const endsWithin = 60_000;

/**
 * Runs jest, on whatever the command line `within` makes for it and under the Node that is given, and answers how many
 * tests passed and failed. Jest writes to standard error, or where `said` says.
 *
 * @param {string} zone
 * @param {string[]} args
 * @param {{ outputFile: string, within?: string[] | undefined, node?: string, said?: number }} options
 */
export async function jest(zone, args, { outputFile, within = [], node = process.execPath, said = 2 }) {
  const program = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const report = ['--json', `--outputFile=${outputFile}`, '--passWithNoTests'];
  const env = { ...process.env, TZ: zone, NODE_ENV: 'test' };
  // With --json jest prints its report to standard output too, which is not for people.
  const [command = node, ...first] = [...within, node];
  const child = spawn(command, [...first, ...optimisesLate(node), program, ...args, ...report], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', said],
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
