import { caseSummary } from '../../activities/case-summary';
import { aCase } from '../support/a-case';
import { Api } from './api';

/* What passes a limit, through the API: the limits are listed, and the same request goes through with a reason. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
}, 300_000);
beforeEach(() => api.reset());
afterAll(() => api.stop());

const late = { meetingOn: '2027-01-20' };
const reasonForPassing = 'The Scrutineer cannot come before';

async function arranging(): Promise<string> {
  const { file, now } = aCase().before('arrangeRapidReviewMeeting');
  api.wall = now;
  api.cases.files.set(file.reference, file);
  await api.records.record({ file, events: [], notices: [] }, caseSummary(file));
  return file.reference;
}

test('A decision that passes a limit is answered with each limit, by how much, its source, and the field to send', async () => {
  const reference = await arranging();
  const answer = await api.decide(reference, 'arrangeRapidReviewMeeting', late);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    code: 'passes-a-limit',
    errors: [{ field: 'reasonForPassing', pointer: '#/reasonForPassing' }],
    limits: [
      { id: 'step:rapid-review-meeting', date: '2026-12-10', by: { count: 41, unit: 'days' }, source: 'step 6' },
      { id: 'clock:rapid-review-to-panel', date: '2026-12-17', by: { count: 34, unit: 'days' } },
    ],
  });
  expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toEqual([]);
});

test('It is taken with a reason under the same key; the reason is on the record, and only its reference in the case', async () => {
  const reference = await arranging();
  const key = 'one-and-the-same-key';
  await api.decide(reference, 'arrangeRapidReviewMeeting', late, { key });
  const taken = await api.decide(reference, 'arrangeRapidReviewMeeting', { ...late, reasonForPassing }, { key });
  expect(taken.status).toBe(200);
  const file = api.cases.files.get(aCase().file.reference);
  expect(JSON.stringify(file)).not.toContain(reasonForPassing);
  expect(file?.facts.arrangeRapidReviewMeeting?.at(-1)?.passes?.reason).toMatch(/^words:/);
  const { body } = await api.get(`/api/cases/${reference}/events`);
  expect(body).toMatchObject({
    events: [
      { details: late, passes: { reason: reasonForPassing, limits: [{ date: '2026-12-10' }, { date: '2026-12-17' }] } },
    ],
  });
  expect((await api.get(`/api/cases/${reference}`)).body).toMatchObject({
    conflicts: expect.arrayContaining([
      expect.objectContaining({ id: 'passed-clock:rapid-review-to-panel', breach: true, entry: file?.seq }),
    ]) as unknown,
  });
});

test('A reason is wrong where nothing is passed, and where there is nothing to read in it', async () => {
  const reference = await arranging();
  for (const form of [
    { meetingOn: '2026-12-08', reasonForPassing },
    { ...late, reasonForPassing: ' \u200b' },
    { ...late, reasonForPassing: 7 },
  ]) {
    const answer = await api.decide(reference, 'arrangeRapidReviewMeeting', form);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid', errors: [{ field: 'reasonForPassing' }] });
  }
});

test('The description of the API says which decisions take a reason for passing a limit', async () => {
  const { body } = await api.get('/openapi.json');
  const { schemas } = body['components'] as { schemas: Record<string, { properties: object }> };
  expect(schemas['decision-arrangeRapidReviewMeeting']?.properties).toHaveProperty('reasonForPassing');
  expect(schemas['decision-addNote']?.properties).not.toHaveProperty('reasonForPassing');
  expect(schemas['Problem']?.properties).toHaveProperty('limits');
});
