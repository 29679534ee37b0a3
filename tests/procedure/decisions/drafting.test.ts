import type { NoticeKind } from '../../../src/procedure/notice-kinds';
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
