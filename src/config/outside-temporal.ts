import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { ClientConnectConfig } from '@temporalio/envconfig';
import type { ConfigProblem } from './read';

/** A Temporal server that somebody else runs. */
export type OutsideTemporalConfig = Readonly<{
  kind: 'outside';
  address: string;
  namespace: string;
  /** As `Connection.connect` and `NativeConnection.connect` take them. */
  connectionOptions: ClientConnectConfig['connectionOptions'];
}>;

/** Undefined when nothing points at a server of somebody else's. */
export function outsideTemporal(env: Record<string, string>): OutsideTemporalConfig | ConfigProblem | undefined {
  const pointer = ['TEMPORAL_ADDRESS', 'TEMPORAL_CONFIG_FILE', 'TEMPORAL_PROFILE'].find((name) => name in env);
  if (pointer === undefined) {
    const variable = Object.keys(env).find((name) => /^TEMPORAL_(API_KEY|TLS)/.test(name));
    const sentence = 'is for an outside Temporal server, and TEMPORAL_ADDRESS, which says where it is, is not set.';
    return variable === undefined ? undefined : { variable, sentence };
  }
  try {
    const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({ overrideEnvVars: env });
    const { address } = connectionOptions;
    if (address === undefined) {
      return { variable: pointer, sentence: 'does not say at which address Temporal is; set TEMPORAL_ADDRESS.' };
    }
    if (!/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/.test(address)) {
      return { variable: 'TEMPORAL_ADDRESS', sentence: 'must be host:port, such as temporal.example.org:7233.' };
    }
    return Object.freeze({ kind: 'outside', address, namespace, connectionOptions });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { variable: pointer, sentence: `and what goes with it cannot be used: ${why}` };
  }
}
