import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { IllegalStateError } from '@temporalio/common';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { toMillis, fromMillis } from '../../../src/procedure/time/dates';
import { searchAttributes, taskQueue } from '../../../src/procedure/contract';
import type { CaseReference, Instant } from '../../../src/procedure/time/time';
import { findBinary } from '../../../src/temporal/binaries';
import type { Cases } from '../../../src/temporal/cases';
import { casesOn } from '../../../src/temporal/client';
import { newPayloadKey } from '../../../src/security/payload-keys';
import { dataConverterOf } from '../../../src/temporal/data-converter';
import { DYNAMIC_CONFIG } from '../../../src/temporal/local-server';
import { partnershipOfTheFuture, partnershipOfThePast } from './calendar-of-tests';
import { aWorld, type World } from './world';

const root = path.resolve(__dirname, '..', '..', '..');
/** The workflows as they are shipped. */
export const bundle = path.join(root, 'dist', 'workflow-bundle.js');

/** As an installation writes what Temporal stores: encrypted. */
const ofTests = dataConverterOf({
  keys: { writing: newPayloadKey('2037-01-05'), reading: [], retired: [] },
  plain: 'accepted',
});

/** How an engine differs from that of most tests. */
export interface EngineSettings {
  readonly dataConverter?: DataConverter;
  /**
   * A real server, where time passes as it does: for what the one that skips time cannot do, such as letting another
   * worker go on where one has ended. Its cases are two years old, so that nothing need be waited for.
   */
  readonly server?: 'real';
}

/** A worker that runs the cases of an engine. */
interface Working {
  stop(): Promise<void>;
}

/**
 * A Temporal server that skips time, a worker with the bundle that is shipped, and a world in memory around it. Where a
 * task cancels a timer that has fired meanwhile, this server refuses it and never gives it out again, and the case
 * stands still (temporalio/sdk-java#3088); the real one does not. So nothing is asked of a case within moments of one
 * of its timers.
 */
export interface Engine {
  readonly env: TestWorkflowEnvironment;
  readonly world: World;
  /** How what this server stores is written and read. */
  readonly dataConverter: DataConverter;
  readonly cases: Cases;
  now(): Promise<Instant>;
  /** Lets time pass until a moment; what falls due on the way happens. */
  passUntil(moment: Instant): Promise<void>;
  /** Ends the worker and starts one with another bundle in its place; nobody tells the cases. */
  workWith(bundle: string): Promise<void>;
  /** Waits, in real time, until something holds. */
  until(holds: () => boolean | Promise<boolean>, what: string): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Runs a line of a script of the project, which are modules that Jest cannot import. */
export const runScript = (line: string, ...args: readonly string[]) =>
  run(process.execPath, ['--input-type=module', '-e', line, ...args], { cwd: root });

/** Builds the bundle where the source has changed since, as `npm test` does. */
export const ensureBuilt = () => runScript("await (await import('./scripts/setup.mjs')).ensureBuilt()");

let installed = false;

/** Says only what went wrong; once in a process. A file that was broken off leaves its runtime to the next. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  try {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
    });
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
  }
}

export async function startEngine({ dataConverter = ofTests, server }: EngineSettings = {}): Promise<Engine> {
  await ensureBuilt();
  quietRuntime();
  const env = server === 'real' ? await realServer(dataConverter) : await serverThatSkipsTime(dataConverter);
  const types = { Keyword: 2, KeywordList: 7, Datetime: 6, Bool: 5 } as const;
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(Object.entries(searchAttributes).map(([name, type]) => [name, types[type]])),
  });
  const world = aWorld(server === 'real' ? partnershipOfThePast() : partnershipOfTheFuture());
  const working = { env, world, dataConverter };
  let worker = await aWorker({ ...working, bundle });
  const engine: Engine = {
    env,
    world,
    dataConverter,
    cases: casesOn({ connection: env.connection, namespace: 'default', dataConverter }),
    now: async () => fromMillis(await env.currentTimeMs()),
    async passUntil(moment) {
      const rest = toMillis(moment) - (await env.currentTimeMs());
      if (rest > 0) await env.sleep(rest);
    },
    async workWith(other) {
      await worker.stop();
      worker = await aWorker({ ...working, bundle: other });
    },
    async until(holds, what) {
      const end = Date.now() + 60_000;
      while (!(await holds())) {
        if (Date.now() > end) throw new Error(`It did not come to this in time: ${what}`);
        await pause(10);
      }
    },
    async stop() {
      await worker.stop();
      await env.teardown();
    },
  };
  return engine;
}

async function serverThatSkipsTime(dataConverter: DataConverter): Promise<TestWorkflowEnvironment> {
  const executable = await programOf('test-server', process.env['TEMPORAL_TEST_SERVER']);
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, client: { dataConverter } });
}

async function realServer(dataConverter: DataConverter): Promise<TestWorkflowEnvironment> {
  const executable = await programOf('cli', process.env['TEMPORAL_CLI']);
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable,
      log: { format: 'pretty', level: 'error' },
      extraArgs: DYNAMIC_CONFIG.map((value) => `--dynamic-config-value=${value}`),
    },
    client: { dataConverter },
  });
}

async function programOf(kind: 'cli' | 'test-server', configured: string | undefined) {
  const found = await findBinary({ kind, configured, log: () => undefined });
  if (!found.ok) throw new Error(found.sentence);
  return { type: 'existing-path', path: found.path } as const;
}

interface WorkerOfTests extends Pick<Engine, 'env' | 'world' | 'dataConverter'> {
  readonly bundle: string;
}

async function aWorker({ env, world, dataConverter, bundle }: WorkerOfTests): Promise<Working> {
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: { codePath: bundle },
    activities: world.activities,
    dataConverter,
    maxCachedWorkflows: 300,
    shutdownForceTime: '5 seconds',
  });
  const running = worker.run();
  return {
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}

/** A reference of its own for each case of a test file. */
export const referenceOf = (n: number): CaseReference => `SIN-2037-${String(n).padStart(4, '0')}` as CaseReference;
