import * as z from 'zod/mini';
import { sampleNotification } from '../../src/api/examples';
import { schemas, type SchemaName } from '../../src/api/schemas';
import { Api, type Body } from './api';

/* What each reads of a case: its state, what people wrote in it, the names. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const names = /Ashdown|Corin|Wren|2024-03-09|Fallowmere|head injury|Oriel|Pemberley|Pemberton/;
const words = /grandmother|awake|discharge policy|hospital notes/;

async function read(where: string, schema: SchemaName, as?: string): Promise<Body> {
  const answer = await api.get(where, as === undefined ? {} : { 'x-acting-as': as });
  expect([where, as, answer.status]).toEqual([where, as, 200]);
  expect(z.safeParse(schemas[schema], answer.body).error).toBeUndefined();
  return answer.body;
}

/** A case in which people have written. */
async function written(): Promise<string> {
  const reference = await api.opened();
  await api.decide(reference, 'addNote', { note: 'The child is awake.' });
  await api.decide(reference, 'addAction', {
    action: 'Review the discharge policy',
    owner: 'P29',
    dueOn: '2027-02-01',
  });
  await api.decide(reference, 'recordAgencySummary', { partner: 'la', keptAt: 'hospital notes' });
  const correction = { entry: 4, field: 'keptAt', value: 'the other hospital notes', reason: 'A slip' };
  await api.decide(reference, 'correctFact', correction);
  const relative = { ref: 'family-3', relation: 'grandparent', name: 'Oriel Pemberley' };
  await api.decide(reference, 'addFamilyMember', relative);
  const misheard = { entry: 6, field: 'name', value: 'Oriel Pemberton', reason: 'It was misheard' };
  const { status } = await api.decide(reference, 'correctFact', misheard);
  expect(status).toBe(200);
  return reference;
}

async function everything(reference: string, as?: string): Promise<string> {
  const parts = [
    await read(`/api/cases/${reference}`, 'Case', as),
    await read(`/api/cases/${reference}/events`, 'Events', as),
    await read(`/api/cases/${reference}/notices`, 'Notices', as),
    await read(`/api/cases/${reference}/plan`, 'Plan', as),
  ];
  return JSON.stringify(parts);
}

test.each(['P01', 'P02', 'P03', 'P07', 'P08', 'P09', 'P14'])('%s sees names and words', async (as) => {
  const all = await everything(await written(), as);
  expect(all).toMatch(names);
  for (const one of ['Wren', 'head injury', 'Pemberley', 'Pemberton', 'awake', 'hospital notes'])
    expect(all).toContain(one);
});

test('The installation sees words, and no names', async () => {
  const reference = await written();
  const all = await everything(reference);
  for (const one of ['grandmother', 'awake', 'discharge policy', 'hospital notes', 'misheard'])
    expect(all).toContain(one);
  expect(all).not.toMatch(names);
  expect(await read(`/api/cases/${reference}`, 'Case')).not.toHaveProperty('content');
});

test.each(['P05', 'P06', 'P10', 'P15', 'P16', 'P26', 'P36', 'P39'])(
  '%s sees nothing of a case before being asked or told, on no route',
  async (as) => {
    const reference = await written();
    for (const part of ['', '/events', '/notices', '/plan']) {
      const answer = await api.get(`/api/cases/${reference}${part}`, { 'x-acting-as': as });
      expect([as, part, answer.status]).toEqual([as, part, 404]);
    }
    const note = await api.decide(reference, 'addNote', { note: 'Seen' }, { as });
    expect([as, note.status]).toEqual([as, 404]);
  },
);

test('The Service Director sees the notification with its names once it is sent, and nothing that was written since', async () => {
  const reference = await written();
  await api.decide(reference, 'sendToFrontDoor', { sentBy: 'Duty' });
  const all = await everything(reference, 'P05');
  for (const one of ['Wren', 'head injury', 'grandmother']) expect(all).toContain(one);
  expect(all).not.toMatch(/awake|discharge policy|hospital notes/);
});

test('The Service Director is told of no look-alike of which they may not know', async () => {
  const first = await api.opened();
  const second = await api.opened({ incidentOn: '2026-11-18' });
  await api.decide(second, 'sendToFrontDoor', { sentBy: 'Duty' });
  const page = await read(`/api/cases/${second}`, 'Case', 'P05');
  expect(page).toMatchObject({ notification: { looksLike: [] } });
  expect(await read(`/api/cases/${second}`, 'Case', 'P01')).toMatchObject({ notification: { looksLike: [first] } });
});

test('An agency that was asked sees its own entries and emails, and neither the case nor its plan', async () => {
  const reference = await written();
  for (const partner of ['la', 'police', 'health'])
    await api.decide(reference, 'nameAgencies', { partner, agencies: ['gp'] });
  expect((await api.decide(reference, 'askAgencies', { agencies: ['gp', 'police'] })).status).toBe(200);
  for (const part of ['', '/plan']) {
    const answer = await api.get(`/api/cases/${reference}${part}`, { 'x-acting-as': 'P26' });
    expect([part, answer.status]).toEqual([part, 404]);
  }
  const { events } = await read(`/api/cases/${reference}/events`, 'Events', 'P26');
  expect((events as { decision: string }[]).map(({ decision }) => decision)).toEqual(['askAgencies']);
  const { notices } = await read(`/api/cases/${reference}/notices`, 'Notices', 'P26');
  expect((notices as { to: { id: string } }[]).map(({ to }) => to.id)).toEqual(['P26']);
  const answered = await api.decide(reference, 'recordReturn', { agency: 'gp', answer: 'nil' }, { as: 'P26' });
  expect([answered.status, answered.text.match(names), answered.text.match(words)]).toEqual([200, null, null]);
});

