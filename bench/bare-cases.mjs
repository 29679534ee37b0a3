import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { eachOf } from './figures.mjs';
import { residentKb } from './processes.mjs';

/* The yardsticks, on the same server: workflows of one timer and one activity each, and such as answer an update. */
const require = createRequire(import.meta.url);

/** The yardstick on a server: its worker is in a process of its own, as ours is. */
export function bareCases({ root, client, keptWarm }) {
  const { address } = client.connection.options;
  let worker;
  let url;
  let started = 0;

  const told = (what) => {
    const { promise, resolve, reject } = waited();
    worker.once('exit', () => reject(new Error('The worker of the bare workflows has ended.')));
    worker.on('message', (message) => message[what] !== undefined && resolve(message[what]));
    return promise;
  };

  async function beginWork() {
    worker = fork(fileURLToPath(new URL('bare-worker.mjs', import.meta.url)), [root, address, String(keptWarm)]);
    const begun = worker;
    process.once('exit', () => begun.kill());
    url = await told('ready');
  }

  /** Before the server stops, which a worker would go on looking for. */
  async function endWork() {
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.send({ stop: true });
    await ended;
    worker = undefined;
  }

  /** Starts so many that are due at a moment, and waits until each has set its timer. */
  async function start(count, dueAt) {
    const ids = Array.from({ length: count }, () => `bare-reminder-${(started += 1)}`);
    await eachOf(ids, 16, (workflowId) =>
      client.workflow.start('bareReminder', { taskQueue: 'bare', workflowId, args: [dueAt] }),
    );
    await untilAtRest(client, ids);
  }

  return {
    beginWork,
    endWork,
    start,
    residentKb: () => residentKb(worker.pid),
    /** Starts one that answers, and says which. */
    async startAnswering() {
      const workflowId = `bare-${(started += 1)}`;
      await client.workflow.start('bare', { taskQueue: 'bare', workflowId });
      return workflowId;
    },
    answer: (workflowId) => client.workflow.getHandle(workflowId).executeUpdate('answer'),
    /** The same, asked through the empty handler. */
    async answerByExpress(workflowId) {
      const response = await fetch(`${url}/${workflowId}`, { method: 'POST' });
      if (!response.ok) throw new Error(`The empty handler answered ${response.status}.`);
      return response.json();
    },
    /** When the last of those that are due has run its activity; asked for before they are due. */
    allDone(count) {
      const done = told('doneAt');
      worker.send({ expect: count });
      return done;
    },
    async histories(count) {
      const ids = Array.from({ length: count }, (_nothing, at) => `bare-reminder-${at + 1}`);
      const histories = [];
      await eachOf(ids, 16, async (workflowId) => {
        histories.push({ workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() });
      });
      return histories;
    },
    bundle() {
      const { DefaultLogger, bundleWorkflowCode } = require('@temporalio/worker');
      const workflowsPath = fileURLToPath(new URL('bare-workflow.cjs', import.meta.url));
      return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
    },
  };
}

/** A promise that nobody need wait for yet: that it is rejected then is no fault. */
function waited() {
  let settle = {};
  const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
  promise.catch(() => undefined);
  return { promise, ...settle };
}

/** Length of a run's history, in events, once its first task has set its timer; a shorter history has no timer yet. */
const withTimer = 5;

/** Waits until the last workflows have set their timers; the others, which were started before them, have too. */
export async function untilAtRest(client, ids) {
  const last = ids.slice(-50);
  for (;;) {
    const lengths = await Promise.all(
      last.map(async (id) => (await client.workflow.getHandle(id).describe()).historyLength),
    );
    if (lengths.every((length) => length >= withTimer)) return;
    await pause(500);
  }
}
