import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { median, timed } from './figures.mjs';

/*
 * Measures the history that a whole case leaves in Temporal, for which Temporal Cloud bills, and the replay of its
 * longest run.
 */
const require = createRequire(import.meta.url);
const rounds = 5;

/** @import { Client } from '@temporalio/client' */
/** @import { DataConverter } from '@temporalio/common' */
/** @import { temporal as Temporal } from '@temporalio/proto' */
/** @import { Row } from './figures.mjs' */

/** @typedef {Temporal.api.history.v1.IHistory} History */

/** The kind of event that practice cases alone have. */
const practiceOnly = 'moving a practice case forward';

/**
 * Kinds of history events, in the words of the procedure.
 *
 * @type {[kind: string, pattern: RegExp][]}
 */
const kinds = [
  [practiceOnly, /^WORKFLOW_EXECUTION_(TIME_SKIPPING_TRANSITIONED|OPTIONS_UPDATED)$/],
  ['tasks of the workflow', /^WORKFLOW_TASK_/],
  ['decisions asked and answered', /^WORKFLOW_EXECUTION_UPDATE_/],
  ['entries put on the record', /^MARKER_RECORDED$/],
  ['emails and other activities', /^ACTIVITY_TASK_/],
  ['timers', /^TIMER_/],
  ['search attributes', /^UPSERT_/],
  ['beginnings and ends of runs, and the rest', /./],
];

/** @param {History} history */
const eventsOf = ({ events }) => events ?? [];

/**
 * Counts the events of a case by kind.
 *
 * @param {History[]} runs
 * @param {typeof Temporal.api.enums.v1.EventType} EventType
 */
function countKinds(runs, EventType) {
  const counts = new Map(kinds.map(([kind]) => [kind, 0]));
  for (const { eventType } of runs.flatMap(eventsOf)) {
    const name = EventType[eventType ?? EventType.EVENT_TYPE_UNSPECIFIED].replace('EVENT_TYPE_', '');
    const [kind] = kinds.find(([, pattern]) => pattern.test(name)) ?? [''];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * Returns the rows about the history of a case that goes the straight way to its closure.
 *
 * @param {{ root: string, address: string, url: string, token: string, dataConverter: DataConverter }} options
 * @returns {Promise<Row[]>}
 */
export async function measureHistory({ root, address, url, token, dataConverter }) {
  /** @type {typeof import('@temporalio/client')} */
  const { Client, Connection } = require('@temporalio/client');
  /** @type {typeof import('@temporalio/worker')} */
  const { Worker } = require('@temporalio/worker');
  /** @type {typeof import('@temporalio/proto')} */
  const { temporal } = require('@temporalio/proto');
  const { History } = temporal.api.history.v1;
  const before = new Set(await references({ url, token }));
  const rehearse = [path.join(root, 'scripts', 'rehearse.mjs'), '--url', url, '--token', token];
  // Beside this process, in which the installation is.
  const rehearsal = spawn(process.execPath, rehearse, { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => rehearsal.once('exit', resolve));
  if (code !== 0) throw new Error('The rehearsal failed; its lines are above.');
  const [workflowId] = (await references({ url, token })).filter((one) => !before.has(one));
  if (workflowId === undefined) throw new Error('The rehearsal has left no case.');
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, dataConverter });
    const runs = await runsOf(client, workflowId);
    const counts = countKinds(runs, temporal.api.enums.v1.EventType);
    const own = [...counts].filter(([kind, count]) => kind !== practiceOnly && count > 0);
    const events = own.reduce((sum, [, count]) => sum + count, 0);
    const bytes = runs.reduce((sum, history) => sum + History.encode(history).finish().length, 0);
    const byLength = [...runs].sort((one, other) => eventsOf(one).length - eventsOf(other).length);
    const [started, longest] = [byLength[0] ?? {}, byLength.at(-1) ?? {}];
    const codePath = path.join(root, 'dist', 'workflow-bundle.js');
    const workflowBundle = { codePath };
    /** @param {History} history */
    const replay = (history) =>
      timed(() => Worker.runReplayHistory({ workflowBundle, dataConverter }, history, workflowId));
    await replay(started);
    /** @type {{ short: number[], long: number[] }} */
    const took = { short: [], long: [] };
    for (let round = 0; round < rounds; round += 1) {
      took.short.push(await replay(started));
      took.long.push(await replay(longest));
    }
    const [shortMs, longMs] = [median(took.short), median(took.long)];
    const ratio = median(took.long.map((ms, round) => ms / (took.short[round] ?? Number.NaN)));
    return [
      ['the bundle of workflows', `${(statSync(codePath).size / 1024).toFixed(0)} KB`, '', ''],
      [
        'events of a whole case, all runs',
        `${events}`,
        '',
        `${runs.length} runs, the longest of ${eventsOf(longest).length} events; and ${counts.get(practiceOnly)} of ${practiceOnly}, which no other case has`,
      ],
      ['what they are', own.map(([kind, count]) => `${kind} ${count}`).join(', '), '', ''],
      ['bytes of a whole case, all runs', `${(bytes / 1024).toFixed(0)} KB`, '', 'as Temporal stores them, encrypted'],
      [
        'replaying its longest run',
        `${longMs.toFixed(0)} ms`,
        `${ratio.toFixed(2)} times`,
        `replaying its shortest run, of ${eventsOf(started).length} events: ${shortMs.toFixed(0)} ms`,
      ],
    ];
  } finally {
    await connection.close();
  }
}

/**
 * Returns the history of each run of a case, the last one first.
 *
 * @param {Client} client
 * @param {string} workflowId
 */
async function runsOf(client, workflowId) {
  /** @type {History[]} */
  const runs = [];
  /** @type {string | undefined} */
  let runId;
  do {
    /** @type {History} */
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.push(history);
    runId = eventsOf(history)[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  return runs;
}

/**
 * Returns the references of all cases.
 *
 * @param {{ url: string, token: string }} installation
 */
async function references({ url, token }) {
  const response = await fetch(`${url}/api/cases?limit=100`, { headers: { authorization: `Bearer ${token}` } });
  /** @type {{ cases: { reference: string }[] }} */
  const { cases } = JSON.parse(await response.text());
  return cases.map(({ reference }) => reference);
}
