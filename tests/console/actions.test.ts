import type { CaseFile } from '../../src/procedure/case/case-file';
import type { CaseReference, Instant, WordsReference } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

/** An action as the office keeps it: the words in the records, a reference in the case. */
const withAction = (builder: CaseBuilder, id: string, form: object): CaseBuilder =>
  builder.with('addAction', { action: `words:${id}`, ...form }, { by: 'business-manager' });

async function keepWith(file: CaseFile, texts: Readonly<Record<string, string>>): Promise<void> {
  await console.keep(file);
  await console.records.words.keepWords(
    file.reference,
    Object.entries(texts).map(([id, text]) => ({ id: `words:${id}` as WordsReference, text })),
  );
}

const threeActions = () =>
  withAction(
    withAction(withAction(aCase(), 'one', { owner: 'P09', dueOn: '2027-03-01' }), 'two', {
      owner: 'P25',
      agency: 'gp',
      dueOn: '2026-11-25',
    }),
    'three',
    { owner: 'P08', agency: 'police', dueOn: '2026-12-10' },
  );

const texts = { one: 'Train the ward staff', two: 'Write to every practice', three: 'Review the strategy protocol' };

describe('Open actions across cases', () => {
  test('are shown due first, the overdue marked in words, with what is to be done and whose it is', async () => {
    await keepWith(threeActions().file, texts);
    console.wall = '2026-11-30T10:00:00.000Z' as Instant;
    const page = await (await console.as('P01')).get('/actions');
    expect(page.says).toContain('3 actions are open in the cases that you can see; 1 is overdue.');
    const rows = page.$('tbody tr');
    expect(rows.length).toBe(3);
    expect(rows.first().text()).toContain('Write to every practice');
    expect(rows.first().text()).toContain('Overdue');
    expect(rows.first().text()).toContain('Wednesday 25 November 2026');
    expect(rows.first().text()).toContain('3 working days overdue');
    expect(rows.first().text()).toContain('GP practices (Integrated Care Board)');
    expect(rows.first().text()).toContain('Under 3 months');
    expect(rows.eq(1).text()).not.toContain('Overdue');
    expect(rows.eq(2).text()).toContain('Train the ward staff');
    expect(rows.first().find('a[href="/cases/SIN-2026-0007"]').length).toBe(1);
  });

  test('are filtered in the address by agency, owner and date, and sorted', async () => {
    await keepWith(threeActions().file, texts);
    console.wall = '2026-11-30T10:00:00.000Z' as Instant;
    const browser = await console.as('P01');
    const numbers = async (query: string): Promise<readonly string[]> => {
      const { $ } = await browser.get(`/actions?${query}`);
      return $('tbody th')
        .map((_, cell) => /^Action (\d)/.exec($(cell).text())?.[1] ?? '')
        .get();
    };
    expect(await numbers('agency=gp')).toEqual(['2']);
    expect(await numbers('agency=none')).toEqual(['1']);
    expect(await numbers('owner=P08')).toEqual(['3']);
    expect(await numbers('due=overdue')).toEqual(['2']);
    expect(await numbers('due=soon')).toEqual(['3']);
    expect(await numbers('due=later')).toEqual(['1']);
    expect(await numbers('order=owner')).toEqual(['3', '2', '1']);
    expect(await numbers('due=nonsense&order=nonsense&page=nonsense')).toEqual(['2', '3', '1']);
    expect((await browser.get('/actions?agency=gp&due=later')).says).toContain('No open action matches that.');
  });

  test('an extended action is due when it was extended to, and says from when', async () => {
    const extended = withAction(aCase(), 'one', { owner: 'P09', dueOn: '2026-11-25' }).with(
      'extendDeadline',
      { deadline: 'action:A2', to: '2026-12-18' },
      { by: 'business-manager' },
    );
    await keepWith(extended.file, texts);
    console.wall = '2026-11-30T10:00:00.000Z' as Instant;
    const page = await (await console.as('P01')).get('/actions');
    expect(page.$('tbody').text()).toContain('Friday 18 December 2026');
    expect(page.$('tbody').text()).toContain('Extended from 25 November 2026');
    expect(page.says).toContain('none is overdue');
  });

  test('are twenty-five a page', async () => {
    let builder = aCase();
    for (let number = 1; number <= 26; number += 1)
      builder = withAction(builder, `w${number}`, { owner: 'P09', dueOn: '2027-03-01' });
    await keepWith(builder.file, {});
    const browser = await console.as('P01');
    const page = await browser.get('/actions');
    expect(page.$('tbody tr').length).toBe(25);
    const next = await browser.get(String(page.$('a[rel=next]').attr('href')));
    expect(next.$('tbody tr').length).toBe(1);
    expect(next.$('caption').text()).toContain('page 2 of 2');
    expect((await browser.get('/actions?page=99')).$('tbody tr').length).toBe(1);
  });

  test('are those of the cases that somebody may see', async () => {
    await keepWith(threeActions().with('shutOut', { person: 'P17' }, { by: 'business-manager' }).file, texts);
    expect((await (await console.as('P08')).get('/actions')).$('tbody tr').length).toBe(3);
    const another = {
      ...threeActions().file,
      reference: 'SIN-2026-0008' as CaseReference,
      people: { 'business-manager': aCase().file.people['business-manager'] ?? [] },
    };
    await console.keep(another);
    expect((await (await console.as('P08')).get('/actions')).$('tbody tr').length).toBe(3);
    expect((await (await console.as('P01')).get('/actions')).$('tbody tr').length).toBe(6);
  });

  test('of practice cases are apart', async () => {
    await keepWith({ ...threeActions().file, practice: true }, texts);
    const browser = await console.as('P01');
    expect((await browser.get('/actions')).says).toContain('No action is open in a case that you can see.');
    const page = await browser.get('/actions?practice=yes');
    expect(page.heading).toBe('Actions of practice cases');
    expect(page.$('tbody tr').first().text()).toContain('Practice');
  });

  test('are for those who lead reviews', async () => {
    for (const person of ['P05', 'P26', 'P43']) {
      expect((await (await console.as(person)).get('/actions')).status).toBe(403);
    }
    for (const person of ['P10', 'P14', 'P16']) {
      expect((await (await console.as(person)).get('/actions')).status).toBe(200);
    }
  });
});
