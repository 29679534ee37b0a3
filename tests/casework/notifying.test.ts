import { sampleNotification } from '../../src/api/examples';
import { checkNotification, notificationFormItself } from '../../src/casework/notifying';
import { printOf } from '../../src/casework/content-hash';
import { casePage } from '../../src/casework/reading';
import { TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

test('nobody who is not signed in opens a case', async () => {
  const refused = { kind: 'refused', refusal: { code: 'unknown-person' } };
  expect(await office.notified({}, { by: notificationFormItself })).toMatchObject(refused);
  expect(office.cases.handed).toEqual([]);
});

test('a form from somebody of the profile is theirs, under their first role', async () => {
  const received = await office.notified({}, { by: office.person('P03').id });
  expect(received).toMatchObject({
    onRecord: { file: { openedBy: { person: 'P03', role: office.person('P03').roles[0] } } },
  });
});

test('the same key and print are one case, and another print another', async () => {
  const references = [];
  for (const print of ['one', 'one', 'two']) {
    const received = await office.notified({}, { print });
    references.push(received.kind === 'opened' && received.onRecord.file.reference);
  }
  expect(references).toEqual(['SIN-2026-0001', 'SIN-2026-0001', 'SIN-2026-0002']);
});

test('a case is for practice where whoever sends it on says so, whatever the form says', async () => {
  expect(await office.notified({ practice: false }, { practice: true })).toMatchObject({
    onRecord: { file: { practice: true } },
  });
});

test('a practice case is opened by the Business Unit and the IT officer, and by nobody else', async () => {
  const refused = { kind: 'refused', refusal: { code: 'wrong-role' } };
  for (const by of [notificationFormItself, office.person('P07').id, office.person('P26').id]) {
    expect(await office.notified({ practice: true }, { by })).toMatchObject(refused);
    expect(await office.notified({}, { by, practice: true })).toMatchObject(refused);
  }
  expect(office.cases.handed).toEqual([]);
  for (const by of ['P01', 'P02', 'P03', 'P43'].map((id) => office.person(id).id)) {
    expect(await office.notified({ practice: true }, { by, print: by })).toMatchObject({
      onRecord: { file: { practice: true } },
    });
  }
});

test('a wrong form begins nothing', async () => {
  expect(await office.notified({ incidentOn: '2026-12-01' })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'invalid', fields: expect.arrayContaining([expect.objectContaining({ field: 'incidentOn' })]) },
  });
  expect(office.cases.handed).toEqual([]);
  expect(await office.opened()).toBe('SIN-2026-0001');
});

test('a form is checked without being sent', () => {
  expect(checkNotification(sampleNotification, office.now())).toMatchObject({ kind: 'read' });
  expect(checkNotification({ ...sampleNotification, children: [] }, office.now())).toMatchObject({
    kind: 'refused',
    refusal: { fields: [{ field: 'children' }] },
  });
  expect(checkNotification('nothing', office.now()).kind).toBe('refused');
});

test('a case that is opening can be read before it is on the record', async () => {
  office.cases.recordsLate = true;
  const received = await office.notified();
  if (received.kind !== 'opened') throw new Error(JSON.stringify(received));
  expect(received.recorded).toBe(false);
  const page = await casePage(office, received.onRecord, office.person('P01'));
  expect(page).toMatchObject({
    reference: 'SIN-2026-0001',
    notification: { immediateSafety: sampleNotification.immediateSafety },
    content: { circumstances: sampleNotification.circumstances },
  });
});

test('what was sent is known again whatever the order of its fields', () => {
  expect(printOf('here', { a: 1, b: 2 })).toBe(printOf('here', { b: 2, a: 1 }));
  expect(printOf('here', { a: 1 })).not.toBe(printOf('there', { a: 1 }));
});

test('a notification that comes again opens no case that is on the record, whatever became of its workflow', async () => {
  const first = await office.notified();
  const handed = office.cases.handed.length;
  expect(await office.notified()).toMatchObject({ kind: 'opened', recorded: true });
  expect(first).toMatchObject({ kind: 'opened', recorded: true });
  expect(office.cases.handed).toHaveLength(handed);
});
