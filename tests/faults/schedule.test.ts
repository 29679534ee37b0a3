import { isoDate } from '../../src/procedure/time/dates';
import { faults, leftOut, readAsked, scheduleOf, withoutRoom, type Act } from './schedule';
import { wayOf } from './ways';

/** The first acts of a seed. */
const actsOf = (seed: number, many = 40): readonly Act[] => {
  const acts = scheduleOf(seed, { cases: 50 }).acts();
  return Array.from({ length: many }, () => acts.next().value);
};

test('the same seed gives the same acts and the same ways; another seed gives others', () => {
  expect(actsOf(1234)).toEqual(actsOf(1234));
  expect(actsOf(1234)).not.toEqual(actsOf(1235));
  const way = (seed: number) => wayOf(seed, 'case-7', isoDate('2026-11-25'), 25);
  expect(way(1234)).toEqual(way(1234));
  expect([1235, 1236, 1237].map(way)).not.toContainEqual(way(1234));
});

test('every fault comes before any comes again', () => {
  const first = actsOf(99, faults.length).map(({ fault }) => fault);
  expect([...first].sort()).toEqual([...faults].sort());
});

test('only the faults that are asked for happen', () => {
  const wanted = ['the disk is full', 'the data is copied while everything runs'];
  expect(leftOut([])).toEqual([]);
  expect(leftOut(['disk', 'everything runs'])).toEqual(faults.filter((one) => !wanted.includes(one)));
});

test('a run of under five minutes fills no disk and copies no data, unless that is asked for', () => {
  const long = [
    'the disk is full',
    'the data is copied while everything runs',
    'the data is copied while everything stands still',
  ];
  expect(withoutRoom({ minutes: 2, only: [] })).toEqual(long);
  expect(withoutRoom({ minutes: 5, only: [] })).toEqual([]);
  expect(withoutRoom({ minutes: 2, only: ['disk'] })).toEqual([]);
});

test('the command line says seed, minutes, cases and what is put through it, and anything else is refused', () => {
  expect(readAsked([], 42)).toEqual({ seed: 42, minutes: 5, cases: 50, as: 'alone', only: [] });
  const said = ['--seed', '1234', '--as', 'compose', '--minutes', '0.5', '--only', 'disk,copied'];
  expect(readAsked(said, 42)).toEqual({ seed: 1234, minutes: 0.5, cases: 50, as: 'compose', only: ['disk', 'copied'] });
  expect(readAsked(['--part', 'others'], 42)).toMatchObject({ part: 'others' });
  expect(() => readAsked(['--part', 'half'], 42)).toThrow('--part schedule or others');
  expect(() => readAsked(['--sede', '1'], 42)).toThrow('--sede');
  expect(() => readAsked(['--minutes'], 42)).toThrow('--minutes');
  expect(() => readAsked(['--as', 'a cluster'], 42)).toThrow('--as alone or compose');
  expect(() => readAsked(['--only', 'earthquake'], 42)).toThrow('--only');
});
