import { sampleNotification } from '../../src/api/examples';
import { cancellationForm, closureForm, meetingForm } from '../../src/casework/calendar';
import { holidayForm, holidayWithdrawalForm } from '../../src/casework/holidays';
import { movingForwardForm } from '../../src/casework/moving-forward';
import { catalogue } from '../../src/procedure/catalogue';
import { notificationForm } from '../../src/procedure/notification/notification-form';
import { rolesIn } from '../../src/procedure/case/shut-out';
import { mayTake } from '../../src/procedure/may-take';
import type { CaseReference } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { formsAtEdges } from '../support/edges';
import { Api } from './api';

/* No input makes the API answer 500: any JSON, and dates at the edges of their type, at every route that takes a form. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const anything: readonly unknown[] = [null, [], 'nonsense', 7, {}, { on: '2199-12-31' }, { on: 'x', form: [] }];
const isDate = (form: unknown): boolean =>
  /"(1899|1900|1905|1949|2014|2062|2199|9999)-|\.1234Z/.test(JSON.stringify(form) ?? '');

/** Forms with a date of every span's edge in each field in turn, and some with what no type expects. */
const forms = (...given: Parameters<typeof formsAtEdges>): readonly unknown[] =>
  formsAtEdges(...given).flatMap(({ form }, at) => (isDate(form) || at % 61 === 0 ? [form] : []));

/** Sends each body, and lists those that were answered with a fault. */
async function faults(where: string, bodies: readonly unknown[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const body of bodies) {
    const { status, text } = await api.post(where, body);
    if (status >= 500) found.push(`${where} ${JSON.stringify(body)}: ${status} ${text}`);
  }
  return found;
}

test('every route that takes a date answers every date', async () => {
  const reference = await api.opened({ practice: true });
  const closure = { date: '2027-03-01', reason: 'Training' };
  const meeting = { group: 'exec', on: '2027-03-01' };
  const holiday = { change: 'moved', date: '2027-05-31', to: '2027-06-04', name: 'Jubilee', reason: 'Proclaimed' };
  expect(await faults('/api/notifications', [...anything, ...forms(notificationForm(), sampleNotification)])).toEqual(
    [],
  );
  for (const [where, bodies] of [
    ['/api/calendar/closures', forms(closureForm, closure)],
    ['/api/calendar/closures/withdrawals', forms(closureForm, closure)],
    ['/api/calendar/holidays', forms(holidayForm, holiday)],
    ['/api/calendar/holidays/withdrawals', forms(holidayWithdrawalForm, { date: '2027-05-31', reason: 'Revoked' })],
    ['/api/calendar/meetings', forms(meetingForm, meeting)],
    ['/api/calendar/meetings/cancellations', forms(cancellationForm, { ...meeting, reason: 'Snow' })],
    ['/api/people', []],
    ['/api/people/endings', []],
    [`/api/cases/${reference}/practice/advance`, [{ until: '2199-12-31' }, ...forms(movingForwardForm, {})]],
  ] as const)
    expect(await faults(where, [...anything, ...bodies])).toEqual([]);
  for (const date of ['1900-01-01', '1950-01-01', '2014-01-02', '2036-12-31', '2062-12-18', '2199-12-31', 'x', ''])
    for (const query of [`plan?receivedOn=${date}`, `plan?receivedOn=2026-11-23&authorityAwareOn=${date}`])
      expect((await api.get(`/api/${query}`)).status).toBeLessThan(500);
}, 120_000);

test('every decision answers any JSON and every date', async () => {
  const reference = await api.opened({ practice: true });
  const file = api.cases.files.get(reference as CaseReference);
  const one = aCase().at('information').with('addAction').with('addParallelProcess');
  if (file === undefined) throw new Error('The case is not open.');
  for (const { name, form } of catalogue) {
    const role = mayTake(file, name).find((each) => (file.people[each] ?? []).length > 0) ?? 'business-manager';
    const as = file.people[role]?.[0] ?? file.openedBy.person;
    expect(rolesIn(file, as)).not.toEqual([]);
    const where = `/api/cases/${reference}/decisions/${name}`;
    for (const body of [...anything, ...forms(form, one.formOf(name)).slice(0, 12)]) {
      const { status, text } = await api.post(where, body, { as });
      expect([status < 500, name, status < 500 ? '' : `${JSON.stringify(body)} ${text}`]).toEqual([true, name, '']);
    }
  }
}, 120_000);

test('An action due in 2062 is refused with field and span, before anything is asked of Temporal', async () => {
  const reference = await api.opened();
  const { length } = api.cases.handed;
  const form = { action: 'Train the duty team', owner: 'P01', dueOn: '2062-12-18' };
  const answer = await api.decide(reference, 'addAction', form);
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toEqual([
    {
      field: 'dueOn',
      pointer: '#/dueOn',
      detail: expect.stringMatching(/^Due by must be from .* to 23 November 2036$/),
    },
  ]);
  expect(api.cases.handed.length).toBe(length);
});

test('A time stamp of four decimals is taken, and an incident in 1905 is refused on its field', async () => {
  const stamped = await api.post('/api/notifications', { ...sampleNotification, knownAt: '2026-11-20T09:30:00.1234Z' });
  expect(stamped.status).toBe(201);
  const file = api.cases.files.get(String(stamped.body['reference']) as CaseReference);
  expect(file?.notification.knownAt).toBe('2026-11-20T09:30:00.123Z');
  const old = await api.post('/api/notifications', { ...sampleNotification, incidentOn: '1905-06-01' });
  expect(old.status).toBe(422);
  expect(old.body['errors']).toMatchObject([{ field: 'incidentOn' }]);
});
