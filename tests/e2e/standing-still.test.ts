import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/processes/ports';
import { findBinary } from '../../src/temporal/binaries';
import { callerOf, type Caller } from './caller';
import { anInstallation, type RunningInstallation } from './installation';

/* Cases whose workflow task fails for real, and cases that do not answer: found without anybody asking, and restarted. */

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'),
);

interface Finding {
  readonly reference: string;
  readonly found: string;
  readonly sentence: string;
  readonly reason: string | null;
}

describe('Cases that stand still', () => {
  let installation: RunningInstallation;
  let caller: Caller;
  let cli: string;
  let metricsAt: string;

  beforeAll(async () => {
    const found = await findBinary({ kind: 'cli', log: () => undefined });
    if (!found.ok) throw new Error(found.sentence);
    cli = found.path;
    const port = await freePort();
    metricsAt = `http://127.0.0.1:${port}/metrics`;
    // Restarted by themselves are cases that are lost; one that stands still is for somebody to look at.
    installation = await anInstallation({
      METRICS_PORT: String(port),
      RESTART_LOST_CASES: 'yes',
      LOOK_EVERY_SECONDS: '5',
    });
    await installation.start();
    caller = callerOf(installation);
  }, 900_000);

  afterAll(async () => {
    await installation.stop();
    installation.remove();
  }, 180_000);

  async function opened(): Promise<string> {
    const { status, body } = await caller.post('/api/notifications', { ...sample, practice: true }, { by: 'P01' });
    expect(status).toBe(201);
    return String(body['reference']);
  }

  /** Somebody begins another run in the place of a case's own, with rubbish or where nobody works. */
  const begin = (reference: string, taskQueue: string) =>
    run(cli, [
      ...['workflow', 'start', '--workflow-id', reference, '--type', 'incident', '--task-queue', taskQueue],
      ...['--id-conflict-policy', 'TerminateExisting', '--input', '{"rubbish":"of Jane Doe"}'],
      ...['--address', installation.temporalAddress],
    ]);

  const note = (reference: string) =>
    caller.post(`/api/cases/${reference}/decisions/addNote`, { note: 'It goes on' }, { by: 'P01' });

  async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      const answer = await ask();
      if (holds(answer) || tries > 400) return answer;
      await pause(500);
    }
  }

  const findings = async () => (await caller.get('/api/reconciliation')).body['findings'] as readonly Finding[];
  const figures = async () => (await fetch(metricsAt)).text();

  test('are all found, named with the reason everywhere, and go on from their records when they are restarted', async () => {
    const [one, two, silent, healthy] = [await opened(), await opened(), await opened(), await opened()];
    await begin(one, 'incidents');
    await begin(two, 'incidents');
    await begin(silent, 'where-nobody-works');

    // The look that comes again and again finds them, without anybody asking; a task has to fail three times for it.
    const stand = [
      `reviews_case_stands_still{reference="${one}",found="task-fails"} 1`,
      `reviews_case_stands_still{reference="${two}",found="task-fails"} 1`,
      `reviews_case_stands_still{reference="${silent}",found="no-answer"} 1`,
    ];
    const text = await until(figures, (all) => stand.every((figure) => all.includes(figure)));
    for (const figure of stand) expect(text).toContain(figure);
    const log = installation.output();
    for (const reference of [one, two]) expect(log).toContain(`${reference} stands still: its workflow task fails`);
    expect(log).toContain('no file of case');
    expect(log).not.toContain('Jane Doe');

    const all = await findings();
    expect(all.map(({ reference, found }) => [reference, found])).toEqual([
      [one, 'task-fails'],
      [two, 'task-fails'],
      [silent, 'no-answer'],
    ]);
    expect(all[0]?.reason).toContain('no file of case');

    // A decision says which case it is, and what to do; the others go on.
    const refused = await note(one);
    expect([refused.status, refused.body['code']]).toEqual([503, 'stands-still']);
    expect(refused.body['detail']).toContain(`${one} stands still`);
    expect(String(refused.body['detail'])).not.toContain('cannot be reached');
    expect((await note(healthy)).status).toBe(200);

    const order = await caller.post('/api/reconciliation/restarts', { cases: 'all' }, { by: 'P01' });
    expect(order.body['restarts']).toMatchObject(
      [one, two, silent].map((reference) => ({ reference, outcome: 'restarted' })),
    );
    for (const reference of [one, two, silent]) expect((await note(reference)).status).toBe(200);
    expect(await findings()).toEqual([]);
    const { body } = await caller.get(`/api/cases/${one}/events?limit=50`);
    expect((body['events'] as readonly { readonly kind: string }[]).map(({ kind }) => kind)).toEqual([
      'case-opened',
      'case-restarted',
      'decision-taken',
    ]);
    expect(await until(figures, (later) => !later.includes('SIN-'))).not.toContain('SIN-');
  }, 600_000);
});
