import { decide, type Deciding } from '../../src/casework/deciding';
import { findCase } from '../../src/casework/reading';
import { confirmedAsRight } from '../../src/procedure/case/confirmed-as-right';
import { sampleNotification } from '../../src/api/examples';
import { TestOffice } from './office';

/* Answers that hardly go together are asked about where a child is added or the notification is corrected. */

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

let count = 0;
const send = (reference: string, name: Deciding['name'], form: object, key = `k${(count += 1)}`) =>
  decide(office, { reference, name, form, actor: office.person('P01'), key });
const correct = (reference: string, field: string, value: unknown, more: object = {}, entry = 1) =>
  send(reference, 'correctFact', { entry, field, value, reason: 'The form said otherwise', ...more });
const sparrow = {
  ref: 'child-2',
  ...{ name: 'Sparrow Ashdown-Pike', dateOfBirth: '2022-04-04', died: false, lookedAfter: false, careLeaver: false },
};
const leaver = { ...sparrow, careLeaver: true };

async function fileOf(reference: string) {
  const known = await findCase(office, reference);
  if (known === undefined) throw new Error('no case');
  return known.file;
}

const asksFor = (field: string, code: string) => ({
  kind: 'refused',
  begun: false,
  refusal: {
    code: 'to-be-confirmed',
    sentence: expect.stringContaining(`If so, send it again with "${code}" in "confirmed".`) as string,
    fields: [{ field }],
  },
});

describe('A child who is added', () => {
  test('with answers that hardly go together is asked about, and taken once confirmed', async () => {
    const reference = await office.opened();
    expect(await send(reference, 'addChild', leaver)).toMatchObject(asksFor('careLeaver', 'care-leaver-under-16'));
    expect((await fileOf(reference)).seq).toBe(1);
    const confirmed = ['care-leaver-under-16'];
    expect(await send(reference, 'addChild', { ...leaver, confirmed }, 'again')).toMatchObject({ kind: 'taken' });
    const file = await fileOf(reference);
    expect(confirmedAsRight(file)).toEqual([{ doubt: 'care-leaver-under-16', child: 'child-2', by: 2 }]);
    const repeated = await send(reference, 'addChild', { ...leaver, confirmed }, 'again');
    expect(repeated).toMatchObject({ kind: 'taken', seq: 2, repeated: true });
  });

  test('with the NHS number of another child is asked about, and neither is named in the sentence', async () => {
    const reference = await office.opened();
    const twice = { ...sparrow, nhsNumber: '999 000 0018' };
    const asked = await send(reference, 'addChild', twice);
    expect(asked).toMatchObject(asksFor('name', 'same-child-twice'));
    expect(JSON.stringify(asked)).not.toMatch(/Sparrow|Wren|999/);
  });

  test('is not asked about what was in doubt before', async () => {
    const reference = await office.opened({
      setting: 'foster-home',
      confirmed: ['foster-home-not-looked-after'],
    });
    expect(await send(reference, 'addChild', sparrow)).toMatchObject({ kind: 'taken' });
  });

  test('with a confirmation of what nobody doubts is refused', async () => {
    const reference = await office.opened();
    expect(await send(reference, 'addChild', { ...sparrow, confirmed: ['died-before-incident'] })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'invalid', fields: [{ field: 'confirmed' }] },
    });
  });
});

describe('A correction of the notification', () => {
  test.each([
    ['the place', 'setting', 'foster-home', 'foster-home-not-looked-after'],
    ['a flag of a child', 'children.0.careLeaver', true, 'care-leaver-under-16'],
    ['a date of birth', 'children.0.dateOfBirth', '2026-11-18', 'school-under-3-months'],
    ['a description', 'children.0.disabilityDetails', 'Deaf in one ear', 'disability-without-one'],
    ['the day of the incident', 'incidentOn', '2024-05-01', 'school-under-3-months'],
    ['the death of a child', 'children.0.died', true, 'death-without-criterion'],
  ])(
    '%s that hardly goes with the rest is asked about, and taken once confirmed',
    async (_what, field, value, code) => {
      const reference = await office.opened();
      expect(await correct(reference, field, value)).toMatchObject(asksFor('value', code));
      expect(await correct(reference, field, value, { confirmed: [code] })).toMatchObject({ kind: 'taken' });
      const [confirmed] = confirmedAsRight(await fileOf(reference));
      expect(confirmed).toMatchObject({ doubt: code, by: 2 });
      expect(confirmed?.child).toBe(field.startsWith('children') ? 'child-1' : undefined);
    },
  );

  test('that puts a doubtful answer right is not asked about', async () => {
    const reference = await office.opened();
    await correct(reference, 'children.0.careLeaver', true, { confirmed: ['care-leaver-under-16'] });
    expect(await correct(reference, 'children.0.careLeaver', false)).toMatchObject({ kind: 'taken' });
  });

  test('of a child who was added is asked about as well, and the child is named by code', async () => {
    const reference = await office.opened();
    await send(reference, 'addChild', sparrow);
    expect(await correct(reference, 'careLeaver', true, {}, 2)).toMatchObject(asksFor('value', 'care-leaver-under-16'));
    await correct(reference, 'careLeaver', true, { confirmed: ['care-leaver-under-16'] }, 2);
    expect(confirmedAsRight(await fileOf(reference))).toEqual([
      { doubt: 'care-leaver-under-16', child: 'child-2', by: 3 },
    ]);
    await send(reference, 'removeChild', { ref: 'child-2', reason: 'A cousin' });
    expect(confirmedAsRight(await fileOf(reference))).toEqual([]);
  });
});

test('What the notifier confirmed is in the case by codes alone, and what nobody doubted is not', async () => {
  const [child] = sampleNotification.children;
  const more = {
    children: [{ ...child, careLeaver: true, confirmed: ['care-leaver-under-16', 'died-before-incident'] }],
    confirmed: ['school-without-pupil'],
  };
  const reference = await office.opened(more);
  const file = await fileOf(reference);
  expect(file.notification.confirmed).toEqual([{ doubt: 'care-leaver-under-16', child: 'child-1', by: 'notifier' }]);
  expect(confirmedAsRight(file)).toEqual(file.notification.confirmed);
  await office.reset();
  expect((await fileOf(await office.opened())).notification).not.toHaveProperty('confirmed');
});
