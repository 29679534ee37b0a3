import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Steps 13 to 15 at the edges: dates that meet, what an email says, and what the Exec group decided. */

const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind)?.values;

describe('The communications team is told when to expect publication', () => {
  // It is told on Wednesday 10 February 2027, after the sub-group's meeting of that day.
  const amending = () => aCase().before('sendAmendments');
  const expecting = (expectedOn: string) => amending().refusal('tellCommunications', { expectedOn });

  test.each([
    ['2027-02-09', 'invalid'],
    ['2027-02-10', 'taken'],
    ['2027-02-11', 'taken'],
  ])('publication expected on %s: %s', (expectedOn, code) => {
    expect(amending().today).toBe('2027-02-10');
    expect(expecting(expectedOn)?.code ?? 'taken').toBe(code);
  });

  test('and the sentence of a day before that stands at the day', () => {
    expect(expecting('2027-02-09')?.fields?.map(({ field }) => field)).toEqual(['expectedOn']);
  });
});

describe('The final draft goes to the next meeting of the sub-group', () => {
  const drafted = (on: string) => aCase().at('final-draft').with('recordFinalDraft', {}, { on });

  test.each([
    ['2027-03-09', '2027-03-10'],
    ['2027-03-10', '2027-03-10'],
    ['2027-03-11', '2027-04-14'],
  ])('in on %s, to the meeting of %s', (on, meetingOn) => {
    expect(told(drafted(on), 'final-draft-in')).toMatchObject({ on, meetingOn });
  });

  test('where none is scheduled, no day is said', () => {
    const one = aCase().at('final-draft');
    const unscheduled = one.as({ ...one.file, meetings: { ...one.file.meetings, subGroup: [] } });
    expect(told(unscheduled.with('recordFinalDraft'), 'final-draft-in')).not.toHaveProperty('meetingOn');
  });

  test('and the approval may bring a note with it', () => {
    const note = words('Version 7');
    const one = aCase().before('approveFinalDraft').with('approveFinalDraft', { note });
    expect(one.file.facts.approveFinalDraft?.[0]?.form).toEqual({ note });
  });
});

test('Papers go to the Exec group only once the sub-group has met on the draft, also in a case of 0.1.0', () => {
  const one = aCase().before('sendExecPapers');
  const { recordSubGroupMeeting: _met, ...facts } = one.file.facts;
  expect(one.refusal('sendExecPapers')).toBeUndefined();
  expect(one.as({ ...one.file, facts }).refusal('sendExecPapers')).toMatchObject({
    code: 'too-early',
    sentence: expect.stringContaining('recordSubGroupMeeting') as unknown,
  });
});

describe("The Exec group's decision", () => {
  const onTheDay = { on: '2027-03-18' };
  const signing = () => aCase().before('recordSignOff');
  const deciding = (outcome: string) =>
    signing().with('recordSignOff', { outcome, reason: words('As minuted') }, onTheDay);

  test('is of the day of its meeting or later, never of the day before', () => {
    expect(signing().refusal('recordSignOff', {}, { on: '2027-03-17' })?.code).toBe('against-the-record');
    expect(signing().refusal('recordSignOff', {}, { on: '2027-03-18' })).toBeUndefined();
    expect(signing().refusal('recordSignOff', {}, { on: '2027-03-19' })).toBeUndefined();
  });

  test.each(['improvements-only', 'not-to-publish', 'further-action'])(
    'to %s gives its reason, and the refusal stands at the reason',
    (outcome) => {
      const why = signing().refusal('recordSignOff', { outcome }, onTheDay);
      expect(why?.fields?.map(({ field }) => field)).toEqual(['reason']);
      expect(why?.fields?.[0]?.sentence).toMatch(/reason, or the further action/);
    },
  );

  test('is what was decided, and is never corrected', () => {
    const one = deciding('publish');
    const entry = one.file.facts.recordSignOff?.[0]?.seq;
    expect(
      one.refusal('correctFact', { entry, field: 'outcome', value: 'not-to-publish', reason: words('A slip') }),
    ).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringContaining('cannot be corrected') as unknown,
    });
  });

  test('to ask for further action sends the case on its course once more, and back to step 14', () => {
    const before = signing();
    const after = deciding('further-action').file;
    expect(after.course).toBe(before.file.course + 1);
    const again = ['sendAmendments', 'completeSignOffTemplate', 'recordFinalDraft', 'approveFinalDraft'] as const;
    expect(after.superseded.slice(before.file.superseded.length).map(({ name }) => name)).toEqual([
      ...again,
      'sendExecPapers',
      'recordSignOff',
    ]);
    expect(after.facts).toMatchObject({ tellCommunications: [{}], recordMediaStatement: [{}], shareDraft: [{}] });
  });

  test.each(['publish', 'improvements-only', 'not-to-publish'])(
    'to %s leaves what was done where it stands',
    (outcome) => {
      const before = signing().file;
      const after = deciding(outcome).file;
      expect([after.course, after.superseded]).toEqual([before.course, before.superseded]);
      expect(after.facts.recordSignOff).toHaveLength(1);
    },
  );

  test('to publish the report is told with the day of publication that was expected, to the family’s professional', () => {
    const one = deciding('publish');
    const expectedOn = one.file.facts.tellCommunications?.[0]?.form.expectedOn;
    expect(told(one, 'family-contact-asked')).toMatchObject({ expectedOn });
    expect(told(one, 'family-contact-asked')).not.toHaveProperty('improvementsOnly');
    expect(told(one, 'signed-off')).not.toHaveProperty('improvementsOnly');
  });

  test('to publish the improvements only is told as that', () => {
    const one = deciding('improvements-only');
    const expectedOn = one.file.facts.tellCommunications?.[0]?.form.expectedOn;
    expect(told(one, 'signed-off')).toMatchObject({ improvementsOnly: 'yes' });
    expect(told(one, 'family-contact-asked')).toMatchObject({ improvementsOnly: 'yes', expectedOn });
  });
});

