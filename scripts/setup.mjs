import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem, root, say, withLock } from './project.mjs';

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Refuses a Node that is too old, in one sentence, before anything obscure can happen. */
export function checkNode() {
  const [major, minor] = version(process.versions.node);
  const [wantedMajor, wantedMinor] = version(read('package.json').engines.node);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `This is Node ${process.versions.node}; ${wantedMajor}.${wantedMinor} or newer is needed. Install it and try again.`,
  );
}

/**
 * Returns the first two numbers of a version.
 *
 * @param {string} text
 * @returns {[number, number]}
 */
function version(text) {
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(text)?.map(Number) ?? [];
  return [major, minor];
}

/** Installs the npm packages when they are missing or not those of package-lock.json. */
export async function ensureDependencies() {
  checkNode();
  if (!missingPackage()) return;
  await withLock('npm-packages', async () => {
    const missing = missingPackage();
    if (!missing) return;
    say(`Installing the npm packages (${missing}). The first time this takes about a minute.`);
    const startedAt = Date.now();
    await install();
    say(`The npm packages are installed (${seconds(startedAt)} s).`);
  });
}

/** Compiles the source when it changed since the last time. */
export async function ensureBuilt() {
  const { build, isBuilt } = await import('./build.mjs');
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (!isBuilt()) await build();
  });
}

/**
 * The entry of a package in a lock file.
 *
 * @typedef {{ version: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 */

// npm writes node_modules/.package-lock.json last, so an interrupted installation is seen as missing.
function missingPackage() {
  /** @type {Record<string, Locked | undefined>} */
  let installed;
  try {
    installed = read('node_modules/.package-lock.json').packages;
  } catch {
    return 'none yet';
  }
  const production = process.env['NODE_ENV'] === 'production';
  /** @type {Record<string, Locked>} */
  const packages = read('package-lock.json').packages;
  for (const [name, wanted] of Object.entries(packages)) {
    if (name === '' || (production && wanted.dev)) continue;
    // Most optional packages are for other machines than this one: they may be missing, but not be of another version.
    if ((wanted.optional || wanted.devOptional) && installed[name] === undefined) continue;
    if (installed[name]?.version !== wanted.version)
      return `${name.replace(/^.*node_modules\//, '')} is new or changed`;
  }
  return undefined;
}

/**
 * Installs exactly what the lock file says, and refuses one that package.json contradicts.
 *
 * @returns {Promise<void>}
 */
function install() {
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    const timer = setInterval(() => say(`  still installing (${seconds(startedAt)} s)`), 10_000);
    npm.on('error', () => {
      clearInterval(timer);
      reject(new Problem('npm was not found. Install Node with npm and try again.'));
    });
    npm.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve();
      else reject(new Problem('The npm packages could not be installed; the lines above say why.'));
    });
  });
}

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1000);
