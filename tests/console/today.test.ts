import { setTimeout as pause } from 'node:timers/promises';
import { caseSummary } from '../../activities/case-summary';
import { daysLeft } from '../../src/console/wording/days-left';
import { happened } from '../../src/console/wording/happened';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { fromMillis, instant, isoDate, londonDate, sayDate, toMillis } from '../../src/procedure/time/dates';
import type { CaseEvent } from '../../src/procedure/case/record';
import { refusal, saidOf } from '../../src/procedure/refusals';
import { part as sentencePart, says } from '../../src/procedure/sentence';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { england } from '../support/partnership';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const named = (file: CaseFile, number: number, more: Partial<CaseFile> = {}): CaseFile => ({
  ...file,
  ...more,
  reference: `SIN-2026-${String(number).padStart(4, '0')}` as CaseReference,
});

const read = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Everything in the section under a heading, as it is read. */
const under = (page: BrowsedPage, id: string) => read(page.$(`section[aria-labelledby="${id}"]`).text());

/** What follows a second heading, up to the next. */
const part = (page: BrowsedPage, heading: string) =>
  read(
    page
      .$('h2')
      .filter((_i, element) => read(page.$(element).text()) === heading)
      .nextUntil('h2')
      .text(),
  );

/** Each card: its title, the days left, and where its button leads. */
const cards = (page: BrowsedPage) =>
  page
    .$('main .app-card')
    .toArray()
    .map((card) => [
      read(page.$(card).find('h3').text()),
      read(page.$(card).find('.app-card__left').text()),
      page.$(card).find('.govuk-button').attr('href'),
    ]);

describe('Today, before there is a case', () => {
  test('the Business Unit is told what to do first', async () => {
    const page = await (await console.as('P01')).get('/');
    expect(page.heading).toMatch(/^Today/);
    expect(page.says).toContain('There is no case yet');
    expect(
      page
        .$('main ol a')
        .toArray()
        .map((link) => page.$(link).attr('href')),
    ).toEqual(['/guide', '/practice', '/notify']);
  });

  test('a partner is told that nothing is theirs yet', async () => {
    const page = await (await console.as('P08')).get('/');
    expect(page.says).toContain('You have no role in a case yet');
  });

  test('the IT officer, who has no work here, comes to the matrix', async () => {
    const page = await (await console.as('P43')).get('/');
    expect([new URL(page.path, console.address).pathname, page.heading]).toEqual(['/cases', 'Children’s Case Matrix']);
  });
});

