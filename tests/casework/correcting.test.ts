import { sampleNotification } from '../../src/api/examples';
import { decide, type Deciding } from '../../src/casework/deciding';
import { casePage, findCase, recordPart } from '../../src/casework/reading';
import { looksLike } from '../../src/casework/possible-duplicates';
import { TestOffice } from './office';

/* Names and dates of birth are put right in the records, and no case, email or log ever carries them. */

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

let count = 0;
const send = (reference: string, name: Deciding['name'], form: object) =>
  decide(office, { reference, name, form, actor: office.person('P01'), key: `k${(count += 1)}` });
const correct = (reference: string, field: string, value: unknown, entry = 1) =>
  send(reference, 'correctFact', { entry, field, value, reason: 'The form said otherwise' });
const sparrow = {
  ref: 'child-2',
  name: 'Sparrow Ashdown-Pike',
  dateOfBirth: '2022-04-04',
  died: false,
  lookedAfter: false,
  careLeaver: false,
  sex: 'male',
  ethnicGroup: 'white-and-asian',
  disability: 'not-known',
};

async function read(reference: string, as = 'P01') {
  const known = await findCase(office, reference);
  if (known === undefined) throw new Error('no case');
  const reader = office.person(as);
  const [page, { events }] = await Promise.all([
    casePage(office, known, reader),
    recordPart(office, known.file, { reader }),
  ]);
  return { page, events, file: known.file };
}

const found = async (text: string): Promise<number> =>
  (await office.records.cases.list({ text, mayReadNames: true, limit: 10 } as never)).cases.length;

test('A name put right is what the case page, the search and the record say, and the old name stays on the record', async () => {
  const reference = await office.opened();
  expect(await correct(reference, 'children.0.name', 'Robin Ashdown-Pike')).toMatchObject({ kind: 'taken', seq: 2 });
  const { page, events } = await read(reference);
  expect(page).toMatchObject({ content: { children: [{ ref: 'child-1', name: 'Robin Ashdown-Pike' }] } });
  expect(page).not.toHaveProperty('content.asItCame');
  expect(events[1]).toMatchObject({ details: { value: 'Robin Ashdown-Pike' }, was: 'Wren Ashdown-Pike' });
  expect(events[0]).toMatchObject({ correctedBy: [2] });
  await correct(reference, 'children.0.name', 'Martin Ashdown-Pike');
  expect((await read(reference)).events[2]).toMatchObject({ was: 'Robin Ashdown-Pike' });
  expect((await read(reference)).events[1]).toMatchObject({ details: { value: 'Robin Ashdown-Pike' } });
});

test('Neither the old nor the new name reaches the engine or an email', async () => {
  const reference = await office.opened();
  await correct(reference, 'children.0.name', 'Robin Ashdown-Pike');
  await correct(reference, 'children.0.dateOfBirth', '2019-09-09');
  await correct(reference, 'notifier.telephone', '01632 960001');
  await send(reference, 'addChild', sparrow);
  const { file } = await read(reference);
  const notices = await office.records.notices.noticesOf(file.reference);
  const said = JSON.stringify([office.cases.handed, file, notices]);
  for (const personal of ['Robin', 'Wren', '2019-09-09', '960001', 'Sparrow', '2022-04-04']) {
    expect(said).not.toContain(personal);
  }
});

test('Whoever sees words and no names sees that a name was corrected, and neither name', async () => {
  const reference = await office.opened();
  await correct(reference, 'children.0.name', 'Robin Ashdown-Pike');
  await send(reference, 'addChild', sparrow);
  const { file } = await read(reference);
  const { events } = await recordPart(office, file, { reader: 'installation' });
  expect(events[1]).toMatchObject({ details: { field: 'children.0.name', value: null }, was: null });
  expect(JSON.stringify(events)).not.toMatch(/Robin|Wren|Sparrow|2022-04-04/);
});

test('Everything else that the records keep of the form is corrected: birth, relative, notifier, what happened', async () => {
  const reference = await office.opened();
  await correct(reference, 'children.0.dateOfBirth', '2019-09-09');
  await correct(reference, 'family.0.name', 'Merle Ashdown');
  await correct(reference, 'notifier.telephone', '01632 960001');
  await correct(reference, 'notifier.email', undefined);
  await correct(reference, 'circumstances', 'It was a fall after all.');
  expect((await read(reference)).page).toMatchObject({
    content: {
      children: [{ dateOfBirth: '2019-09-09' }],
      family: [{ name: 'Merle Ashdown' }, { name: 'Corin Pike' }],
      notifier: { phone: '01632 960001' },
      circumstances: 'It was a fall after all.',
    },
  });
  expect((await read(reference)).page).not.toHaveProperty('content.notifier.email');
});

