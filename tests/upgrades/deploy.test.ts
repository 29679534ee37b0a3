import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DecisionName } from '../../src/procedure/case/case-file';
import { isoDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { searchAttributes } from '../../src/procedure/contract';
import { openCase } from '../../src/procedure/case/open-case';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { openRecords, type Records } from '../../src/records/records';
import { readPayloadKeys } from '../../src/security/payload-keys';
import { findBinary } from '../../src/temporal/binaries';
import { casesOn } from '../../src/temporal/client';
import { dataConverterOf } from '../../src/temporal/data-converter';
import { registerSearchAttributes } from '../../src/temporal/search-attributes';
import { versionsOn, type Versions } from '../../src/temporal/versions';
import { aNotification } from '../support/a-case';
import { words } from '../support/default-forms';
import { freshDatabase, type TestDatabase } from '../support/records';
import { partnershipOfThePast } from '../workflows/support/calendar-of-tests';
import { quietRuntime } from '../workflows/support/engine';

/* The scripted deployment, on a real server with real processes: two workers, and cases that are moved between them. */

const { VERSIONING_BEHAVIOR_PINNED } = temporal.api.enums.v1.VersioningBehavior;
const root = path.join(__dirname, '..', '..');
const keys = `deploy-test:${randomBytes(32).toString('base64')}`;
const references = ['SIN-2026-0001', 'SIN-2026-0002', 'SIN-2026-0003'] as readonly string[] as readonly CaseReference[];

let env: TestWorkflowEnvironment;
let database: TestDatabase;
let records: Records;
let versions: Versions;
let cases: ReturnType<typeof casesOn>;
const processes: ChildProcess[] = [];

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

interface Ran {
  readonly child: ChildProcess;
  output(): string;
}

/** A program of the project with the environment of a release. */
function run(buildId: string, ...args: readonly string[]): Ran {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: env.address,
      DATABASE_URL: database.url,
      PAYLOAD_KEYS: keys,
      WORKER_BUILD_ID: buildId,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  processes.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => (output += some.toString()));
  return { child, output: () => output };
}

async function deploy(buildId: string, ...hooks: readonly string[]): Promise<{ code: number | null; said: string }> {
  const { child, output } = run(buildId, path.join('scripts', 'deploy.mjs'), ...hooks);
  await ended(child);
  return { code: child.exitCode, said: output() };
}

beforeAll(async () => {
  quietRuntime();
  const cli = await findBinary({ kind: 'cli', configured: process.env['TEMPORAL_CLI'], log: () => undefined });
  if (!cli.ok) throw new Error(cli.sentence);
  const read = readPayloadKeys(keys);
  if (!read.ok) throw new Error(read.sentence);
  const dataConverter = dataConverterOf({ keys: read.keys, plain: 'refused' });
  env = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: cli.path }, log: { format: 'pretty', level: 'error' } },
    client: { dataConverter },
  });
  const { connection } = env;
  await registerSearchAttributes({ connection, namespace: 'default', searchAttributes });
  database = await freshDatabase();
  records = await openRecords({ url: database.url });
  await records.migrate();
  versions = versionsOn({ connection, namespace: 'default', deploymentName: 'incidents' });
  cases = casesOn({ connection, namespace: 'default', dataConverter });
}, 300_000);

afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(ended));
  await records.close();
  await database.drop();
  await env.teardown();
}, 180_000);

const manager = 'P01' as PersonId;
const received = isoDate('2024-11-25');

const openingOf = (reference: CaseReference) =>
  openCase({
    reference,
    practice: false,
    openedAt: londonInstant(received, timeOfDay('10:00')),
    openedBy: { person: manager, role: 'business-manager' },
    key: 'notification-1',
    notification: aNotification(received),
    ...partnershipOfThePast(),
  });

async function decide(name: DecisionName, form: object): Promise<void> {
  for (const reference of references) {
    const outcome = await cases.decide(reference, { name, key: name, by: manager, on: received, form });
    expect(outcome.kind).toBe('taken');
  }
}

const builds = () => Promise.all(references.map(async (one) => (await versions.buildOf(one))?.buildId));

test('Cases go from a worker to the one beside it, and the old one is stopped last', async () => {
  const old = run('first', path.join('dist', 'worker.js'));
  const first = await deploy('first');
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('No version is current yet.') });

  for (const reference of references) await cases.open(openingOf(reference));
  await decide('sendToFrontDoor', { sentBy: words('The duty administrator') });
  expect(await builds()).toEqual(['first', 'first', 'first']);
  const { raw } = await env.client.workflow.getHandle(references[0] ?? '').describe();
  expect(raw.workflowExecutionInfo?.versioningInfo?.behavior).toBe(VERSIONING_BEHAVIOR_PINNED);

  const next = run('second', path.join('dist', 'worker.js'));
  const second = await deploy('second', '--stop', `kill -TERM ${String(old.child.pid)}`);
  expect(second.said).toContain('This build reads the files of all 3 open cases.');
  expect(second.said).toContain('No open case is on another version than second any more.');
  expect(second.code).toBe(0);
  expect(await builds()).toEqual(['second', 'second', 'second']);

  await ended(old.child);
  await decide('addNote', { note: words('It goes on') });
  expect(next.child.exitCode).toBeNull();
}, 900_000);
