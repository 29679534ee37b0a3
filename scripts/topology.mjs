import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBinary } from './binaries.mjs';
import { keys } from './keys.mjs';
import { isStarted, pause, Problem, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * The topology of docker-compose.yml as plain processes on this machine: PostgreSQL, Temporal, two workers, two servers, and a
 * proxy in front of these. For looking at and for tests; everything listens on the loopback interface, on free ports.
 *
 *   node scripts/topology.mjs [FOLDER]      Ctrl-C stops it; FOLDER/topology.json says where everything is
 */

const token = 'a-token-for-this-topology';
const readyWithinMs = 90_000;
const stopsWithinMs = 45_000;

/** Starts everything and answers where it is, and what stops it. */
export async function startTopology(folder, settings = {}) {
  await ensureDependencies();
  await ensureBuilt();
  const require = createRequire(import.meta.url);
  const dist = (name) => require(path.join(root, 'dist', 'src', name));
  const { freePort } = dist('processes/ports.js');
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const postgres = await dist('records/embedded.js').startEmbeddedPostgres({ dataDir: folder, log: say });
    stops.push(postgres.stop);
    const temporal = await dist('temporal/local-server.js').startLocalTemporal({
      cli: await ensureBinary('cli'),
      dataDir: folder,
      port: await freePort(),
      uiPort: await freePort(),
      namespace: 'default',
      searchAttributes: dist('procedure/legible.js').searchAttributes,
      log: say,
    });
    stops.push(temporal.stop);
    const keyFile = path.join(folder, 'payload-keys');
    await keys(['make', keyFile]);
    const proxyPort = await freePort();
    const shared = {
      ...process.env,
      TEMPORAL_ADDRESS: temporal.address,
      DATABASE_URL: postgres.url,
      PAYLOAD_KEYS_FILE: keyFile,
      PUBLIC_URL: `http://127.0.0.1:${proxyPort}`,
      LOG_LEVEL: 'warn',
      ...settings,
    };
    const start = async (name, file, own, health) => {
      const metricsPort = await freePort();
      const env = { ...shared, ...own, DATA_DIR: path.join(folder, name), METRICS_PORT: String(metricsPort) };
      const child = spawn(process.execPath, [path.join(root, 'dist', file)], { env, stdio: ['ignore', 2, 2] });
      stops.push(() => end(child));
      await ready(name, child, health);
      return { name, pid: child.pid, health, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
    };
    const worker = async (name) => {
      const port = await freePort();
      return start(name, 'worker.js', { WORKER_HEALTH_PORT: String(port) }, `http://127.0.0.1:${port}/health/ready`);
    };
    const server = async (name) => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const own = {
        RUN_WORKER: 'no',
        PORT: String(port),
        API_TOKEN: token,
        CODEC_TOKEN: 'a-codec-token-for-this-topology',
        CODEC_ORIGIN: temporal.uiUrl,
        PROXIES: '1',
      };
      return { ...(await start(name, path.join('src', 'main.js'), own, `${url}/health/ready`)), url, port };
    };
    const workers = [await worker('worker-1'), await worker('worker-2')];
    const servers = [await server('server-1'), await server('server-2')];
    stops.push(await startProxy(proxyPort, servers));
    const where = { url: shared.PUBLIC_URL, token, temporalUi: temporal.uiUrl, workers, servers };
    writeFileSync(path.join(folder, 'topology.json'), JSON.stringify(where));
    return { where, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(name, child, health) {
  for (const until = Date.now() + readyWithinMs; Date.now() < until; await pause(150)) {
    if (child.exitCode !== null) throw new Problem(`${name} ended before it was ready; the lines above say why.`);
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Problem(`${name} was not ready in ${readyWithinMs / 1000} s.`);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(late);
}

/** Hands requests to the servers in turn; what a lost one could not be handed goes to the next. */
async function startProxy(port, servers) {
  let turn = 0;
  const proxy = createServer((incoming, outgoing) => {
    const hand = (left) => {
      const server = servers[turn++ % servers.length];
      const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
      const asked = ask({ host: '127.0.0.1', port: server.port, method: incoming.method, path: incoming.url, headers });
      // Nothing of the body was sent where nobody could be reached.
      asked.once('error', ({ code }) => {
        if (code === 'ECONNREFUSED' && left > 1) return hand(left - 1);
        if (!outgoing.headersSent) outgoing.writeHead(502);
        outgoing.end();
      });
      asked.once('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      asked.once('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => incoming.pipe(asked));
        else incoming.pipe(asked);
      });
      outgoing.once('close', () => asked.destroy());
    };
    hand(servers.length);
  });
  proxy.listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return () =>
    new Promise((resolve) => {
      proxy.close(resolve);
      proxy.closeAllConnections();
    });
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    const folder = path.resolve(process.argv[2] ?? path.join(root, 'data', 'topology'));
    const topology = startTopology(folder);
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        if (!stopping) say('Stopping.');
        stopping = true;
        void topology.then(({ stop }) => stop()).catch(() => undefined);
      });
    }
    const { where } = await topology;
    if (!stopping) say(`Ready. ${where.url}, with the token ${token}; Temporal's pages ${where.temporalUi}`);
  });
}
