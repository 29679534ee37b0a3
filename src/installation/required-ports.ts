import type { Config } from '../config/read';
import { whyNoListening } from '../processes/ports';
import { CannotStart } from './lifecycle';

/** Makes sure that a server can listen at every port that is set. Throws `CannotStart` with the setting that is wrong. */
export async function requirePorts(
  config: Pick<Config, 'host' | 'port' | 'metricsPort' | 'operationsHost'>,
): Promise<void> {
  await require('HOST', config.host, { variable: 'PORT', port: config.port });
  const { metricsPort: port, operationsHost } = config;
  if (port !== undefined) await require('OPERATIONS_HOST', operationsHost, { variable: 'METRICS_PORT', port });
}

async function require(
  hostVariable: string,
  host: string,
  { variable, port }: { readonly variable: string; readonly port: number },
): Promise<void> {
  const why = await whyNoListening(host, port);
  switch (why) {
    case undefined:
      return;
    case 'EADDRINUSE':
      throw new CannotStart(`Port ${port} is taken. Set ${variable} to another one, or stop what uses it.`);
    case 'EACCES':
      throw new CannotStart(`Port ${port} is not for this user (EACCES). Set ${variable} to one from 1024.`);
    default:
      throw new CannotStart(`${hostVariable} is ${host}, at which nothing can listen here (${why}). Correct it.`);
  }
}