test('What is read with a name is corrected, taken out and kept from the case as the name is', async () => {
  const reference = await office.opened();
  await correct(reference, 'children.0.sex', 'male');
  await correct(reference, 'children.0.nhsNumber', '9990000026');
  await correct(reference, 'children.0.school', undefined);
  await correct(reference, 'children.0.disability', 'yes');
  await correct(reference, 'children.0.disabilityDetails', 'Deaf in one ear');
  await correct(reference, 'incidentPlace', 'The stairs');
  await correct(reference, 'incidentTime', undefined);
  const { page, events, file } = await read(reference);
  expect(page).toMatchObject({
    content: {
      children: [
        {
          ...{ sex: 'male', nhsNumber: '999 000 0026', disabilityDetails: 'Deaf in one ear' },
          ...{ gp: 'Curlew Rise Surgery', address: '14 Curlew Rise, Huddersfield HD1 9ZZ' },
        },
      ],
      incidentPlace: 'The stairs',
    },
  });
  expect(page).not.toHaveProperty('content.children.0.school');
  expect(page).not.toHaveProperty('content.incidentTime');
  expect(events[1]).toMatchObject({ details: { value: 'male' }, was: 'female' });
  expect(JSON.stringify([office.cases.handed, file])).not.toMatch(/Curlew|999 000|Deaf|stairs|kitchen/);
  const unnamed = await recordPart(office, file, { reader: 'installation' });
  expect(JSON.stringify(unnamed.events)).not.toMatch(/Curlew|999 000|Deaf|stairs|kitchen|female/);
});

test('A placement is of a looked after child, where a child is added and where an answer is corrected', async () => {
  const reference = await office.opened();
  const wrong = (field: string) => ({
    kind: 'refused',
    refusal: {
      fields: [{ field, sentence: 'Say that the child was looked after, or leave the placement out' }],
    },
  });
  const placed = { ...sparrow, placement: 'friends-or-family', plan: 'child-in-need' };
  expect(await send(reference, 'addChild', placed)).toMatchObject(wrong('placement'));
  expect(await correct(reference, 'children.0.placement', 'foster-care')).toMatchObject(wrong('value'));
  expect(await send(reference, 'addChild', { ...placed, lookedAfter: true })).toMatchObject({ kind: 'taken' });
  expect(await correct(reference, 'lookedAfter', false, 2)).toMatchObject(wrong('value'));
  const { page, file } = await read(reference);
  expect(page).toMatchObject({
    content: { children: [{}, { placement: 'friends-or-family', plan: 'child-in-need' }] },
  });
  expect(JSON.stringify([office.cases.handed, file])).not.toMatch(/friends-or-family|child-in-need/);
});

test('A child who is added brings what is read with the name, and none of it is in the case', async () => {
  const reference = await office.opened();
  await send(reference, 'addChild', { ...sparrow, nhsNumber: '999 000 0034', gp: 'Dr Curlew' });
  const { page, file } = await read(reference);
  expect(page).toMatchObject({
    content: { children: [{}, { sex: 'male', nhsNumber: '999 000 0034', gp: 'Dr Curlew' }] },
  });
  expect(JSON.stringify([office.cases.handed, file])).not.toMatch(/0034|Dr Curlew|white-and-asian/);
});

test.each([
  ['children.0.sex', 'unsure', /sex/],
  ['children.0.nhsNumber', '999 000 0019', /NHS number of ten digits/],
  ['children.0.diedOn', '2026-11-20', /Say that the child has died/],
  ['circumstances', undefined, /./],
])('An answer about a child that cannot stand is refused: %s = %s', async (field, value, says) => {
  const reference = await office.opened();
  const answer = await correct(reference, field, value);
  expect(answer.kind).toBe('refused');
  expect(JSON.stringify(answer)).toMatch(says);
});

test('A child who has died is not corrected to have died before the birth, nor to live', async () => {
  const [child] = sampleNotification.children;
  const children = [{ ...child, died: true, diedOn: '2026-11-19' }];
  const reference = await office.opened({ criteria: ['death-abuse-or-neglect'], seriousHarm: undefined, children });
  for (const [field, value, says] of [
    ['children.0.diedOn', '2020-01-01', /before the date of birth/],
    ['children.0.dateOfBirth', '2026-11-20', /after the incident/],
    ['children.0.died', false, /leave the date of death out/],
  ] as const)
    expect(JSON.stringify(await correct(reference, field, value))).toMatch(says);
});

