import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { metricsOf } from '../../src/operations/metrics';
import { serveOperations } from '../../src/operations/server';
import { freePort } from '../../src/processes/ports';
import { instant } from '../../src/procedure/time/dates';
import { watchRecording } from '../../src/jobs/unrecorded';
import { createWeb } from '../../src/http/web';
import { aNotice, aRecording, aSummary, aTurn, at, manager, reference, today } from '../records/builders';
import { noteStandingStill } from '../../src/records/standing-still';
import { freshRecords, type TestRecords } from '../support/records';

const later = instant('2026-11-30T09:00:00.000Z');
const rules = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            annotations: z.object({ summary: z.string().min(1), what_to_do: z.string().min(1) }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(readFileSync(path.join(__dirname, '..', '..', 'ops', 'alerts.yaml'), 'utf8')))
  .groups.flatMap((group) => group.rules);

/** Of the SDK's worker, as its documentation names them; tests/e2e/topology reads them from a real one. */
const ofSdk = ['temporal_num_pollers', 'temporal_workflow_task_execution_failed'];

let fresh: TestRecords;
beforeAll(async () => {
  fresh = await freshRecords();
});
afterAll(() => fresh.close());

const figureIn = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
};

describe('The figures', () => {
  const metrics = () =>
    metricsOf({ version: '1.2.3', now: () => later, records: fresh.records, unrecordedMs: () => 90_000 });

  beforeEach(async () => {
    await fresh.clear();
    const { records } = fresh;
    const [one, two, practice] = [reference(1), reference(2), reference(3)];
    const { step: _step, ...ofNoStep } = aTurn('action/1');
    const turns = [aTurn('step/front-door'), ofNoStep];
    await records.record(
      aRecording(one, 1, { notices: [aNotice('one/a'), aNotice('one/b')] }),
      aSummary(one, { turns }),
    );
    await records.record(aRecording(two, 1), aSummary(two, { closedOn: today, turns }));
    await records.record(aRecording(practice, 1), aSummary(practice, { practice: true, turns }));
    await records.notices.markRefused('one/b', { at, answer: '550 nobody by that name' });
  });

  test('say how the installation stands, without practice cases', async () => {
    const text = await metrics().text();
    expect(figureIn(text, 'reviews_records_up')).toBe(1);
    expect(figureIn(text, 'reviews_open_cases')).toBe(1);
    expect(figureIn(text, 'reviews_overdue_steps{step="front-door"}')).toBe(1);
    expect(figureIn(text, 'reviews_overdue_steps{step="none"}')).toBe(1);
    expect(figureIn(text, 'reviews_notices_waiting')).toBe(1);
    expect(figureIn(text, 'reviews_notices_refused')).toBe(1);
    expect(figureIn(text, 'reviews_notices_oldest_waiting_seconds')).toBe((Date.parse(later) - Date.parse(at)) / 1000);
    expect(figureIn(text, 'reviews_unrecorded_oldest_seconds')).toBe(90);
    expect(figureIn(text, 'reviews_last_backup_timestamp_seconds')).toBe(0);
    expect(figureIn(text, 'reviews_build_info{version="1.2.3"}')).toBe(1);
    expect(figureIn(text, 'reviews_records_connections{state="open"}')).toBeGreaterThan(0);
  });

  test('say nothing of any one case or person', async () => {
    const text = await metrics().text();
    expect(text).not.toMatch(/SIN-|P0\d|Locala|nobody by that name/);
  });

  test('count what could not be worked out in a case until it is put right', async () => {
    const task = {
      key: 'a-fault',
      reference: reference(1),
      kind: 'rule-failed',
      sentence: 'It failed.',
      createdAt: at,
    };
    await fresh.records.tasks.add(task);
    await fresh.records.tasks.add({ ...task, key: 'an-address', kind: 'address-refused' });
    expect(figureIn(await metrics().text(), 'reviews_rule_faults')).toBe(1);
    await fresh.records.tasks.done('a-fault', { at, by: manager });
    expect(figureIn(await metrics().text(), 'reviews_rule_faults')).toBe(0);
  });

  test('name the cases that stand still, and what was found, until they go on', async () => {
    const { installation } = fresh.records;
    await noteStandingStill(installation, [{ reference: reference(1), found: 'task-fails' }]);
    const text = await metrics().text();
    expect(figureIn(text, 'reviews_cases_standing_still')).toBe(1);
    expect(figureIn(text, `reviews_case_stands_still{reference="${reference(1)}",found="task-fails"}`)).toBe(1);
    await noteStandingStill(installation, []);
    const after = await metrics().text();
    expect(figureIn(after, 'reviews_cases_standing_still')).toBe(0);
    expect(after).not.toContain('SIN-');
  });

  test('say that the records are away, and keep to what is known', async () => {
    const away = {
      figures: { read: () => Promise.reject(new Error('away')), pool: () => fresh.records.figures.pool() },
    };
    const text = await metricsOf({ version: '1', now: () => later, records: away }).text();
    expect(figureIn(text, 'reviews_records_up')).toBe(0);
  });

  test('say how long answers take by surface, and leave out what the SDK does not answer', async () => {
    const of = metricsOf({ version: '1', now: () => later, sdkAt: `127.0.0.1:${await freePort()}` });
    const ok = (_request: unknown, response: { end(): void }) => response.end();
    const server = createWeb({ api: ok, pages: ok, proxies: 0, timed: of.timed }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    for (const where of ['/cases/SIN-2026-0001', '/api/cases', '/health/live'])
      await fetch(`http://127.0.0.1:${port}${where}`);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    const text = await of.text();
    for (const surface of ['page', 'api', 'health']) {
      expect(figureIn(text, `reviews_http_seconds_count{surface="${surface}",method="GET",status="2xx"}`)).toBe(1);
    }
    expect(text).not.toContain('SIN-2026-0001');
  });

  test('are given at an address of their own, with nothing else', async () => {
    const port = await freePort();
    const body = 'figures\n';
    const answers = { '/metrics': () => Promise.resolve({ status: 200, type: 'text/plain', body }) };
    const stop = await serveOperations({ host: '127.0.0.1', port, answers });
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toBe(body);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
    await stop();
  });

  test.each(rules)('are there for the alert $alert, which says what to do', async ({ expr }) => {
    await noteStandingStill(fresh.records.installation, [{ reference: reference(1), found: 'no-answer' }]);
    const of = metrics();
    of.timed({ surface: 'api', method: 'GET', status: 200, seconds: 0.1 });
    const text = await of.text();
    const named = [...expr.matchAll(/\b(?:reviews|temporal)_\w+/g)].map(([name]) => name);
    for (const name of named) {
      if (ofSdk.includes(name)) continue;
      expect({ name, isThere: new RegExp(`^${name}[{ ]`, 'm').test(text) }).toEqual({ name, isThere: true });
    }
    expect(named.length + (expr.startsWith('up{') ? 1 : 0)).toBeGreaterThan(0);
  });
});

describe('What could not be recorded', () => {
  test('is told from the first try until it is on the record, or another worker has it', async () => {
    let now = at;
    let isAway = true;
    const { record, oldestMs } = watchRecording(
      () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()),
      () => now,
    );
    const [one, two] = [aRecording(reference(1), 1), aRecording(reference(2), 5)];
    expect(oldestMs()).toBeUndefined();
    await expect(record(one)).rejects.toThrow('away');
    now = instant('2026-11-23T10:04:00.000Z');
    await expect(record(one)).rejects.toThrow('away');
    await expect(record(two)).rejects.toThrow('away');
    expect(oldestMs()).toBe(240_000);
    isAway = false;
    await record(one);
    expect(oldestMs()).toBe(0);
    now = instant('2026-11-23T10:30:00.000Z');
    expect(oldestMs()).toBeUndefined();
  });
});
