import { fc } from '../support/properties';
import { isWorkingDay } from '../../src/procedure/time/calendar';
import type { CaseFile, Fact } from '../../src/procedure/case/case-file';
import { isoDate, londonDate, londonTime } from '../../src/procedure/time/dates';
import { entriesForOthers } from '../../src/procedure/case/recorded-for';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { describeCase } from '../../src/procedure/describe';
import { nextReminderAt } from '../../src/procedure/reminders/reminders';
import { isReached, isSettled, openSteps, steps } from '../../src/procedure/dates/steps';
import { stepIds } from '../../src/procedure/step-ids';
import { aCase, type CaseBuilder } from '../support/a-case';
import { moved, moves, start } from '../support/random-case';

/* Random legal decisions, in any order. A case has to bear them all. */

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) };

const every = (file: CaseFile): readonly number[] => [
  ...(Object.values(file.facts) as (readonly Fact<unknown>[])[]).flat().map(({ seq }) => seq),
  ...file.superseded.map(({ fact }) => fact.seq),
];

/** Checks something of a case after each of its moves. */
const always = (check: (one: CaseBuilder, before: CaseBuilder) => void) =>
  fc.assert(
    fc.property(start, moves, (begin, all) => {
      let one = begin();
      for (const next of all) {
        const after = moved(one, next);
        check(after, one);
        one = after;
      }
    }),
    runs,
  );

test('A decision never loses a fact: what stood before stands, or stands as set aside', () => {
  always((after, before) => {
    const now = new Set(every(after.file));
    for (const seq of every(before.file)) expect(now.has(seq)).toBe(true);
    if (after !== before) expect(now.has(after.file.seq)).toBe(true);
    expect(now.size).toBe(every(after.file).length);
  });
});

test('No step that is settled is open, and none is open that waits for another', () => {
  always(({ file }) => {
    const open = openSteps(file);
    for (const step of stepIds) {
      expect(open.includes(step)).toBe(!isSettled(file, step) && isReached(file, step));
      if (open.includes(step)) expect(steps[step].after.every((before) => isSettled(file, before))).toBe(true);
    }
  });
});

test('Where nothing is open there is nothing left to do: the case is at its end', () => {
  always(({ file }) => {
    if (openSteps(file).length === 0) expect(stepIds.filter((step) => !isSettled(file, step))).toEqual([]);
  });
});

test('Every case reaches its end from wherever legal decisions have taken it', () => {
  fc.assert(
    fc.property(start, moves, (begin, all) => {
      const somewhere = all.reduce(moved, begin());
      const free = somewhere.file.facts.placeHold === undefined ? somewhere : lifted(somewhere);
      const end = free.atTheEnd();
      expect(openSteps(end.file)).toEqual([]);
    }),
    runs,
  );
});

function lifted(one: CaseBuilder): CaseBuilder {
  const standing = (one.file.facts.placeHold ?? []).filter(
    ({ seq }) => !(one.file.facts.liftHold ?? []).some(({ form }) => form.hold === `H${seq}`),
  );
  return standing.reduce((now, { seq }) => now.with('liftHold', { hold: `H${seq}` }, { by: 'business-manager' }), one);
}

test('The next reminder is on a working morning, and after all that was reminded of', () => {
  always(({ file }) => {
    const next = nextReminderAt(file);
    if (next === undefined) return;
    expect(isWorkingDay(file.calendar, londonDate(next))).toBe(true);
    expect(londonTime(next)).toBe(file.policy.morning);
    expect(next > file.remindedUpTo).toBe(true);
  });
});

test('A decision that comes twice with the same key changes nothing', () => {
  fc.assert(
    fc.property(moves, fc.nat(40), (all, extra) => {
      const one = all.reduce(moved, aCase());
      if (one.file.closedOn !== undefined) return;
      const key = `note-${extra}`;
      const form = one.formOf('addNote');
      const noted = one.with('addNote', form, { key, by: 'business-manager' });
      expect(noted.attempt('addNote', form, { key, by: 'business-manager' })).toEqual({
        kind: 'repeated',
        seq: noted.file.seq,
      });
    }),
    runs,
  );
});

test('The case file goes to JSON and back unchanged', () => {
  always(({ file }) => {
    expect(JSON.parse(JSON.stringify(file))).toStrictEqual(file);
  });
});

test('A case can be described wherever it is, and its own words are whole sentences', () => {
  always((one) => {
    const view = describeCase(one.file, one.now);
    expect(view.steps).toHaveLength(stepIds.length);
    for (const { why } of view.steps) expect(why).toMatch(/\.$/);
    for (const { sentence } of view.conflicts) expect(sentence).not.toMatch(/undefined|null/);
    for (const { due } of view.deadlines) expect(due > isoDate('2026-01-01')).toBe(true);
  });
});

test('What was recorded on somebody’s behalf awaits an answer, is resolved or is agreed to: never two of them, nor none', () => {
  const recorded = aCase()
    .at('outcome')
    .with('recordOutcome', {}, { by: 'business-manager', onBehalf: { of: 'la-partner' } });
  fc.assert(
    fc.property(moves, (all) => {
      let one = recorded;
      for (const next of all) {
        const { file } = one;
        const open = openDeadlines(file).map(({ id }) => id);
        const isOver = file.closedOn !== undefined || file.facts.withdrawCase !== undefined;
        for (const { fact, confirmation } of entriesForOthers(file)) {
          const asked = [`confirmation:${fact.seq}`, `objection:${fact.seq}`].map((id) => open.includes(id));
          const { state } = confirmation;
          expect(asked).toEqual(isOver ? [false, false] : [state === 'not-yet-confirmed', state === 'objected']);
        }
        one = moved(one, next);
      }
    }),
    runs,
  );
});
