import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLogLine, startGuarded, type Exit } from '../../src/processes/guarded';
import { portIsFree } from '../../src/processes/ports';
import { putInto, readComposeFile } from './compose-file';

/*
 * Temporal as docker-compose.yml has it, without Docker: the services temporal-schema, temporal and temporal-namespace with
 * their own scripts and settings; only names of machines, ports, paths and passwords are put in their places.
 */

/** Paths of Temporal's programs, and the database that they use. */
export interface TemporalOnPostgresOptions {
  /** The path of the Temporal CLI. */
  readonly cli: string;
  /** The folder that scripts/temporal-server.mjs made: the server, its SQL tool, and the tables of every version. */
  readonly programs: string;
  /** An address of PostgreSQL whose user may make databases; where it lies behind a proxy, the proxy's. */
  readonly postgres: URL;
  /** A folder for what belongs to this installation. */
  readonly dataDir: string;
}

/** A Temporal server on PostgreSQL: made ready once, and started as often as it ends. */
export interface TemporalOnPostgres {
  readonly address: string;
  /** The ports and everything else stay the same from one start to the next. Resolves when it can be connected to. */
  start(): Promise<{ readonly exited: Promise<Exit>; stop(): Promise<unknown> }>;
  /** Makes the namespace and the search attributes, while it runs. */
  makeNamespace(): Promise<void>;
}

const HOST = '127.0.0.1';
const SERVES_WITHIN_MS = 90_000;
const STOP = { signal: 'SIGTERM', graceMs: 30_000 } as const;
/** Names of the ports at which the parts of the server listen. On machines of their own they keep the default ports. */
const PORTS = [
  ...(['FRONTEND_GRPC_PORT', 'FRONTEND_MEMBERSHIP_PORT', 'FRONTEND_HTTP_PORT'] as const),
  ...(['HISTORY_GRPC_PORT', 'HISTORY_MEMBERSHIP_PORT', 'MATCHING_GRPC_PORT', 'MATCHING_MEMBERSHIP_PORT'] as const),
  ...(['WORKER_GRPC_PORT', 'WORKER_MEMBERSHIP_PORT', 'METRICS_PORT'] as const),
] as const;
type Ports = Readonly<Record<(typeof PORTS)[number], number>>;

/** Makes Temporal's tables in PostgreSQL and answers a server on them that has not been started yet. */
export async function temporalOnPostgres(options: TemporalOnPostgresOptions): Promise<TemporalOnPostgres> {
  const { cli, programs, postgres, dataDir } = options;
  const commands = path.join(dataDir, 'commands');
  mkdirSync(commands, { recursive: true, mode: 0o700 });
  link(cli, path.join(commands, 'temporal'));
  link(path.join(programs, 'temporal-sql-tool'), path.join(commands, 'temporal-sql-tool'));
  const [passwordFile, settingsFile] = [path.join(dataDir, 'password'), path.join(dataDir, 'dynamic-config.yaml')];
  const ports = await chosenPorts();
  const address = `${HOST}:${ports.FRONTEND_GRPC_PORT}`;
  const composed = asComposed({ programs, postgres, passwordFile, settingsFile, ports });
  writeFileSync(passwordFile, composed.environment['POSTGRES_PWD'] ?? '', { mode: 0o600 });
  writeFileSync(settingsFile, composed.settings);
  const env = { PATH: `${commands}:/usr/local/bin:/usr/bin:/bin`, HOME: dataDir };
  await untilItWorks(composed.makeTables, env);
  return {
    address,
    async start() {
      const server = await startGuarded({
        ...{ name: 'temporal', command: path.join(programs, 'temporal-server'), args: ['start'] },
        ...{ env: { ...composed.environment, TZ: 'UTC', HOME: dataDir }, cwd: dataDir, dataDir, stop: STOP },
      });
      let ended = false;
      void server.exited.then(() => (ended = true));
      for (const until = Date.now() + SERVES_WITHIN_MS; !ended && Date.now() < until; await pause(100))
        if (!(await portIsFree(HOST, ports.FRONTEND_GRPC_PORT))) return server;
      await server.stop();
      throw new Error(`Temporal did not start: ${lastLogLine(server.logFile)}`);
    },
    makeNamespace: () => untilItWorks(composed.makeNamespace, { ...env, TEMPORAL_ADDRESS: address }),
  };
}

/** Places on this machine that replace the machines and files of docker-compose.yml. */
export interface Places extends Pick<TemporalOnPostgresOptions, 'programs' | 'postgres'> {
  readonly passwordFile: string;
  readonly settingsFile: string;
  readonly ports: Ports;
}

/** Commands and settings of Temporal's services in docker-compose.yml, changed for this machine. */
export interface Composed {
  readonly makeTables: string;
  readonly makeNamespace: string;
  /** The server's dynamic configuration. */
  readonly settings: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads docker-compose.yml's services of Temporal, and puts the places of this machine into them. */
export function asComposed({ programs, postgres, passwordFile, settingsFile, ports }: Places): Composed {
  const compose = readComposeFile();
  const { METRICS_PORT, ...own } = ports;
  return {
    makeTables: putInto(compose.service('temporal-schema').script, {
      '/run/secrets/temporal-db-password': passwordFile,
      '--ep temporal-db -u temporal -p 5432': `--ep ${postgres.hostname} -u ${postgres.username} -p ${postgres.port}`,
      '/etc/temporal/schema': path.join(programs, 'schema'),
    }),
    makeNamespace: compose.service('temporal-namespace').script,
    settings: compose.config('temporal-settings'),
    environment: {
      ...compose.service('temporal').environment,
      ...{ POSTGRES_SEEDS: postgres.hostname, DB_PORT: postgres.port, POSTGRES_USER: postgres.username },
      POSTGRES_PWD: decodeURIComponent(postgres.password),
      ...{ BIND_ON_IP: HOST, PROMETHEUS_ENDPOINT: `${HOST}:${METRICS_PORT}`, DYNAMIC_CONFIG_FILE_PATH: settingsFile },
      ...Object.fromEntries(Object.entries(own).map(([name, port]) => [name, String(port)])),
    },
  };
}

function link(program: string, as: string): void {
  if (!existsSync(as)) symlinkSync(program, as);
}

/**
 * Free ports below those that the machine gives out itself: Temporal's table of its members has no room for numbers above
 * 32,767, and while the server is away nobody else is given its ports.
 */
async function chosenPorts(): Promise<Ports> {
  const free = new Set<number>();
  while (free.size < PORTS.length) {
    const port = randomInt(10_000, 32_768);
    if (await portIsFree(HOST, port)) free.add(port);
  }
  const [...ports] = free;
  return Object.fromEntries(PORTS.map((name, at) => [name, ports[at]])) as Ports;
}

/** Runs a script as its service does, which is started again five times where it fails. */
async function untilItWorks(script: string, env: Readonly<Record<string, string>>): Promise<void> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      await promisify(execFile)('/bin/sh', ['-euc', script], { env });
      return;
    } catch (error) {
      if (restarts === 5) throw error;
      await pause(1_000 * 2 ** restarts);
    }
  }
}
