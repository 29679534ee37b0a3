import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { bareCases, untilAtRest } from './bare-cases.mjs';
import { timed } from './figures.mjs';
import { dataConverterIn, setUpInstallation } from './installation.mjs';
import { caseFiles, putOnRecord } from './open-cases.mjs';
import { compiled } from '../scripts/compiled.mjs';

/* An installation with many open cases at rest, and as many bare workflows beside them: two parts measure it. */
const require = createRequire(import.meta.url);
/** Until caches are written and garbage is collected. */
const settlesIn = 5_000;

/** @import { CaseFile } from '../src/procedure/case/case-file.js' */
/** @import { CaseReference } from '../src/procedure/time/time.js' */
/** @import { Say } from './figures.mjs' */

/**
 * The setting of the measurement: the installation, and how many cases are loaded.
 *
 * @typedef {object} Options
 * @property {string} root
 * @property {string} token
 * @property {Say} say
 * @property {number} cases
 * @property {{ url: string }} relay
 * @property {string | undefined} profileTo
 */

/**
 * The installation, filled.
 *
 * @typedef {Awaited<ReturnType<typeof standingInstallation>>} Standing
 */

/**
 * The figures of filling an installation.
 *
 * @typedef {Standing['found']} Found
 */

/**
 * Sets it up and fills it; what was measured on the way is in `found`.
 *
 * @param {Options} options
 */
export async function standingInstallation({ root, token, say, cases, relay, profileTo }) {
  const environment = { SMTP_URL: relay.url, MAIL_FROM: 'Reviews <reviews@example.org>', RESTART_LOST_CASES: 'no' };
  const installation = await setUpInstallation({ root, token, say, profileTo, environment });
  const records = await compiled('src/records/records.js').openRecords({ url: installation.databaseUrl });
  /** @type {typeof import('pg')} */
  const pg = require('pg');
  const db = new pg.Client({ connectionString: installation.databaseUrl });
  await db.connect();
  /** @type {typeof import('@temporalio/client')} */
  const { Client, Connection } = require('@temporalio/client');
  const { keptWarm } = compiled('src/temporal/case-worker.js');
  // The first start makes the tables.
  await installation.start();
  const emptyStopMs = await installation.stop();
  const emptyStartMs = await installation.start();
  const { address } = installation;
  const connection = await Connection.connect({ address });
  const dataConverter = dataConverterIn(installation.dataDir);
  const client = new Client({ connection, dataConverter });
  const files = await caseFiles({ root, records });
  let filled = 0;

  /**
   * Puts so many more on the record and starts them. Returns their references.
   *
   * @param {CaseFile[]} models
   * @param {number} count
   */
  async function fill(models, count) {
    const references = await putOnRecord({ records, db, files: models, count, from: filled });
    filled += count;
    const { startCases } = compiled('src/installation/start-cases.js');
    await startCases({ records, connection, namespace: 'default', dataConverter });
    await untilAtRest(client, references);
    return references;
  }

  say(`Loading ${cases} bare workflows and ${cases} open cases.`);
  const emptyKb = { server: installation.serverKb(), worker: installation.workerKb() };
  // Not encrypted, as little is done for the yardstick as can be.
  const bare = bareCases({ root, address, keptWarm, client: new Client({ connection }) });
  await bare.beginWork();
  const bareEmptyKb = bare.residentKb();
  const bareLoadMs = await timed(() => bare.start(cases, Date.now() + 365 * 86_400_000));
  const bareASecond = (cases * 1000) / bareLoadMs;
  await pause(settlesIn);
  const bareKb = { server: installation.serverKb(), worker: bare.residentKb() };
  /** @type {CaseReference[]} */
  let references = [];
  const loadMs = await timed(async () => {
    references = await fill(files.atRest(), cases);
  });
  await pause(settlesIn);
  const kb = { server: installation.serverKb(), worker: installation.workerKb() };
  const found = {
    ...{ keptWarm, emptyStopMs, emptyStartMs, emptyKb, loadMs, kb },
    ...{ bareEmptyKb, bareLoadMs, bareASecond, bareKb },
  };
  return {
    ...installation,
    found,
    records,
    db,
    client,
    dataConverter,
    bare,
    files,
    fill,
    references,
    async stop() {
      await bare.endWork();
      return installation.stop();
    },
    async start() {
      const ms = await installation.start();
      await bare.beginWork();
      return ms;
    },
    async remove() {
      await bare.endWork();
      await connection.close();
      await db.end();
      await records.close();
      await installation.remove();
    },
  };
}
