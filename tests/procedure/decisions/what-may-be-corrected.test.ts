import type { CaseFile, DecisionName } from '../../../src/procedure/case/case-file';
import { definitionOf } from '../../../src/procedure/catalogue';
import { isoDate } from '../../../src/procedure/time/dates';
import { factsOf } from '../../../src/procedure/case/facts';
import { plannedDates } from '../../../src/procedure/dates/plan';
import { definitionOfSchema, titleOf } from '../../../src/procedure/schema-parts';
import { carryOut } from '../../../src/procedure/take';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Which values a correction may give an entry, and what the record says after it. */

const reason = words('Typed wrongly');
const last = ({ file }: CaseBuilder, name: DecisionName) => {
  const found = factsOf(file, name).at(-1);
  if (found === undefined) throw new Error(`${name} is not on the record.`);
  return found;
};
const correcting = (one: CaseBuilder, name: DecisionName, field: string, value: unknown) => ({
  entry: last(one, name).seq,
  field,
  value,
  reason,
});
const refused = (one: CaseBuilder, name: DecisionName, field: string, value: unknown) =>
  one.refusal('correctFact', correcting(one, name, field, value));
const corrected = (one: CaseBuilder, name: DecisionName, field: string, value: unknown) =>
  one.with('correctFact', correcting(one, name, field, value));

describe('The right day of an entry', () => {
  // Received on Monday 23 November 2026; a note of Wednesday 25.
  const given = () => aCase().with('addNote', undefined, { on: '2026-11-25' });

  test.each([
    ['2026-11-22', 'against-the-record'],
    ['2026-11-23', undefined],
    ['2026-11-25', undefined],
    ['2026-11-26', 'in-the-future'],
    ['2026-02-30', 'invalid'],
    ['Tuesday', 'invalid'],
    [20_261_123, 'invalid'],
    [['2026-11-24'], 'invalid'],
    [undefined, 'invalid'],
  ])('%j: %s', (day, code) => {
    expect(refused(given(), 'addNote', 'on', day)?.code).toBe(code);
  });

  test.each(['2026-11-22', '2026-11-26'])('is refused at the field that says it: %s', (day) => {
    const refusal = refused(given(), 'addNote', 'on', day);
    expect(refusal?.fields).toEqual([{ field: 'value', sentence: refusal?.sentence }]);
  });
});

test('Of several entries of one decision the one that is named is corrected, and no other', () => {
  const one = aCase()
    .with('addNote', { note: words('first') })
    .with('addNote', { note: words('second') })
    .with('addNote', { note: words('third') });
  const [first, second, third] = factsOf(one.file, 'addNote');
  const after = one.with('correctFact', { entry: second?.seq, field: 'note', value: words('right'), reason });
  expect(factsOf(after.file, 'addNote')).toEqual([
    first,
    {
      ...second,
      form: { note: 'right' },
      corrections: [{ seq: after.file.seq, field: 'note', was: 'second' }],
    },
    third,
  ]);
});

test('A corrected day keeps the day that the entry had', () => {
  const one = aCase().with('addNote', undefined, { on: '2026-11-25' });
  const after = corrected(one, 'addNote', 'on', '2026-11-24');
  expect(last(after, 'addNote')).toMatchObject({ on: '2026-11-24', corrections: [{ field: 'on', was: '2026-11-25' }] });
});

test('A right value is read by the form of its decision, as where it was taken', () => {
  expect(last(corrected(aCase().with('addNote'), 'addNote', 'note', '  right '), 'addNote').form).toEqual({
    note: 'right',
  });
});

describe('When a history of an earlier release is replayed, a correction that it took', () => {
  const replayed = (one: CaseBuilder, form: object) => {
    const call = { name: 'correctFact', key: 'K1', by: one.holder('business-manager'), form } as const;
    const answer = carryOut(one.file, call, one.now);
    if (answer.kind !== 'taken') throw new Error(JSON.stringify(answer));
    return answer.file;
  };

  test('of a value that its form takes no longer, stands as it was', () => {
    const one = aCase().with('addNote');
    const file = replayed(one, correcting(one, 'addNote', 'note', ''));
    expect(file.facts.addNote?.[0]?.form).toEqual({ note: '' });
  });

  test('of an entry that is not there changes nothing beside its own entry', () => {
    const one = aCase().with('addNote');
    const file = replayed(one, { entry: 40, field: 'note', value: 'right', reason });
    expect([file.facts.addNote, file.course]).toEqual([one.file.facts.addNote, one.file.course]);
    expect(file.facts.correctFact).toHaveLength(1);
  });
});

test('Every field that a correction always has carries a title', () => {
  const { shape = {} } = definitionOfSchema(definitionOf('correctFact').form);
  expect(Object.values(shape).slice(0, 4).map(titleOf)).toEqual([
    'The entry of the record',
    'The field',
    'The right value',
    'The reason',
  ]);
});

test('A correction is a change of course, whether of a decision or of the notification', () => {
  const one = aCase().with('addNote');
  expect(corrected(one, 'addNote', 'note', words('right')).file.course).toBe(one.file.course + 1);
  const notification = { entry: 1, field: 'notifyingAgency', value: 'Police', reason };
  expect(one.with('correctFact', notification).file.course).toBe(one.file.course + 1);
});

