import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signIn } from '../../e2e/installation';
import { freePort } from '../../../src/processes/ports';
import { newPayloadKey, writePayloadKeys } from '../../../src/security/payload-keys';
import { Started } from '../../../src/installation/lifecycle';
import { findBinary } from '../../../src/temporal/binaries';
import { startFront } from '../../../tools/topology/front';
import { prepareDisk } from './full-disk';
import type { CastKind } from './kind';
import { startPart, startProgram, type Part } from './part';
import type { Proxy } from './proxy';
import { smallDiskAt, type SmallDisk } from './small-disk';
import { startRelay, type Relay } from './relay';
import { likeTheImage, startComposedTemporal, startDatabase, startTemporal } from './stores';

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

/** At least one of a kind: a fault picks one of them. */
export type Parts = readonly [Part, ...Part[]];

/** Everything that runs, each in a process of its own, and what may be done to it. */
export interface Cast extends Site {
  readonly cli: string;
  readonly apis: Parts;
  readonly workers: Parts;
  readonly temporal: Part;
  /** That of the records first. */
  readonly postgres: Parts;
  /** The way to the database that the application takes. */
  readonly database: Proxy;
  /** The disk that everything of these processes is on; undefined where the machine lets none be made. */
  readonly disk: SmallDisk | undefined;
  /** Folders of the data: the records, the keys, and the state of a Temporal that keeps it in a file. */
  readonly folders: { readonly records: string; readonly temporal?: string; readonly keys: string };
  anotherWorker(): Promise<Part>;
  /** Stops what was started beside all this, at the latest with it. */
  atTheEnd(stop: () => Promise<unknown>): void;
  /** Tells whoever looks on. */
  say(sentence: string): void;
  stop(): Promise<void>;
}

interface Casting {
  readonly say: (sentence: string) => void;
  readonly program?: string;
  readonly as?: CastKind;
}

/** Starts Temporal, PostgreSQL, the relay, the API and workers; `program` is the folder of the application's `dist`. */
export async function startCast(casting: Casting): Promise<Cast> {
  const started = new Started();
  try {
    return await startAll(casting, started);
  } catch (error) {
    await started.stop();
    throw error;
  }
}

async function startAll({ say, program = project, as = 'alone' }: Casting, started: Started): Promise<Cast> {
  const mounted = process.env['FAULTS_DISK'];
  const home = mkdtempSync(path.join(mounted ?? tmpdir(), 'faults-'));
  started.add(async () => rmSync(home, { recursive: true, force: true }));
  const found = await findBinary({ kind: 'cli', configured: process.env['TEMPORAL_CLI'], log: say });
  if (!found.ok) throw new Error(found.sentence);
  const cli = found.path;
  const token = 'a-token-that-is-for-this-test-only';
  const keys = path.join(home, 'payload-keys');
  writeFileSync(
    keys,
    writePayloadKeys({ writing: newPayloadKey(new Date().toISOString().slice(0, 10)), reading: [], retired: [] }),
    { mode: 0o600 },
  );
  const relay = await startRelay();
  started.add(relay.stop);
  const records = await startDatabase('PostgreSQL', { cli, home, say }, as === 'compose' ? likeTheImage : {});
  started.add(records.proxy.close);
  started.add(records.part.stop);
  const wanted = { cli, home, say, programs: process.env['TEMPORAL_SERVER'] ?? '' };
  const temporal = as === 'compose' ? await startComposedTemporal(wanted) : await startTemporal(wanted);
  if (temporal.database !== undefined) {
    started.add(temporal.database.proxy.close);
    started.add(temporal.database.part.stop);
  }
  started.add(temporal.part.stop);

  const programs = path.join(home, 'programs');
  const environment = (name: string, own: Readonly<Record<string, string>> = {}) => {
    const dataDir = path.join(home, 'data', name);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return {
      PATH: process.env['PATH'] ?? '',
      TZ: process.env['TZ'] ?? 'Europe/London',
      NODE_ENV: 'production',
      ...{ TEMPORAL_ADDRESS: temporal.address, DATABASE_URL: records.throughProxy(), PRACTICE_SMTP_URL: relay.url },
      ...{ MAIL_FROM: `${mailFrom.name} <${mailFrom.address}>`, PAYLOAD_KEYS_FILE: keys, API_TOKEN: token },
      ...signIn,
      ...{ DATA_DIR: dataDir, LOG_LEVEL: 'info', ...own },
    };
  };
  const part = async (name: string, entry: string, start: Parameters<typeof startPart>[0]['start']) => {
    const one = await startPart({ name, process: entry, dataDir: programs, start, say });
    started.add(one.stop);
    return one;
  };
  const apiNamed = async (name: string, own: Readonly<Record<string, string>> = {}) => {
    const port = await freePort();
    const env = environment(name, { PORT: String(port), ...own });
    const args = [
      '-e',
      `require(${JSON.stringify(path.join(program, 'dist', 'src', 'programs', 'server.js'))}).main()`,
    ];
    const isReady = async () =>
      (await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined))?.ok === true;
    const api = await part(`The ${name.replace('api', 'API')}`, name, () =>
      startProgram({ name, args, env, dataDir: programs }, isReady),
    );
    return { port, api };
  };
  const workerNamed = (name: string) =>
    part(`The ${name}`, name, () =>
      startProgram(
        { name, args: [path.join(program, 'dist', 'worker.js')], env: environment(name), dataDir: programs },
        async (logFile) =>
          readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1)?.includes('The worker runs.') ?? false,
      ),
    );
  const { apis, workers, port } = await ownProcesses();
  await prepareDisk(records.direct());
  const postgres: Parts = [records.part, ...(temporal.database === undefined ? [] : [temporal.database.part])];

  return {
    ...{ url: `http://127.0.0.1:${port}`, token, cli, temporalAddress: temporal.address, relay },
    ...{ apis, workers, temporal: temporal.part, postgres, database: records.proxy },
    disk: mounted === undefined ? undefined : smallDiskAt(mounted),
    folders: {
      ...{ records: path.join(home, 'PostgreSQL', 'records'), keys },
      ...(as === 'alone' ? { temporal: path.join(home, 'Temporal', 'temporal') } : {}),
    },
    atTheEnd: (stop) => started.add(stop),
    recordsUrl: records.direct,
    anotherWorker: () => workerNamed('another-worker'),
    say,
    printed: () =>
      ['api', 'api-1', 'api-2', 'worker', 'worker-1', 'worker-2']
        .map((name) => path.join(programs, 'logs', `${name}.log`))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    async stop() {
      await started.stop();
    },
  };

  /** The application's own processes, and where it is asked. */
  async function ownProcesses() {
    if (as === 'alone') {
      const { api, port } = await apiNamed('api');
      const workers: Parts = [await workerNamed('worker')];
      const apis: Parts = [api];
      return { apis, workers, port };
    }
    const workers: Parts = [await workerNamed('worker-1'), await workerNamed('worker-2')];
    const own = { RUN_WORKER: 'no', PROXIES: '1', CODEC_TOKEN: 'a-codec-token-that-is-for-this-test-only' };
    const [one, two] = [await apiNamed('api-1', own), await apiNamed('api-2', own)];
    const front = await startFront(await freePort(), [one.port, two.port]);
    started.add(front.stop);
    const apis: Parts = [one.api, two.api];
    return { apis, workers, port: front.port };
  }
}
