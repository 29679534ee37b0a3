import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBinary } from '../scripts/binaries.mjs';
import { median, timed } from './figures.mjs';
import { untilReady } from './installation.mjs';
import { settingsOf } from './place.mjs';
import { compiled } from '../scripts/compiled.mjs';

/*
 * `npm start` as whoever installs it meets it, dependencies and build in place: the first time, which makes the
 * database and the keys, and again. Beside it Temporal alone, started as the product starts it.
 */
const rounds = 5;

/** @import { LocalTemporal } from '../src/temporal/local-server.js' */
/** @import { Row } from './figures.mjs' */

/**
 * Returns the rows about starting.
 *
 * @param {{ root: string, token: string }} options
 */
export async function measureStart({ root, token }) {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const again = [];
  /** @type {number[]} */
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-start-'));
    try {
      first.push(await startAndStop({ root, token, dataDir }));
      again.push(await startAndStop({ root, token, dataDir }));
      bare.push(await temporalAlone());
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  return [
    row('`npm start` to ready, for the first time on a machine where it is installed', first, bare),
    row('`npm start` to ready, again', again, bare),
  ];
}

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
/** @type {(what: string, all: number[], bare: number[]) => Row} */
const row = (what, all, bare) => [
  what,
  `${seconds(median(all))}, longest of ${all.length} ${seconds(Math.max(...all))}`,
  `${median(all.map((ms, at) => ms / (bare[at] ?? Number.NaN))).toFixed(1)} times`,
  `Temporal alone, until it serves: ${seconds(median(bare))}`,
];

/**
 * Starts an installation and stops it again. Returns the milliseconds in which it was ready.
 *
 * @param {{ root: string, token: string, dataDir: string }} options
 */
async function startAndStop({ root, token, dataDir }) {
  const env = { ...process.env, ...(await settingsOf({ token, dataDir })) };
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    } catch {
      // Ignored: the process has already ended.
    }
  };
  process.once('exit', stop);
  const ms = await timed(() => untilReady(child));
  stop();
  await ended;
  process.removeListener('exit', stop);
  return ms;
}

async function temporalAlone() {
  const { freePort } = compiled('src/processes/ports.js');
  const { startLocalTemporal } = compiled('src/temporal/local-server.js');
  const { searchAttributes } = compiled('src/procedure/contract.js');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-temporal-'));
  const [cli, port, uiPort] = [await ensureBinary('cli'), await freePort(), await freePort()];
  const options = { cli, dataDir, port, uiPort, namespace: 'default', searchAttributes, log: () => undefined };
  /** @type {LocalTemporal | undefined} */
  let server;
  try {
    return await timed(async () => {
      server = await startLocalTemporal(options);
    });
  } finally {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
