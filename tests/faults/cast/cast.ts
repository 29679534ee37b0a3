import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../src/processes/ports';
import { searchAttributes } from '../../../src/procedure/legible';
import { startEmbeddedPostgres } from '../../../src/records/embedded';
import { newPayloadKey, writePayloadKeys } from '../../../src/security/payload-keys';
import { findBinary } from '../../../src/temporal/binaries';
import { startLocalTemporal } from '../../../src/temporal/local-server';
import { prepareDisk } from './full-disk';
import { startPart, startProgram, type Part } from './part';
import { startProxy, type Proxy } from './proxy';
import { startRelay, type Relay } from './relay';

const project = path.join(__dirname, '..', '..', '..');

/** Who sends the emails of these tests. */
export const mailFrom = { name: 'Reviews', address: 'reviews@example.org' };

/** Where an application under test is asked, and where what it did can be seen. */
export interface Site {
  readonly url: string;
  readonly token: string;
  readonly temporalAddress: string;
  readonly relay: Relay;
  /** The database itself, past what disturbs the way to it. */
  recordsUrl(): string;
  /** What its programs printed so far. */
  printed(): string;
}

/** Everything that runs, each in a process of its own, and what may be done to it. */
export interface Cast extends Site {
  readonly cli: string;
  readonly api: Part;
  readonly worker: Part;
  readonly temporal: Part;
  readonly postgres: Part;
  /** The way to the database that the application takes. */
  readonly database: Proxy;
  anotherWorker(): Promise<Part>;
  stop(): Promise<void>;
}

/** Starts Temporal, PostgreSQL, the relay, the API and a worker; `program` is the folder of the application's `dist`. */
export async function startCast({
  say,
  program = project,
}: {
  readonly say: (sentence: string) => void;
  readonly program?: string;
}): Promise<Cast> {
  const home = mkdtempSync(path.join(tmpdir(), 'faults-'));
  const found = await findBinary({ kind: 'cli', configured: process.env['TEMPORAL_CLI'], log: say });
  if (!found.ok) throw new Error(found.sentence);
  const cli = found.path;
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  const token = 'a-token-for-this-test-only';
  const folder = (name: string): string => {
    const made = path.join(home, name);
    mkdirSync(made, { recursive: true, mode: 0o700 });
    return made;
  };
  const keys = path.join(home, 'payload-keys');
  writeFileSync(
    keys,
    writePayloadKeys({ writing: newPayloadKey(new Date().toISOString().slice(0, 10)), reading: [], retired: [] }),
    { mode: 0o600 },
  );

  const [relay, database] = await Promise.all([startRelay(), startProxy()]);
  let direct = '';
  const throughProxy = (): string => {
    const way = new URL(direct);
    way.port = String(database.port);
    return way.href;
  };
  const environment = (name: string) => ({
    PATH: process.env['PATH'] ?? '',
    TZ: process.env['TZ'] ?? 'Europe/London',
    NODE_ENV: 'production',
    ...{ TEMPORAL_ADDRESS: temporalAddress, DATABASE_URL: throughProxy(), PRACTICE_SMTP_URL: relay.url },
    ...{ MAIL_FROM: `${mailFrom.name} <${mailFrom.address}>`, PAYLOAD_KEYS_FILE: keys, API_TOKEN: token },
    ...{ PORT: String(port), DATA_DIR: folder(path.join('data', name)), LOG_LEVEL: 'info' },
  });
  const part = (name: string, entry: string, dataDir: string, start: Parameters<typeof startPart>[0]['start']) =>
    startPart({ name, process: entry, dataDir, start, say });

  const stores = folder('stores');
  const postgres = await part('PostgreSQL', 'postgresql', stores, async () => {
    const server = await startEmbeddedPostgres({ dataDir: stores, log: () => undefined });
    direct = server.url;
    database.leadTo(Number(new URL(direct).port));
    return server;
  });
  const temporal = await part('Temporal', 'temporal', stores, () =>
    startLocalTemporal({
      ...{ cli, dataDir: stores, port: temporalPort, uiPort, namespace: 'default', searchAttributes },
      log: () => undefined,
    }),
  );
  const programs = folder('programs');
  const api = await part('The API', 'api', programs, () =>
    startProgram(
      {
        name: 'api',
        args: ['-e', `require(${JSON.stringify(path.join(program, 'dist', 'src', 'main.js'))}).main()`],
        env: environment('api'),
        dataDir: programs,
      },
      async () => (await fetch(`${url}/health/live`).catch(() => undefined))?.ok === true,
    ),
  );
  const workerNamed = (name: string) =>
    part(`The ${name}`, name, programs, () =>
      startProgram(
        { name, args: [path.join(program, 'dist', 'worker.js')], env: environment(name), dataDir: programs },
        async (logFile) =>
          readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1)?.includes('The worker runs.') ?? false,
      ),
    );
  const worker = await workerNamed('worker');
  await prepareDisk(direct);

  return {
    ...{ url, token, cli, temporalAddress, api, worker, temporal, postgres, relay, database },
    recordsUrl: () => direct,
    anotherWorker: () => workerNamed('another-worker'),
    printed: () =>
      ['api', 'worker'].map((name) => readFileSync(path.join(programs, 'logs', `${name}.log`), 'utf8')).join('\n'),
    async stop() {
      for (const one of [api, worker, temporal, postgres]) await one.stop();
      await relay.stop();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
