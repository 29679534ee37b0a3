import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { timed } from './figures.mjs';

/* What a whole case leaves behind in Temporal, which is what its cloud bills, and what replaying the longest run of it takes. */
const require = createRequire(import.meta.url);

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
    const events = runs.reduce((sum, { events: of }) => sum + of.length, 0);
    const bytes = runs.reduce((sum, history) => sum + History.encode(history).finish().length, 0);
    const [longest] = [...runs].sort((one, other) => other.events.length - one.events.length);
    const workflowBundle = { codePath: path.join(root, 'dist', 'workflow-bundle.js') };
    const replay = (history) =>
      timed(() => Worker.runReplayHistory({ workflowBundle, dataConverter }, history, workflowId));
    const [started] = [...runs].sort((one, other) => one.events.length - other.events.length);
    await replay(started);
    const [shortMs, longMs] = [await replay(started), await replay(longest)];
    return [
      [
        'events of a whole case, all runs',
        `${events}`,
        '',
        `${runs.length} runs, the longest of ${longest.events.length} events`,
      ],
      ['bytes of a whole case, all runs', `${(bytes / 1024).toFixed(0)} KB`, '', 'as Temporal stores them, encrypted'],
      [
        'replaying its longest run',
        `${longMs.toFixed(0)} ms`,
        `${(longMs / shortMs).toFixed(2)} times`,
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
