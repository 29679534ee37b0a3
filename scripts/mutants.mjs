import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, Problem, root, run, say } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

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
const all = [...rules.map((name) => `${procedure}/${name}.ts`), ...decisions];

const results = path.join(cache, 'mutants');
const report = path.join(root, 'tests', 'mutants', 'report.md');
const resultOf = (file) => path.join(results, `${file.replaceAll('/', '-')}.json`);

/** Files that share the first run of the tests, in which Stryker sees which test reaches which line. */
const filesOfRun = 5;

/** Runs the mutants of some files. Keeps the result of each in the cache, so that a run that is cut short is resumed. */
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

/** Counts the mutants of a file. Those that the tests noticed failed a test or ran for ever. */
function figuresOf(file) {
  const { files } = JSON.parse(readFileSync(resultOf(file), 'utf8'));
  const mutants = Object.values(files).flatMap((one) => one.mutants);
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status));
  const survivors = of('Survived', 'NoCoverage');
  const noticed = of('Killed', 'Timeout').length;
  return { file, noticed, survivors, share: survivors.length / Math.max(1, noticed + survivors.length) };
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;

function write(figures) {
  const rows = figures.map(
    ({ file, noticed, survivors, share }) =>
      `| ${file} | ${noticed + survivors.length} | ${survivors.length} | ${percent(share)} |`,
  );
  const untried = all.filter((file) => !existsSync(resultOf(file)));
  const survivors = figures.flatMap(({ file, survivors: left }) =>
    left.map(
      ({ location, mutatorName, replacement }) =>
        `- ${file}:${location.start.line} ${mutatorName}: \`${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}\``,
    ),
  );
  const lines = [
    ...['# Mutants of the rules', '', 'Written by `npm run mutants`. Why a survivor may stay: `survivors.md`.', ''],
    ...['| file | mutants | survivors | share |', '| --- | --- | --- | --- |', ...rows],
    ...(untried.length > 0 ? ['', `Not tried yet: ${untried.join(', ')}.`] : []),
    ...['', '## Survivors', '', ...survivors, ''],
  ];
  mkdirSync(path.dirname(report), { recursive: true });
  writeFileSync(report, lines.join('\n'));
}

await run(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((file) => !existsSync(path.join(root, file)));
  if (unknown !== undefined) throw new Problem(`There is no file ${unknown}. Name files such as ${all[0]}.`);
  await ensureDependencies();
  mkdirSync(results, { recursive: true });
  const files = named.length > 0 ? named : all;
  for (let at = 0; at < files.length; at += filesOfRun) {
    const together = files.slice(at, at + filesOfRun);
    const startedAt = Date.now();
    await mutate(together);
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
    say(`${together.length} files in ${minutes} min.`);
    for (const { file, noticed, survivors, share } of together.map(figuresOf))
      say(`${file}: ${survivors.length} of ${noticed + survivors.length} survived (${percent(share)}).`);
  }
  write(all.filter((file) => existsSync(resultOf(file))).map(figuresOf));
});
