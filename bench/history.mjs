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

/** Kinds of history events, in the words of the procedure. The first kind is found in practice cases alone. */
const kinds = [
  ['moving a practice case forward', /^WORKFLOW_EXECUTION_(TIME_SKIPPING_TRANSITIONED|OPTIONS_UPDATED)$/],
  ['tasks of the workflow', /^WORKFLOW_TASK_/],
  ['decisions asked and answered', /^WORKFLOW_EXECUTION_UPDATE_/],
  ['entries put on the record', /^MARKER_RECORDED$/],
  ['emails and other activities', /^ACTIVITY_TASK_/],
  ['timers', /^TIMER_/],
  ['search attributes', /^UPSERT_/],
  ['beginnings and ends of runs, and the rest', /./],
];
const [[practiceOnly]] = kinds;

/** Counts the events of a case by kind. */
function countKinds(runs, EventType) {
  const counts = new Map(kinds.map(([kind]) => [kind, 0]));
  for (const { eventType } of runs.flatMap(({ events }) => events)) {
    const name = EventType[eventType].replace('EVENT_TYPE_', '');
    const [kind] = kinds.find(([, pattern]) => pattern.test(name));
    counts.set(kind, counts.get(kind) + 1);
  }
  return counts;
}

/** The rows about the history of a case that goes the straight way to its closure. */
export async function measureHistory({ root, address, url, token, dataConverter }) {
  const { Client, Connection } = require('@temporalio/client');
  const { Worker } = require('@temporalio/worker');
  const { temporal } = require('@temporalio/proto');
  const { History } = temporal.api.history.v1;
  const before = new Set(await references({ url, token }));
  const rehearse = [path.join(root, 'scripts', 'rehearse.mjs'), '--url', url, '--token', token];
  // Beside this process, in which the installation is.
  const rehearsal = spawn(process.execPath, rehearse, { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => rehearsal.once('exit', resolve));
  if (code !== 0) throw new Error('The rehearsal failed; its lines are above.');
  const [workflowId] = (await references({ url, token })).filter((one) => !before.has(one));
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, dataConverter });
    const runs = [];
    for (let runId; ;) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      runs.push(history);
      const { continuedExecutionRunId } = history.events[0].workflowExecutionStartedEventAttributes;
      if (!continuedExecutionRunId) break;
      runId = continuedExecutionRunId;
    }
    const counts = countKinds(runs, temporal.api.enums.v1.EventType);
    const own = [...counts].filter(([kind, count]) => kind !== practiceOnly && count > 0);
    const events = own.reduce((sum, [, count]) => sum + count, 0);
    const bytes = runs.reduce((sum, history) => sum + History.encode(history).finish().length, 0);
    const [longest] = [...runs].sort((one, other) => other.events.length - one.events.length);
    const codePath = path.join(root, 'dist', 'workflow-bundle.js');
    const workflowBundle = { codePath };
    const replay = (history) =>
      timed(() => Worker.runReplayHistory({ workflowBundle, dataConverter }, history, workflowId));
    const [started] = [...runs].sort((one, other) => one.events.length - other.events.length);
    await replay(started);
    const took = { short: [], long: [] };
    for (let round = 0; round < rounds; round += 1) {
      took.short.push(await replay(started));
      took.long.push(await replay(longest));
    }
    const [shortMs, longMs] = [median(took.short), median(took.long)];
    const ratio = median(took.long.map((ms, round) => ms / took.short[round]));
    return [
      ['the bundle of workflows', `${(statSync(codePath).size / 1024).toFixed(0)} KB`, '', ''],
      [
        'events of a whole case, all runs',
        `${events}`,
        '',
        `${runs.length} runs, the longest of ${longest.events.length} events; and ${counts.get(practiceOnly)} of ${practiceOnly}, which no other case has`,
      ],
      ['what they are', own.map(([kind, count]) => `${kind} ${count}`).join(', '), '', ''],
      ['bytes of a whole case, all runs', `${(bytes / 1024).toFixed(0)} KB`, '', 'as Temporal stores them, encrypted'],
      [
        'replaying its longest run',
        `${longMs.toFixed(0)} ms`,
        `${ratio.toFixed(2)} times`,
        `replaying its shortest run, of ${started.events.length} events: ${shortMs.toFixed(0)} ms`,
      ],
    ];
  } finally {
    await connection.close();
  }
}

async function references({ url, token }) {
  const response = await fetch(`${url}/api/cases?limit=100`, { headers: { authorization: `Bearer ${token}` } });
  const { cases } = await response.json();
  return cases.map(({ reference }) => reference);
}
