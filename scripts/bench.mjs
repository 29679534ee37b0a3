import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
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
const onFewCases = /** @type {const} */ (['pages', 'decisions', 'history']);
const onManyCases = /** @type {const} */ (['at-rest', 'monday']);
/** @type {string[]} */
const parts = ['start', 'calendar', ...onFewCases, ...onManyCases];
const reportFile = path.join(root, 'bench', 'report.md');
const token = 'a-token-that-is-for-the-bench-only';

const require = createRequire(import.meta.url);

/** @import { Row } from '../bench/figures.mjs' */
/** @import { Ask } from '../bench/installation.mjs' */

/**
 * Measures a part, puts its rows into the report, and writes the report.
 *
 * @typedef {(part: string, rowsOf: () => Promise<Row[]>) => Promise<void>} Measured
 */

/** @param {string[]} given */
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
  const sizes = { cases: sizeOf('cases', values.cases), reminders: sizeOf('reminders', values.reminders) };
  await ensureDependencies();
  await ensureBuilt();
  const chapters = readReport();
  /** @type {Measured} */
  const measured = async (part, rowsOf) => {
    say(`Measuring: ${part}.`);
    chapters.set(part, await rowsOf());
    writeReport(chapters);
  };
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
  const few = onFewCases.filter((part) => wanted.includes(part));
  if (few.length > 0) await measureOnFewCases(few, { measured, profileTo });
  const many = onManyCases.filter((part) => wanted.includes(part));
  if (many.length > 0) await measureOnManyCases(many, { measured, sizes, profileTo });
  say(readFileSync(reportFile, 'utf8'));
});

/** @type {(name: string, given: string) => number} */
function sizeOf(name, given) {
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > 50_000)
    throw new Problem(`--${name} is a number from 1 to 50000, and not ${given}.`);
  return size;
}

/**
 * Measures parts of an installation that has only the cases which they open.
 *
 * @param {(typeof onFewCases)[number][]} wanted
 * @param {{ measured: Measured, profileTo: string | undefined }} options
 */
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

/**
 * Measures parts of an installation with many cases open in it.
 *
 * @param {(typeof onManyCases)[number][]} wanted
 * @param {{ measured: Measured, sizes: { cases: number, reminders: number }, profileTo: string | undefined }} options
 */
async function measureOnManyCases(wanted, { measured, sizes, profileTo }) {
  const { startRelay } = await import('../bench/relay.mjs');
  const { standingInstallation } = await import('../bench/standing.mjs');
  const { measureAtRest } = await import('../bench/at-rest.mjs');
  const { measureMonday } = await import('../bench/monday.mjs');
  const relay = await startRelay();
  const standing = await standingInstallation({ root, token, say, relay, profileTo, cases: sizes.cases });
  try {
    const measure = {
      'at-rest': () => measureAtRest(standing, sizes),
      monday: () => measureMonday(standing, { ask: caller(standing.url), relay, say, ...sizes }),
    };
    for (const part of wanted) await measured(part, measure[part]);
  } finally {
    await standing.remove();
    await relay.stop();
  }
}

/**
 * Returns a function for each part, which measures it.
 *
 * @param {{ root: string, token: string, url: string, address: string, dataDir: string, databaseUrl: string }} at
 */
function measures(at) {
  const ask = caller(at.url);
  return {
    async pages() {
      const { preparePages, measurePages } = await import('../bench/pages.mjs');
      return measurePages(at.url, await preparePages({ ...at, ask, notification }));
    },
    async decisions() {
      const { measureDecisions } = await import('../bench/decisions.mjs');
      return measureDecisions({ ...at, ask, notification: (n) => notification(n + 2) });
    },
    async history() {
      const { measureHistory } = await import('../bench/history.mjs');
      const { dataConverterIn } = await import('../bench/installation.mjs');
      return measureHistory({ ...at, dataConverter: dataConverterIn(at.dataDir) });
    },
  };
}

/** Reads the report's chapters: the rows of each part that was measured at some time. */
function readReport() {
  /** @type {Map<string, Row[]>} */
  const chapters = new Map();
  const text = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : '';
  for (const chapter of text.split(/^## /m).slice(1)) {
    const [title = '', ...lines] = chapter.split('\n');
    const rows = lines.filter((line) => line.startsWith('|')).slice(2);
    /** @param {string} line */
    const cells = (line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    chapters.set(title.trim(), rows.map(cells));
  }
  return chapters;
}

/** @param {Map<string, Row[]>} chapters */
function writeReport(chapters) {
  /** @param {Row[]} rows */
  const table = (rows) =>
    [
      '| what | figure | to its yardstick | yardstick of the same run |',
      '|---|---|---|---|',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n');
  const written = parts
    .filter((part) => chapters.has(part))
    .map((part) => `## ${part}\n\n${table(chapters.get(part) ?? [])}\n`);
  const head = '# Bench\n\nMedians of rounds taken in turns; only ratios compare between machines. `npm run bench`.\n';
  writeFileSync(reportFile, [head, ...written].join('\n'));
}

/**
 * Returns a function that asks the installation as the Business Manager, each time with another key.
 *
 * @param {string} url
 * @returns {Ask}
 */
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
    const answer = JSON.parse(await response.text());
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
}

/**
 * Returns a notification about another child each time: cases that look alike point at each other, and real ones seldom
 * do.
 *
 * @param {number} n
 */
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
