import { CasesUnavailable } from '../../src/temporal/cases';
import * as z from 'zod/mini';
import { problems } from '../../src/api/problems';
import { schemas } from '../../src/api/schemas';
import { refusalCodes, type RefusalCode } from '../../src/procedure/refusals';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const note = { note: 'The ward rang: the child is awake.' };

test('a decision is answered with its number in the record and the case as it then stands', async () => {
  const reference = await api.opened();
  const answer = await api.decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' });
  expect(answer.status).toBe(200);
  expect(z.safeParse(schemas.Decided, answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({
    reference,
    decision: 'sendToFrontDoor',
    seq: 2,
    recorded: true,
    case: { reference },
  });
});

test('what people write never reaches the engine, and is read back with the record', async () => {
  const reference = await api.opened();
  await api.decide(reference, 'addNote', note);
  expect(JSON.stringify(api.cases.handed)).not.toContain('ward rang');
  const events = (await api.get(`/api/cases/${reference}/events`)).body;
  expect(z.safeParse(schemas.Events, events).error).toBeUndefined();
  expect(events).toMatchObject({ events: [{ seq: 1 }, { seq: 2, decision: 'addNote', details: note }] });
});

test('words deep in a form are kept too, in lists as well', async () => {
  const reference = await api.opened();
  const disagreement = { scrutineerInput: 'Looked at both views', escalated: true, reason: 'No agreement' };
  for (const partner of ['la', 'police', 'health']) {
    await api.decide(reference, 'recordAgencySummary', { partner, keptAt: `Folder of ${partner}` });
  }
  const form = {
    businessManagerPresent: true,
    scrutineerPresent: true,
    views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
    disagreement,
  };
  expect((await api.decide(reference, 'recordDecisionMeeting', form)).status).toBe(200);
  expect(JSON.stringify(api.cases.handed)).not.toMatch(/both views|No agreement|Folder of/);
  expect((await api.get(`/api/cases/${reference}/events?after=4`)).body).toMatchObject({ events: [{ details: form }] });
});

test('the same decision twice under one key is one decision with one answer', async () => {
  const reference = await api.opened();
  const [first, second] = [
    await api.decide(reference, 'addNote', note, { key: 'k' }),
    await api.decide(reference, 'addNote', note, { key: 'k' }),
  ];
  expect(second.text).toBe(first.text);
  expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toHaveLength(2);
});

test('the order of the fields makes no other decision', async () => {
  const reference = await api.opened();
  const form = { partner: 'la', keptAt: 'A folder' };
  await api.decide(reference, 'recordAgencySummary', form, { key: 'k' });
  const again = await api.decide(reference, 'recordAgencySummary', { keptAt: 'A folder', partner: 'la' }, { key: 'k' });
  expect(again.status).toBe(200);
});

test('another decision under the same key is refused', async () => {
  const reference = await api.opened();
  await api.decide(reference, 'addNote', note, { key: 'k' });
  for (const answer of [
    await api.decide(reference, 'addNote', { note: 'Something else' }, { key: 'k' }),
    await api.decide(reference, 'recordMediaInterest', { interest: 'A newspaper' }, { key: 'k' }),
  ]) {
    expect(answer.status).toBe(422);
    expect(answer.body['code']).toBe('key-used-for-another');
  }
});

test('of the same decision sent at once one is answered, and the other is asked to wait', async () => {
  const reference = await api.opened();
  api.cases.takesMs = 1_500;
  const answers = await Promise.all([
    api.decide(reference, 'addNote', note, { key: 'k' }),
    api.decide(reference, 'addNote', note, { key: 'k' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const waiting = answers.find(({ status }) => status === 409);
  expect(waiting?.body['code']).toBe('in-progress');
  expect(waiting?.headers.get('retry-after')).not.toBeNull();
});

test.each([
  ['away', 503],
  ['too-slow', 504],
  ['busy', 503],
  ['turned-away', 503],
  ['engine-error', 503],
  ['no-worker', 503],
  ['no-answer', 504],
  ['stands-still', 503],
  ['held-back', 503],
] as const)('a decision whose answer was lost (%s) is found again under its key', async (reason, status) => {
  const reference = await api.opened();
  api.cases.unavailable = reason;
  api.cases.losesAnswers = true;
  const lost = await api.decide(reference, 'addNote', note, { key: 'k' });
  expect(lost.status).toBe(status);
  expect(lost.body).toMatchObject({ code: reason });
  expect(lost.body['detail']).toContain(new CasesUnavailable(reason).message);
  expect(lost.body['detail']).toMatch(/Nothing is (half done|lost)/);
  expect(String(lost.body['detail']).includes('cannot be reached')).toBe(reason === 'away');
  expect(lost.headers.get('retry-after')).not.toBeNull();
  api.cases.unavailable = undefined;
  const again = await api.decide(reference, 'addNote', note, { key: 'k' });
  expect(again.status).toBe(200);
  expect(again.body['seq']).toBe(2);
  expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toHaveLength(2);
});

test.each(['words.keepWords', 'idempotency.finish', 'cases.get'])(
  'a database that goes away at %s leaves nothing half done',
  async (call) => {
    const reference = await api.opened();
    api.broken.add(call);
    expect((await api.decide(reference, 'addNote', note, { key: 'k' })).status).toBe(503);
    api.broken.clear();
    expect((await api.decide(reference, 'addNote', note, { key: 'k' })).status).toBe(200);
    expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toHaveLength(2);
  },
);

test('a decision that is still being written is accepted, and its key asks again', async () => {
  const reference = await api.opened();
  api.cases.recordsLate = true;
  const accepted = await api.decide(reference, 'addNote', note, { key: 'k' });
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({ seq: 2, recorded: false });
  expect(accepted.headers.get('location')).toBe(`/api/cases/${reference}`);
});

test('a wrong form is refused with a sentence a field, before anything is stored', async () => {
  const reference = await api.opened();
  const answer = await api.decide(reference, 'recordAgencySummary', {
    partner: 'council',
    colour: 'blue',
    on: '2026-02-30',
  });
  expect(answer.status).toBe(422);
  const fields = (answer.body['errors'] as { field: string; detail: string }[]).map(({ field }) => field).sort();
  expect(fields).toEqual(['colour', 'on', 'partner']);
  expect(JSON.stringify(answer.body)).toContain('year-month-day');
});

test('a decision that does not exist is answered with those that may be meant', async () => {
  const reference = await api.opened();
  const answer = await api.decide(reference, 'recordOutcom', {});
  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ code: 'decision-unknown' });
  expect(answer.body['detail']).toContain('recordOutcome');
});

test('a decision on a case that does not exist is answered with 404', async () => {
  expect((await api.decide('SIN-2026-0999', 'addNote', note)).status).toBe(404);
  expect((await api.decide('nonsense', 'addNote', note)).status).toBe(404);
});

test('a case that Temporal has lost is told from one that never was', async () => {
  const reference = await api.opened();
  api.cases.files.clear();
  const answer = await api.decide(reference, 'addNote', note);
  expect(answer.status).toBe(409);
  expect(answer.body['code']).toBe('not-running');
});

test('a decision carries the day it was taken', async () => {
  const reference = await api.opened({ receivedOn: '2026-11-20' });
  await api.decide(reference, 'addNote', { ...note, on: '2026-11-20' });
  expect((await api.get(`/api/cases/${reference}/events?after=1`)).body).toMatchObject({
    events: [{ on: '2026-11-20', by: 'P01' }],
  });
});

describe('each refusal has its status', () => {
  const expected: Readonly<Record<RefusalCode, number>> = {
    invalid: 422,
    'in-the-future': 422,
    'key-used-for-another': 422,
    'too-early': 409,
    'too-late': 409,
    'already-decided': 409,
    'against-the-record': 409,
    'passes-a-limit': 422,
    'to-be-confirmed': 422,
    closed: 409,
    'changed-since': 412,
    'wrong-role': 403,
    'unknown-person': 403,
  };

  test.each(refusalCodes)('%s', async (code) => {
    const reference = await api.opened();
    api.cases.decide = () =>
      Promise.resolve({
        kind: 'refused',
        refusal: { code, sentence: 'Not so.', fields: [{ field: 'note', sentence: 'Not this.' }] },
      });
    const answer = await api.decide(reference, 'addNote', note);
    expect(answer.status).toBe(expected[code]);
    expect(answer.body).toMatchObject({
      code,
      status: expected[code],
      detail: 'Not so.',
      errors: [{ field: 'note', detail: 'Not this.', pointer: '#/note' }],
    });
    expect(problems[code].status).toBe(expected[code]);
  });

  test('and they come from the rules: too early, twice, the wrong role, the future', async () => {
    const reference = await api.opened();
    const early = await api.decide(reference, 'recordOutcome', { outcome: 'notify', reason: 'So' }, { as: 'P07' });
    expect(early.body['code']).toBe('too-early');
    await api.decide(reference, 'sendToFrontDoor', { sentBy: 'Duty' });
    const twice = await api.decide(reference, 'sendToFrontDoor', { sentBy: 'Duty' });
    expect(twice.body).toMatchObject({ code: 'already-decided', first: { by: 'P01' } });
    expect((await api.decide(reference, 'recordOversight', {})).body['code']).toBe('wrong-role');
    expect((await api.decide(reference, 'addNote', { ...note, on: '2027-01-01' })).body['code']).toBe('in-the-future');
  });

  test('what was refused changed nothing, and the same key may be sent again', async () => {
    const reference = await api.opened();
    const oversight = () => api.decide(reference, 'recordOversight', { comment: 'Seen' }, { as: 'P05', key: 'k' });
    // Whoever has not been asked yet is not told that there is such a case.
    expect((await oversight()).body['code']).toBe('not-found');
    await api.decide(reference, 'sendToFrontDoor', { sentBy: 'Duty' });
    expect((await oversight()).status).toBe(200);
  });
});

describe('a correction', () => {
  async function withSummary() {
    const reference = await api.opened();
    await api.decide(reference, 'recordAgencySummary', { partner: 'la', keptAt: 'The wrong folder' });
    return reference;
  }
  const correction = { entry: 2, field: 'keptAt', value: 'The right folder', reason: 'A slip of the pen' };

  test('keeps its words out of the engine, and the old value is read with the record', async () => {
    const reference = await withSummary();
    expect((await api.decide(reference, 'correctFact', correction)).status).toBe(200);
    expect(JSON.stringify(api.cases.handed)).not.toMatch(/right folder|slip of the pen/);
    expect((await api.get(`/api/cases/${reference}/events`)).body).toMatchObject({
      events: [{}, { correctedBy: [3] }, { details: correction, was: 'The wrong folder', correctedBy: [] }],
    });
  });

  test('of the day it was taken is a date', async () => {
    const reference = await withSummary();
    const wrong = await api.decide(reference, 'correctFact', { ...correction, field: 'on', value: 'yesterday' });
    expect(wrong.status).toBe(422);
    const right = await api.decide(reference, 'correctFact', { ...correction, field: 'on', value: '2026-11-23' });
    expect(right.status).toBe(200);
  });

  test.each([
    ['of an entry that is none', { entry: 99 }, 'entry'],
    ['of a field that is none', { field: 'nothing' }, 'field'],
    ['with a value that its field does not take', { field: 'partner', value: 'council' }, 'value'],
    ['with a value of another kind', { value: 7 }, 'value'],
  ])('%s is refused before it reaches the engine', async (_what, more, field) => {
    const reference = await withSummary();
    const before = api.cases.handed.length;
    const answer = await api.decide(reference, 'correctFact', { ...correction, ...more });
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toMatchObject([{ field }]);
    expect(api.cases.handed).toHaveLength(before);
  });

  test('of a correction is refused: what it corrected is corrected instead', async () => {
    const reference = await withSummary();
    await api.decide(reference, 'correctFact', correction);
    const answer = await api.decide(reference, 'correctFact', { ...correction, entry: 3, field: 'value' });
    expect(answer.status).toBe(422);
  });
});

describe('a closed case', () => {
  async function closed() {
    const reference = await api.opened();
    await api.decide(
      reference,
      'withdrawCase',
      { why: 'opened-in-error', reason: 'A test of the form' },
      { key: 'withdrawn' },
    );
    const [known] = api.cases.files.keys();
    if (known !== undefined) await api.cases.close(known);
    return reference;
  }

  test('takes no decision but being reopened', async () => {
    const reference = await closed();
    const answer = await api.decide(reference, 'addNote', note);
    expect(answer.status).toBe(409);
    expect(answer.body['code']).toBe('closed');
    const reopened = await api.decide(reference, 'reopenCase', { reason: 'It was real' });
    expect(reopened.status).toBe(200);
    expect(reopened.body).toMatchObject({ case: { closedOn: null } });
    expect((await api.decide(reference, 'addNote', note)).status).toBe(200);
  });

  test('still answers what was decided under a key', async () => {
    const reference = await closed();
    const again = await api.decide(
      reference,
      'withdrawCase',
      { why: 'opened-in-error', reason: 'A test of the form' },
      { key: 'withdrawn' },
    );
    expect(again.status).toBe(200);
  });

  test('that closes at this moment says so', async () => {
    const reference = await api.opened();
    api.cases.decide = async () => {
      const [known] = api.cases.files.keys();
      if (known !== undefined) await api.cases.close(known);
      return { kind: 'no-such-case' };
    };
    expect((await api.decide(reference, 'addNote', note)).body['code']).toBe('closed');
  });
});