describe('Today, for the Business Unit', () => {
  test('says what is critically overdue, overdue, due soon and not due yet, with the working days left', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-09').file, 1));
    await console.keep(named(aCase().receivedOn('2026-11-13').file, 2));
    await console.keep(named(aCase().receivedOn('2026-11-19').file, 3));
    const page = await (await console.as('P01')).get('/');
    // Day 5 and day 7 of 9 November are the 13th and the 17th; of the 13th the 19th and the 23rd.
    expect(under(page, 'critical')).toMatch(
      /6 working days overdue Step 3, .*SIN-2026-0001\. By Friday 13 November 2026/,
    );
    expect(under(page, 'overdue')).toMatch(/4 working days overdue Step 5, [^.]*SIN-2026-0001/);
    expect(under(page, 'overdue')).toMatch(/2 working days overdue Step 3, [^.]*SIN-2026-0002/);
    expect(under(page, 'soon')).toContain('due today Step 5, Information and chronology, SIN-2026-0002');
    expect(under(page, 'soon')).toMatch(/2 working days left Step 3, [^.]*SIN-2026-0003/);
    expect(
      page
        .$('main section h3')
        .toArray()
        .map((h) => read(page.$(h).text())),
    ).toEqual(['Critically overdue (2)', 'Overdue (3)', 'Due soon (3)', 'Not due yet (1)']);
    expect(page.$('main section a').first().attr('href')).toBe('/cases/SIN-2026-0001');
  });

  test('and the matrix call the same dates soon: three working days left are, and four are not', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-19').with('sendToFrontDoor').file, 1));
    const browser = await console.as('P01');
    const light = async () => (await browser.get('/cases')).$('tbody tr').text();
    const urgent = async () => (await browser.get('/')).$('main section h3').first().text();
    console.wall = instant('2026-11-20T10:00:00.000Z');
    expect([/Amber|Green/.exec(await light())?.[0], read(await urgent())]).toEqual([
      'Amber',
      expect.stringContaining('Due soon'),
    ]);
    console.wall = instant('2026-11-19T10:00:00.000Z');
    expect([/Amber|Green/.exec(await light())?.[0], read(await urgent())]).toEqual([
      'Green',
      expect.stringContaining('Not due yet'),
    ]);
  });

  test('tells what is mine by name from what anybody at the desk takes', async () => {
    await console.keep(named(aCase().file, 1));
    const whose = async (person: string) => {
      const page = await (await console.as(person)).get('/');
      return page
        .$('main section li')
        .toArray()
        .map((li) => [/Step \d/.exec(page.$(li).text())?.[0], page.$(li).find('.govuk-tag--blue').text()]);
    };
    expect(await whose('P01')).toEqual([
      ['Step 3', 'Yours'],
      ['Step 2', ''],
      ['Step 5', ''],
    ]);
    expect(await whose('P02')).toEqual([
      ['Step 3', ''],
      ['Step 2', 'Yours'],
      ['Step 5', 'Yours'],
    ]);
    const page = await (await console.as('P03')).get('/');
    expect(page.says).toContain('Assigned to Marguerite Thistlewood. Anyone in the Business Unit can do this');
  });

  test('gives every date its reason', async () => {
    const file = named(aCase().file, 1);
    await console.keep(file);
    const page = await (await console.as('P01')).get('/');
    const why = caseSummary(file).turns.find(({ step }) => step === 'decision-meeting')?.why ?? 'none';
    const details = page.$('main section details').first();
    expect(read(details.find('summary').text())).toMatch(/^Why this date\?/);
    expect(read(details.find('.govuk-details__text').text())).toBe(read(why));
  });

  test('has the notification among its own until it is sent to the Front Door', async () => {
    await console.keep(named(aCase().file, 1));
    const page = await (await console.as('P03')).get('/');
    expect(under(page, 'later')).toContain('Step 2, Front Door oversight');
    expect(part(page, 'Waiting for others')).not.toContain('Step 2');
  });

  test('shows what waits for others, and whose turn it is', async () => {
    await console.keep(named(aCase().with('sendToFrontDoor').file, 1));
    const page = await (await console.as('P01')).get('/');
    const others = part(page, 'Waiting for others');
    expect(others).toContain('Step 2, Front Door oversight');
    expect(others).toMatch(/Odalys Brackenridge \(Service Director/);
    expect(others).not.toContain('Step 3');
  });

  test('a reply that the National Panel owes is to be chased, for nobody of theirs signs in', async () => {
    await console.keep(named(aCase().at('panel-reply').file, 1));
    const page = await (await console.as('P01')).get('/');
    expect(page.says).toContain('Waiting for National Panel. Ask for it, and record it when it arrives');
  });

  test('keeps practice cases apart, marks them, and reckons them by their own clock', async () => {
    await console.keep(named(aCase().file, 1));
    const practice = named(aCase().file, 2, { practice: true });
    await console.keep(practice);
    await console.records.cases.setPracticeOffset(practice.reference, 14 * 86_400_000);
    const browser = await console.as('P01');
    const without = await browser.get('/');
    expect(without.says).not.toContain('SIN-2026-0002');
    const link = without.$('a:contains("Show practice cases too")').attr('href') ?? '';
    const withThem = await browser.get(link);
    expect(under(withThem, 'practice-critical')).toMatch(/6 working days overdue Step 3, [^.]*SIN-2026-0002 Practice/);
    expect(under(withThem, 'soon')).not.toContain('SIN-2026-0002');
  });

  test('lists what the system could not do by itself, with names in place of ids', async () => {
    await console.keep(named(aCase().file, 1));
    await console.records.tasks.add({
      key: 'refused-1',
      reference: 'SIN-2026-0001' as CaseReference,
      kind: 'address-refused',
      ...saidOf(says`An email to ${sentencePart.person('P08' as PersonId)} about SIN-2026-0001 was refused.`),
      createdAt: instant('2026-11-23T09:00:00Z'),
    });
    const page = await (await console.as('P01')).get('/');
    const tasks = part(page, 'What the system could not do by itself');
    expect(tasks).toMatch(/An email to [A-Z]\w+ .* was refused/);
    expect(tasks).not.toMatch(/P\d\d/);
    expect((await (await console.as('P08')).get('/')).says).not.toContain('could not do by itself');
  });

  test('shows the most pressing 50, and leads on to the rest', async () => {
    for (let n = 1; n <= 20; n += 1) await console.keep(named(aCase().file, n));
    const browser = await console.as('P01');
    const first = await browser.get('/');
    expect(first.$('main section li')).toHaveLength(50);
    const further = await browser.get(first.$('a:contains("Show what is due after this")').attr('href') ?? '');
    expect(further.$('main section li')).toHaveLength(10);
    expect(further.$('a:contains("Back to what is most pressing")').attr('href')).toBe('/');
  });
});

