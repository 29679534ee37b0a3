import { Connection } from '@temporalio/client';
import type { Config } from '../config/read';
import { readiness } from '../http/readiness';
import { standardOutput } from '../log/destination';
import { whyNot } from '../records/unavailable';
import { roomIn } from './room';
import type { Installation } from '../installation/open';
import { json, serveOperations } from './server';
import type { CaseWorker } from '../temporal/case-worker';
import { casesOn } from '../temporal/client';
import { version } from '../config/version';

interface WorkerProcess {
  readonly config: Config;
  readonly installation: Pick<Installation, 'records' | 'dataConverter'>;
  readonly worker: Pick<CaseWorker, 'isPolling'>;
  readonly isDraining: () => boolean;
}

/** Says how a worker by itself is, at WORKER_HEALTH_PORT where that is set. Answers what stops it. */
export async function serveWorkerHealth(process: WorkerProcess): Promise<() => Promise<void>> {
  const { config, installation, worker, isDraining } = process;
  const { workerHealthPort: port, operationsHost: host, temporal } = config;
  if (port === undefined || temporal.kind !== 'outside') return () => Promise.resolve();
  const connection = Connection.lazy(temporal.connectionOptions);
  const { namespace } = temporal;
  const cases = casesOn({ connection, namespace, dataConverter: installation.dataConverter });
  const { records } = installation;
  const room = roomIn({ records, logTrouble: () => standardOutput.trouble() });
  const stop = await serveOperations({
    host,
    port,
    answers: {
      '/health/live': () => Promise.resolve(json(200, { status: 'live', version: version() })),
      '/health/ready': async () => {
        const { isReady, parts, sentence } = await readiness({
          records: () => whyNot(() => records.ready()),
          engine: () => cases.whyNotReady(),
          room,
          isPolling: worker.isPolling,
          isDraining,
        });
        return json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not-ready', ...parts, detail: sentence });
      },
    },
  });
  return async () => {
    await stop();
    await connection.close();
  };
}
