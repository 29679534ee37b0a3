import { checkDecision, type CheckedDecision } from '../../src/casework/deciding';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { mayTake } from '../../src/procedure/may-take';
import { take } from '../../src/procedure/take';
import type { StepId } from '../../src/procedure/step-ids';
import { aCase, type CaseBuilder } from '../support/a-case';

interface Asking {
  readonly by?: string;
  readonly on?: unknown;
}

function check(one: CaseBuilder, name: DecisionName, form: unknown, { by = 'P01', ...more }: Asking = {}) {
  const actor = { id: one.file.openedBy.person };
  return checkDecision(one.file, {
    name,
    form,
    actor: by === 'P01' ? actor : { id: one.holder('police-partner') },
    now: one.now,
    ...more,
  });
}

const codeOf = (checked: CheckedDecision) => (checked.kind === 'refused' ? checked.refusal.code : checked.kind);
const fieldsOf = (checked: CheckedDecision) =>
  checked.kind === 'refused' ? checked.refusal.fields?.map(({ field }) => field) : undefined;

test('a decision in order is answered with its form as it was read and its day, today unless it is said', () => {
  const one = aCase();
  expect(check(one, 'addNote', { note: '  The ward rang ' })).toEqual({
    kind: 'in-order',
    form: { note: 'The ward rang' },
    on: one.today,
  });
  const onPaper = aCase().receivedOn('2026-11-20').openedAt('2026-11-23T10:00:00Z');
  expect(check(onPaper, 'addNote', { note: 'So' }, { on: '2026-11-20' })).toMatchObject({ on: '2026-11-20' });
});

test('a check decides nothing: the file is as it was, and may be asked again and again', () => {
  const one = aCase();
  const before = JSON.stringify(one.file);
  for (let time = 0; time < 3; time += 1) {
    expect(codeOf(check(one, 'sendToFrontDoor', { sentBy: 'Duty' }))).toBe('in-order');
  }
  expect(JSON.stringify(one.file)).toBe(before);
});

test('each wrong field is named, and beside them the day that is none or has not come', () => {
  const form = { partner: 'council', colour: 'blue' };
  const fields = fieldsOf(check(aCase(), 'recordAgencySummary', form, { on: '2026-02-30' }));
  expect(fields?.toSorted()).toEqual(['colour', 'on', 'partner']);
  expect(fieldsOf(check(aCase(), 'addNote', { note: 'So' }, { on: '' }))).toEqual(['on']);
  expect(fieldsOf(check(aCase(), 'addNote', {}, { on: '2026-12-24' }))).toEqual(['note', 'on']);
  expect(fieldsOf(check(aCase(), 'addNote', undefined))).toEqual(['']);
});

test('it says who may not, what is not open, what is in the future and what is decided already', () => {
  const sent = { sentBy: 'Duty' };
  expect(codeOf(check(aCase(), 'sendToFrontDoor', sent, { by: 'the police' }))).toBe('wrong-role');
  expect(codeOf(check(aCase(), 'recordRapidReviewMeeting', {}, { by: 'the police' }))).toBe('wrong-role');
  expect(codeOf(check(aCase(), 'addNote', { note: 'So' }, { on: '2026-12-24' }))).toBe('in-the-future');
  expect(codeOf(check(aCase().with('sendToFrontDoor'), 'sendToFrontDoor', sent))).toBe('already-decided');
});

test('a closed case takes nothing but being reopened', () => {
  const one = aCase();
  const closed = one.as({ ...one.file, closedOn: one.today });
  expect(codeOf(check(closed, 'addNote', { note: 'So' }))).toBe('closed');
  expect(codeOf(check(closed, 'reopenCase', { reason: 'It was real' }))).toBe('in-order');
});

describe('a correction', () => {
  const summary = () => aCase().with('recordAgencySummary', { partner: 'la', keptAt: 'The wrong folder' });
  const correction = { entry: 2, field: 'keptAt', value: 'The right folder', reason: 'A slip' };

  test('is checked by the form of what it corrects, and answered with its words', () => {
    expect(check(summary(), 'correctFact', correction)).toMatchObject({ kind: 'in-order', form: correction });
  });

  test.each([
    ['of an entry that is none', { entry: 99 }, ['entry']],
    ['of a field that is none', { field: 'nothing' }, ['field']],
    ['with a value of another kind', { value: 7 }, ['value']],
    ['of the day with what is no day', { field: 'on', value: 'yesterday' }, ['value']],
  ])('%s is refused', (_what, more, fields) => {
    expect(fieldsOf(check(summary(), 'correctFact', { ...correction, ...more }))).toEqual(fields);
  });

  test('of a correction is refused', () => {
    const corrected = summary().with('correctFact', correction);
    expect(fieldsOf(check(corrected, 'correctFact', { ...correction, entry: 3 }))).toEqual(['entry']);
  });
});

const whoMay = (file: CaseFile, name: DecisionName) =>
  mayTake(file, name).flatMap((role) => file.people[role] ?? [])[0] ?? file.openedBy.person;

describe('a check says what the case would say', () => {
  const steps: readonly StepId[] = ['front-door', 'outcome', 'determination', 'planning', 'sign-off', 'publication'];

  test.each(steps)('of every decision, where the case is at %s', (step) => {
    const one = aCase().at(step);
    for (const { name } of catalogue) {
      const form = one.formOf(name);
      const by = whoMay(one.file, name);
      const answer = take(one.file, { name, key: 'a-new-key', by, form }, one.now);
      // People type the birthday that the case knows by reference.
      const typed = name === 'addChild' ? { ...form, dateOfBirth: '2022-04-04' } : form;
      const checked = checkDecision(one.file, { name, form: typed, actor: { id: by }, now: one.now });
      const told = { name, code: answer.kind === 'refused' ? answer.refusal.code : 'in-order' };
      expect({ name, code: codeOf(checked) }).toEqual(told);
    }
  });
});
