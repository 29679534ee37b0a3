import { execFileSync, spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import { OwnInstallation } from './own-installation.mjs';
import { compiled } from './compiled.mjs';
import { Problem, root, run, say } from './project.mjs';
import { readDirectory } from './rehearsal.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * Saves what this release leaves behind: the data folder of an installation that was stopped cleanly (records,
 * Temporal's database and keys) with cases at every stage, and a backup of its records. Every later release opens both:
 * see tests/upgrades/left-behind.test.ts.
 */

/** Limits the cases that go along at the same time. */
const atATime = 4;
/** The largest folder that is kept in the repository, in bytes. */
const largest = 10 * 1024 * 1024;

/** @import { Refused } from '../tools/rehearsal/caller.js' */
/** @import { CatalogueEntry } from '../tools/rehearsal/play.js' */
/** @import { Path } from '../tools/rehearsal/script.js' */
/** @import { RehearsedCase } from '../tools/rehearsal/situation.js' */

/**
 * Shares of the decisions that a case takes on each other way. Ways that differ from another too late are left out.
 *
 * @type {Record<string, number | undefined>}
 */
const shares = {
  'not-proceeding': 1,
  'practice-learning-review': 0.7,
  'panel-disagrees': 0.5,
  'held-for-trial': 0.75,
  'missed-deadlines': 0.3,
  'not-published': 0.93,
};

/**
 * Lists where cases are left: before the first decision of each step of the straight way, where that is more than one
 * decision further on, and late on the other ways.
 *
 * @param {readonly Path[]} paths
 * @param {(decision: string) => string | null} stepOf
 */
function stops(paths, stepOf) {
  const [straight, ...others] = paths;
  if (straight === undefined) throw new Problem('There is no way to go.');
  const seen = new Set();
  let before = -2;
  const ofStraight = straight.script.flatMap(({ decision }, nth) => {
    const step = stepOf(decision);
    if (step === null || seen.has(step)) return [];
    seen.add(step);
    if (nth - before < 2) return [];
    before = nth;
    return [{ path: straight, acts: nth }];
  });
  const late = others.flatMap((one) => {
    const share = shares[one.name];
    return share === undefined ? [] : [{ path: one, acts: Math.ceil(one.script.length * share) }];
  });
  // Adds a case on the straight path in which everything is published and one action is left.
  return [...ofStraight, { path: straight, acts: straight.script.length - 1 }, ...late];
}

/**
 * Opens cases, takes each as far as it is to go, and returns their references.
 *
 * @param {OwnInstallation} own
 */
async function leaveCases(own) {
  const { callerOf } = compiled('tools/rehearsal/caller.js');
  const { paths } = compiled('tools/rehearsal/paths.js');
  const { leaveAt } = compiled('tools/rehearsal/rehearse.js');
  const { notificationFor } = compiled('tools/rehearsal/notification.js');
  const { fromMillis } = compiled('src/procedure/time/dates.js');
  const caller = callerOf({ url: own.url, token: own.token });
  const sample = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'));
  const screen = { line: () => undefined, under: () => undefined, progress: () => undefined, end: () => undefined };
  const stage = { caller, links: () => [], sample, directory: readDirectory(), screen, now: Date.now };
  /** @type {{ decisions: CatalogueEntry[] }} */
  const { decisions } = await caller.get('/api/decisions');
  const waiting = stops(paths, (name) => decisions.find((one) => one.name === name)?.step ?? null);
  /** @type {string[]} */
  const left = [];
  const next = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const reference = await leaveAt(stage, one.path, one.acts);
      left.push(reference);
      say(`${reference}: ${one.path.name}, ${one.acts} of ${one.path.script.length} acts.`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, next));
  // A case that is not practice: a council's folder has those.
  const real = { ...notificationFor(sample, fromMillis(Date.now())), practice: false };
  const [by] = stage.directory.people;
  if (by === undefined) throw new Problem('The profile names nobody.');
  /** @type {Refused | { reference: string }} */
  const opened = await caller.send('/api/notifications', by.id, real);
  if ('refused' in opened) throw new Problem(`The case that is not practice was refused: ${opened.detail}`);
  left.push(opened.reference);
  return left.sort();
}

/**
 * Writes down where each case stands, which the tests of later releases compare.
 *
 * @param {OwnInstallation} own
 * @param {string[]} references
 */
async function whereTheyStand(own, references) {
  const { callerOf } = compiled('tools/rehearsal/caller.js');
  const caller = callerOf({ url: own.url, token: own.token });
  /** @type {Record<string, object>} */
  const cases = {};
  for (const reference of references) {
    /** @type {RehearsedCase} */
    const { stage, closedOn, practice, asOf, steps } = await caller.get(`/api/cases/${reference}`);
    /** @type {{ events: object[] }} */
    const { events } = await caller.get(`/api/cases/${reference}/events?limit=500`);
    const open = steps.filter(({ status }) => status === 'open').map(({ id }) => id);
    cases[reference] = { stage, closedOn, practice, asOf, open, entries: events.length };
  }
  return cases;
}

/**
 * Removes the segments of PostgreSQL's log that a database which was shut down no longer reads: all but the one written
 * last, which has the shutdown's checkpoint. They would be most of the folder.
 *
 * @param {string} dataDir
 */
function leaveOutOldLog(dataDir) {
  const folder = path.join(dataDir, 'records', 'db', 'pg_wal');
  const segments = readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .map((name) => ({ file: path.join(folder, name), at: statSync(path.join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { file } of segments.slice(1)) rmSync(file);
}

/**
 * @param {string} folder
 * @param {string} file
 */
async function compress(folder, file) {
  const tar = spawn('tar', ['--create', '--directory', folder, '--exclude=./run', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => tar.once('exit', resolve));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  await pipeline(tar.stdout, createBrotliCompress({ params }), createWriteStream(file));
  if ((await ended) !== 0) throw new Problem(`${folder} could not be packed; the lines above say why.`);
}

async function leaveBehind() {
  await ensureDependencies();
  await ensureBuilt();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(root, 'tests', 'upgrades', 'left-behind', version);
  if (existsSync(folder))
    throw new Problem(`${folder} is there already; what a release left behind is never made anew.`);
  const own = new OwnInstallation();
  try {
    await own.start();
    const references = await leaveCases(own);
    const cases = await whereTheyStand(own, references);
    await own.stop(true);
    const backup = path.join(own.dataDir, 'backup');
    execFileSync(process.execPath, [path.join(root, 'scripts', 'backup.mjs'), backup], {
      env: { ...process.env, ...own.settings },
      stdio: ['ignore', 2, 2],
    });
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'data.tar.br');
    leaveOutOldLog(own.dataDir);
    await compress(own.dataDir, file);
    writeFileSync(path.join(folder, 'cases.json'), `${JSON.stringify(cases, undefined, 2)}\n`);
    const { size } = statSync(file);
    say(`${references.length} cases are in ${file}: ${(size / 1024 / 1024).toFixed(1)} MB.`);
    if (size > largest) throw new Problem('That is more than 10 MB.');
  } finally {
    await own.stop(false);
    if (own.dataDir !== '') rmSync(own.dataDir, { recursive: true, force: true });
  }
}

await run(leaveBehind);
