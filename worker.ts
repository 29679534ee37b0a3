import path from 'node:path';
import { projectRoot, readConfig } from './src/config/read';
import { CannotOpen, openInstallation } from './src/installation/open';
import { createLog, logWarningsOf } from './src/log/log';
import { serveWorkerHealth } from './src/operations/worker-health';
import { placeOfSdkFigures, serveMetrics } from './src/operations/serve-metrics';
import { whetherAtHome } from './src/installation/place';
import { reachDatabase, reachTemporal } from './src/installation/reaching';
import { CannotStart } from './src/installation/lifecycle';
import { RecordsUnavailable } from './src/records/unavailable';
import { logOnlyWarnings, startWorker } from './src/temporal/case-worker';

/** A worker in a process of its own, beside others, on a Temporal server and a database that somebody else runs. */
export async function main(): Promise<void> {
  const read = readConfig();
  if (!read.ok) {
    for (const { variable, sentence } of read.problems) console.error(`${variable} ${sentence}`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const log = createLog(config.logLevel);
  const say = (sentence: string) => log.info({}, sentence);
  if (config.temporal.kind !== 'outside' || config.databaseUrl === undefined) {
    console.error('A worker by itself needs TEMPORAL_ADDRESS and DATABASE_URL; "npm start" runs everything in one.');
    process.exitCode = 1;
    return;
  }
  await reachDatabase(config.databaseUrl);
  await (await reachTemporal(config.temporal)).close();
  const installation = await openInstallation(config, config.databaseUrl, say);
  // Whatever it ends with, said by whoever called, the records and the mail server are left in order.
  const stops: (() => Promise<unknown>)[] = [installation.close];
  try {
    const home = await whetherAtHome(config, installation.records, installation.now());
    if (home.kind === 'elsewhere') throw new CannotStart(home.sentence);
    const sdkAt = await placeOfSdkFigures(config);
    logOnlyWarnings(logWarningsOf(log), sdkAt);
    const worker = await startWorker({
      connection: config.temporal.connectionOptions,
      namespace: config.temporal.namespace,
      bundle: path.join(projectRoot, 'dist', 'workflow-bundle.js'),
      activities: installation.activities,
      dataConverter: installation.dataConverter,
      version: config.workerVersion,
    });
    let draining = false;
    // Asked again, it still ends what is under way: an email may be half sent.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        draining = true;
        void worker.stop();
      });
    }
    stops.unshift(await serveWorkerHealth({ config, installation, worker, isDraining: () => draining }));
    const { now, unrecordedMs } = installation;
    const metrics = await serveMetrics(config, { now, unrecordedMs, sdkAt });
    if (metrics !== undefined) stops.unshift(metrics.stop);
    say(
      config.workerVersion === undefined
        ? 'The worker runs.'
        : `The worker of ${config.workerVersion.buildId} runs. Cases come to it once "npm run deploy" has made it current.`,
    );
    await worker.running;
    say('Stopped.');
  } finally {
    for (const stop of stops) await stop();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(
      error instanceof CannotStart || error instanceof CannotOpen || error instanceof RecordsUnavailable
        ? error.message
        : error,
    );
    process.exitCode = 1;
  });
}
