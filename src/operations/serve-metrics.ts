import type { Config } from '../config/read';
import { metricsOf, type Metrics, type Sources } from './metrics';
import { serveOperations } from './server';
import { freePort } from '../processes/ports';
import { version } from '../config/version';

/** Figures that are given at METRICS_PORT. */
export interface ServedMetrics extends Pick<Metrics, 'timed'> {
  stop(): Promise<void>;
}

/** Returns the address at which the SDK serves its metrics to this process alone; undefined without METRICS_PORT. */
export const placeOfSdkFigures = async ({ metricsPort }: Pick<Config, 'metricsPort'>): Promise<string | undefined> =>
  metricsPort === undefined ? undefined : `127.0.0.1:${await freePort()}`;

/** Gives figures at METRICS_PORT, where that is set. */
export async function serveMetrics(
  { metricsPort: port, operationsHost: host }: Pick<Config, 'metricsPort' | 'operationsHost'>,
  sources: Omit<Sources, 'version'>,
): Promise<ServedMetrics | undefined> {
  if (port === undefined) return undefined;
  const metrics = metricsOf({ ...sources, version: version() });
  const answer = async () => ({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    body: await metrics.text(),
  });
  return { timed: metrics.timed, stop: await serveOperations({ host, port, answers: { '/metrics': answer } }) };
}
