import path from 'node:path';
import { projectRoot, readConfig } from './src/config';
import { CannotOpen, openInstallation } from './src/installation';
import { serveWorkerHealth } from './src/worker-health';
import { placeOfSdkFigures, serveMetrics } from './src/serve-metrics';
import { sayOnlyWarnings, startWorker } from './src/temporal/case-worker';

/** A worker in a process of its own, beside others, on a Temporal server and a database that somebody else runs. */
export async function main(): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const read = readConfig();
  if (!read.ok) {
    for (const { variable, sentence } of read.problems) console.error(`${variable} ${sentence}`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  if (config.temporal.kind !== 'outside' || config.databaseUrl === undefined) {
    console.error('A worker by itself needs TEMPORAL_ADDRESS and DATABASE_URL; "npm start" runs everything in one.');
    process.exitCode = 1;
    return;
  }
  const installation = await openInstallation(config, config.databaseUrl, say);
  const sdkAt = await placeOfSdkFigures(config);
  sayOnlyWarnings(sdkAt);
  const worker = await startWorker({
    connection: config.temporal.connectionOptions,
    namespace: config.temporal.namespace,
    bundle: path.join(projectRoot, 'dist', 'workflow-bundle.js'),
    activities: installation.activities,
    dataConverter: installation.dataConverter,
  });
  let draining = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      draining = true;
      void worker.stop();
    });
  }
  const stopHealth = await serveWorkerHealth({ config, installation, worker, isDraining: () => draining });
  const { now, unrecordedMs } = installation;
  const metrics = await serveMetrics(config, { now, unrecordedMs, sdkAt });
  say('The worker runs.');
  await worker.running;
  await metrics?.stop();
  await stopHealth();
  await installation.close();
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof CannotOpen ? error.message : error);
    process.exitCode = 1;
  });
}
