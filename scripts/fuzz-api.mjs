import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OwnInstallation } from './own-installation.mjs';
import { compiled } from './compiled.mjs';
import { Problem, cache, isStarted, root, run, say } from './project.mjs';
import { readDirectory } from './rehearsal.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/** @import { Refused } from '../tools/rehearsal/caller.js' */

/*
 * Fuzzes the API with Schemathesis, as the Business Manager on an open practice case: every answer has the status, the
 * fields and the type that the OpenAPI document says, and none is a 500. Run by hand: npm run fuzz:api [-- options of
 * `schemathesis run`].
 */

const { schemathesis } = JSON.parse(readFileSync(path.join(root, 'versions.json'), 'utf8'));

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

/** Paths that end the case or the installation's access; they are fuzzed last, on a case of their own. */
const last = '/decisions/withdrawCase$';

/** Returns the path of Schemathesis, installed into the project's cache when it is not there yet. */
function ensureSchemathesis() {
  const folder = path.join(cache, `schemathesis-${schemathesis.version}`);
  const program = path.join(folder, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  say(`Fetching Schemathesis ${schemathesis.version}.`);
  /** @type {(command: string, args: string[]) => boolean} */
  const python = (command, args) =>
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 2], timeout: 600_000 }).status === 0;
  const made = python('python3', ['-m', 'venv', folder]);
  const wanted = `${schemathesis.package}==${schemathesis.version}`;
  if (made && python(path.join(folder, 'bin', 'pip'), ['install', '--quiet', wanted])) return program;
  rmSync(folder, { recursive: true, force: true });
  throw new Problem(
    'Schemathesis could not be installed: python3 with venv and pip is needed. The lines above say why.',
  );
}

/**
 * Opens the case that is fuzzed, and returns its reference and who acts.
 *
 * @param {OwnInstallation} own
 */
async function openCase(own) {
  const { callerOf } = compiled('tools/rehearsal/caller.js');
  const { notificationFor } = compiled('tools/rehearsal/notification.js');
  const { fromMillis } = compiled('src/procedure/time/dates.js');
  const caller = callerOf({ url: own.url, token: own.token });
  const sample = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'));
  const by = readDirectory().people.find(({ roles }) => roles.includes('business-manager'))?.id;
  if (by === undefined) throw new Problem('The profile has no Business Manager.');
  /** @type {Refused | { reference: string }} */
  const opened = await caller.send('/api/notifications', by, notificationFor(sample, fromMillis(Date.now())));
  if ('refused' in opened) throw new Problem(`The case was refused: ${opened.detail}`);
  return { reference: opened.reference, by };
}

/**
 * Fuzzes the paths that pass the filter, on a case of their own. True where nothing was found.
 *
 * @param {{ program: string, own: OwnInstallation, filter: string[], extra: string[] }} options
 */
async function fuzz({ program, own, filter, extra }) {
  const { reference, by } = await openCase(own);
  const folder = path.join(cache, 'fuzz');
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'schemathesis.toml');
  const lines = [
    ...['[headers]', `Authorization = "Bearer ${own.token}"`, `X-Acting-As = "${by}"`],
    ...['[parameters]', `"path.reference" = "${reference}"`],
    // Moving a case by a year may take longer than the two minutes that it has, and is then answered as documented.
    ...['[[operations]]', 'include-path-regex = "/practice/advance$"'],
    ...['[operations.checks.not_a_server_error]', 'expected-statuses = ["2xx", "3xx", "4xx", "504"]'],
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  const args = ['--config-file', config, 'run', `${own.url}/openapi.json`, '--checks', checks.join(',')];
  const child = spawn(
    program,
    [...args, ...filter, '--generation-database', 'none', '--request-timeout', '150', ...extra],
    {
      cwd: folder,
      stdio: ['ignore', 2, 2],
    },
  );
  return (await new Promise((resolve) => child.once('exit', resolve))) === 0;
}

/**
 * Fuzzes the API of an installation of its own. True where nothing was found.
 *
 * @param {string[]} extra
 */
async function fuzzApi(extra) {
  await ensureDependencies();
  await ensureBuilt();
  const program = ensureSchemathesis();
  const own = new OwnInstallation();
  try {
    await own.start();
    const all = await fuzz({ program, own, filter: ['--exclude-path-regex', last], extra });
    const ending = await fuzz({ program, own, filter: ['--include-path-regex', last], extra });
    return all && ending;
  } finally {
    await own.stop(false);
  }
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    if (!(await fuzzApi(process.argv.slice(2)))) process.exitCode = 1;
  });
}
