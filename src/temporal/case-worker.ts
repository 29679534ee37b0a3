import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { taskQueue } from '../procedure/contract';
import type { WorkerVersion } from './versions';

/**
 * Number of cases in the cache. Other cases, which may wait for months, are replayed when they wake, in hundredths of a
 * second. A cached case takes half a megabyte (`npm run bench -- at-rest`), more at the end of its review. All of them
 * must fit into the heap that a container's 1 GB leaves to JavaScript (`NODE_OPTIONS` in docker-compose.yml); otherwise
 * every case stands still.
 *
 * @public The measurements of `bench/` use it.
 */
export const keptWarm = 500;

export interface WorkerSettings {
  readonly connection: NativeConnectionOptions;
  readonly namespace: string;
  /** The workflows, bundled when the application was built. */
  readonly bundle: string;
  readonly activities: object;
  /** Encrypts and decrypts what Temporal stores; see `dataConverterOf`. */
  readonly dataConverter: DataConverter;
  /** Undefined if this is the only build that runs, or if all workers run equal builds. */
  readonly version: WorkerVersion | undefined;
}

export interface CaseWorker {
  /** Resolves when the worker has stopped; rejects when it failed. */
  readonly running: Promise<void>;
  /** True if the worker polls the server for workflow tasks and activities. */
  isPolling(): boolean;
  /** Lets running tasks finish, then stops. */
  stop(): Promise<void>;
}

/**
 * Passes on only the SDK's warnings and errors, and serves its metrics at `figuresAt` if given. Call it once in a
 * process, before any worker starts.
 */
export function logOnlyWarnings(told: (warning: Warning) => void, figuresAt?: string): void {
  Runtime.install({
    // Switches off the SDK's signal handling, which would end every worker at once. Parts of the application that are
    // stopped before the worker still need it for their last work.
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

/** A warning of the SDK, with the case and the activity that it concerns, if any. */
export interface Warning {
  readonly isError: boolean;
  readonly message: string;
  readonly reference: unknown;
  readonly activity: unknown;
  readonly attempt: unknown;
  readonly error: unknown;
}

/** Starts a worker that runs cases and their activities. */
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
    // Sets the behaviour here and not in the workflow, where it would make the server refuse every task of an
    // unversioned worker.
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
