import { setTimeout as pause } from 'node:timers/promises';
import { moveOn, type MovingOn } from '../../src/upgrades/drain-cases';
import type { CaseReference } from '../../src/procedure/time/time';

/* A clean stop: no case is left in the middle of a run that only this code can finish. */

const first = 'SIN-2026-0001' as CaseReference;
const closed = 'SIN-2026-0002' as CaseReference;
const asleep = 'SIN-2026-0003' as CaseReference;

/** An engine whose case is in a new run after it was looked at so many times, and how long it is given. */
function anEngine(looks: number, waitMs: number) {
  const said: string[] = [];
  const asked: CaseReference[] = [];
  let looked = 0;
  const movingOn: MovingOn = {
    cases: {
      standing: async (reference) => {
        if (reference === closed) return { kind: 'ended', how: 'completed' };
        if (asked.length > 0) looked += 1;
        return {
          kind: 'running',
          runId: looked >= looks ? 'new' : 'old',
          wasReset: false,
          isAsleep: reference === asleep,
        };
      },
      takeUpCurrentCode: async (references) => asked.push(...references),
    },
    references: [first, closed, asleep],
    say: (sentence) => said.push(sentence),
    limits: { waitMs, pollMs: 1, together: 1 },
  };
  return { movingOn, said, asked };
}

test('It waits until every case is in a new run; one that ended a moment ago is not waited for', async () => {
  const { movingOn, said } = anEngine(3, 20_000);
  expect(await moveOn(movingOn)).toEqual([]);
  expect(said).toEqual([]);
});

test('It does not ask a case in whose run nothing has happened: any code can go on with it', async () => {
  const { movingOn, asked } = anEngine(1, 20_000);
  await moveOn(movingOn);
  expect(asked).toEqual([first]);
});

test('It does not wait for ever, and says which case was too slow and what to do', async () => {
  const { movingOn, said } = anEngine(Infinity, 50);
  expect(await moveOn(movingOn)).toEqual([first]);
  expect(said).toEqual([
    '1 of 3 open cases could not be moved on in time (SIN-2026-0001): start this release once more before another.',
  ]);
});

test('It asks no more of them once there is no time left: whoever stops it waits', async () => {
  const { movingOn, asked, said } = anEngine(Infinity, 20);
  const many = Array.from({ length: 1_000 }, (_nothing, at) => `SIN-2027-${String(at + 1).padStart(4, '0')}`);
  const slowly: MovingOn = {
    ...movingOn,
    references: many as CaseReference[],
    cases: {
      ...movingOn.cases,
      async takeUpCurrentCode(references) {
        await pause(5);
        return movingOn.cases.takeUpCurrentCode(references);
      },
    },
  };
  expect(await moveOn(slowly)).toEqual(many);
  expect(asked.length).toBeLessThan(many.length);
  expect(said).toEqual([expect.stringContaining('1000 of 1000 open cases could not be moved on in time')]);
});
