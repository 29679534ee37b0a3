import {
  currentDue,
  metDates,
  nextDeadline,
  openDeadlines,
  ownerOfDeadline,
} from '../../src/procedure/dates/deadlines';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { StepId } from '../../src/procedure/step-ids';
import { isoDate } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';

/* A case of Kirklees that was received on Monday 23 November 2026, at each of its steps. */

const standing = (file: CaseFile) => openDeadlines(file).map(({ id, due }) => `${id} ${due}`);

const [naming, summaries] = ['naming', 'summary'].map((what) =>
  ['la', 'police', 'health'].map((partner) => `${what}:${partner} 2026-11-26`),
);

test.each<[StepId, readonly string[], string]>([
  [
    'front-door',
    [
      ...['front-door 2026-11-27', 'decision-meeting 2026-11-27', 'information 2026-12-01'],
      ...(naming ?? []).flatMap((one, at) => [one, summaries?.[at] ?? '']),
    ],
    'front-door',
  ],
  ['outcome', ['outcome 2026-11-27', 'information 2026-12-01', ...(naming ?? [])], 'outcome'],
  ['rapid-review-meeting', ['rapid-review-meeting 2026-12-10'], 'rapid-review-meeting'],
  ['determination', ['determination 2026-12-10'], 'determination'],
  ['submission', ['submission 2026-12-10'], 'submission'],
  ['planning', ['panel-reply 2027-01-06', 'planning 2026-12-24', 'progress-check 2027-01-08'], 'planning'],
  [
    'author-material',
    ['panel-reply 2027-01-06', 'author-material 2027-01-19', 'progress-check 2027-01-08'],
    'panel-reply',
  ],
  ['response', ['response 2027-01-13', 'author-material 2027-01-19', 'progress-check 2027-01-08'], 'progress-check'],
  ['draft', ['draft 2027-02-22', 'progress-check 2027-01-08'], 'progress-check'],
  ['comments', ['comments 2027-02-02', 'progress-check 2027-01-08'], 'progress-check'],
  ['sign-off', ['sign-off 2027-03-25', 'progress-check 2027-01-08'], 'progress-check'],
  ['notice-of-intent', ['notice-of-intent 2027-04-16'], 'notice-of-intent'],
  ['publication', ['publication 2027-03-31'], 'publication'],
])('At %s there stand open %j, and %s is next', (step, open, next) => {
  const { file } = aCase().at(step);
  expect(standing(file)).toEqual(open);
  expect(nextDeadline(file)?.id).toBe(next);
});

describe('Nothing stands open', () => {
  test('in a case that was withdrawn', () => {
    const { file } = aCase().at('draft').with('withdrawCase');
    expect([openDeadlines(file), nextDeadline(file)]).toEqual([[], undefined]);
  });

  test('in a case that was closed', () => {
    const { file } = aCase().at('draft');
    expect(openDeadlines({ ...file, closedOn: isoDate('2027-01-14') })).toEqual([]);
  });
});

describe('The check of progress, a task with a date of its own, is extended', () => {
  const before = () => aCase().at('draft');
  const extended = (to: string, one: CaseBuilder = before()) =>
    openDeadlines(one.with('extendDeadline', { deadline: 'progress-check', to }).file).find(
      ({ id }) => id === 'progress-check',
    );

  test('to a later day, by the closing hour, and the first stays visible', () => {
    expect(openDeadlines(before().file).find(({ id }) => id === 'progress-check')).not.toHaveProperty('original');
    expect(extended('2027-01-29')).toMatchObject({
      due: '2027-01-29',
      dueAt: '2027-01-29T17:00:00.000Z',
      original: '2027-01-08',
    });
  });

  test('and where its own date has moved past the extension since, its own date stands', () => {
    const one = before().with('extendDeadline', { deadline: 'progress-check', to: '2027-01-29' });
    const later = one.file.facts.extendDeadline?.map((fact) => ({
      ...fact,
      form: { ...fact.form, to: isoDate('2027-01-07') },
    }));
    const file: CaseFile = { ...one.file, facts: { ...one.file.facts, extendDeadline: later ?? [] } };
    const task = openDeadlines(file).find(({ id }) => id === 'progress-check');
    expect(task).toMatchObject({ due: '2027-01-08' });
    expect(task).not.toHaveProperty('original');
  });
});

test('A step that is extended shows the date that it had', () => {
  const [step] = openDeadlines(
    aCase().at('submission').with('extendDeadline', { deadline: 'submission', to: '2026-12-16' }).file,
  );
  expect(step).toMatchObject({ id: 'submission', due: '2026-12-16', original: '2026-12-10' });
  expect(openDeadlines(aCase().at('submission').file)[0]).not.toHaveProperty('original');
});

test('A step that is not reached yet has a date and an owner; a name that no step or task has, none', () => {
  const { file } = aCase();
  expect([currentDue(file, 'outcome'), ownerOfDeadline(file, 'outcome')]).toEqual(['2026-11-27', 'la-partner']);
  expect([currentDue(file, 'supper'), ownerOfDeadline(file, 'supper')]).toEqual([undefined, undefined]);
});

test('A step without a date of its own has none that was met', () => {
  const { file } = aCase().atTheEnd();
  expect(Object.keys(metDates(file))).toContain('publication');
  expect(Object.keys(metDates(file))).not.toContain('actions');
});

test('Met are the dates of the steps that are reached and done, each as it was due', () => {
  expect(metDates(aCase().file)).toEqual({ notification: '2026-11-27' });
  // The decision meeting was held; the information, which agencies still owe, is not met.
  expect(metDates(aCase().at('outcome').file)).toEqual({
    notification: '2026-11-27',
    'front-door': '2026-11-27',
    'decision-meeting': '2026-11-27',
  });
  // The Panel has not replied: its reply is not met, though the planning that follows the submission is.
  expect(Object.keys(metDates(aCase().at('author-material').file))).toEqual([
    'notification',
    'front-door',
    'decision-meeting',
    'outcome',
    'information',
    'rapid-review-meeting',
    'determination',
    'submission',
    'planning',
  ]);
});