describe('Papers and the meeting that they go to', () => {
  // The sub-group meets on 10 February, 10 March and 14 April 2027, and its amendments are due by 24 March; the Exec
  // group meets on 18 March and 20 May, and is to sign off by 25 March.
  const sharing = () => aCase().at('draft-to-sub-group');
  const sending = () => aCase().before('sendExecPapers');

  test.each<['shareDraft' | 'sendExecPapers', string, string, readonly string[] | undefined]>([
    ['shareDraft', '2027-01-20', '2027-02-10', undefined],
    ['shareDraft', '2027-01-21', '2027-02-10', ['papers:subGroup']],
    ['shareDraft', '2027-01-21', '2027-03-10', undefined],
    ['shareDraft', '2027-01-20', '2027-04-14', ['step:amendments']],
    ['shareDraft', '2027-03-25', '2027-04-14', ['papers:subGroup', 'step:amendments']],
    ['sendExecPapers', '2027-02-25', '2027-03-18', undefined],
    ['sendExecPapers', '2027-02-26', '2027-03-18', ['papers:exec']],
    ['sendExecPapers', '2027-02-26', '2027-05-20', ['step:sign-off']],
    ['sendExecPapers', '2027-04-30', '2027-05-20', ['papers:exec', 'step:sign-off']],
  ])('%s on %s for %s passes %j', (name, on, meetingOn, passes) => {
    const given = { shareDraft: sharing, sendExecPapers: sending };
    const why = given[name]().refusal(name, { meetingOn }, { on });
    expect(why?.limits?.map(({ id, field }) => [id, field])).toEqual(passes?.map((id) => [id, 'meetingOn']));
    expect(why?.code).toBe(passes && 'passes-a-limit');
  });

  test('are told with the day of the meeting', () => {
    const shared = sharing().with('shareDraft', { meetingOn: '2027-03-10' });
    expect(told(shared, 'draft-shared')).toMatchObject({ meetingOn: '2027-03-10' });
    const sent = sending().with('sendExecPapers', { meetingOn: '2027-03-18' });
    expect(told(sent, 'exec-papers')).toMatchObject({ meetingOn: '2027-03-18' });
  });
});

describe('The communications team is told what will be published', () => {
  const telling = () => aCase().before('tellCommunications');

  test.each([
    ['the full report', ['full-report', 'learning-summary'], undefined],
    ['the improvements alone', ['improvements', 'learning-summary'], undefined],
    ['the full report and the improvements alone', ['full-report', 'improvements'], ['toBePublished']],
  ])('%s', (_what, toBePublished, fields) => {
    const why = telling().refusal('tellCommunications', { toBePublished });
    expect(why?.fields?.map(({ field }) => field)).toEqual(fields);
  });

  test('and when, to the day', () => {
    const one = telling().with('tellCommunications', { expectedOn: '2027-05-21' });
    expect(told(one, 'communications-told')).toMatchObject({ expectedOn: '2027-05-21' });
    expect(telling().refusal('tellCommunications', { expectedOn: '2027-05-22' })).toMatchObject({
      code: 'passes-a-limit',
      limits: [{ id: 'clock:six-months-from-day-one', field: 'expectedOn' }],
    });
  });
});

test.each([
  ['not-to-publish', 'not-to-be-published', ['P01', 'P02', 'P16', 'P36', 'P39']],
  ['not-to-publish', 'family-to-be-told', ['P38']],
  ['further-action', 'further-action-asked', ['P01', 'P02', 'P16', 'P36']],
])('The Exec group decides %s: %s goes to %j', (outcome, kind, people) => {
  const before = aCase().before('recordSignOff');
  const form = { outcome, reason: words('As minuted') };
  const after = before.with('recordSignOff', form, { on: '2027-03-18' });
  const notices = after.notices.slice(before.notices.length).filter((notice) => notice.kind === kind);
  expect(notices.map(({ to }) => to).sort()).toEqual(people);
});
