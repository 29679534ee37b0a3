import { planPart } from '../../src/casework/reading';
import { ganttOf, type Gantt } from '../../src/console/case-frame/gantt';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant } from '../../src/procedure/time/dates';
import { describeCase } from '../../src/procedure/describe';
import { holdsOf } from '../../src/procedure/case/holds';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

const drawn = (file: CaseFile, now: string): Gantt =>
  ganttOf({
    plan: planPart(describeCase(file, instant(now))),
    calendar: file.calendar,
    holds: holdsOf(file),
    closedOn: file.closedOn,
  });

const row = (gantt: Gantt, title: string) => {
  const found = gantt.rows.find(({ text }) => text.includes(title));
  if (found === undefined) throw new Error(`There is no row ${title}.`);
  return found;
};

describe('The picture of a plan', () => {
  test('has a row for each step that the case may need, from its window to its date', () => {
    const gantt = drawn(aCase().file, '2026-11-24T10:00:00.000Z');
    const meeting = row(gantt, '6 Rapid Review meeting');
    const outcome = row(gantt, '4 Outcome');
    expect(meeting.window.x).toBeGreaterThan(outcome.window.x);
    expect(meeting.text).toContain('due 10 December 2026');
    expect(gantt.rows.some(({ text }) => text.includes('Answer to the National Panel'))).toBe(false);
  });

  test('stays within itself, words too', () => {
    for (const file of [aCase().file, aCase().at('planning').file, aCase().past('publication').file]) {
      const gantt = drawn(file, '2027-05-24T10:00:00.000Z');
      for (const { window, done, late, text, textX, anchor } of gantt.rows) {
        for (const bar of [window, done, late]) {
          if (bar === undefined) continue;
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(gantt.width);
        }
        const length = text.length * 7.2;
        if (anchor === 'start') expect(textX + length).toBeLessThanOrEqual(gantt.width);
        else expect(textX - length).toBeGreaterThanOrEqual(0);
      }
      for (const line of gantt.lines) expect(line.x).toBeLessThanOrEqual(gantt.width);
    }
  });

  test('fills what is done to the day on which it was done', () => {
    const gantt = drawn(aCase().at('rapid-review-meeting').file, '2026-12-02T10:00:00.000Z');
    expect(row(gantt, '2 Front Door oversight').done).toBeDefined();
    expect(row(gantt, '6 Rapid Review meeting').done).toBeUndefined();
  });

  test('shows what is overdue up to today, in words too', () => {
    const gantt = drawn(aCase().at('rapid-review-meeting').file, '2026-12-15T10:00:00.000Z');
    const late = row(gantt, '6 Rapid Review meeting');
    const today = gantt.lines.find(({ kind }) => kind === 'today');
    expect(late.text).toContain('OVERDUE');
    expect((late.late?.x ?? 0) + (late.late?.width ?? 0)).toBeGreaterThan(today?.x ?? Infinity);
  });

  test('keeps the date before an extension visible', () => {
    const extended = aCase()
      .at('rapid-review-meeting')
      .with('extendDeadline', { deadline: 'rapid-review-meeting', to: '2026-12-18' });
    const meeting = row(drawn(extended.file, '2026-12-02T10:00:00.000Z'), '6 Rapid Review meeting');
    expect(meeting.original).toBeLessThan(meeting.due ?? 0);
    expect(meeting.says).toContain('before it was extended by Thursday 10 December 2026');
  });

  test('marks conflicts and holds', () => {
    const held = aCase()
      .at('rapid-review-meeting')
      .with('placeHold', { step: 'rapid-review-meeting', lookAgainOn: '2026-12-20' });
    const meeting = row(drawn(held.file, '2026-12-02T10:00:00.000Z'), '6 Rapid Review meeting');
    expect(meeting.held).toBeDefined();
    expect(meeting.conflict).toBe(true);
    expect(meeting.text).toMatch(/ON HOLD.*CONFLICT/);
  });

  test('draws both dates of six months; today only while the case is open', () => {
    const open = drawn(aCase().at('planning').file, '2026-12-14T10:00:00.000Z');
    expect(open.lines.map(({ kind }) => kind)).toEqual(['today', 'target', 'law']);
    const { file } = aCase().at('planning');
    const closed = drawn({ ...file, closedOn: file.notification.receivedOn }, '2030-12-14T10:00:00.000Z');
    expect(closed.lines.map(({ kind }) => kind)).toEqual(['target', 'law']);
    expect(closed.width).toBeLessThan(1500);
  });

  test('numbers the days of the case along its weeks', () => {
    const gantt = drawn(aCase().file, '2026-11-24T10:00:00.000Z');
    expect(
      gantt.weeks
        .map(({ text }) => text)
        .filter((text) => text !== undefined)
        .slice(0, 3),
    ).toEqual(['1', '11', '21']);
    expect(gantt.months.map(({ text }) => text)).toContain('December 2026');
  });
});

describe('The page of the plan', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  });
  afterAll(() => console.stop());

  test('has the picture with a title and a description, without inline styles, and the same as a table', async () => {
    console.wall = instant('2026-12-02T10:00:00.000Z');
    const { file } = aCase().at('rapid-review-meeting');
    await console.keep(file);
    const { $ } = await (await console.as('P01')).get(`/cases/${file.reference}/plan`);
    expect($('svg.app-gantt').attr('role')).toBe('img');
    expect($('svg.app-gantt > title').text()).toContain('Plan of SIN-2026-0007');
    expect($('svg.app-gantt > desc').text()).toContain('Today is Wednesday 2 December 2026.');
    expect($('[style], style, script:not([src])')).toHaveLength(0);
    const table = $('.app-plan-table');
    expect(table.find('caption').text()).not.toBe('');
    expect(
      table
        .find('th[scope=row]')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toContain('Step 6, Rapid Review meeting');
    expect(table.find('tr:contains("Step 6") details').text()).toContain('the end of day 14');
    expect(table.find('tr:contains("Step 7") td').last().text()).toContain('waits for Step 6, Rapid Review meeting');
  });
});
