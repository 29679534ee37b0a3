import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callerOf, type Caller } from '../e2e/caller';
import { anInstallation, signIn, type RunningInstallation } from '../e2e/installation';
import { sooner } from '../workflows/support/other-procedures';
import { applyChanges, type Change } from '../workflows/support/second-build';

/* `npm start` of one release after another on the same data: real processes, where the old code is simply gone. */

const root = path.join(__dirname, '..', '..');
const sample = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8')) as Record<
  string,
  unknown
>;

/** A folder with a release that differs from this one. */
function aRelease(changes: readonly Change[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  const parts = ['src', 'workflows', 'activities', 'tools', 'scripts', 'profiles', 'dist', 'worker.ts', '.swcrc'];
  for (const part of [...parts, 'package.json', 'package-lock.json', 'versions.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true, preserveTimestamps: true });
  for (const part of ['node_modules', '.cache']) symlinkSync(path.join(root, part), path.join(folder, part));
  applyChanges(folder, changes);
  return folder;
}

/** It sleeps a moment before it records anything: a case that is in the middle of a run cannot go on under it. */
const sleepsFirst: readonly Change[] = [
  {
    file: 'workflows/effects.ts',
    from: 'async function record(recording: Recording): Promise<boolean> {',
    to: 'async function record(recording: Recording): Promise<boolean> { await condition(() => false, 1);',
  },
];

let installation: RunningInstallation;
let caller: Caller;
let reference: string;
const releases: string[] = [];

beforeAll(async () => {
  // A real case is not gone on with in trying out.
  installation = await anInstallation(signIn);
  caller = callerOf(installation);
  await installation.start();
  const { body } = await caller.post('/api/notifications', sample, { by: 'P01' });
  reference = String(body['reference']);
}, 600_000);
afterAll(async () => {
  await installation.stop();
  installation.remove();
  for (const folder of releases) rmSync(folder, { recursive: true, force: true });
}, 180_000);

/** Starts a release, and answers what it printed. */
async function started(release?: string): Promise<string> {
  const before = installation.output().length;
  await installation.start({}, release);
  return installation.output().slice(before);
}

const note = (said: string) => caller.post(`/api/cases/${reference}/decisions/addNote`, { note: said }, { by: 'P01' });

test('A case is begun under one release, goes on under another, and back again', async () => {
  const other = aRelease(sooner);
  releases.push(other);
  expect((await note('Under the first release')).status).toBe(200);
  expect(await installation.stop()).toBe(0);
  expect(await started(other)).toContain('trying it on 1 open cases');
  expect((await note('Under the other release')).status).toBe(200);
  expect(await installation.stop()).toBe(0);
  await installation.start();
  expect((await note('Under the first release again')).status).toBe(200);
}, 600_000);

test('A release that cannot go on with a case keeps the pages up, takes no decision, and leaves the case to the one before', async () => {
  const other = aRelease(sleepsFirst);
  releases.push(other);
  // The same release once more asks no case to go on in a new run, so that the note is in the run that is cut short.
  expect(await installation.stop()).toBe(0);
  await installation.start();
  expect((await note('In the middle of a run')).status).toBe(200);
  await installation.kill();
  expect(await started(other)).toContain(`READ ONLY: Case ${reference} cannot go on under this release`);
  expect((await caller.get(`/api/cases/${reference}`)).status).toBe(200);
  expect(await note('Under a release that cannot go on')).toMatchObject({ status: 503, body: { code: 'held-back' } });
  expect((await caller.get('/health/ready')).status).toBe(503);
  expect((await fetch(`${installation.url}/health/live`)).status).toBe(200);
  expect(await installation.stop()).toBe(0);

  await installation.start();
  expect((await note('Under the release before')).status).toBe(200);
  expect(await installation.stop()).toBe(0);
  expect(await started(other)).not.toContain('READ ONLY');
  expect((await note('Under the release that could not go on')).status).toBe(200);
}, 900_000);
