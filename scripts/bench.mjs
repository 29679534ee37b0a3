import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillRecords, isOfPages, measurePages } from '../bench/pages.mjs';
import { root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * Times what people wait for, each figure beside its yardstick measured in the same run on the same server, in turns:
 * only the ratios mean anything, for machines differ and are noisy. Writes bench/report.md; of `pages` alone, when that
 * is what was asked for, and leaves its other figures as they are.
 */
const rounds = 5;
const perRound = 40;
const pagesAlone = process.argv[2] === 'pages';
const reportFile = path.join(root, 'bench', 'report.md');

const require = createRequire(import.meta.url);
const dist = (file) => require(path.join(root, 'dist', 'src', file));

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const perSecond = (count, ms) => (count * 1000) / ms;

async function timed(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Acts one after the other, or so many at once; answers how many a second. */
async function rate(callers, act) {
  let next = 0;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: callers }, async () => {
        while (next < perRound) {
          next += 1;
          await act(next);
        }
      }),
    ),
  );
  return perSecond(perRound, ms);
}

await run(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const { freePort } = dist('processes/ports.js');
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  // Of its own, so that it can be filled; a start that brings it along takes as long as any.
  mkdirSync(`${dataDir}-records`, { mode: 0o755 });
  const postgres = await dist('records/embedded.js').startEmbeddedPostgres({ dataDir: `${dataDir}-records`, log: say });
  const token = 'a-token-for-the-bench';
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    API_TOKEN: token,
    LOG_LEVEL: 'error',
  });
  const startMs = await timed(() => dist('main.js').main());
  try {
    const url = `http://127.0.0.1:${port}`;
    // Before one case has hundreds of notes, which the copies of it would all have too.
    await caller(url)('POST', '/api/notifications', notification());
    const pages = await measurePages({ url, token, reference: await fillRecords(postgres.url) });
    const others = pagesAlone ? otherFigures() : await measure({ url, address: `127.0.0.1:${temporalPort}` });
    const report = [...others, ...pages];
    if (!pagesAlone) {
      report.unshift([
        'start to ready but for the database, dependencies and build in place',
        `${(startMs / 1000).toFixed(1)} s`,
        '',
      ]);
    }
    const table = [
      '| what | figure | yardstick of the same run |',
      '|---|---|---|',
      ...report.map((row) => `| ${row.join(' | ')} |`),
    ];
    writeFileSync(
      reportFile,
      `# Bench\n\nMedians of ${rounds} rounds taken in turns; only ratios compare between machines.\n\n${table.join('\n')}\n`,
    );
    say(table.join('\n'));
  } finally {
    process.kill(process.pid, 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await postgres.stop();
    for (const folder of [dataDir, `${dataDir}-records`]) rmSync(folder, { recursive: true, force: true });
  }
});

/** The figures of the report as it is, but for those of pages. */
function otherFigures() {
  const lines = readFileSync(reportFile, 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([name]) => !isOfPages(name));
}

async function measure({ url, address }) {
  const { Client, Connection } = require('@temporalio/client');
  const { NativeConnection, Worker, bundleWorkflowCode, Runtime } = require('@temporalio/worker');
  void Runtime;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const native = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: path.join(root, 'bench', 'bare-workflow.cjs') });
  const worker = await Worker.create({ connection: native, taskQueue: 'bare', workflowBundle });
  const running = worker.run();
  const bare = await client.workflow.start('bare', { taskQueue: 'bare', workflowId: 'bare' });
  const ask = caller(url);
  const opened = await ask('POST', '/api/notifications', notification());
  const reference = opened.reference;
  const note = () => ask('POST', `/api/cases/${reference}/decisions/addNote`, { note: 'A note.' });
  const update = () => bare.executeUpdate('answer', { args: [] });
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([update(), note()]);

  const rows = [];
  for (const callers of [1, 8]) {
    const yard = [];
    const ours = [];
    for (let round = 0; round < rounds; round += 1) {
      yard.push(await rate(callers, update));
      ours.push(await rate(callers, note));
    }
    const ratios = ours.map((one, at) => one / yard[at]);
    rows.push([
      `decisions through the API, recorded, ${callers} caller(s)`,
      `${median(ours).toFixed(0)} a second, ${median(ratios).toFixed(2)} of the yardstick`,
      `bare updates of a trivial workflow: ${median(yard).toFixed(0)} a second`,
    ]);
  }
  const reads = [];
  for (let read = 0; read < 100; read += 1) reads.push(await timed(() => ask('GET', `/api/cases/${reference}`)));
  const live = [];
  for (let read = 0; read < 100; read += 1) live.push(await timed(() => ask('GET', '/health/live')));
  rows.push([
    'reading a case',
    `${median(reads).toFixed(1)} ms`,
    `an empty answer of the same server: ${median(live).toFixed(1)} ms`,
  ]);
  worker.shutdown();
  await running;
  await native.close();
  await connection.close();
  return rows;
}

function caller(url) {
  let count = 0;
  return async (method, route, body) => {
    count += 1;
    const response = await fetch(`${url}${route}`, {
      method,
      headers: {
        authorization: 'Bearer a-token-for-the-bench',
        'x-acting-as': 'P01',
        ...(body === undefined
          ? {}
          : {
              'idempotency-key': `bench-${process.pid}-${performance.now()}-${count}`,
              'content-type': 'application/json',
            }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
}

function notification() {
  const today = new Date().toISOString().slice(0, 10);
  const sample = require(path.join(root, 'samples', 'notification.json'));
  return {
    ...sample,
    practice: true,
    incidentOn: today,
    knownAt: `${today}T00:00:00Z`,
    authorityAwareOn: today,
    receivedOn: undefined,
  };
}