test.each([
  ['children.0.dateOfBirth', '2027-01-01', /after the incident/],
  ['children.0.dateOfBirth', '1999-01-01', /18 or over/],
  ['children.0.dateOfBirth', 'words:made-up', /real date/],
  ['children.0.dateOfBirth', '2020-02-30', /real date/],
  ['incidentOn', '2001-01-01', /after the incident/],
])('A child born on the wrong side of the incident is refused: %s = %s', async (field, value, says) => {
  const reference = await office.opened();
  const answer = await correct(reference, field, value);
  expect(answer).toMatchObject({
    kind: 'refused',
    refusal: { fields: [{ field: 'value', sentence: expect.stringMatching(says) }] },
  });
});

test('A child who is added stands beside the others and is found; one who is removed does not, and is', async () => {
  const reference = await office.opened();
  expect(await send(reference, 'addChild', sparrow)).toMatchObject({ kind: 'taken' });
  expect((await read(reference)).page).toMatchObject({
    content: {
      children: [{ ref: 'child-1' }, { ref: 'child-2', name: 'Sparrow Ashdown-Pike', dateOfBirth: '2022-04-04' }],
    },
  });
  expect(await correct(reference, 'name', 'Dunnock Ashdown-Pike', 2)).toMatchObject({ kind: 'taken' });
  expect((await read(reference)).page).toMatchObject({ content: { children: [{}, { name: 'Dunnock Ashdown-Pike' }] } });
  await send(reference, 'removeChild', { ref: 'child-1', reason: 'Was not there' });
  const { page, events } = await read(reference);
  expect(page).toMatchObject({
    content: { children: [{ ref: 'child-2' }] },
    notification: { children: [{ ref: 'child-2' }] },
  });
  expect(events.at(-1)).toMatchObject({ details: { ref: 'child-1', reason: 'Was not there' } });
});

test('A child born after the incident, or grown up, is not added', async () => {
  const reference = await office.opened();
  expect(await send(reference, 'addChild', { ...sparrow, dateOfBirth: '2027-04-04' })).toMatchObject({
    kind: 'refused',
    refusal: { fields: [{ field: 'dateOfBirth', sentence: expect.stringMatching(/must be from 1 January 1900/) }] },
  });
});

test('A case is found by a name that was put right and by what it was before, and not by somebody who was removed', async () => {
  const reference = await office.opened();
  await send(reference, 'addChild', sparrow);
  await send(reference, 'addFamilyMember', { ref: 'family-9', relation: 'sibling', name: 'Pipit Ashdown' });
  expect([await found('Wren'), await found('Sparrow'), await found('Pipit')]).toEqual([1, 1, 1]);
  await correct(reference, 'children.0.name', 'Robin Ashdown-Pike');
  await send(reference, 'removeChild', { ref: 'child-2', reason: 'Was not there' });
  await send(reference, 'removeFamilyMember', { ref: 'family-9', reason: 'A neighbour' });
  expect([await found('Robin'), await found('Wren'), await found('Sparrow'), await found('Pipit')]).toEqual([
    1, 1, 0, 0,
  ]);
});

test('Another case that looks like a child as corrected, or as added, is shown on both', async () => {
  const first = await office.opened();
  const { ref: _ref, ...child } = sparrow;
  const other = await office.notified({ children: [child] }, { key: 'm', print: 'm' });
  expect(other).toMatchObject({ kind: 'opened' });
  const alike = async () => looksLike(office, (await read(first)).file);
  expect(await alike()).toEqual([]);
  await send(first, 'addChild', sparrow);
  expect(await alike()).toEqual(['SIN-2026-0002']);
  await send(first, 'removeChild', { ref: 'child-2', reason: 'Another case' });
  expect(await alike()).toEqual([]);
});

test('Content that was corrected stays so though the form is sent again under its key', async () => {
  const reference = await office.opened();
  await correct(reference, 'children.0.name', 'Robin Ashdown-Pike');
  await office.notified();
  expect((await read(reference)).page).toMatchObject({ content: { children: [{ name: 'Robin Ashdown-Pike' }] } });
});

test('A case that was found not to be the same is shown as a look-alike no longer, until that is set aside', async () => {
  const first = await office.opened();
  await office.notified({}, { key: 'm', print: 'm' });
  const alike = async () => looksLike(office, (await read(first)).file);
  expect(await alike()).toEqual(['SIN-2026-0002']);
  await send(first, 'dismissLookAlike', { other: 'SIN-2026-0002', reason: 'Another child of the same name' });
  expect(await alike()).toEqual([]);
  await send(first, 'setEntryAside', { entry: 2, reason: 'It is the same child' });
  expect(await alike()).toEqual(['SIN-2026-0002']);
});
