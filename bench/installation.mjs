import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { timed } from './figures.mjs';
import { makePlace } from './place.mjs';
import { residentKb } from './processes.mjs';

/* An installation in a process of its own, which can be stopped and started again, and is measured from outside. */

/** Sets up what an installation keeps; it is started and stopped by what this answers. */
export async function setUpInstallation({ root, token, say, profileTo, environment = {} }) {
  const { settings, remove, ...place } = await makePlace({ root, token, say });
  const { dataDir } = place;
  const env = { ...process.env, ...settings, ...environment };
  let running;

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
    const { child, ended } = running;
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
    workerKb: () => residentKb(running.child.pid),
    serverKb: () => residentKb(JSON.parse(readFileSync(path.join(dataDir, 'run', 'temporal.json'), 'utf8')).child.pid),
    async remove() {
      if (running !== undefined) await stop();
      await remove();
    },
  };
}

/** Waits until an installation that was started in a process of its own says that it is ready. */
export const untilReady = (child) =>
  new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('Ready.') && resolve());
    child.once('exit', () => reject(new Error('The installation did not start; its lines are above.')));
  });
