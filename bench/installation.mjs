import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { timed } from './figures.mjs';
import { residentKb } from './processes.mjs';

/* An installation in a process of its own, which can be stopped and started again, and is measured from outside. */
const require = createRequire(import.meta.url);

/** Sets up what an installation keeps; it is started and stopped by what this answers. */
export async function setUpInstallation({ root, token, say, profileTo, environment = {} }) {
  const dist = (file) => require(path.join(root, 'dist', 'src', file));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const recordsDir = `${dataDir}-records`;
  // Of its own, so that it can be filled.
  mkdirSync(recordsDir, { mode: 0o755 });
  const postgres = await dist('records/embedded.js').startEmbeddedPostgres({ dataDir: recordsDir, log: say });
  const { freePort } = dist('processes/ports.js');
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    API_TOKEN: token,
    LOG_LEVEL: 'error',
    ...environment,
  };
  let running;

  /** Starts it, and answers in how many milliseconds it was ready. */
  async function start() {
    // Beside the program that somebody starts as `npm start`, dependencies and build in place.
    const profiled = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profileTo)}`];
    const child = spawn(process.execPath, [...profiled, path.join(root, 'dist', 'src', 'main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGTERM'));
    running = { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
    const ready = new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('Ready.') && resolve());
      child.once('exit', () => reject(new Error('The installation did not start; its lines are above.')));
    });
    return timed(() => ready);
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
    url: `http://127.0.0.1:${port}`,
    address: `127.0.0.1:${temporalPort}`,
    databaseUrl: postgres.url,
    dataDir,
    start,
    stop,
    workerKb: () => residentKb(running.child.pid),
    serverKb: () => residentKb(JSON.parse(readFileSync(path.join(dataDir, 'run', 'temporal.json'), 'utf8')).child.pid),
    async remove() {
      if (running !== undefined) await stop();
      await postgres.stop();
      for (const folder of [dataDir, recordsDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
