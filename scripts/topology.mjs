import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBinary } from './binaries.mjs';
import { keys } from './keys.mjs';
import { compiled } from './compiled.mjs';
import { Problem, isStarted, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';
import { ensureTemporalServer } from './temporal-server.mjs';

/*
 * The topology of docker-compose.yml as plain processes on this machine: PostgreSQL, Temporal, two workers, two servers, and a
 * proxy in front of these. For looking at and for tests; everything listens on the loopback interface, on free ports.
 *
 *   node scripts/topology.mjs [FOLDER] [--on-postgres]
 *
 * Ctrl-C stops it; FOLDER/topology.json says where everything is. Temporal is the CLI's server, with its pages; or, where it
 * is asked for, the server of its image on a PostgreSQL of its own, set up by the compose file's own services.
 */

const token = 'a-token-that-is-for-this-topology';
const readyWithinMs = 300_000;
const stopsWithinMs = 45_000;

/** With proxies in front people have to sign in. Nobody can at this address; give others to look at the pages. */
const signIn = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'reviews',
  OIDC_CLIENT_SECRET: 'a-secret-for-this-topology',
};

/** @import { ChildProcess } from 'node:child_process' */

/**
 * Stops one part of the topology.
 *
 * @typedef {() => Promise<unknown>} Stop
 */

/**
 * Starts everything and answers where it is, and what stops it.
 *
 * @param {string} folder
 * @param {{ settings?: NodeJS.ProcessEnv, onPostgres?: boolean }} options
 */
export async function startTopology(folder, { settings = {}, onPostgres = false } = {}) {
  await ensureDependencies();
  await ensureBuilt();
  const { freePort } = compiled('src/processes/ports.js');
  /** @type {Stop[]} */
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    rmSync(path.join(folder, 'topology.json'), { force: true });
    const postgres = await compiled('src/records/embedded.js').startEmbeddedPostgres({ dataDir: folder, log: say });
    stops.push(postgres.stop);
    const temporal = await (onPostgres ? startTemporalOnPostgres : startTemporal)(folder, stops);
    const keyFile = path.join(folder, 'payload-keys');
    // The folder of the last time has what was encrypted with its key.
    if (!existsSync(keyFile)) await keys(['make', keyFile]);
    const proxyPort = await freePort();
    const shared = {
      ...process.env,
      TEMPORAL_ADDRESS: temporal.address,
      DATABASE_URL: postgres.url,
      PAYLOAD_KEYS_FILE: keyFile,
      PUBLIC_URL: `http://127.0.0.1:${proxyPort}`,
      LOG_LEVEL: 'warn',
      ...(process.env['OIDC_ISSUER'] === undefined ? signIn : {}),
      ...settings,
    };
    /** @type {(name: string, file: string, own: NodeJS.ProcessEnv, health: string) => Promise<object>} */
    const start = async (name, file, own, health) => {
      const metricsPort = await freePort();
      const env = { ...shared, ...own, DATA_DIR: path.join(folder, name), METRICS_PORT: String(metricsPort) };
      const child = spawn(process.execPath, [path.join(root, 'dist', file)], { env, stdio: ['ignore', 2, 2] });
      stops.push(() => end(child));
      await ready(name, child, health);
      return { name, pid: child.pid, health, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
    };
    /** @param {string} name */
    const worker = async (name) => {
      const port = await freePort();
      return start(name, 'worker.js', { WORKER_HEALTH_PORT: String(port) }, `http://127.0.0.1:${port}/health/ready`);
    };
    /** @param {string} name */
    const server = async (name) => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const own = {
        RUN_WORKER: 'no',
        PORT: String(port),
        API_TOKEN: token,
        CODEC_TOKEN: 'a-codec-token-that-is-for-this-topology',
        PROXIES: '1',
        ...(temporal.uiUrl === undefined ? {} : { CODEC_ORIGIN: temporal.uiUrl }),
      };
      return {
        ...(await start(name, path.join('src', 'programs', 'server.js'), own, `${url}/health/ready`)),
        url,
        port,
      };
    };
    const workers = [await worker('worker-1'), await worker('worker-2')];
    const servers = [await server('server-1'), await server('server-2')];
    const front = await compiled('tools/topology/front.js').startFront(
      proxyPort,
      servers.map(({ port }) => port),
    );
    stops.push(front.stop);
    const where = { url: shared.PUBLIC_URL, token, temporalUi: temporal.uiUrl, workers, servers };
    writeFileSync(path.join(folder, 'topology.json'), JSON.stringify(where));
    return { where, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts Temporal as its command line has it.
 *
 * @param {string} folder
 * @param {Stop[]} stops
 * @returns {Promise<{ address: string, uiUrl?: string }>}
 */
async function startTemporal(folder, stops) {
  const { freePort } = compiled('src/processes/ports.js');
  const temporal = await compiled('src/temporal/local-server.js').startLocalTemporal({
    cli: await ensureBinary('cli'),
    dataDir: folder,
    port: await freePort(),
    uiPort: await freePort(),
    namespace: 'default',
    searchAttributes: compiled('src/procedure/contract.js').searchAttributes,
    log: say,
  });
  stops.push(temporal.stop);
  return temporal;
}

/**
 * Starts Temporal's server as its image has it, on a PostgreSQL of its own. It comes without pages.
 *
 * @param {string} folder
 * @param {Stop[]} stops
 * @returns {Promise<{ address: string, uiUrl?: string }>}
 */
async function startTemporalOnPostgres(folder, stops) {
  const [cli, programs] = [await ensureBinary('cli'), await ensureTemporalServer()];
  const dataDir = path.join(folder, 'temporal-db');
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  // As many connections as PostgreSQL's image allows, where nothing else is said.
  const database = await compiled('src/records/embedded.js').startEmbeddedPostgres({
    dataDir,
    log: say,
    maxConnections: 100,
  });
  stops.push(database.stop);
  const postgres = new URL(database.url);
  const temporal = await compiled('tools/topology/temporal-on-postgres.js').temporalOnPostgres({
    ...{ cli, programs, postgres, dataDir: path.join(folder, 'temporal') },
  });
  const { stop } = await temporal.start();
  stops.push(stop);
  await temporal.makeNamespace();
  return temporal;
}

/**
 * Waits until a process says that it is ready.
 *
 * @param {string} name
 * @param {ChildProcess} child
 * @param {string} health
 */
async function ready(name, child, health) {
  for (const until = Date.now() + readyWithinMs; Date.now() < until; await pause(150)) {
    if (child.exitCode !== null) throw new Problem(`${name} ended before it was ready; the lines above say why.`);
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Problem(`${name} was not ready in ${readyWithinMs / 1000} s.`);
}

/** @param {ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(late);
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    const asked = process.argv.slice(2);
    const folder = path.resolve(asked.find((one) => !one.startsWith('--')) ?? path.join(root, 'data', 'topology'));
    const topology = startTopology(folder, { onPostgres: asked.includes('--on-postgres') });
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        if (!stopping) say('Stopping.');
        stopping = true;
        void topology.then(({ stop }) => stop()).catch(() => undefined);
      });
    }
    const { where } = await topology;
    if (!stopping)
      say(`Ready. ${where.url}, with the token ${token}; Temporal's pages ${where.temporalUi ?? 'are not here'}`);
  });
}
