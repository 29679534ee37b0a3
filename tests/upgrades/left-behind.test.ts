import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { callerOf, type Caller } from '../e2e/caller';
import { anInstallation, signIn, type RunningInstallation } from '../e2e/installation';
import { casesLeftBy, releases, unpack, type LeftCase } from './support/left-behind';

/* Whatever a release left behind, this one opens: its data folder as it is, and a backup of its records elsewhere. */

const root = path.join(__dirname, '..', '..');

describe.each(releases)('What release %s left behind', (release) => {
  const left = Object.entries(casesLeftBy(release));
  const open = left.filter(([, { closedOn }]) => closedOn === null);
  const folders: string[] = [];
  let installation: RunningInstallation | undefined;

  afterEach(async () => {
    await installation?.stop();
    installation?.remove();
    installation = undefined;
  }, 120_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function started(dataDir: string): Promise<{ readonly caller: Caller; readonly output: string }> {
    installation = await anInstallation({ ...signIn, DATA_DIR: dataDir });
    await installation.start();
    return { caller: callerOf(installation), output: installation.output() };
  }

  async function expectEveryCaseToGoOn(caller: Caller): Promise<void> {
    expect((await caller.get('/health/ready')).status).toBe(200);
    for (const [reference, before] of left) {
      const { status, body } = await caller.get(`/api/cases/${reference}`);
      expect({ reference, status, closedOn: body['closedOn'], practice: body['practice'] }).toEqual({
        reference,
        status: 200,
        closedOn: before.closedOn,
        practice: before.practice,
      });
      expect(await entriesOf(caller, reference)).toBeGreaterThanOrEqual(before.entries);
    }
    const notes = await Promise.all(open.map(([reference]) => noteIn(caller, reference)));
    expect(notes.filter(({ status }) => status !== 200)).toEqual([]);
    expect((await caller.get('/api/reconciliation')).body['findings']).toEqual([]);
  }

  test('is there at every stage of the procedure', () => {
    const stages = new Set(left.map(([, { stage }]: readonly [string, LeftCase]) => stage));
    expect([...stages].sort()).toEqual([
      ...['actions', 'closed', 'deciding', 'practice-learning-review', 'publication', 'rapid-review', 'review'],
    ]);
    expect(left.some(([, { practice }]) => !practice)).toBe(true);
  });

  test('is opened as it is: every case is on the record, and every open one goes on', async () => {
    const dataDir = unpack(release);
    folders.push(dataDir);
    const { caller, output } = await started(dataDir);
    expect(output).not.toContain('READ ONLY');
    await expectEveryCaseToGoOn(caller);
  }, 600_000);

  test('can be restored from the backup of its records on another machine', async () => {
    const dataDir = unpack(release);
    folders.push(dataDir);
    const empty = await anInstallation(signIn);
    execFileSync(process.execPath, [path.join(root, 'scripts', 'restore.mjs'), path.join(dataDir, 'backup')], {
      env: empty.environment,
      stdio: 'ignore',
    });
    installation = empty;
    await empty.start();
    await expectEveryCaseToGoOn(callerOf(empty));
  }, 600_000);
});

async function entriesOf(caller: Caller, reference: string): Promise<number> {
  const { body } = await caller.get(`/api/cases/${reference}/events?limit=500`);
  return (body['events'] as readonly unknown[]).length;
}

const noteIn = (caller: Caller, reference: string) =>
  caller.post(`/api/cases/${reference}/decisions/addNote`, { note: 'It goes on under this release.' }, { by: 'P01' });
