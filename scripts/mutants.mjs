import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, Problem, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';
import { testRecords } from './test.mjs';

/*
 * Changes the rules one small change at a time and runs the tests of the rules for each (Stryker): a change that no
 * test notices is a survivor. Run by hand: npm run mutants [-- FILE…]. Writes tests/mutants/report.md.
 */

const procedure = 'src/procedure';
const decisions = readdirSync(path.join(root, procedure, 'decisions')).map((file) => `${procedure}/decisions/${file}`);
const rules = [
  'dates/steps',
  'dates/plan',
  'dates/clocks',
  'dates/conflicts',
  'dates/deadlines',
  'reminders/reminders',
  'case/corrections',
  'permissions',
  'time/calendar',
];
/** The files that are tried when none is named. */
const all = [...rules.map((name) => `${procedure}/${name}.ts`), ...decisions];
/** The files of what people do with cases. Each is tried when it is named: its tests need a database, and seconds each. */
const casework = readdirSync(path.join(root, 'src/casework')).map((file) => `src/casework/${file}`);
const tryable = [...all, ...casework];

const results = path.join(cache, 'mutants');
const report = path.join(root, 'tests', 'mutants', 'report.md');
/** @param {string} file */
const resultOf = (file) => path.join(results, `${file.replaceAll('/', '-')}.json`);

/** Files that share the first run of the tests, in which Stryker sees which test reaches which line. */
const filesOfRun = 5;

/**
 * True for a file whose tests need a database: what people do with cases.
 *
 * @param {string} file
 */
const needsRecords = (file) => file.startsWith('src/casework/');

/**
 * Runs the mutants of some files. Keeps the result of each in the cache, so that a run that is cut short is resumed.
 *
 * @param {string[]} files
 */
async function mutate(files) {
  const child = spawn(process.execPath, [stryker(), 'run', '--mutate', files.join(',')], {
    cwd: root,
    env: { ...process.env, TZ: 'Europe/London', CI: 'true', MUTATED: files.join(',') },
    stdio: ['ignore', 2, 2],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const written = path.join(results, 'last.json');
  if (code !== 0 || !existsSync(written))
    throw new Problem(`The mutants of ${files.join(', ')} could not be run; the lines above say why.`);
  const found = JSON.parse(readFileSync(written, 'utf8'));
  for (const file of files)
    writeFileSync(resultOf(file), JSON.stringify({ ...found, files: { [file]: found.files[file] } }));
  rmSync(written);
}

const stryker = () => path.join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

/** @import { schema } from '@stryker-mutator/api/core' */

/**
 * Counts of the mutants of a file.
 *
 * @typedef {{ file: string, noticed: number, survivors: schema.MutantResult[], share: number }} Figures
 */

/**
 * Counts the mutants of a file. Those that the tests noticed failed a test or ran for ever.
 *
 * @param {string} file
 * @returns {Figures}
 */
function figuresOf(file) {
  /** @type {schema.MutationTestResult} */
  const { files } = JSON.parse(readFileSync(resultOf(file), 'utf8'));
  const mutants = Object.values(files).flatMap((one) => one.mutants);
  /** @type {(...statuses: schema.MutantStatus[]) => schema.MutantResult[]} */
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status));
  const survivors = of('Survived', 'NoCoverage');
  const noticed = of('Killed', 'Timeout').length;
  return { file, noticed, survivors, share: survivors.length / Math.max(1, noticed + survivors.length) };
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** @param {Figures} figures */
const rowOf = ({ file, noticed, survivors, share }) =>
  `| ${file} | ${noticed + survivors.length} | ${survivors.length} | ${percent(share)} |`;

/** @param {Figures} figures */
const survivorsOf = ({ file, survivors }) =>
  survivors.map(
    ({ location, mutatorName, replacement }) =>
      `- ${file}:${location.start.line} ${mutatorName}: \`${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}\``,
  );

/** Writes the report. A file that has no result in the cache of this machine keeps the lines that it has there. */
function write() {
  const before = existsSync(report) ? readFileSync(report, 'utf8').split('\n') : [];
  const found = tryable.map((file) => {
    if (!existsSync(resultOf(file)))
      return {
        rows: before.filter((line) => line.startsWith(`| ${file} |`)),
        left: before.filter((line) => line.startsWith(`- ${file}:`)),
      };
    const figures = figuresOf(file);
    return { rows: [rowOf(figures)], left: survivorsOf(figures) };
  });
  const untried = tryable.filter((_, at) => found[at]?.rows.length === 0);
  const lines = [
    ...['# Mutants of the rules', '', 'Written by `npm run mutants`. Why a survivor may stay: `survivors.md`.', ''],
    ...['| file | mutants | survivors | share |', '| --- | --- | --- | --- |', ...found.flatMap(({ rows }) => rows)],
    ...(untried.length > 0 ? ['', `Not tried yet: ${untried.join(', ')}.`] : []),
    ...['', '## Survivors', '', ...found.flatMap(({ left }) => left), ''],
  ];
  mkdirSync(path.dirname(report), { recursive: true });
  writeFileSync(report, lines.join('\n'));
}

/** @param {string[]} files */
function inGroups(files) {
  /** @type {string[][]} */
  const groups = [];
  for (let at = 0; at < files.length; at += filesOfRun) groups.push(files.slice(at, at + filesOfRun));
  return groups;
}

/** @param {string[]} together */
async function mutateAndSay(together) {
  const startedAt = Date.now();
  await mutate(together);
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  say(`${together.length} files in ${minutes} min.`);
  for (const { file, noticed, survivors, share } of together.map(figuresOf))
    say(`${file}: ${survivors.length} of ${noticed + survivors.length} survived (${percent(share)}).`);
}

await run(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((file) => !existsSync(path.join(root, file)));
  if (unknown !== undefined) throw new Problem(`There is no file ${unknown}. Name files such as ${all[0]}.`);
  await ensureDependencies();
  mkdirSync(results, { recursive: true });
  const files = named.length > 0 ? named : all;
  const [onRecords, ofRules] = [files.filter(needsRecords), files.filter((file) => !needsRecords(file))];
  for (const together of inGroups(ofRules)) await mutateAndSay(together);
  if (onRecords.length > 0) {
    await ensureBuilt();
    const dataDir = mkdtempSync(path.join(cache, 'mutants-records-'));
    const server = await testRecords(dataDir);
    try {
      for (const together of inGroups(onRecords)) await mutateAndSay(together);
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  write();
});
