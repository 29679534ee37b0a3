import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/* Every command makes sure of the packages first; npm here only notes how it was called. */

const root = path.join(__dirname, '..', '..');
const scripts = ['setup.mjs', 'project.mjs'];

interface Package {
  readonly version: string;
  readonly dev?: true;
  readonly optional?: true;
}

const wanted: Readonly<Record<string, Package>> = {
  'node_modules/express': { version: '5.3.0' },
  'node_modules/jest': { version: '30.5.2', dev: true },
  'node_modules/@swc/core-linux-x64-gnu': { version: '1.16.22', optional: true },
  'node_modules/@swc/core-darwin-arm64': { version: '1.16.22', optional: true },
};
const ofAnotherMachine = 'node_modules/@swc/core-darwin-arm64';
const { [ofAnotherMachine]: _, ...onThisMachine } = wanted;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'set-up-'));
  for (const script of scripts) cpSync(path.join(root, 'scripts', script), path.join(folder, 'scripts', script));
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  mkdirSync(path.join(folder, 'bin'));
  writeFileSync(path.join(folder, 'bin', 'npm'), `#!/bin/sh\necho "$1" >> "${path.join(folder, 'called')}"\n`, {
    mode: 0o755,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Leaves these packages behind as npm does, which writes this file last. */
function install(packages: Readonly<Record<string, Package>>): void {
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

/** Returns the commands that npm was given. */
function setUp(env: NodeJS.ProcessEnv = {}): string[] {
  const start = 'import("./scripts/setup.mjs").then(({ ensureDependencies }) => ensureDependencies())';
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', start], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const called = path.join(folder, 'called');
  return existsSync(called) ? readFileSync(called, 'utf8').trim().split('\n') : [];
}

test('A fresh clone installs by npm ci', () => {
  expect(setUp()).toEqual(['ci']);
});

test('An installation that is cut short is begun again', () => {
  mkdirSync(path.join(folder, 'node_modules', 'express'), { recursive: true });
  expect(setUp()).toEqual(['ci']);
});

test('Nothing is installed where all is there but what is for other machines', () => {
  install(onThisMachine);
  expect(setUp()).toEqual([]);
});

test.each(Object.keys(onThisMachine))('Another version of %s is replaced', (name) => {
  install({ ...onThisMachine, [name]: { version: '0.0.1' } });
  expect(setUp()).toEqual(['ci']);
});

test('Production does without what only development needs', () => {
  const { 'node_modules/jest': _dev, ...production } = onThisMachine;
  install(production);
  expect(setUp({ NODE_ENV: 'production' })).toEqual([]);
  expect(setUp({ NODE_ENV: 'test' })).toEqual(['ci']);
});
