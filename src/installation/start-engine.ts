import { codecToken } from './secret-store';
import { searchAttributes } from '../procedure/contract';
import type { OutsideTemporalConfig } from '../config/outside-temporal';
import { reachTemporal } from './reaching';
import { CannotStart, type Starting } from './lifecycle';
import { findBinary } from '../temporal/binaries';
import { startLocalTemporal } from '../temporal/local-server';
import { registerSearchAttributes } from '../temporal/search-attributes';

/** The Temporal server that cases run on. */
export interface Engine {
  readonly connection: OutsideTemporalConfig['connectionOptions'];
  readonly namespace: string;
  readonly uiUrl: string | undefined;
}

/** An outside server has to know the search attributes too, or the first case would fail on it. */
async function prepareOutside(temporal: OutsideTemporalConfig): Promise<void> {
  const { namespace } = temporal;
  const connection = await reachTemporal(temporal);
  try {
    await registerSearchAttributes({ connection, namespace, searchAttributes });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const names = Object.entries(searchAttributes).map(([name, type]) => `--name ${name} --type ${type}`);
    throw new CannotStart(
      `The search attributes could not be registered in the namespace ${namespace} (${why}). Register them by hand: temporal operator search-attribute create ${names.join(' ')}`,
    );
  } finally {
    await connection.close();
  }
}

/** Starts the embedded Temporal server, or makes an outside one ready. Throws `CannotStart` with a line that says what to do. */
export async function startEngine({ config, started, say, failed }: Starting): Promise<Engine> {
  const { temporal } = config;
  if (temporal.kind === 'outside') {
    await prepareOutside(temporal);
    return { connection: temporal.connectionOptions, namespace: temporal.namespace, uiUrl: undefined };
  }
  const cli = await findBinary({ kind: 'cli', configured: temporal.cli, log: say });
  if (!cli.ok) throw new CannotStart(cli.sentence);
  say('Starting Temporal.');
  const server = await startLocalTemporal({
    cli: cli.path,
    dataDir: config.dataDir,
    port: temporal.port,
    uiPort: temporal.uiPort,
    namespace: temporal.namespace,
    // Carries the token in the address: Temporal's pages cannot send it. They and the codec are on the loopback
    // interface alone.
    codecUrl: `${config.publicUrl}/codec/${codecToken(config)}`,
    // Keeps Temporal's pages read-only where people sign in: those pages know no users, and cases are changed in the
    // console.
    readOnlyPages: config.provider !== undefined,
    searchAttributes,
    log: say,
  });
  started.add(server.stop);
  void server.exited.then(() => failed('Temporal'));
  return { connection: { address: server.address }, namespace: temporal.namespace, uiUrl: server.uiUrl };
}
