import { addDays, isoDate } from '../../src/procedure/time/dates';
import type { CaseReference } from '../../src/procedure/time/time';
import type { AlikeQuestion, CaseContent } from '../../src/records/content';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aRecording, aSummary, reference, today, wordsId } from './builders';

const born = isoDate('2019-05-04');

describe('what must never be in a workflow', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const contentOf = (name: string, dateOfBirth = born): CaseContent => ({
    children: [{ ref: 'C1', name, dateOfBirth }],
    family: [{ ref: 'F1', name: 'Sam Example', relation: 'mother' }],
    notifier: { name: 'Pat Example', email: 'pat@example.org' },
    home: '1 Example Street',
  });
  const save = (
    of: CaseReference,
    name: string,
    { receivedOn = today, practice = false, dateOfBirth = born } = {},
  ): Promise<void> =>
    test.records.content.saveContent({ reference: of, content: contentOf(name, dateOfBirth), receivedOn, practice });
  const alike = (name: string, more: Partial<AlikeQuestion> = {}) =>
    test.records.content.findAlike({
      children: [{ name, dateOfBirth: born }],
      withinDays: 30,
      receivedOn: today,
      practice: false,
      ...more,
    });

  it('is kept by the reference of the case, and saving it twice is saving it once', async () => {
    await save(reference(1), 'Ellie Example');
    await save(reference(1), 'Ellie Example');
    expect(await test.records.content.contentOf(reference(1))).toEqual(contentOf('Ellie Example'));
    expect(await test.records.content.contentOf(reference(2))).toBeUndefined();
  });

  it('shows a child with the same name and date of birth, however it is written', async () => {
    await save(reference(1), 'Zoë Anne-Marie O’Brien');
    for (const name of ['zoe annemarie obrien', 'ZOE ANNE MARIE O BRIEN', "O'Brien, Zoe"]) {
      expect([name, await alike(name)]).toEqual([name, [reference(1)]]);
    }
  });

  it('shows a child born on the same day whose name is alike in part', async () => {
    await save(reference(1), 'Zoe Smith-Jones');
    expect(await alike('Zoe Brown')).toEqual([reference(1)]);
    expect(await alike('Unknown baby Jones')).toEqual([reference(1)]);
    expect(await alike('Adam Brown')).toEqual([]);
  });

  it('does not take two children for one because of "de" or "van"', async () => {
    await save(reference(1), 'Ana de Souza');
    expect(await alike('Luis de la Cruz')).toEqual([]);
  });

  it('shows nobody born on another day, but the same name where a birthday is not known', async () => {
    await save(reference(1), 'Zoe Smith');
    expect(await alike('', { children: [{ name: 'Zoe Smith', dateOfBirth: isoDate('2019-05-05') }] })).toEqual([]);
    expect(await alike('', { children: [{ name: 'Zoe Smith' }] })).toEqual([reference(1)]);
    expect(await alike('', { children: [{ name: 'Zoe Smyth' }] })).toEqual([]);
  });

  it('looks thirty days back and forward, for a form on paper may be received before and entered after', async () => {
    const days = { 1: -31, 2: -30, 3: 30, 4: 31 };
    for (const [n, offset] of Object.entries(days)) {
      await save(reference(Number(n)), 'Zoe Smith', { receivedOn: addDays(today, offset) });
    }
    expect(await alike('Zoe Smith')).toEqual([reference(2), reference(3)]);
  });

  it('compares practice cases with practice cases only, and never a case with itself', async () => {
    await save(reference(1), 'Zoe Smith');
    await save(reference(2), 'Zoe Smith', { practice: true });
    expect(await alike('Zoe Smith')).toEqual([reference(1)]);
    expect(await alike('Zoe Smith', { practice: true })).toEqual([reference(2)]);
    expect(await alike('Zoe Smith', { savedBefore: reference(1) })).toEqual([]);
  });

  it('shows of forms that come at one moment each to those that were kept later, and to no other', async () => {
    const together = [8, 3, 6, 1, 4, 7, 2, 5].map((n) => reference(n));
    const seen = await Promise.all(
      together.map(async (one) => {
        await save(one, 'Zoe Smith');
        return alike('Zoe Smith', { savedBefore: one });
      }),
    );
    expect(seen.map(({ length }) => length).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // Sent again, the same form is where it was.
    await save(together[0] ?? reference(8), 'Zoe Smith');
    expect(await alike('Zoe Smith', { savedBefore: together[0] ?? reference(8) })).toEqual(seen[0]);
  });

  it('finds the cases that look like one that is on the record, and no form that became none', async () => {
    for (const n of [1, 2, 3]) await save(reference(n), 'Zoe Smith');
    await save(reference(4), 'Zoe Smith', { practice: true });
    await save(reference(5), 'Zoe Smith', { receivedOn: addDays(today, 31) });
    await save(reference(6), 'Adam Brown');
    for (const n of [1, 2, 4, 5, 6]) await test.records.record(aRecording(reference(n), 1), aSummary(reference(n)));
    const like = (n: number) =>
      test.records.content.casesLike({ reference: reference(n), withinDays: 30, receivedOn: today, practice: false });
    expect(await like(1)).toEqual([reference(2)]);
    expect(await like(3)).toEqual([reference(1), reference(2)]);
    expect(await like(6)).toEqual([]);
    expect(await like(7)).toEqual([]);
  });

  it('compares with the children of the content that was saved last', async () => {
    await save(reference(1), 'Zoe Smith');
    await save(reference(1), 'Adam Brown');
    expect(await alike('Zoe Smith')).toEqual([]);
    expect(await alike('Adam Brown')).toEqual([reference(1)]);
  });

  it('keeps the words that people wrote once, by their id', async () => {
    const { words } = test.records;
    await words.keepWords(reference(1), [{ id: wordsId('W1'), text: 'First.' }]);
    await words.keepWords(reference(1), [
      { id: wordsId('W1'), text: 'Changed.' },
      { id: wordsId('W2'), text: 'Second.' },
    ]);
    await words.keepWords(reference(2), [{ id: wordsId('W1'), text: 'Of another case.' }]);

    expect(Object.fromEntries(await words.wordsOf(reference(1)))).toEqual({ W1: 'First.', W2: 'Second.' });
    expect([...(await words.wordsOf(reference(1), [wordsId('W2'), wordsId('W9')])).values()]).toEqual(['Second.']);
    expect((await words.wordsOf(reference(1), [])).size).toBe(0);
  });
});
