import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isExecutable } from './binaries.mjs';
import { isStarted, Problem, run, say } from './project.mjs';

// The shell without windows comes first: of the others, every window that a test opens has pages of the browser's own.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium that the browser tests drive: the one that CHROMIUM names, or one on the PATH; undefined without. */
export function findBrowser(configured = process.env['CHROMIUM']) {
  if (configured) {
    if (isExecutable(configured)) return configured;
    throw new Problem(
      `CHROMIUM is ${configured}, and there is no program that can be run. Correct it or leave it out.`,
    );
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable);
}

/**
 * The browser for the tests. In CI a missing one is installed from Debian's packages, and where that fails it is an
 * error; elsewhere nothing is installed, and it is said that the browser tests are left out.
 */
export function browserForTests() {
  const found = findBrowser();
  if (found) return found;
  if (!process.env['CI']) {
    say('There is no Chromium on this machine: the tests in tests/browser are LEFT OUT. Install it, or set CHROMIUM.');
    return undefined;
  }
  for (const name of ['chromium-headless-shell', 'chromium']) {
    install(name);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Problem('Chromium could not be installed; the lines above say why. Install it, or set CHROMIUM.');
}

/** @param {string} name */
function install(name) {
  say(`Installing ${name} for the browser tests.`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [
    ['apt-get', 'update', '--quiet=2'],
    ['apt-get', 'install', '--quiet=2', '--yes', '--no-install-recommends', name, 'fonts-liberation'],
  ]) {
    const [program = '', ...args] = [...asRoot, ...command];
    const { status, error } = spawnSync(program, args, { env: environment, stdio: ['ignore', 2, 2], timeout: 600_000 });
    if (error !== undefined || status !== 0) say(`${command.join(' ')} did not succeed.`);
  }
}

if (isStarted(import.meta.url)) await run(async () => say(browserForTests() ?? 'none'));
