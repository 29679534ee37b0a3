import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { fromMillis, londonDate } from '../../src/procedure/time/dates';
import { findBinary } from '../../src/temporal/binaries';
import { Canaries } from './canaries';
import { callerOf, type Answer, type Caller } from './caller';
import { anInstallation, type RunningInstallation } from './installation';
import { catchMail, type MailCatcher } from './mail-catcher';
import { straightWay, type Sent } from './straight-way';

/* The whole on the real server: real processes, a real database, real SMTP, by HTTP alone but for the two doors of Temporal's CLI. */

const run = promisify(execFile);
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'samples', 'notification.json'), 'utf8'),
);
const { UPDATE_ACCEPTED, SIGNALED } = {
  UPDATE_ACCEPTED: temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  SIGNALED: temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
};

interface View {
  readonly reference: string;
  readonly stage: string;
  readonly ending: string;
  readonly asOf: string;
  readonly closedOn: string | null;
  readonly actions: readonly { readonly id: string }[];
}

interface Event {
  readonly seq: number;
  readonly kind: string;
  readonly decision?: string;
}

interface SentNotice {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly messageId?: string;
}

const viewIn = ({ body }: Answer): View => body as unknown as View;

describe('A whole case on a real installation', () => {
  let installation: RunningInstallation;
  let mail: MailCatcher;
  let caller: Caller;
  let reference = '';
  const canaries = new Canaries();

  const inCase = (part: string) => `/api/cases/${reference}${part}`;
  const view = async (): Promise<View> => viewIn(await caller.get(inCase('')));
  const events = async () => (await caller.get(`${inCase('/events')}?limit=500`)).body['events'] as readonly Event[];
  const notices = async () => (await caller.get(inCase('/notices'))).body['notices'] as readonly SentNotice[];

  /** Moves the case on to a day, where that day has not come yet. */
  async function reach(day: string): Promise<void> {
    const { asOf } = await view();
    if (londonDate(fromMillis(Date.parse(asOf))) >= day) return;
    const moved = await caller.post(inCase('/practice/advance'), { until: day }, { by: 'P01' });
    expect(moved).toMatchObject({ status: 200 });
  }

  async function formOf({ decision, form: asWritten }: Sent): Promise<Readonly<Record<string, unknown>>> {
    const form = canaries.inForm(decision, asWritten);
    if (typeof form['action'] !== 'string' || decision === 'addAction') return form;
    const { actions } = await view();
    return { ...form, action: actions[Number(form['action'].slice(1))]?.id };
  }

  async function bodyOf(one: Sent): Promise<Readonly<Record<string, unknown>>> {
    const reason = one.reasonForPassing === undefined ? {} : { reasonForPassing: canaries.one() };
    return { ...(await formOf(one)), on: one.on, ...reason };
  }

  async function settled(): Promise<void> {
    for (let tries = 0; tries < 300 && (await notices()).some(({ state }) => state === 'waiting'); tries += 1)
      await pause(100);
  }

  async function send(one: Sent): Promise<Answer> {
    await reach(one.on);
    // The email that asks the sub-group to read the draft is not sent any more once the draft is approved.
    if (one.decision === 'approveFinalDraft') await settled();
    const answer = await caller.post(inCase(`/decisions/${one.decision}`), await bodyOf(one), { by: one.by });
    if (answer.status !== 200) throw new Error(`${one.decision} on ${one.on}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  beforeAll(async () => {
    mail = await catchMail();
    installation = await anInstallation({ PRACTICE_SMTP_URL: mail.url });
    await installation.start();
    caller = callerOf(installation);
  }, 900_000);

  afterAll(async () => {
    await installation.stop();
    await mail.stop();
    installation.remove();
  }, 180_000);

  test('goes from notification to closure through two kills, with every event and email once', async () => {
    const today = londonDate(fromMillis(Date.now()));
    const notification = {
      ...sample,
      eCaseReference: `EC-${canaries.one()}`,
      notifier: {
        name: canaries.one(),
        post: canaries.one(),
        email: `${canaries.one()}@example.org`,
        telephone: canaries.one(),
      },
      children: [
        {
          ...{ name: canaries.one(), dateOfBirth: '2024-03-09', died: false, lookedAfter: false, careLeaver: false },
          ...{ sex: 'not-known', ethnicGroup: 'not-known', disability: 'yes', disabilityDetails: canaries.one() },
          ...{ address: canaries.one(), localAuthority: canaries.one(), school: canaries.one(), gp: canaries.one() },
        },
      ],
      family: [{ name: canaries.one(), relation: 'mother' }],
      immediateSafety: canaries.one(),
      circumstances: canaries.one(),
      incidentTime: canaries.one(),
      incidentPlace: canaries.one(),
      practice: true,
    };
    const opened = await caller.post('/api/notifications', notification, { by: 'P02', key: 'the-form' });
    expect(opened.status).toBe(201);
    reference = viewIn(opened).reference;
    const again = await caller.post('/api/notifications', notification, { by: 'P02', key: 'the-form' });
    expect(viewIn(again).reference).toBe(reference);

    const way = straightWay(today);
    const codecToken = readFileSync(path.join(installation.dataDir, 'codec-token'), 'utf8').trim();
    const cli = await findBinary({ kind: 'cli', log: () => undefined });
    if (!cli.ok) throw new Error(cli.sentence);
    const temporalCli = (...words: readonly string[]) =>
      run(cli.path, [
        ...words,
        ...['--address', installation.temporalAddress],
        ...['--codec-endpoint', `${installation.url}/codec`, '--codec-auth', `Bearer ${codecToken}`],
      ]);
    const killedAt = new Set([Math.floor(way.length / 4), Math.floor((way.length * 2) / 3)]);
    const byUpdate = way.findIndex(({ decision }) => decision === 'recordOversight');
    const bySignal = way.findIndex(({ decision }) => decision === 'recordDissemination');

    for (const [at, one] of way.entries()) {
      if (at === byUpdate || at === bySignal) {
        await reach(one.on);
        const input = JSON.stringify({ by: one.by, on: one.on, form: one.form });
        const before = (await events()).length;
        if (at === byUpdate)
          await temporalCli(
            'workflow',
            'update',
            'execute',
            '--workflow-id',
            reference,
            '--name',
            one.decision,
            '--input',
            input,
          );
        else
          await temporalCli('workflow', 'signal', '--workflow-id', reference, '--name', one.decision, '--input', input);
        for (let tries = 0; tries < 300 && (await events()).length === before; tries += 1) await pause(100);
      } else if (killedAt.has(at)) {
        await reach(one.on);
        const key = `killed-at-${at}`;
        const body = await bodyOf(one);
        const lost = caller
          .post(inCase(`/decisions/${one.decision}`), body, { by: one.by, key })
          .catch(() => undefined);
        await pause(30);
        await installation.kill();
        await lost;
        await installation.start();
        // Whoever held the key died with it; it is free again when its lease has run out.
        const answer = await caller.post(inCase(`/decisions/${one.decision}`), body, { by: one.by, key });
        expect(answer).toMatchObject({ status: 200 });
      } else {
        await send(one);
      }
    }
    for (let tries = 0; tries < 300 && (await view()).closedOn === null; tries += 1) await pause(200);

    expect(await view()).toMatchObject({ stage: 'closed', ending: 'published' });
    const recorded = await events();
    expect(recorded.map(({ seq }) => seq)).toEqual(recorded.map((_event, at) => at + 1));
    expect(recorded.filter(({ kind }) => kind === 'decision-taken').map(({ decision }) => decision)).toEqual(
      way.map(({ decision }) => decision),
    );
    expect(recorded.filter(({ kind }) => kind === 'decision-refused')).toEqual([]);

    await settled();
    const decided = await notices();
    expect(decided.filter(({ state }) => state !== 'sent')).toEqual([]);
    const received = mail.caught.map(({ messageId }) => messageId ?? '');
    expect(new Set(received)).toEqual(new Set(decided.map(({ messageId }) => messageId ?? '')));
    expect(mail.caught.every(({ subject }) => subject?.startsWith('PRACTICE') === true)).toBe(true);
    expect(mail.caught.flatMap((message) => canaries.foundIn(JSON.stringify(message)))).toEqual([]);

    const history = await historyOf(installation.temporalAddress, reference);
    const acts = history.filter((type) => type === UPDATE_ACCEPTED).length;
    expect(acts).toBe(way.length - 1);
    expect(history.filter((type) => type === SIGNALED).length).toBeGreaterThanOrEqual(1);
  }, 900_000);

  test('keeps every name and word of it out of Temporal, the logs, what is printed and the pages of errors', async () => {
    const [shown] = canaries.all;
    expect(canaries.all.length).toBeGreaterThan(40);
    // They are where they belong: whoever may read the case reads them.
    expect(canaries.foundIn(JSON.stringify((await caller.get(inCase(''))).body)).length).toBeGreaterThan(0);
    // What was wrong with a form is said without saying what it said.
    for (const wrong of [{ note: [shown] }, { note: shown, more: shown }, { note: `${shown ?? ''} `.repeat(9_000) }]) {
      const { status, body } = await caller.post(inCase('/decisions/addNote'), wrong, { by: 'P01' });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(canaries.foundIn(JSON.stringify(body))).toEqual([]);
    }
    for (const folder of ['temporal', 'logs'])
      expect(canaries.foundBelow(path.join(installation.dataDir, folder))).toEqual([]);
    expect(canaries.foundIn(installation.output())).toEqual([]);
  });

  test('stops cleanly on Ctrl-C and starts again where it was', async () => {
    expect(await installation.stop()).toBe(0);
    expect(installation.output()).toContain('Stopped.');
    await installation.start();
    expect(await view()).toMatchObject({ stage: 'closed', ending: 'published' });
  }, 600_000);
});

/** The types of every event of every run of a case. */
async function historyOf(address: string, workflowId: string): Promise<readonly number[]> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    const types: number[] = [];
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) {
      const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      types.push(...(events ?? []).map(({ eventType }) => eventType ?? 0));
    }
    return types;
  } finally {
    await connection.close();
  }
}