describe('Today, for somebody else', () => {
  test('shows their own turns in their own cases, and nobody else’s', async () => {
    await console.keep(named(aCase().with('sendToFrontDoor').file, 1));
    const director = await (await console.as('P05')).get('/');
    expect(cards(director)).toEqual([
      [
        'Record the Service Director’s oversight',
        '4 working days left',
        '/cases/SIN-2026-0001/decisions/recordOversight',
      ],
    ]);
    expect(director.says).not.toContain('Step 3');
    expect(director.says).not.toContain('Waiting for others');
    expect(director.says).not.toContain('Name the agencies');
    const legal = await (await console.as('P15')).get('/');
    expect(legal.says).toContain('You have no role in a case yet');
  });

  test('shows nothing of a case that they are shut out of, even in the Business Unit', async () => {
    const shut = aCase().with('shutOut', { person: 'P03', reason: 'W9' }, { by: 'business-manager' }).file;
    await console.keep(named(shut, 1));
    expect((await (await console.as('P02')).get('/')).says).toContain('SIN-2026-0001');
    expect((await (await console.as('P03')).get('/')).says).not.toContain('SIN-2026-0001');
  });
});

describe('What happened', () => {
  const event = (seq: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
    seq,
    kind: 'decision-taken',
    at: instant('2026-11-23T10:00:00Z'),
    on: isoDate('2026-11-23'),
    by: 'P02' as PersonId,
    decision: 'arrangeRapidReviewMeeting',
    details: {},
    ...more,
  });
  const record = async (file: CaseFile, ...events: CaseEvent[]) =>
    console.records.record({ file, events, notices: [] }, caseSummary(file));
  /** The records note when something was recorded by the clock of the database. */
  const realNow = () => fromMillis(Date.now());

  test('is told case by case in sentences, for the first time as far back as a week', async () => {
    console.wall = realNow();
    await record(named(aCase().file, 1), event(1, { kind: 'case-opened' }), event(2));
    await record(named(aCase().file, 2), event(3, { kind: 'reminders-sent' }));
    const page = await (await console.as('P01')).get('/');
    const told = part(page, 'What happened in the last 7 days');
    expect(told).toMatch(/^SIN-2026-0002 .*SIN-2026-0001 /);
    expect(told).toContain('Rowan Appleyard-Finch arranged the Rapid Review meeting');
    expect(told).toContain('The notification was received and the case was opened');
    // The day stands once above what happened on it, and beside each entry the time alone.
    const [day] = told.match(/\w+day \d+ \w+ \d{4} Rowan/) ?? [];
    expect(day).toBe(`${sayDate(londonDate(console.wall))} Rowan`);
    expect(told).toMatch(/arranged the Rapid Review meeting \((?:\d+:\d\d[ap]m|midday|midnight)\)/);
  });

  test('is told since somebody was last here, and no further back', async () => {
    console.wall = realNow();
    await record(named(aCase().file, 1), event(1, { kind: 'case-opened' }));
    await pause(20);
    console.wall = realNow();
    await console.as('P01');
    await pause(20);
    await record(named(aCase().file, 1), event(2));
    console.wall = fromMillis(toMillis(realNow()) + 1_000);
    const page = await (await console.as('P01')).get('/');
    const told = part(page, 'What happened since you were last here');
    expect(told).toContain('arranged the Rapid Review meeting');
    expect(told).not.toContain('the case was opened');
  });

  test('leaves out practice cases unless they are asked for, and then marks them', async () => {
    console.wall = realNow();
    await record(named(aCase().file, 1, { practice: true }), event(1, { kind: 'case-opened' }));
    const browser = await console.as('P01');
    expect((await browser.get('/')).says).not.toContain('SIN-2026-0001');
    const told = part(await browser.get('/?practice=yes'), 'What happened in the last 7 days');
    expect(told).toMatch(/SIN-2026-0001 Practice \w+day [^(]*The notification was received/);
  });

  test('a change of the calendar says which day changed, and nothing that people wrote', () => {
    const day = { what: 'holiday', by: 'P01', at: '2026-11-23T10:00:00.000Z', name: 'Spring bank holiday', why: 'So' };
    const changed: CaseEvent = {
      seq: 2,
      kind: 'calendar-changed',
      at: instant('2026-11-23T10:00:00.000Z'),
      details: {
        days: [
          { ...day, date: '2027-05-31', change: 'removed' },
          { ...day, date: '2027-06-04', change: 'added' },
        ],
        moved: [],
      },
    };
    expect(happened(console.profile, changed)).toBe(
      'Monday 31 May 2027 is no longer a bank holiday, Friday 4 June 2027 is now a bank holiday; the dates were worked out again',
    );
  });

  test('a refused decision says who tried what, and why it was not recorded', () => {
    const refused = event(4, {
      kind: 'decision-refused',
      refusal: refusal(
        'too-late',
        says`${sentencePart.person('P02' as PersonId)} has recorded it already${sentencePart.by('arrangeRapidReviewMeeting')}.`,
      ),
    });
    expect(happened(console.profile, refused)).toBe(
      'Refused: arrange the Rapid Review meeting (Rowan Appleyard-Finch). Rowan Appleyard-Finch has recorded it already',
    );
  });

  test('every decision is told as something that was done, after the name of whoever did it', () => {
    for (const { name: decision, past } of catalogue)
      expect(happened(console.profile, event(5, { decision }))).toBe(
        `Rowan Appleyard-Finch ${past.replaceAll("'", '’')}`,
      );
  });
});

