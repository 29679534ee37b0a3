import { caseSummary } from '../../activities/case-summary';
import { aCase } from '../support/a-case';
import { Api } from './api';

/* What the Business Unit records on behalf of whoever decided it, through the API. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
}, 300_000);
beforeEach(() => api.reset());
afterAll(() => api.stop());

const outcome = { outcome: 'notify', reason: 'The criteria are met' };
const where = 'The decision meeting of 25 November';
const onBehalf = { of: 'la-partner', where };

async function atTheOutcome(): Promise<string> {
  const { file, now } = aCase().at('outcome');
  api.wall = now;
  api.cases.files.set(file.reference, file);
  await api.records.record({ file, events: [], notices: [] }, caseSummary(file));
  return file.reference;
}

const lastEvent = async (reference: string) => {
  const { body } = await api.get(`/api/cases/${reference}/events`);
  return (body['events'] as readonly unknown[]).at(-1);
};

test('A decision is recorded on behalf of whoever took it; where it was decided stays in the records', async () => {
  const reference = await atTheOutcome();
  const taken = await api.decide(reference, 'recordOutcome', { ...outcome, onBehalf }, { as: 'P01' });
  expect(taken.status).toBe(200);
  const file = api.cases.files.get(aCase().file.reference);
  expect(JSON.stringify(file)).not.toContain(where);
  expect(await lastEvent(reference)).toMatchObject({
    by: 'P01',
    role: 'business-manager',
    recordedFor: { role: 'la-partner', person: null, where, state: 'not-yet-confirmed', answer: null },
  });
  expect((await api.get(`/api/cases/${reference}`)).body).toMatchObject({
    recordedForOthers: [
      { entry: file?.seq, decision: 'recordOutcome', role: 'la-partner', state: 'not-yet-confirmed' },
    ],
  });
});

test('Whoever decided it agrees or objects, and the entry says so', async () => {
  const reference = await atTheOutcome();
  const { body } = await api.decide(reference, 'recordOutcome', { ...outcome, onBehalf }, { as: 'P01' });
  const entry = body['seq'];
  const objection = { entry, agrees: 'no', objection: 'I asked to wait' };
  expect((await api.decide(reference, 'confirmEntry', objection, { as: 'P08' })).status).toBe(403);
  expect((await api.decide(reference, 'confirmEntry', objection, { as: 'P07' })).status).toBe(200);
  expect((await api.get(`/api/cases/${reference}`)).body).toMatchObject({
    recordedForOthers: [{ entry, state: 'objected' }],
  });
  expect((await api.decide(reference, 'confirmEntry', { entry, agrees: 'yes' }, { as: 'P07' })).status).toBe(200);
  expect((await api.get(`/api/cases/${reference}`)).body).toMatchObject({
    recordedForOthers: [{ entry, state: 'confirmed' }],
  });
});

test('It is refused without a word of whom it is for, and at its own field where that is wrong', async () => {
  const reference = await atTheOutcome();
  const without = await api.decide(reference, 'recordOutcome', outcome, { as: 'P01' });
  expect(without.status).toBe(403);
  expect(JSON.stringify(without.body)).toContain('Say on whose behalf you record it (onBehalf).');
  for (const [wrong, field] of [
    [{ of: 'la-partner' }, 'onBehalf.where'],
    [{ of: 'nobody', where }, 'onBehalf.of'],
    [{ of: 'police-partner', where }, 'onBehalf.of'],
    [{ of: 'la-partner', where, why: 'So' }, 'onBehalf.why'],
    ['la-partner', 'onBehalf'],
  ] as const) {
    const answer = await api.decide(reference, 'recordOutcome', { ...outcome, onBehalf: wrong }, { as: 'P01' });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ field }] }]);
  }
});

test('Another person whom it is for is another decision: the same key does not bring it', async () => {
  const reference = await atTheOutcome();
  const sending = { as: 'P01', key: 'one-and-the-same-key' };
  expect((await api.decide(reference, 'recordOutcome', { ...outcome, onBehalf }, sending)).status).toBe(200);
  const again = await api.decide(reference, 'recordOutcome', { ...outcome, onBehalf }, sending);
  expect(again.status).toBe(200);
  const named = { ...outcome, onBehalf: { ...onBehalf, person: 'P07' } };
  const other = await api.decide(reference, 'recordOutcome', named, sending);
  expect([other.status, other.body]).toMatchObject([422, { code: 'key-used-for-another' }]);
});

test('The catalogue and the description of the API say what may be recorded on behalf of whom', async () => {
  const { decisions } = (await api.get('/api/decisions')).body as {
    decisions: readonly { name: string; mayBeRecordedFor: readonly string[] }[];
  };
  const rolesOf = (name: string) => decisions.find((one) => one.name === name)?.mayBeRecordedFor;
  expect(rolesOf('recordOutcome')).toEqual(['la-partner']);
  expect(rolesOf('shutOut')).toEqual([]);
  const { body } = await api.get('/openapi.json');
  const { schemas } = body['components'] as { schemas: Record<string, { properties: object }> };
  expect(schemas['decision-recordOutcome']?.properties).toHaveProperty('onBehalf');
  expect(schemas['decision-shutOut']?.properties).not.toHaveProperty('onBehalf');
});
