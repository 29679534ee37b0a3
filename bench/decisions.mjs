import { createRequire } from 'node:module';
import { bareCases } from './bare-cases.mjs';
import { eachOf, inTurns, ratio } from './figures.mjs';
import { compiled } from '../scripts/compiled.mjs';

/*
 * Decisions through the API, recorded, beside a bare update of a trivial workflow and the same update asked for through
 * an empty Express handler. Each caller has a case, or a bare workflow, of its own. The callers are in this process; the
 * handler and its worker are in one, as ours are.
 */
const rounds = 5;
const callersAtOnce = [1, 8, 32, 64];
const most = Math.max(...callersAtOnce);
const require = createRequire(import.meta.url);

/** @import { Ask } from './installation.mjs' */
/** @import { Measured, Row } from './figures.mjs' */

/**
 * Returns the rows about decisions, and about opening cases.
 *
 * @param {{ root: string, address: string, ask: Ask, notification: (n: number) => object }} options
 */
export async function measureDecisions({ root, address, ask, notification }) {
  /** @type {typeof import('@temporalio/client')} */
  const { Client, Connection } = require('@temporalio/client');
  const { keptWarm } = compiled('src/temporal/case-worker.js');
  const connection = await Connection.connect({ address });
  const bare = bareCases({ root, address, keptWarm, client: new Client({ connection }) });
  /** @type {string[]} */
  const opened = [];
  /** @type {string[]} */
  const answering = [];
  try {
    await bare.beginWork();
    const open = async () => {
      /** @type {{ reference: string }} */
      const { reference } = await ask('POST', '/api/notifications', notification(opened.length));
      opened.push(reference);
    };
    const start = async () => answering.push(await bare.startAnswering());
    const starts = await inTurns(3, {
      bare: { callers: 8, times: 40, act: start },
      ours: { callers: 8, times: 40, act: open },
    });
    while (opened.length < most) await open();
    while (answering.length < most) await start();
    /** @param {number} caller */
    const note = (caller) => ask('POST', `/api/cases/${opened[caller]}/decisions/addNote`, { note: 'A note.' });
    /** @param {number} caller */
    const update = (caller) => bare.answer(answering[caller] ?? '');
    /** @param {number} caller */
    const express = (caller) => bare.answerByExpress(answering[caller] ?? '');
    // The first of each finds connections unmade and code that has not run yet.
    await eachOf([...Array(most).keys()], 8, (caller) => Promise.all([note(caller), express(caller)]));
    const [ourStarts, bareStarts] = [starts('ours'), starts('bare')];
    /** @type {Row[]} */
    const rows = [
      [
        'opening cases through the API, 8 callers',
        `${ourStarts.aSecond.toFixed(0)} a second`,
        `${ratio(ourStarts, bareStarts, 'aSecond').toFixed(2)} of`,
        `starts of a bare workflow: ${bareStarts.aSecond.toFixed(0)} a second`,
      ],
    ];
    for (const callers of callersAtOnce) {
      const times = Math.max(40, callers * 3);
      const found = await inTurns(rounds, {
        updates: { callers, times, act: update },
        empty: { callers, times, act: express },
        ours: { callers, times, act: note },
      });
      const [updates, empty, ours] = [found('updates'), found('empty'), found('ours')];
      /** @param {Measured} one */
      const said = (one) =>
        `${one.aSecond.toFixed(0)} a second, p50 ${one.p50.toFixed(0)} ms, p99 ${one.p99.toFixed(0)} ms`;
      rows.push([
        `decisions through the API, recorded, ${callers} caller${callers === 1 ? '' : 's'}`,
        said(ours),
        `${ratio(ours, empty, 'aSecond').toFixed(2)} of the throughput, ${ratio(ours, empty, 'p50').toFixed(2)} times the p50 of`,
        `an empty Express handler’s updates: ${said(empty)}; bare updates: ${said(updates)}`,
      ]);
    }
    return rows;
  } finally {
    await bare.endWork();
    await connection.close();
  }
}