test('What a correction put right is not corrected itself: the entry is corrected again', () => {
  const one = aCase().with('addNote');
  const once = corrected(one, 'addNote', 'note', words('right'));
  for (const [field, value] of [
    ['entry', 1],
    ['field', 'on'],
    ['value', words('righter')],
  ] as const) {
    expect(refused(once, 'correctFact', field, value)).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringMatching(/is what was decided/) as unknown,
    });
  }
  expect(refused(once, 'correctFact', 'reason', words('Another reason'))).toBeUndefined();
  const again = once.with('correctFact', { ...correcting(one, 'addNote', 'note', words('righter')) });
  expect(last(again, 'addNote').corrections?.map(({ was }) => was)).toEqual([words('A note'), 'right']);
});

describe('A date outside its span', () => {
  const reviewed = () => aCase().past('determination');
  const terms = (one: CaseBuilder) => factsOf(one.file, 'recordDetermination').at(-1)?.form.termsOfReference;
  const period = (one: CaseBuilder, change: object) => ({ ...terms(one), ...change });

  test.each([
    ['1949-12-31', ['termsOfReference.periodFrom']],
    ['1950-01-01', undefined],
  ])('is refused where it stands in what is corrected: %s', (periodFrom, fields) => {
    const one = reviewed();
    for (const [field, value] of [
      ['termsOfReference', period(one, { periodFrom })],
      ['termsOfReference.periodFrom', periodFrom],
    ] as const) {
      const refusal = refused(one, 'recordDetermination', field, value);
      expect(refusal?.fields?.map((problem) => problem.field)).toEqual(fields);
    }
  });

  test('that an earlier release took stays as it is while another field is corrected', () => {
    const one = reviewed();
    const [determination] = factsOf(one.file, 'recordDetermination');
    if (determination === undefined) throw new Error('The determination is on the record.');
    const termsOfReference = period(one, { periodFrom: isoDate('1949-12-31') });
    const file = {
      ...one.file,
      facts: {
        ...one.file.facts,
        recordDetermination: [{ ...determination, form: { ...determination.form, termsOfReference } }],
      },
    } as CaseFile;
    const before = one.as(file);
    expect(refused(before, 'recordDetermination', 'termsOfReference.periodFrom', '1949-12-30')?.code).toBe('invalid');
    const after = corrected(before, 'recordDetermination', 'termsOfReference.keptAt', words('Reviews/terms'));
    expect(terms(after)).toMatchObject({ periodFrom: '1949-12-31', keptAt: 'Reviews/terms' });
  });
});

describe('What the notification says against itself', () => {
  const died = { died: true, criteria: ['death-abuse-or-neglect'] };

  test('already, is no fault of a correction of a child', () => {
    // The notification says that nobody of the form was a care leaver, as an earlier release may have taken it.
    const one = aCase().with('addChild', { ref: 'child-2', ...died });
    const { notification } = one.file;
    const criteria = [...notification.criteria, 'care-leaver-death'] as const;
    const before = one.as({ ...one.file, notification: { ...notification, criteria } });
    expect(refused(before, 'addChild', 'lookedAfter', true)).toBeUndefined();
    expect(refused(before, 'addChild', 'died', false)).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringMatching(/^Say which child has died/) as unknown,
      fields: [{ field: 'value' }],
    });
  });
});

test('The home authority is told anew where another one is named, and not for any other correction of the notification', () => {
  const one = aCase().notifying({ homeAuthority: 'Northmoor' }).with('tellHomeAuthority');
  const after = one.with('correctFact', { entry: 1, field: 'notifyingAgency', value: 'Police', reason });
  expect(factsOf(after.file, 'tellHomeAuthority')).toHaveLength(1);
  expect(after.file.superseded).toEqual([]);
});

describe('The reason for passing a limit stands with the date that passes it', () => {
  const because = words('The hospital cannot come before');
  const arranged = () =>
    aCase().before('recordRapidReviewMeeting').with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-08' });

  test('and none is taken for a date that keeps the limits', () => {
    const one = arranged();
    const form = correcting(one, 'arrangeRapidReviewMeeting', 'meetingOn', '2026-12-09');
    expect(one.refusal('correctFact', form, { because })?.code).toBe('invalid');
    expect(last(one.with('correctFact', form), 'arrangeRapidReviewMeeting')).not.toHaveProperty('passes');
  });

  test('with a date that passed them in 0.1.0, which asked for no reason, there stands none', () => {
    const one = arranged();
    const form = correcting(one, 'arrangeRapidReviewMeeting', 'meetingOn', '2027-01-20');
    const answer = carryOut(
      one.file,
      { name: 'correctFact', key: 'K1', by: one.holder('business-manager'), form },
      one.now,
    );
    if (answer.kind !== 'taken') throw new Error('The correction of 0.1.0 was taken.');
    const [first, second] = answer.file.facts.arrangeRapidReviewMeeting ?? [];
    expect([first, second].map((one) => one !== undefined && Object.hasOwn(one, 'passes'))).toEqual([false, false]);
  });

  test('and not with an entry whose correction makes another one pass them', () => {
    const reopened = aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }, {}] })
      .atTheEnd()
      .with('addNote', undefined, { on: '2026-12-14' })
      .with('reopenCase')
      .before('recordRapidReviewMeeting');
    const meetingOn = plannedDates(reopened.file, 'rapid-review-meeting').due;
    const one = reopened.with('arrangeRapidReviewMeeting', { meetingOn });
    expect(refused(one, 'reopenCase', 'on', '2026-12-10')).toMatchObject({
      code: 'passes-a-limit',
      limits: [{ id: 'step:rapid-review-meeting' }],
    });
    const after = one.with('correctFact', correcting(one, 'reopenCase', 'on', '2026-12-10'), { because });
    expect(last(after, 'reopenCase')).not.toHaveProperty('passes');
    expect(last(after, 'correctFact')).toMatchObject({ passes: { reason: because } });
  });
});
