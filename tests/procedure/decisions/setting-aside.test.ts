import { actionsOf } from '../../../src/procedure/case/actions';
import { holdsOf } from '../../../src/procedure/case/holds';
import { agenciesAsked, information } from '../../../src/procedure/case/inquiries';
import { processesOf } from '../../../src/procedure/case/parallel-processes';
import { plannedDates } from '../../../src/procedure/dates/plan';
import type { DecisionName } from '../../../src/procedure/case/case-file';
import type { PersonId } from '../../../src/procedure/time/time';
import { openSteps } from '../../../src/procedure/dates/steps';
import { isoDate } from '../../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision, told } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* What was recorded in error is set aside: it stays on the record, and stands no more. */

const reason = words('It belongs to another case');
const noted = () => aCase().with('addNote');
const aside = (one: CaseBuilder, entry: number) => one.with('setEntryAside', { entry, reason });
const lastAside = (one: CaseBuilder) => aside(one, one.file.seq);

decision('setEntryAside', {
  given: noted,
  may: [...businessUnit, 'scrutineer'],
  twice: 'invalid',
  refused: [
    { when: 'there is no such entry', given: noted, form: { entry: 40 }, code: 'invalid', says: /Entry 40/ },
    {
      when: 'it is the notification',
      given: noted,
      form: { entry: 1 },
      code: 'against-the-record',
      says: /correctFact.*withdrawCase/,
    },
    {
      when: 'another decision puts it right',
      given: () => aCase().with('addFamilyMember'),
      form: { entry: 2 },
      code: 'against-the-record',
      says: /removeFamilyMember/,
    },
    {
      when: 'it has changed the case',
      given: () => aCase().with('withdrawCase'),
      form: { entry: 2 },
      code: 'against-the-record',
      says: /has changed the case/,
    },
    {
      when: 'the oversight rests on it',
      given: () => aCase().past('front-door'),
      form: { entry: aCase().past('front-door').file.facts.sendToFrontDoor?.[0]?.seq ?? 0 },
      code: 'against-the-record',
      says: /rests on it/,
    },
    {
      when: 'an action that it added was completed',
      given: () => aCase().with('addAction').with('completeAction'),
      form: { entry: 2 },
      code: 'against-the-record',
      says: /Entry 3.*rests on it/,
    },
    {
      when: 'what comes after its step was done',
      given: () => aCase().past('determination'),
      form: { entry: aCase().past('determination').file.facts.fileMinutes?.[0]?.seq ?? 0 },
      code: 'against-the-record',
      says: /rests on it/,
    },
  ],
});

decision('dismissLookAlike', {
  given: aCase,
  may: businessUnit,
  twice: 'already-decided',
  refused: [
    { when: 'it is the case itself', given: aCase, form: { other: 'SIN-2026-0007' }, code: 'invalid', says: /itself/ },
  ],
});

describe('Every list that grows can be put right', () => {
  test.each<[string, DecisionName, object | undefined, (one: CaseBuilder) => number]>([
    ['actions added in error', 'addAction', undefined, ({ file }) => actionsOf(file).length],
    ['agencies asked in error', 'askAgencies', undefined, ({ file }) => agenciesAsked(file, information).length],
    ['parallel processes', 'addParallelProcess', undefined, ({ file }) => processesOf(file).length],
    ['holds', 'placeHold', { step: 'information', process: undefined }, ({ file }) => holdsOf(file).length],
    ['notes', 'addNote', undefined, ({ file }) => file.facts.addNote?.length ?? 0],
    ['media interest', 'recordMediaInterest', undefined, ({ file }) => file.facts.recordMediaInterest?.length ?? 0],
    ['look-alikes', 'dismissLookAlike', undefined, ({ file }) => file.facts.dismissLookAlike?.length ?? 0],
  ])('%s', (_what, name, form, count) => {
    const one = aCase().with(name, form);
    expect(count(one)).toBeGreaterThan(0);
    const after = lastAside(one);
    expect(count(after)).toBe(0);
    expect(after.file.superseded).toMatchObject([{ name, fact: { seq: 2 }, by: 3 }]);
    expect(after.file.course).toBe(one.file.course + 1);
  });

  test('A deadline that was extended is as short again as it was', () => {
    const one = aCase().with('extendDeadline', { deadline: 'information', to: isoDate('2026-12-18') });
    expect(plannedDates(one.file, 'information').due).toBe('2026-12-18');
    expect(plannedDates(lastAside(one).file, 'information')).toEqual(plannedDates(aCase().file, 'information'));
  });

  test('A step recorded as done in error is open again, and can be done', () => {
    const one = aCase().past('front-door');
    const after = lastAside(one);
    expect(openSteps(after.file)).toContain('front-door');
    expect(after.refusal('recordOversight', undefined, { by: 'service-director' })).toBeUndefined();
  });
});

test('Whoever was told of an entry that is set aside is told so, in one email', () => {
  const one = aCase().with('addAction', { owner: 'P25' as PersonId });
  const after = lastAside(one);
  expect(told(after.notices.slice(one.notices.length))).toEqual({ 'fact-corrected': ['P25'] });
});
