import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { timed } from './figures.mjs';

/* Measures many open cases at rest: memory, and a restart with the same workflows as before and with others. */
const require = createRequire(import.meta.url);
/** Number of bare histories that are replayed for the yardstick; more would give the same figure. */
const replayed = 500;

/** @import { BareCases } from './bare-cases.mjs' */
/** @import { Row } from './figures.mjs' */
/** @import { Found, Standing } from './standing.mjs' */

/**
 * Returns the rows about cases at rest.
 *
 * @param {Standing} standing
 * @param {{ cases: number }} sizes
 * @returns {Promise<Row[]>}
 */
export async function measureAtRest(standing, { cases }) {
  const { found } = standing;
  const many = cases.toLocaleString('en-GB');
  const bareReplayMs = await bareReplay(standing, { count: Math.min(cases, replayed) });
  const stopMs = await standing.stop();
  const startMs = await standing.start();
  const restartedKb = { server: standing.serverKb(), worker: standing.workerKb() };
  await standing.stop();
  await standing.records.installation.setFact('build', 'other workflows');
  const since = new Date().toISOString();
  const triedMs = await standing.start();
  const takenUpMs = await timed(() => untilTakenUp(standing, { cases, since }));
  return [
    loading(found, cases, many),
    memory(`memory of Temporal with ${many} open cases`, {
      all: found.kb.server,
      more: found.kb.server - found.bareKb.server,
      bareMore: found.bareKb.server - found.emptyKb.server,
      of: cases,
      each: 'case',
    }),
    memory(`memory of the program (worker and API) with ${many} open cases`, {
      all: found.kb.worker,
      more: found.kb.worker - found.emptyKb.worker,
      bareMore: found.bareKb.worker - found.bareEmptyKb,
      of: Math.min(cases, found.keptWarm),
      each: `of the ${Math.min(cases, found.keptWarm)} that are kept warm`,
    }),
    [
      `memory after a restart with ${many} open cases`,
      `Temporal ${mb(restartedKb.server)}, the program ${mb(restartedKb.worker)}`,
      '',
      `with none: Temporal ${mb(found.emptyKb.server)}, the program ${mb(found.emptyKb.worker)}`,
    ],
    row(
      `a clean stop with ${many} open cases, nothing done since they began their runs`,
      stopMs,
      found.emptyStopMs,
      'a stop with none',
    ),
    row(`start to ready with ${many} open cases, same workflows`, startMs, found.emptyStartMs, 'a start with none'),
    [
      `start to ready with ${many} open cases, other workflows: each is tried first`,
      `${seconds(triedMs)}, ${((triedMs - startMs) / cases).toFixed(1)} ms a case`,
      `${((triedMs - startMs) / cases / bareReplayMs).toFixed(1)} times`,
      `replaying a bare workflow’s history: ${bareReplayMs.toFixed(1)} ms each`,
    ],
    row(
      `from then until all ${many} have taken up the other workflows`,
      takenUpMs,
      found.bareLoadMs,
      'as many bare workflows started, each with its timer',
    ),
  ];
}

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
/** @param {number} kb */
const mb = (kb) => `${Math.round(kb / 1024)} MB`;
/** @type {(what: string, ms: number, yardstickMs: number, yardstick: string) => Row} */
const row = (what, ms, yardstickMs, yardstick) => [
  what,
  seconds(ms),
  `${(ms / yardstickMs).toFixed(1)} times`,
  `${yardstick}: ${seconds(yardstickMs)}`,
];
/** @type {(what: string, kb: { all: number, more: number, bareMore: number, of: number, each: string }) => Row} */
const memory = (what, { all, more, bareMore, of, each }) => [
  what,
  `${mb(all)}, ${(more / of).toFixed(0)} KB more for each ${each}`,
  `${(more / bareMore).toFixed(1)} times`,
  `a bare workflow with one timer: ${(bareMore / of).toFixed(0)} KB more each`,
];
/** @type {(found: Found, cases: number, many: string) => Row} */
const loading = (found, cases, many) => [
  `starting ${many} cases from their records, until each has its timer`,
  `${((cases * 1000) / found.loadMs).toFixed(0)} a second`,
  `${(found.bareLoadMs / found.loadMs).toFixed(2)} of`,
  `bare workflows: ${((cases * 1000) / found.bareLoadMs).toFixed(0)} a second`,
];

/**
 * Returns the time to replay one bare workflow’s history with the SDK's own replayer, in milliseconds.
 *
 * @param {{ bare: BareCases }} standing
 * @param {{ count: number }} options
 */
async function bareReplay({ bare }, { count }) {
  /** @type {typeof import('@temporalio/worker')} */
  const { DefaultLogger, Runtime, Worker } = require('@temporalio/worker');
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const histories = await bare.histories(count);
  const workflowBundle = await bare.bundle();
  const ms = await timed(async () => {
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) if (error) throw error;
  });
  return ms / count;
}

/**
 * Waits until every case goes on in a run that began after a moment.
 *
 * @param {Pick<Standing, 'client'>} standing
 * @param {{ cases: number, since: string }} options
 */
async function untilTakenUp({ client }, { cases, since }) {
  const query = `WorkflowType = 'incident' AND ExecutionStatus = 'Running' AND StartTime > '${since}'`;
  for (;;) {
    if ((await client.workflow.count(query)).count >= cases) return;
    await pause(500);
  }
}
