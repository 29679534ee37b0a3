import path from 'node:path';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { ensureBinary } from './binaries.mjs';
import { cache, isStarted, messageOf, Problem, run, say } from './project.mjs';
import { smallDisk } from './small-disk.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';
import { ensureTemporalServer } from './temporal-server.mjs';
import { jest } from './test.mjs';
import { loadTypeScript } from './typescript.mjs';

/**
 * Reads what is asked for.
 *
 * @param {string[]} args
 */
function askedBy(args) {
  const { readAsked } = loadTypeScript('tests/faults/schedule.ts');
  try {
    return readAsked(args, 0);
  } catch (error) {
    throw new Problem(messageOf(error));
  }
}

/**
 * Makes the disk that a run fills, if its schedule has room for that.
 *
 * @param {ReturnType<typeof askedBy>} asked
 * @returns {ReturnType<typeof smallDisk>}
 */
function diskOf(asked) {
  const { withoutRoom } = loadTypeScript('tests/faults/schedule.ts');
  if (asked.part === 'others') return { why: 'no schedule is run', remove: () => undefined };
  if (!withoutRoom(asked).includes('the disk is full')) return smallDisk();
  return { why: 'a run of under five minutes has no room for it', remove: () => undefined };
}

/**
 * Runs the fault schedule and says `N passed, N failed` as its last line; true when none failed.
 *
 * @param {string[]} args
 */
async function runFaults(args) {
  await ensureDependencies();
  process.env['TEMPORAL_CLI'] = await ensureBinary('cli');
  await ensureBuilt();
  const asked = askedBy(args);
  // Runs the schedule alone against the processes of docker-compose.yml: the other tests are about one installation.
  const isComposed = asked.as === 'compose';
  if (isComposed) process.env['TEMPORAL_SERVER'] = await ensureTemporalServer();
  mkdirSync(cache, { recursive: true });
  const results = mkdtempSync(path.join(cache, 'test-results-'));
  process.env['FAULTS_ASKED'] = args.join(' ');
  const disk = diskOf(asked);
  if (disk.folder === undefined) process.env['FAULTS_NO_DISK'] = disk.why;
  else process.env['FAULTS_DISK'] = disk.folder;
  say('Faults: real processes are killed and hindered while decisions are taken.');
  // The schedule by itself: the slower the machine, the fewer faults there is time for. The others wait most of theirs.
  const inTurn = [
    ...(asked.part === 'others' ? [] : ['schedule']),
    ...(asked.part === 'schedule' || isComposed ? [] : ['!(schedule)']),
  ];
  let passed = 0;
  let failed = 0;
  try {
    for (const [at, name] of inTurn.entries()) {
      const only = ['--testMatch', `**/tests/faults/${name}.real.ts`, '--maxWorkers', '2'];
      const outputFile = path.join(results, `faults-${at}.json`);
      const outcome = await jest('Europe/London', only, { outputFile, within: disk.within });
      passed += outcome.passed;
      failed += outcome.failed;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0;
  } finally {
    disk.remove();
    rmSync(results, { recursive: true, force: true });
  }
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    if (!(await runFaults(process.argv.slice(2)))) process.exitCode = 1;
  });
}
