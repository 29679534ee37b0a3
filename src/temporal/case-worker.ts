import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { taskQueue } from './client';
import type { WorkerVersion } from './versions';

/**
 * So many cases stay warm; the others, which may wait for months, are replayed when they wake, in hundredths of a second.
 * Each takes half a megabyte (`npm run bench -- at-rest`), one at the end of its review more. All of them have to fit
 * into the heap that a container's 1 GB leaves to JavaScript (`NODE_OPTIONS` in docker-compose.yml), or all stand still.
 */
export const keptWarm = 500;

export interface WorkerSettings {
  readonly connection: NativeConnectionOptions;
  readonly namespace: string;
  /** The workflows, bundled when the application was built. */
  readonly bundle: string;
  readonly activities: object;
  /** How what Temporal stores is written and read; see `dataConverterOf`. */
  readonly dataConverter: DataConverter;
  /** Undefined: the only build that runs, or one of equals. */
  readonly version: WorkerVersion | undefined;
}

export interface CaseWorker {
  /** Resolves when the worker has stopped; rejects when it failed. */
  readonly running: Promise<void>;
  /** Whether it asks the server for work, of cases and of their effects. */
  isPolling(): boolean;
  /** Lets what is under way end, and stops. */
  stop(): Promise<void>;
}

/**
 * Tells of the SDK's own doings only what somebody has to look at, and gives its figures at an address where there is one.
 * Once in a process, before any worker starts.
 */
export function logOnlyWarnings(told: (warning: Warning) => void, figuresAt?: string): void {
  Runtime.install({
    // By itself the SDK ends every worker at a signal, before what is stopped ahead of it has asked for its last work.
    shutdownSignals: [],
    ...(figuresAt === undefined ? {} : { telemetryOptions: { metrics: { prometheus: { bindAddress: figuresAt } } } }),
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      told({
        isError: level === 'ERROR',
        message,
        reference: meta?.['workflowId'],
        activity: meta?.['activityType'],
        attempt: meta?.['attempt'],
        error: meta?.['error'],
      }),
    ),
  });
}

/** Something that the SDK warns of, and about which case and which of its effects, where it is of one. */
export interface Warning {
  readonly isError: boolean;
  readonly message: string;
  readonly reference: unknown;
  readonly activity: unknown;
  readonly attempt: unknown;
  readonly error: unknown;
}

/** Starts a worker that runs cases and their effects. */
export async function startWorker({
  connection: options,
  namespace,
  bundle,
  activities,
  dataConverter,
  version,
}: WorkerSettings): Promise<CaseWorker> {
  const connection = await NativeConnection.connect(options);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: bundle },
    activities,
    dataConverter,
    // Said here and not in the workflow: a worker without a version would then be refused every task.
    ...(version === undefined
      ? {}
      : { workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'PINNED' } }),
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '25 seconds',
    maxCachedWorkflows: keptWarm,
  });
  const running = worker.run().finally(() => connection.close());
  return {
    running,
    isPolling() {
      const { runState, workflowPollerState, activityPollerState } = worker.getStatus();
      return runState === 'RUNNING' && workflowPollerState === 'POLLING' && activityPollerState === 'POLLING';
    },
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
    },
  };
}