test.each([
  // Monday 7 December 2026; Christmas Day is a Friday, and the substitute for Boxing Day the Monday after it.
  ['2026-12-07', '2026-12-07T10:00', 'soon', 'due today'],
  ['2026-12-07', '2026-12-07T17:30', 'overdue', 'overdue since the end of today'],
  ['2026-12-07', '2026-12-04T10:00', 'soon', '1 working day left'],
  ['2026-12-07', '2026-12-02T10:00', 'soon', '3 working days left'],
  ['2026-12-07', '2026-12-01T10:00', 'later', '4 working days left'],
  ['2026-12-07', '2026-11-30T10:00', 'later', '5 working days left'],
  ['2026-12-07', '2026-11-27T10:00', 'later', '6 working days left'],
  ['2026-12-07', '2026-12-08T10:00', 'overdue', '1 working day overdue'],
  ['2026-12-04', '2026-12-05T10:00', 'overdue', 'overdue since Friday 4 December 2026'],
  ['2026-12-06', '2026-12-05T10:00', 'soon', 'due on Sunday 6 December 2026, before the next working day'],
  ['2026-12-07', '2026-12-11T10:00', 'overdue', '4 working days overdue'],
  ['2026-12-07', '2026-12-14T10:00', 'critical', '5 working days overdue'],
  ['2026-12-29', '2026-12-24T10:00', 'soon', '1 working day left'],
  ['2050-01-03', '2026-12-24T10:00', 'later', 'years left'],
])('what is due on %s is, at %s, %s: %s', (due, now, urgency, sentence) => {
  const dueAt = instant(`${due}T17:00:00Z`);
  expect(daysLeft(england(), { due: isoDate(due), dueAt }, instant(`${now}:00Z`))).toEqual({ urgency, sentence });
});
