import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isExecutable } from './binaries.mjs';
import { cache, isStarted, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';
import { jest } from './test.mjs';

/*
 * Checks under every version of Node that is supported (versions.json): the tests of the rules, and a start of the
 * product with one case, from notification to closure. Each is fetched by the npm package `node`, the newest that there
 * is of it. One that cannot be fetched has failed.
 *
 *   npm run check:nodes [-- VERSION…]
 */

/** @type {{ node: string[] }} */
const { node: supported } = JSON.parse(readFileSync(path.join(root, 'versions.json'), 'utf8'));

/** The way of a rehearsal that takes the fewest decisions. */
const shortest = 'not-proceeding';

/**
 * Fetches a version of Node and returns its program, or nothing where it could not be fetched.
 *
 * @param {string} version
 */
function fetchNode(version) {
  const folder = path.join(cache, 'nodes', version);
  mkdirSync(folder, { recursive: true });
  // Without this file npm would take the project above for the one to install into.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', `node@${version}`, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2], timeout: 600_000 });
  const program = path.join(folder, 'node_modules', 'node', 'bin', 'node');
  return status === 0 && isExecutable(program) ? program : undefined;
}

/**
 * Takes a practice case to its closure in an installation of its own, all under this Node. True where it came there.
 *
 * @param {string} node
 * @returns {Promise<boolean>}
 */
function rehearses(node) {
  const args = [path.join(root, 'scripts', 'rehearse.mjs'), '--path', shortest];
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 2, 2] });
  return new Promise((resolve) =>
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0)),
  );
}

/**
 * Checks one version and says how it went. True where all of it passed.
 *
 * @param {string} version
 */
async function passesUnder(version) {
  const node = fetchNode(version);
  if (node === undefined) {
    say(`Node ${version} could not be fetched; the lines above say why.`);
    return false;
  }
  await ensureBuilt();
  const exact = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  say(`Checking under Node ${exact}.`);
  const outputFile = path.join(cache, 'nodes', `${version}.json`);
  const { passed, failed } = await jest('Europe/London', ['tests/procedure/'], { outputFile, node });
  rmSync(outputFile, { force: true });
  const isThere = await rehearses(node);
  say(
    `Node ${exact}: ${passed} tests passed, ${failed} failed; a case ${isThere ? 'came' : 'DID NOT COME'} to its end.`,
  );
  return failed === 0 && passed > 0 && isThere;
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    // The rules are tried with many more inputs by a part of the full check of its own.
    for (const name of ['CHECK', 'PROPERTY_RUNS']) delete process.env[name];
    const asked = process.argv.slice(2);
    const versions = asked.length > 0 ? asked : supported;
    let failed = 0;
    for (const version of versions) if (!(await passesUnder(version))) failed += 1;
    process.stdout.write(`${versions.length} versions of Node, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  });
}
