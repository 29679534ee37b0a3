import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { lastLogLine, startGuarded } from '../processes/guarded';
import type { Exit, Guarded } from '../processes/guarded';
import { freePort, portIsFree } from '../processes/ports';
import { serveReadOnly } from './read-only-pages';
import { registerSearchAttributes, type SearchAttributeType } from './search-attributes';

/** Options of the embedded Temporal server. */
export interface LocalTemporalOptions {
  /** The path of the Temporal CLI. */
  readonly cli: string;
  /** A data folder that the caller has locked. */
  readonly dataDir: string;
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  /** The codec server that decrypts for Temporal's pages. Without one the pages show what is stored. */
  readonly codecUrl?: string;
  /** Makes Temporal's pages read-only. */
  readonly readOnlyPages?: boolean;
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
  readonly log: (sentence: string) => void;
}

/** The embedded Temporal server, serving. */
export interface LocalTemporal {
  readonly address: string;
  readonly uiUrl: string;
  /** Resolves when the server has ended, wanted or not. */
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<void>;
}

/** Thrown when the embedded Temporal server could not be started. The message is a sentence that says what to do. */
export class LocalTemporalError extends Error {
  override readonly name = 'LocalTemporalError';
}

const HOST = '127.0.0.1';
const RETENTION_DAYS = 90;
const SERVES_WITHIN_MS = 60_000;
const STOP = { signal: 'SIGTERM', graceMs: 15_000 } as const;
/**
 * Settings of the embedded server. Practice cases are moved forward by time skipping, whose default limit of 200 skips
 * is too low for a whole case.
 */
export const DYNAMIC_CONFIG = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'frontend.WorkflowTimeSkippingMaxSkipPerSession=10000',
  // Begins the next run of a case at once. By default the server waits a second where a run was short, and takes every
  // run that began ahead of the wall clock for short; a practice case that is being moved forward jumps over that
  // second to the end of the move, past all reminders.
  'history.workflowIdReuseMinimalInterval="0s"',
  // Lists a workflow as failing when its task has failed twice in a row, after ten seconds. By default five failures
  // are needed, which take a minute.
  'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2',
];

/** Starts Temporal with its state and its UI on this machine, and waits until it serves. */
export async function startLocalTemporal(options: LocalTemporalOptions): Promise<LocalTemporal> {
  await refuseTakenPorts(options);
  const address = `${HOST}:${options.port}`;
  for (let attempt = 1; ; attempt += 1) {
    // If read-only, a proxy serves the pages at the known port, and Temporal serves its own at a free port.
    const pagesPort = options.readOnlyPages === true ? await freePort() : options.uiPort;
    const server = await serve({ ...options, uiPort: pagesPort });
    const connection = await connect(server, address);
    if (connection !== undefined) {
      try {
        await prepareNamespace(connection, options);
      } catch (error) {
        await server.stop();
        throw error;
      } finally {
        await connection.close();
      }
      const stopPages =
        pagesPort === options.uiPort ? undefined : await serveReadOnly({ host: HOST, port: options.uiPort, pagesPort });
      const stop = async (): Promise<void> => {
        await stopPages?.();
        await server.stop();
      };
      return { address, uiUrl: `http://${HOST}:${options.uiPort}`, exited: server.exited, stop };
    }
    await server.stop();
    await refuseTakenPorts(options);
    // Tries again: Temporal chooses its inner ports at random, and two servers starting at once can choose the same.
    if (attempt === 3) {
      const why = lastLogLine(server.logFile);
      throw new LocalTemporalError(`Temporal did not start: ${why} The whole story is in ${server.logFile}.`);
    }
    options.log('Temporal ended before it served; starting it once more.');
  }
}

async function refuseTakenPorts({ port, uiPort }: LocalTemporalOptions): Promise<void> {
  const wanted = [
    { number: port, variable: 'TEMPORAL_PORT', what: 'Temporal' },
    { number: uiPort, variable: 'TEMPORAL_UI_PORT', what: "Temporal's pages" },
  ];
  for (const { number, variable, what } of wanted) {
    if (await portIsFree(HOST, number)) continue;
    throw new LocalTemporalError(
      `Port ${number}, meant for ${what}, is taken by another program. Set ${variable} to a free port.`,
    );
  }
}

function serve(options: LocalTemporalOptions): Promise<Guarded> {
  const { cli, dataDir, port, uiPort, namespace, searchAttributes, codecUrl } = options;
  const file = path.join(path.resolve(dataDir), 'temporal', 'temporal.db');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const ports = ['--ip', HOST, '--port', String(port), '--ui-port', String(uiPort)];
  const attributes = Object.entries(searchAttributes).map(([name, type]) => `--search-attribute=${name}=${type}`);
  const config = DYNAMIC_CONFIG.map((value) => `--dynamic-config-value=${value}`);
  const codec = codecUrl === undefined ? [] : ['--ui-codec-endpoint', codecUrl];
  const quiet = ['--log-level', 'warn', '--color', 'never', '--ui-disable-news-fetch'];
  const args = ['server', 'start-dev', '--db-filename', file, '--namespace', namespace];
  return startGuarded({
    name: 'temporal',
    command: cli,
    args: [...args, ...ports, ...codec, ...quiet, ...attributes, ...config],
    // Leaves out Temporal's own environment variables, which are for clients of outside servers.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: path.dirname(file), TZ: 'UTC' },
    cwd: path.dirname(file),
    dataDir: path.resolve(dataDir),
    stop: STOP,
  });
}

/** Connects as soon as the server answers. Returns undefined if the server ended before, or the time is up. */
async function connect(server: Guarded, address: string): Promise<Connection | undefined> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  const until = Date.now() + SERVES_WITHIN_MS;
  while (!ended && Date.now() < until) {
    try {
      return await Connection.connect({ address, connectTimeout: 1_000 });
    } catch {
      await pause(100);
    }
  }
  return undefined;
}

async function prepareNamespace(connection: Connection, options: LocalTemporalOptions): Promise<void> {
  const { namespace, searchAttributes } = options;
  await keepHistories(connection, namespace);
  await registerSearchAttributes({ connection, namespace, searchAttributes });
}

// Keeps closed histories for 90 days; by default the dev server deletes them after one.
async function keepHistories(connection: Connection, namespace: string): Promise<void> {
  const seconds = RETENTION_DAYS * 24 * 60 * 60;
  const until = Date.now() + SERVES_WITHIN_MS;
  for (;;) {
    try {
      const { config } = await connection.workflowService.describeNamespace({ namespace });
      if (Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) === seconds) return;
      await connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(seconds * 1000) },
      });
      return;
    } catch (error) {
      // Retries, because the server answers a moment before the namespace is there.
      if (Date.now() >= until) throw error;
      await pause(100);
    }
  }
}
