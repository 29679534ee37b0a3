import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareCases, untilAtRest } from './bare-cases.mjs';
import { timed } from './figures.mjs';
import { setUpInstallation } from './installation.mjs';
import { caseFiles, putOnRecord } from './open-cases.mjs';
import { compiled } from '../scripts/compiled.mjs';

/* An installation with many open cases at rest, and as many bare workflows beside them: two parts measure it. */
const require = createRequire(import.meta.url);
/** Until caches are written and garbage is collected. */
const settlesIn = 5_000;

/** Sets it up and fills it; what was measured on the way is in `found`. */
export async function standingInstallation({ root, token, say, cases, relay, profileTo }) {
  const environment = { SMTP_URL: relay.url, MAIL_FROM: 'Reviews <reviews@example.org>', RESTART_LOST_CASES: 'no' };
  const installation = await setUpInstallation({ root, token, say, profileTo, environment });
  const records = await compiled('src/records/records.js').openRecords({ url: installation.databaseUrl });
  const db = new (require('pg').Client)({ connectionString: installation.databaseUrl });
  await db.connect();
  const { Client, Connection } = require('@temporalio/client');
  const { keptWarm } = compiled('src/temporal/case-worker.js');
  const found = { keptWarm };
  // The first start makes the tables.
  await installation.start();
  found.emptyStopMs = await installation.stop();
  found.emptyStartMs = await installation.start();
  const connection = await Connection.connect({ address: installation.address });
  const { keys } = compiled('src/security/payload-keys.js').readPayloadKeys(
    readFileSync(path.join(installation.dataDir, 'payload-keys'), 'utf8'),
  );
  const dataConverter = compiled('src/temporal/data-converter.js').dataConverterOf({ keys });
  const client = new Client({ connection, dataConverter });
  const files = await caseFiles({ root, records });
  let filled = 0;

  /** Puts so many more on the record and starts them; answers their references. */
  async function fill(models, count) {
    const references = await putOnRecord({ root, records, db, files: models, count, from: filled });
    filled += count;
    const { startCases } = compiled('src/installation/start-cases.js');
    await startCases({ records, connection, namespace: 'default', dataConverter });
    await untilAtRest(client, references);
    return references;
  }

  say(`Loading ${cases} bare workflows and ${cases} open cases.`);
  found.emptyKb = { server: installation.serverKb(), worker: installation.workerKb() };
  // Not encrypted, as little is done for the yardstick as can be.
  const bare = bareCases({ root, keptWarm, client: new Client({ connection }) });
  await bare.beginWork();
  found.bareEmptyKb = bare.residentKb();
  found.bareLoadMs = await timed(() => bare.start(cases, Date.now() + 365 * 86_400_000));
  found.bareASecond = (cases * 1000) / found.bareLoadMs;
  await pause(settlesIn);
  found.bareKb = { server: installation.serverKb(), worker: bare.residentKb() };
  let references = [];
  found.loadMs = await timed(async () => {
    references = await fill(files.atRest(), cases);
  });
  await pause(settlesIn);
  found.kb = { server: installation.serverKb(), worker: installation.workerKb() };
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