test('the IT officer sees where the case stands, and nothing of what is in it', async () => {
  const reference = await written();
  const all = await everything(reference, 'P43');
  expect(all).not.toMatch(names);
  expect(all).not.toMatch(words);
  expect(all).not.toMatch(/words:|Locala|life-threatening/);
  const page = await read(`/api/cases/${reference}`, 'Case', 'P43');
  expect(page).toMatchObject({
    reference,
    stage: 'deciding',
    notification: null,
    looksLike: null,
    parallelProcesses: null,
    tasks: null,
    actions: [{ owner: 'P29', text: null }],
  });
  const { events } = await read(`/api/cases/${reference}/events`, 'Events', 'P43');
  expect(events).toHaveLength(7);
  expect(events).toMatchObject(Array.from({ length: 7 }, () => ({ by: 'P01', details: null })));
  const { notices } = await read(`/api/cases/${reference}/notices`, 'Notices', 'P43');
  expect(notices).toContainEqual(expect.objectContaining({ state: 'waiting', values: null, lines: null }));
  expect(await read('/api/cases', 'CaseList', 'P43')).toMatchObject({ cases: [{ reference, agencies: null }] });
});

test('an order is answered with the case as whoever gave it sees it, and never with names', async () => {
  const send = (as: string) => api.post('/api/notifications', sampleNotification, { as });
  const [manager, officer, panel] = [await send('P01'), await send('P43'), await send('P40')];
  for (const { status, body, text } of [manager, officer, panel]) {
    expect(status).toBe(201);
    expect(z.safeParse(schemas.Opened, body).error).toBeUndefined();
    expect(text).not.toMatch(names);
  }
  expect(manager.body).toMatchObject({ notification: { immediateSafety: sampleNotification.immediateSafety } });
  expect(officer.body).toMatchObject({ stage: 'deciding', notification: null });
  expect(panel.body).toEqual({ reference: 'SIN-2026-0003' });
  expect(panel.headers.get('location')).toBe('/api/cases/SIN-2026-0003');
  const decided = await api.decide('SIN-2026-0001', 'addNote', { note: 'Awake' });
  expect(decided.text).not.toMatch(names);
});

const byNames = ['ashdown', 'fallowmere', 'injury', 'oriel', 'pemberley', 'pemberton'];
const byWords = ['awake', 'misheard', 'locala'];

describe('a search', () => {
  const found = async (text: string, as?: string) => {
    const { status, body } = await api.search({ text }, as === undefined ? {} : { 'x-acting-as': as });
    // A person without a list of cases has no search of them.
    return status === 403 ? [] : (body['cases'] as { reference: string }[]).map(({ reference }) => reference);
  };

  test.each([
    ['P01', [...byNames, ...byWords, 'SIN-2026-0001']],
    ['P03', [...byNames, ...byWords, 'SIN-2026-0001']],
    ['P07', [...byNames, ...byWords, 'SIN-2026-0001']],
    // Nobody has asked them anything yet.
    ['P26', []],
    ['P43', ['SIN-2026-0001']],
    ['P36', []],
    [undefined, [...byWords, 'SIN-2026-0001']],
  ])('by %s finds by what they may read', async (as, finds) => {
    const reference = await written();
    for (const text of [...byNames, ...byWords, 'SIN-2026-0001']) {
      expect([text, await found(text, as)]).toEqual([text, finds.includes(text) ? [reference] : []]);
    }
  });
});

describe('a case of which a person sees nothing', () => {
  /** P04 is of the Business Unit, and is shut out of the first of two cases about one child. */
  async function shutOut() {
    const [first, second] = [await api.opened(), await api.opened({ incidentOn: '2026-11-18' })];
    await api.decide(first, 'shutOut', { person: 'P04', reason: 'An aunt of the child' });
    return { first, second };
  }

  test('is not named by another that looks like it', async () => {
    const { first, second } = await shutOut();
    for (const [as, sees] of [
      ['P04', false],
      ['P03', true],
    ] as const) {
      const page = await read(`/api/cases/${second}`, 'Case', as);
      expect(page['looksLike']).toEqual(sees ? [first] : []);
      expect((await everything(second, as)).includes(first)).toBe(sees);
    }
  });

  test('is in no list and found by no search, and the others are', async () => {
    const { second } = await shutOut();
    for (const query of ['', '?open=true&order=reference']) {
      const { cases } = await read(`/api/cases${query}`, 'CaseList', 'P04');
      expect((cases as { reference: string }[]).map(({ reference }) => reference)).toEqual([second]);
    }
    for (const text of ['ashdown', 'aunt', 'SIN-2026']) {
      const { cases } = (await api.search({ text }, { 'x-acting-as': 'P04' })).body;
      expect((cases as { reference: string }[]).map(({ reference }) => reference)).toEqual(
        text === 'aunt' ? [] : [second],
      );
    }
  });

  test('is not answered under a key of before either, and is read again once they are let back in', async () => {
    const first = await api.opened();
    const note = () => api.decide(first, 'addNote', { note: 'Seen' }, { as: 'P04', key: 'k' });
    expect((await note()).status).toBe(200);
    await api.decide(first, 'shutOut', { person: 'P04', reason: 'An aunt of the child' });
    expect((await note()).status).toBe(404);
    await api.decide(first, 'letBackIn', { person: 'P04', reason: 'Another family of that name' });
    expect((await note()).status).toBe(200);
    await read(`/api/cases/${first}`, 'Case', 'P04');
  });
});
