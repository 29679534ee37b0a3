import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, timed } from './figures.mjs';

/*
 * `npm start` as whoever installs it meets it, dependencies and build in place: the first time, which makes the
 * database and the keys, and again. Beside it Temporal alone, started as the product starts it.
 */
const rounds = 5;
const require = createRequire(import.meta.url);

/** The rows about starting. */
export async function measureStart({ root, token }) {
  const first = [];
  const again = [];
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-start-'));
    try {
      first.push(await startAndStop({ root, token, dataDir }));
      again.push(await startAndStop({ root, token, dataDir }));
      bare.push(await temporalAlone(root));
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  return [
    row('`npm start` to ready, for the first time on a machine where it is installed', first, bare),
    row('`npm start` to ready, again', again, bare),
  ];
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const row = (what, all, bare) => [
  what,
  `${seconds(median(all))}, longest of ${all.length} ${seconds(Math.max(...all))}`,
  `${median(all.map((ms, at) => ms / bare[at])).toFixed(1)} times`,
  `Temporal alone, until its port answers: ${seconds(median(bare))}`,
];

async function startAndStop({ root, token, dataDir }) {
  const { freePort } = require(path.join(root, 'dist', 'src', 'processes', 'ports.js'));
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    API_TOKEN: token,
    LOG_LEVEL: 'error',
  };
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGINT');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', stop);
  const ms = await timed(
    () =>
      new Promise((resolve, reject) => {
        child.stdout.on('data', (chunk) => String(chunk).includes('Ready.') && resolve());
        child.once('exit', () => reject(new Error('npm start ended before it was ready; its lines are above.')));
      }),
  );
  stop();
  await ended;
  process.removeListener('exit', stop);
  return ms;
}

async function temporalAlone(root) {
  const dist = (file) => require(path.join(root, 'dist', 'src', file));
  const { freePort } = dist('processes/ports.js');
  const { ensureBinary } = await import('../scripts/binaries.mjs');
  const { Connection } = require('@temporalio/client');
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-temporal-'));
  const port = await freePort();
  const program = await ensureBinary('cli');
  const child = spawn(
    program,
    ['server', 'start-dev', '--headless', '--port', String(port), '--db-filename', path.join(folder, 'temporal.db')],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await timed(async () => {
      for (;;) {
        try {
          const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: '1 second' });
          await connection.close();
          return;
        } catch {
          await pause(50);
        }
      }
    });
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
