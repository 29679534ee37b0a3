import { createRequire } from 'node:module';
import path from 'node:path';
import { inTurns, ratio } from './figures.mjs';

/*
 * Decisions through the API, recorded, beside a bare update of a trivial workflow and the same update asked for through
 * an empty Express handler. Each caller has a case, or a bare workflow, of its own; the worker of the bare ones, like
 * ours, is in the process that answers.
 */
const rounds = 5;
const callersAtOnce = [1, 8, 32, 64];
const most = Math.max(...callersAtOnce);
const require = createRequire(import.meta.url);

/** The rows about decisions, and about opening cases. */
export async function measureDecisions({ root, address, ask, notification }) {
  const bare = await bareWorkflows({ root, address });
  const opened = [];
  try {
    const open = async () =>
      opened.push((await ask('POST', '/api/notifications', notification(opened.length))).reference);
    const starts = await inTurns(3, {
      bare: { callers: 8, times: 40, act: bare.start },
      ours: { callers: 8, times: 40, act: open },
    });
    while (opened.length < most) await open();
    await bare.ready(most);
    const note = (caller) => ask('POST', `/api/cases/${opened[caller]}/decisions/addNote`, { note: 'A note.' });
    for (let caller = 0; caller < most; caller += 8)
      await Promise.all(
        Array.from({ length: 8 }, (_nothing, at) => Promise.all([note(caller + at), bare.express(caller + at)])),
      );
    const rows = [
      [
        'opening cases through the API, 8 callers',
        `${starts.ours.aSecond.toFixed(0)} a second`,
        `${ratio(starts.ours, starts.bare, 'aSecond').toFixed(2)} of`,
        `starts of a bare workflow: ${starts.bare.aSecond.toFixed(0)} a second`,
      ],
    ];
    for (const callers of callersAtOnce) {
      const times = Math.max(40, callers * 3);
      const { update, express, ours } = await inTurns(rounds, {
        update: { callers, times, act: bare.update },
        express: { callers, times, act: bare.express },
        ours: { callers, times, act: note },
      });
      const said = (one) =>
        `${one.aSecond.toFixed(0)} a second, p50 ${one.p50.toFixed(0)} ms, p99 ${one.p99.toFixed(0)} ms`;
      rows.push([
        `decisions through the API, recorded, ${callers} caller${callers === 1 ? '' : 's'}`,
        said(ours),
        `${ratio(ours, express, 'aSecond').toFixed(2)} of the throughput, ${ratio(ours, express, 'p50').toFixed(2)} times the p50 of`,
        `an empty Express handler’s updates: ${said(express)}; bare updates: ${said(update)}`,
      ]);
    }
    return rows;
  } finally {
    await bare.stop();
  }
}

/** Workflows that do nothing but answer, their worker, and a server that asks them. */
async function bareWorkflows({ root, address }) {
  const { Client, Connection } = require('@temporalio/client');
  const { NativeConnection, Worker, bundleWorkflowCode, DefaultLogger } = require('@temporalio/worker');
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const native = await NativeConnection.connect({ address });
  const logger = new DefaultLogger('WARN');
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'bench', 'bare-workflow.cjs'),
    logger,
  });
  const worker = await Worker.create({
    connection: native,
    taskQueue: 'bare',
    workflowBundle,
    activities: { nothing: async () => undefined },
  });
  const running = worker.run();
  const handles = [];
  const start = async () => {
    const workflowId = `bare-${handles.length}-${performance.now()}`;
    handles.push(await client.workflow.start('bare', { taskQueue: 'bare', workflowId }));
  };
  const update = (caller) => handles[caller].executeUpdate('answer', { args: [] });
  const app = require('express')();
  app.post('/:caller', async (request, response) => {
    response.json({ answered: await update(Number(request.params.caller)) });
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    start,
    update,
    async ready(count) {
      while (handles.length < count) await start();
    },
    async express(caller) {
      const response = await fetch(`${url}/${caller}`, { method: 'POST' });
      if (!response.ok) throw new Error(`The empty handler answered ${response.status}.`);
      return response.json();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}
