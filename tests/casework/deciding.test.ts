import { decide, type Deciding } from '../../src/casework/deciding';
import { CasesUnavailable } from '../../src/temporal/cases';
import { TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

const sent = (reference: string, more: Partial<Deciding> = {}) =>
  decide(office, {
    reference,
    name: 'addNote',
    form: { note: 'The ward rang' },
    actor: office.person('P01'),
    key: 'k',
    ...more,
  });

test('a decision that is taken is answered with the case as it then stands', async () => {
  const reference = await office.opened();
  const taken = await sent(reference);
  expect(taken).toMatchObject({ kind: 'taken', seq: 2, repeated: false, recorded: true });
  expect(taken).toMatchObject({ onRecord: { file: { reference, seq: 2 }, summary: { reference } } });
  expect(JSON.stringify(office.cases.handed)).not.toContain('ward rang');
});

test('the same key with the same form is the same decision', async () => {
  const reference = await office.opened();
  await sent(reference);
  expect(await sent(reference)).toMatchObject({ kind: 'taken', seq: 2, repeated: true });
});

const usedForAnother = { kind: 'refused', begun: true, refusal: { code: 'key-used-for-another' } };

test('the same key with other words is another decision, though the case sees no words', async () => {
  const reference = await office.opened();
  await sent(reference);
  expect(await sent(reference, { form: { note: 'Another' } })).toMatchObject(usedForAnother);
});

test('words that were kept for a decision whose sending broke off are not taken for others', async () => {
  const reference = await office.opened();
  office.cases.unavailable = 'away';
  await expect(sent(reference)).rejects.toThrow(CasesUnavailable);
  office.cases.unavailable = undefined;
  expect(await sent(reference, { form: { note: 'Another' } })).toMatchObject(usedForAnother);
  expect(await sent(reference)).toMatchObject({ kind: 'taken', seq: 2, repeated: false });
});

test('a closed case answers what was decided before, under its key and with its words', async () => {
  const reference = await office.opened();
  await sent(reference);
  const [known] = office.cases.files.keys();
  if (known !== undefined) await office.cases.close(known);
  expect(await sent(reference)).toMatchObject({ kind: 'taken', seq: 2, repeated: true });
  expect(await sent(reference, { form: { note: 'Another' } })).toMatchObject(usedForAnother);
  expect(await sent(reference, { key: 'new' })).toMatchObject({ kind: 'refused', refusal: { code: 'closed' } });
  const reopening = { name: 'reopenCase', form: { reason: 'It was real' }, key: 'reopened' } as const;
  expect(await sent(reference, reopening)).toMatchObject({ kind: 'taken', repeated: false });
});

test('a decision that is still being written says so', async () => {
  const reference = await office.opened();
  office.cases.recordsLate = true;
  expect(await sent(reference)).toMatchObject({
    kind: 'taken',
    seq: 2,
    recorded: false,
    onRecord: { file: { seq: 1 } },
  });
});

test('a wrong form has begun nothing, and what the case itself refuses has', async () => {
  const reference = await office.opened();
  const before = office.cases.handed.length;
  expect(await sent(reference, { form: {}, on: 'soon' })).toMatchObject({
    kind: 'refused',
    begun: false,
    refusal: {
      code: 'invalid',
      sentence: '2 fields need to be put right.',
      fields: [{ field: 'note' }, { field: 'on' }],
    },
  });
  expect(office.cases.handed).toHaveLength(before);
  const early = {
    name: 'recordOutcome',
    form: { outcome: 'notify', reason: 'So' },
    actor: office.person('P07'),
  } as const;
  expect(await sent(reference, early)).toMatchObject({ kind: 'refused', begun: true, refusal: { code: 'too-early' } });
});

test.each([undefined, '', 'nonsense', 'SIN-2026-0999'])('there is no case %j', async (reference) => {
  expect(await decide(office, { reference, name: 'addNote', form: {}, actor: office.person('P01'), key: 'k' })).toEqual(
    {
      kind: 'no-such-case',
    },
  );
});

test('a case that Temporal has lost is told from one that never was', async () => {
  const reference = await office.opened();
  office.cases.files.clear();
  expect(await sent(reference)).toMatchObject({ kind: 'not-running', sentence: expect.stringContaining(reference) });
});
