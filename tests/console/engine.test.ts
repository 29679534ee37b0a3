import type { CaseFile } from '../../src/procedure/case/case-file';
import { aCase } from '../support/a-case';
import type { PersonId } from '../../src/procedure/time/time';
import { ConsoleUnderTest } from './support/console';

describe('Cases and the engine', () => {
  let console: ConsoleUnderTest;
  let file: CaseFile;
  const restarted = async () =>
    (await console.records.events.eventsOf(file.reference, { limit: 50 })).filter(
      ({ kind }) => kind === 'case-restarted',
    );

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  });
  beforeEach(async () => {
    await console.reset();
    file = aCase().at('rapid-review-meeting').file;
    await console.keep(file);
    console.cases.standings.clear();
  });
  afterAll(() => console.stop());

  test('say that every open case runs', async () => {
    const page = await (await console.as('P01')).get('/engine');
    expect(page.heading).toBe('Cases and the engine');
    expect(page.says).toContain('1 open case.');
    expect(page.says).toContain('Every open case runs as it should.');
    const check = await (await console.as('P01')).get(`/engine/restart?case=${file.reference}`);
    expect(check.status).toBe(404);
  });

  test.each(['P01', 'P43'])(
    'show %s what could not be worked out in a case that goes on, until it is put right',
    async (who) => {
      await console.records.tasks.add({
        key: 'a-fault',
        reference: file.reference,
        kind: 'rule-failed',
        sentence: `The system could not work out which steps are done in ${file.reference}.`,
        createdAt: file.openedAt,
      });
      const browser = await console.as(who);
      const page = await browser.get('/engine');
      expect(page.says).toContain('What could not be worked out (1)');
      expect(page.says).toContain(`The system could not work out which steps are done in ${file.reference}.`);
      const after = await browser.submit('/engine/faults', { fault: 'a-fault' });
      expect(after.says).not.toContain('could not be worked out');
      expect((await console.records.tasks.get('a-fault'))?.doneBy).toBe(who);
      expect((await browser.submit('/engine/faults', { fault: 'a-fault' })).status).toBe(404);
    },
  );

  test('show one that was terminated, and restart it after a look at what that does', async () => {
    console.cases.standings.set(file.reference, { kind: 'ended', how: 'terminated' });
    const browser = await console.as('P01');
    const page = await browser.get('/engine');
    expect(page.says).toContain(`${file.reference} has stopped running: its workflow was terminated in Temporal.`);
    const check = await browser.get(`/engine/restart?case=${file.reference}`);
    expect(check.heading).toBe(`Restart ${file.reference}`);
    expect(await restarted()).toEqual([]);

    const after = await browser.submit(`/engine/restart?case=${file.reference}`, { case: file.reference });
    expect(after.says).toContain('1 case was restarted. Every open case runs as it should.');
    expect(await restarted()).toMatchObject([{ by: 'P01', details: { found: 'terminated' } }]);
    const record = await browser.get(`/cases/${file.reference}/record`);
    expect(record.says).toContain('The case had stopped running, and was restarted from its record');
    expect(record.says).toContain('The case has stopped running: its workflow was terminated in Temporal.');
  });

  test('name one that stands still, with the reason, and restart it', async () => {
    console.cases.standings.set(file.reference, {
      kind: 'running',
      runId: 'the-failing-run',
      wasReset: false,
      isAsleep: false,
      fails: 'RangeError: no working day',
    });
    const browser = await console.as('P01');
    const page = await browser.get('/engine');
    expect(page.says).toContain(
      `${file.reference} stands still: its workflow task fails again and again (RangeError: no working day).`,
    );
    const after = await browser.submit(`/engine/restart?case=${file.reference}`, { case: file.reference });
    expect(after.says).toContain('1 case was restarted. Every open case runs as it should.');
    expect(console.cases.handed).toContainEqual({ restarted: file.reference, inPlaceOf: 'the-failing-run' });
    const record = await browser.get(`/cases/${file.reference}/record`);
    expect(record.says).toContain('The case stands still: its workflow task fails again and again.');
  });

  test('say that no case answers, and not that every case runs', async () => {
    console.cases.known.set(file.reference, 'no-answer');
    console.cases.worked = false;
    const page = await (await console.as('P01')).get('/engine');
    console.cases.known.clear();
    console.cases.worked = true;
    expect(page.says).toContain('No case answers in Temporal.');
    expect(page.says).not.toContain('Every open case runs');
  });

  test('show the information governance officer what was found, and let them change nothing', async () => {
    console.cases.standings.set(file.reference, { kind: 'ended', how: 'terminated' });
    const browser = await console.as('P44');
    const page = await browser.get('/engine');
    expect(page.says).toContain(`${file.reference} has stopped running: its workflow was terminated in Temporal.`);
    expect(page.$('main a, main button').length).toBe(0);
    expect((await browser.get('/engine/restart?case=all')).status).toBe(403);
    for (const address of ['/engine/restart', '/engine/faults']) {
      const sent = await browser.send(address, { _csrf: await browser.token(), case: 'all', fault: 'a-fault' });
      expect([address, sent.status]).toEqual([address, 403]);
    }
    expect(await restarted()).toEqual([]);
    await console.keep({ ...file, shutOut: { ['P44' as PersonId]: [] } });
    expect((await browser.get('/engine')).says).not.toContain(file.reference);
  });

  test('restart all of them at once', async () => {
    const second = { ...file, reference: 'SIN-2026-0777' as CaseFile['reference'] };
    await console.keep(second);
    for (const { reference } of [file, second]) console.cases.standings.set(reference, { kind: 'not-there' });
    const browser = await console.as('P01');
    expect((await browser.get('/engine/restart?case=all')).heading).toBe('Restart 2 cases');
    expect((await browser.submit('/engine/restart?case=all', { case: 'all' })).says).toContain(
      '2 cases were restarted.',
    );
  });

  test('say before and after how many are left where more stand still than are restarted at a time', async () => {
    const standing = Array.from({ length: 102 }, (_one, at) => `SIN-2026-${1000 + at}` as CaseFile['reference']);
    for (const reference of standing) {
      await console.keep({ ...file, reference });
      console.cases.standings.set(reference, { kind: 'not-there' });
    }
    const browser = await console.as('P43');
    const page = await browser.get('/engine');
    expect(page.says).toContain('Cases that do not go on (102)');
    expect(page.says).toContain('100 are restarted at a time. The other 2 are still here afterwards');
    expect(page.$('main a[role=button]').text().trim()).toBe('Restart the first 100');
    const check = await browser.get('/engine/restart?case=all');
    expect(check.heading).toBe('Restart 100 cases of 102');
    expect(check.says).toContain('2 cases are left after that.');
    expect(check.$('main form button').text().trim()).toBe('Restart these 100');
    const after = await browser.submit('/engine/restart?case=all', { case: 'all' });
    expect(after.says).toContain('100 cases were restarted. 2 do not go on yet: restart them too.');
    const last = await browser.submit('/engine/restart?case=all', { case: 'all' });
    expect(last.says).toContain('2 cases were restarted. Every open case runs as it should.');
  });
});
