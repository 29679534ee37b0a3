import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { searchAttributes } from '../../../src/procedure/contract';
import { freePort } from '../../../src/processes/ports';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/records/embedded';
import { startLocalTemporal } from '../../../src/temporal/local-server';
import { temporalOnPostgres } from '../../../tools/topology/temporal-on-postgres';
import { startPart, type Part } from './part';
import { startProxy, type Proxy } from './proxy';

/** What the stores are started with. */
interface Wanted {
  /** The path of the Temporal CLI. */
  readonly cli: string;
  /** The folder below which each has its own. */
  readonly home: string;
  say(sentence: string): void;
}

/** PostgreSQL, and the way to it that what uses it takes. */
export interface Database {
  readonly part: Part;
  readonly proxy: Proxy;
  /** The database itself, and by the proxy. */
  direct(): string;
  throughProxy(): string;
}

/** Temporal, and what it keeps its state in where that is a process of its own. */
export interface Temporal {
  readonly address: string;
  readonly part: Part;
  readonly database?: Database;
}

/** As many connections as PostgreSQL's image allows, where nothing else is said. */
export const likeTheImage = { maxConnections: 100 };

/** Starts PostgreSQL behind a proxy: it has another port each time that it starts, and the proxy has not. */
export async function startDatabase(
  name: string,
  { home, say }: Wanted,
  more: { readonly maxConnections?: number } = {},
): Promise<Database> {
  const dataDir = path.join(home, name);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const proxy = await startProxy();
  let direct = '';
  const part = await startPart({
    ...{ name, process: 'postgresql', dataDir, say },
    async start(): Promise<EmbeddedPostgres> {
      const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, ...more });
      direct = server.url;
      proxy.leadTo(Number(new URL(direct).port));
      return server;
    },
  });
  return {
    ...{ part, proxy, direct: () => direct },
    throughProxy() {
      const way = new URL(direct);
      way.port = String(proxy.port);
      return way.href;
    },
  };
}

/** Starts the Temporal CLI's server, which keeps its state in a file. */
export async function startTemporal({ cli, home, say }: Wanted): Promise<Temporal> {
  const dataDir = path.join(home, 'Temporal');
  const [port, uiPort] = [await freePort(), await freePort()];
  const part = await startPart({
    ...{ name: 'Temporal', process: 'temporal', dataDir, say },
    start: () =>
      startLocalTemporal({
        ...{ cli, dataDir, port, uiPort, namespace: 'default', searchAttributes },
        log: () => undefined,
      }),
  });
  return { address: `127.0.0.1:${port}`, part };
}

/** Starts Temporal as docker-compose.yml has it, on a PostgreSQL of its own; `programs` is where it was built. */
export async function startComposedTemporal(wanted: Wanted & { readonly programs: string }): Promise<Temporal> {
  const { cli, home, say, programs } = wanted;
  const dataDir = path.join(home, 'Temporal');
  const database = await startDatabase("Temporal's PostgreSQL", wanted, likeTheImage);
  const server = await temporalOnPostgres({ cli, programs, postgres: new URL(database.throughProxy()), dataDir });
  const part = await startPart({ name: 'Temporal', process: 'temporal', dataDir, say, start: () => server.start() });
  await server.makeNamespace();
  return { address: server.address, part, database };
}
