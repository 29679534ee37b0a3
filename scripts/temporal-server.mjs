import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cache, isStarted, Problem, root, run, say, withLock } from './project.mjs';

/*
 * Temporal's server as its image has it, with PostgreSQL, which the Temporal CLI's server knows nothing of. It is built from
 * its Go module, in about eight minutes on two processors, and once.
 *
 *   node scripts/temporal-server.mjs       builds it, and says where it is
 */

const { server: version } = JSON.parse(readFileSync(path.join(root, 'versions.json'), 'utf8')).temporalCli;
const from = 'go.temporal.io/server';
/** Programs that are built, with the names that they have in the images of docker-compose.yml. */
const programs = { server: 'temporal-server', 'tools/sql': 'temporal-sql-tool' };

/** The folder with the server, its SQL tool and the tables of every version; built where it is not there yet. */
export async function ensureTemporalServer() {
  const folder = path.join(cache, `temporal-server-${version}`);
  if (existsSync(folder)) return folder;
  return withLock('temporal-server', async () => {
    if (!existsSync(folder)) await buildInto(folder);
    return folder;
  });
}

/** @param {string} folder */
async function buildInto(folder) {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
    throw new Problem(
      `Temporal's server ${version} with PostgreSQL is built from its Go module, and there is no Go here. Install Go (https://go.dev/doc/install), or leave the option out: all else runs on the Temporal CLI's server.`,
    );
  }
  say(`Building Temporal's server ${version}. This takes about eight minutes on two processors, and is done once.`);
  const startedAt = Date.now();
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'building-'));
  try {
    const whole = path.join(work, 'whole');
    mkdirSync(whole);
    for (const [source, name] of Object.entries(programs)) {
      await go(['install', `${from}/cmd/${source}@v${version}`], { work });
      renameSync(path.join(work, 'bin', path.basename(source)), path.join(whole, name));
    }
    const module = await go(['mod', 'download', '-json', `${from}@v${version}`], { work });
    copyFiles(path.join(JSON.parse(module).Dir, 'schema', 'postgresql'), path.join(whole, 'schema', 'postgresql'));
    renameSync(whole, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`It is in ${path.relative(root, folder)} (${Math.round((Date.now() - startedAt) / 60_000)} min).`);
}

/**
 * Copies files out of Go's module cache, which may be cleared at any time. The cache's folders are read-only, so the
 * files alone are copied, into folders that can be removed again.
 *
 * @param {string} source
 * @param {string} target
 */
function copyFiles(source, target) {
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const copy = path.join(target, path.relative(source, file));
    mkdirSync(path.dirname(copy), { recursive: true });
    writeFileSync(copy, readFileSync(file));
  }
}

/**
 * Runs Go outside of any module, and answers what it printed.
 *
 * @param {string[]} args
 * @param {{ work: string }} options
 */
async function go(args, { work }) {
  const env = { ...process.env, GOBIN: path.join(work, 'bin') };
  const child = spawn('go', args, { cwd: work, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (some) => (printed += some));
  const [code] = await once(child, 'close');
  if (code === 0) return printed;
  throw new Problem(
    `Temporal's server could not be built: "go ${args.join(' ')}" failed, and the lines above say why. Where they speak of a version, a newer Go is needed.`,
  );
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    process.stdout.write(`${await ensureTemporalServer()}\n`);
  });
}
