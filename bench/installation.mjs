import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from '../scripts/compiled.mjs';
import { timed } from './figures.mjs';
import { makePlace } from './place.mjs';
import { residentKb } from './processes.mjs';

/* An installation in a process of its own, which can be stopped and started again, and is measured from outside. */

/** @import { ChildProcessByStdio } from 'node:child_process' */
/** @import { Readable } from 'node:stream' */
/** @import { Say } from './figures.mjs' */

/**
 * Asks an installation by its API, and returns what it answered.
 *
 * @typedef {<Answer>(method: string, route: string, body: object) => Promise<Answer>} Ask
 */

/**
 * The settings of an installation.
 *
 * @typedef {object} Options
 * @property {string} root
 * @property {string} token
 * @property {Say} say
 * @property {string | undefined} profileTo folder for profiles of its process
 * @property {Record<string, string>} [environment]
 */

/**
 * Sets up what an installation keeps; it is started and stopped by what this answers.
 *
 * @param {Options} options
 */
export async function setUpInstallation({ root, token, say, profileTo, environment = {} }) {
  const { settings, remove, ...place } = await makePlace({ token, say });
  const { dataDir } = place;
  const env = { ...process.env, ...settings, ...environment };
  /** @type {{ child: ChildProcessByStdio<null, Readable, null>, ended: Promise<unknown> } | undefined} */
  let running;
  const itsProcess = () => {
    if (running === undefined) throw new Error('The installation does not run.');
    return running;
  };

  /** Starts it, and answers in how many milliseconds it was ready. */
  async function start() {
    // Beside the program that somebody starts as `npm start`, dependencies and build in place.
    const profiled = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profileTo)}`];
    const child = spawn(process.execPath, [...profiled, path.join(root, 'dist', 'src', 'programs', 'server.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGTERM'));
    running = { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
    return timed(() => untilReady(child));
  }

  /** Stops it as Ctrl-C does, and answers in how many milliseconds it had. */
  async function stop() {
    const { child, ended } = itsProcess();
    running = undefined;
    return timed(async () => {
      child.kill('SIGTERM');
      await ended;
    });
  }

  return {
    ...place,
    start,
    stop,
    workerKb: () => residentKb(itsProcess().child.pid),
    serverKb: () => residentKb(JSON.parse(readFileSync(path.join(dataDir, 'run', 'temporal.json'), 'utf8')).child.pid),
    async remove() {
      if (running !== undefined) await stop();
      await remove();
    },
  };
}

/**
 * Returns what encrypts as an installation does, with the keys in its data folder.
 *
 * @param {string} dataDir
 */
export function dataConverterIn(dataDir) {
  const read = compiled('src/security/payload-keys.js').readPayloadKeys(
    readFileSync(path.join(dataDir, 'payload-keys'), 'utf8'),
  );
  if (!read.ok) throw new Error(read.sentence);
  return compiled('src/temporal/data-converter.js').dataConverterOf({ keys: read.keys, plain: 'refused' });
}

/**
 * Waits until an installation that was started in a process of its own says that it is ready.
 *
 * @param {ChildProcessByStdio<null, Readable, null>} child
 * @returns {Promise<void>}
 */
export const untilReady = (child) =>
  new Promise((resolve, reject) => {
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => String(chunk).includes('Ready.') && resolve());
    child.once('exit', () => reject(new Error('The installation did not start; its lines are above.')));
  });
