import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compiled } from './compiled.mjs';
import { Problem, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * Times what people wait for, each figure beside its yardstick measured in the same run on the same server, in turns
 * where it can be: only the ratios mean anything, for machines differ and are noisy. Writes bench/report.md, a chapter
 * for each part as soon as it is measured; the chapters of parts that were not asked for stay as they are.
 *
 *   npm run bench -- [part …] [--cases 10000] [--reminders 3000] [--profile folder]
 *
 * With a folder for profiles, what each installation's process does is written there (.cpuprofile), which takes time.
 */
const onFewCases = ['pages', 'decisions', 'history'];
const onManyCases = ['at-rest', 'monday'];
const parts = ['start', 'calendar', ...onFewCases, ...onManyCases];
const reportFile = path.join(root, 'bench', 'report.md');
const token = 'a-token-that-is-for-the-bench-only';

const require = createRequire(import.meta.url);

function wantedParts(given) {
  const unknown = given.filter((one) => !parts.includes(one));
  if (unknown.length > 0) throw new Problem(`There is no part ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  return given.length === 0 ? parts : parts.filter((one) => given.includes(one));
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: '10000' },
      reminders: { type: 'string', default: '3000' },
      profile: { type: 'string' },
    },
  });
  const wanted = wantedParts(positionals);
  const sizes = { cases: sizeOf(values, 'cases'), reminders: sizeOf(values, 'reminders') };
  await ensureDependencies();
  await ensureBuilt();
  const chapters = readReport();
  const measured = async (part, rowsOf) => {
    say(`Measuring: ${part}.`);
    chapters.set(part, await rowsOf());
    writeReport(chapters);
  };
  const of = (some) => some.filter((part) => wanted.includes(part));
  if (wanted.includes('start')) {
    const { measureStart } = await import('../bench/start.mjs');
    await measured('start', () => measureStart({ root, token }));
  }
  if (wanted.includes('calendar')) {
    const { measureCalendar } = await import('../bench/calendar.mjs');
    await measured('calendar', () => measureCalendar({ root, token, say, cases: sizes.cases }));
  }
  const { profile: profileTo } = values;
  // Whoever breaks it off has nothing left running; what was measured until then is in the report.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  if (of(onFewCases).length > 0) await measureOnFewCases(of(onFewCases), { measured, profileTo });
  if (of(onManyCases).length > 0) await measureOnManyCases(of(onManyCases), { measured, sizes, profileTo });
  say(readFileSync(reportFile, 'utf8'));
});

function sizeOf(values, name) {
  const size = Number(values[name]);
  if (!Number.isInteger(size) || size < 1 || size > 50_000)
    throw new Problem(`--${name} is a number from 1 to 50000, and not ${values[name]}.`);
  return size;
}

/** Measures parts of an installation that has only the cases which they open. */
async function measureOnFewCases(wanted, { measured, profileTo }) {
  const { setUpInstallation } = await import('../bench/installation.mjs');
  const installation = await setUpInstallation({ root, token, say, profileTo });
  try {
    await installation.start();
    const measure = measures({ root, token, ...installation });
    for (const part of wanted) await measured(part, measure[part]);
  } finally {
    await installation.remove();
  }
}

/** Measures parts of an installation with many cases open in it. */
async function measureOnManyCases(wanted, { measured, sizes, profileTo }) {
  const { startRelay } = await import('../bench/relay.mjs');
  const { standingInstallation } = await import('../bench/standing.mjs');
  const { measureAtRest } = await import('../bench/at-rest.mjs');
  const { measureMonday } = await import('../bench/monday.mjs');
  const relay = await startRelay();
  const standing = await standingInstallation({ root, token, say, relay, profileTo, cases: sizes.cases });
  try {
    const measure = {
      'at-rest': () => measureAtRest(standing, { root, ...sizes }),
      monday: () => measureMonday(standing, { ask: caller(standing.url), relay, say, ...sizes }),
    };
    for (const part of wanted) await measured(part, measure[part]);
  } finally {
    await standing.remove();
    await relay.stop();
  }
}

/** Returns a function for each part, which measures it. */
function measures(at) {
  const ask = caller(at.url);
  return {
    async pages() {
      const { fillRecords, measurePages } = await import('../bench/pages.mjs');
      await ask('POST', '/api/notifications', notification(0));
      return measurePages({ ...at, reference: await fillRecords(at.databaseUrl) });
    },
    async decisions() {
      const { measureDecisions } = await import('../bench/decisions.mjs');
      return measureDecisions({ ...at, ask, notification: (n) => notification(n + 1) });
    },
    async history() {
      const { measureHistory } = await import('../bench/history.mjs');
      const text = readFileSync(path.join(at.dataDir, 'payload-keys'), 'utf8');
      const { keys } = compiled('src/security/payload-keys.js').readPayloadKeys(text);
      return measureHistory({
        ...at,
        dataConverter: compiled('src/temporal/data-converter.js').dataConverterOf({ keys }),
      });
    },
  };
}

/** The report's chapters: the rows of each part that was measured at some time. */
function readReport() {
  const chapters = new Map();
  const text = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : '';
  for (const chapter of text.split(/^## /m).slice(1)) {
    const [title, ...lines] = chapter.split('\n');
    const rows = lines.filter((line) => line.startsWith('|')).slice(2);
    const cells = (line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    chapters.set(title.trim(), rows.map(cells));
  }
  return chapters;
}

function writeReport(chapters) {
  const table = (rows) =>
    [
      '| what | figure | to its yardstick | yardstick of the same run |',
      '|---|---|---|---|',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n');
  const written = parts
    .filter((part) => chapters.has(part))
    .map((part) => `## ${part}\n\n${table(chapters.get(part))}\n`);
  const head = '# Bench\n\nMedians of rounds taken in turns; only ratios compare between machines. `npm run bench`.\n';
  writeFileSync(reportFile, [head, ...written].join('\n'));
}

function caller(url) {
  let count = 0;
  return async (method, route, body) => {
    count += 1;
    const response = await fetch(`${url}${route}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-acting-as': 'P01',
        'idempotency-key': `bench-${process.pid}-${performance.now()}-${count}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
}

/** A notification about another child each time: cases that look alike point at each other, and real ones seldom do. */
function notification(n) {
  const today = new Date().toISOString().slice(0, 10);
  const sample = require(path.join(root, 'samples', 'notification.json'));
  const letters = [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return {
    ...sample,
    children: [
      { ...sample.children[0], name: `Child${letters} Of${letters}`, dateOfBirth: `20${10 + (n % 10)}-03-09` },
    ],
    practice: true,
    incidentOn: today,
    knownAt: `${today}T00:00:00Z`,
    authorityAwareOn: today,
    receivedOn: undefined,
  };
}
