import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { eachOf } from './figures.mjs';
import { residentKb } from './processes.mjs';

/* The yardsticks, on the same server: workflows of one timer and one activity each, and such as answer an update. */
const require = createRequire(import.meta.url);

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Client, HistoryAndWorkflowId } from '@temporalio/client' */

/**
 * The yardstick's workflows, on a server.
 *
 * @typedef {ReturnType<typeof bareCases>} BareCases
 */

/**
 * The messages of their worker: where it answers, and when the last of the expected activities has run.
 *
 * @typedef {{ ready?: string, doneAt?: number }} Told
 */

/**
 * Returns the yardstick on a server. Its worker is in a process of its own, as ours is.
 *
 * @param {{ root: string, client: Client, address: string, keptWarm: number }} options
 */
export function bareCases({ root, client, address, keptWarm }) {
  /** @type {ChildProcess | undefined} */
  let worker;
  let url = '';
  let started = 0;

  const running = () => {
    if (worker === undefined) throw new Error('The worker of the bare workflows does not run.');
    return worker;
  };

  /**
   * Waits for what the worker says. Nobody need wait for the promise yet: that it is rejected then is no fault.
   *
   * @template Value
   * @param {(told: Told) => Value | undefined} pick
   * @returns {Promise<Value>}
   */
  const told = (pick) => {
    const child = running();
    /** @type {Promise<Value>} */
    const value = new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('The worker of the bare workflows has ended.')));
      child.on('message', (/** @type {Told} */ message) => {
        const picked = pick(message);
        if (picked !== undefined) resolve(picked);
      });
    });
    value.catch(() => undefined);
    return value;
  };

  async function beginWork() {
    const begun = fork(fileURLToPath(new URL('bare-worker.mjs', import.meta.url)), [root, address, String(keptWarm)]);
    worker = begun;
    process.once('exit', () => begun.kill());
    url = await told(({ ready }) => ready);
  }

  /** Before the server stops, which a worker would go on looking for. */
  async function endWork() {
    if (worker === undefined) return;
    const ended = once(worker, 'exit');
    worker.send({ stop: true });
    await ended;
    worker = undefined;
  }

  /**
   * Starts so many that are due at a moment, and waits until each has set its timer.
   *
   * @param {number} count
   * @param {number} dueAt
   */
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
    residentKb: () => residentKb(running().pid),
    /** Starts one that answers, and says which. */
    async startAnswering() {
      const workflowId = `bare-${(started += 1)}`;
      await client.workflow.start('bare', { taskQueue: 'bare', workflowId });
      return workflowId;
    },
    /** @param {string} workflowId */
    answer: (workflowId) => client.workflow.getHandle(workflowId).executeUpdate('answer'),
    /**
     * Asks the same through the empty handler.
     *
     * @param {string} workflowId
     */
    async answerByExpress(workflowId) {
      const response = await fetch(`${url}/${workflowId}`, { method: 'POST' });
      if (!response.ok) throw new Error(`The empty handler answered ${response.status}.`);
      return response.json();
    },
    /**
     * Resolves when the last of those that are due has run its activity, with the moment. Ask before they are due.
     *
     * @param {number} count
     */
    allDone(count) {
      const done = told(({ doneAt }) => doneAt);
      running().send({ expect: count });
      return done;
    },
    /** @param {number} count */
    async histories(count) {
      const ids = Array.from({ length: count }, (_nothing, at) => `bare-reminder-${at + 1}`);
      /** @type {HistoryAndWorkflowId[]} */
      const histories = [];
      await eachOf(ids, 16, async (workflowId) => {
        histories.push({ workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() });
      });
      return histories;
    },
    bundle() {
      /** @type {typeof import('@temporalio/worker')} */
      const { DefaultLogger, bundleWorkflowCode } = require('@temporalio/worker');
      const workflowsPath = fileURLToPath(new URL('bare-workflow.cjs', import.meta.url));
      return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
    },
  };
}

/** Length of a run's history, in events, once its first task has set its timer; a shorter history has no timer yet. */
const withTimer = 5;

/**
 * Waits until the last workflows have set their timers; the others, which were started before them, have too.
 *
 * @param {Client} client
 * @param {readonly string[]} ids
 */
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
