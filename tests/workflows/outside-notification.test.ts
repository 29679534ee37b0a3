import * as contract from '../../src/procedure/outside-notification/contract';
import { bytesOfReceiptNumber, receiptNumberOf } from '../../src/procedure/outside-notification/receipt-number';
import type { OutsideStanding } from '../../src/procedure/outside-notification/contract';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';
import * as workflows from '../../workflows/all';
import { startEngine, type Engine } from './support/engine';
import { historiesOf, replay } from './support/histories';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

let last = 0;
const newNumber = () => receiptNumberOf(new Uint8Array(bytesOfReceiptNumber).fill((last += 1)));
const idOf = contract.outsideWorkflowId;

/** Answers as the records would: it waits, and is to be looked at every so often, until it is over. */
function records(every: number) {
  const looked: Instant[] = [];
  const state = { over: false };
  engine.world.watchOutside = ({ at }): Promise<OutsideStanding> => {
    looked.push(at);
    return Promise.resolve(
      state.over ? { kind: 'over' } : { kind: 'waiting', lookAgainAt: fromMillis(toMillis(at) + every) },
    );
  };
  return { looked, state };
}

const hour = 3_600_000;
const isOver = async (id: string) =>
  (await engine.env.client.workflow.getHandle(id).describe()).status.name === 'COMPLETED';
const runOf = async (id: string) => (await engine.env.client.workflow.getHandle(id).describe()).runId;

test('What a notification from outside is known by in Temporal never changes', () => {
  const { outsideWorkflowId, ...names } = contract;
  expect(names).toEqual({ outsideWorkflowType: 'outsideNotification', outsideChanged: 'outsideChanged' });
  expect(outsideWorkflowId(newNumber())).toMatch(/^outside-REC-/);
  expect(Object.keys(workflows).sort()).toEqual(['incident', 'outsideNotification']);
});

test('It asks the records at once and again when they say, until it is over', async () => {
  const number = newNumber();
  const { looked, state } = records(2 * hour);
  await engine.cases.outside.begin(number);
  await engine.until(() => looked.length === 1, 'the first look');
  await engine.passUntil(fromMillis(toMillis(looked[0] as Instant) + 4.5 * hour));
  await engine.until(() => looked.length === 3, 'two looks more');
  state.over = true;
  await engine.passUntil(fromMillis(toMillis(looked[0] as Instant) + 7 * hour));
  await engine.until(() => isOver(idOf(number)), 'its end');
  expect(looked.slice(1).map((at, n) => Math.round((toMillis(at) - toMillis(looked[n] as Instant)) / hour))).toEqual([
    2, 2, 2,
  ]);
});

test('It looks at once when it is told of a change, and ends', async () => {
  const number = newNumber();
  const { looked, state } = records(1_000 * hour);
  await engine.cases.outside.begin(number);
  await engine.until(() => looked.length === 1, 'the first look');
  state.over = true;
  await engine.cases.outside.changed(number);
  await engine.until(() => isOver(idOf(number)), 'its end');
  expect(looked).toHaveLength(2);
});

test('Told of a change when it has ended, it looks once more', async () => {
  const number = newNumber();
  const { looked, state } = records(hour);
  state.over = true;
  await engine.cases.outside.begin(number);
  await engine.until(() => isOver(idOf(number)), 'its end');
  await engine.cases.outside.changed(number);
  await engine.until(() => looked.length >= 2, 'another look');
});

test('Begun twice it runs once; begun anew, another run takes its place', async () => {
  const number = newNumber();
  const { looked } = records(1_000 * hour);
  await engine.cases.outside.begin(number);
  await engine.until(() => looked.length === 1, 'the first look');
  const first = await runOf(idOf(number));
  await engine.cases.outside.begin(number);
  expect(await runOf(idOf(number))).toBe(first);
  await engine.cases.outside.beginAnew(number);
  await engine.until(() => looked.length === 2, 'a look of the new run');
  expect(await runOf(idOf(number))).not.toBe(first);
});

test('Its history can be replayed, and has nothing in it but the number, encrypted', async () => {
  const number = newNumber();
  const { looked, state } = records(hour);
  await engine.cases.outside.begin(number);
  await engine.until(() => looked.length === 1, 'the first look');
  state.over = true;
  await engine.cases.outside.changed(number);
  await engine.until(() => isOver(idOf(number)), 'its end');
  const histories = await historiesOf(engine, idOf(number));
  expect(await replay(histories, engine.dataConverter)).toEqual({ replayed: 1, broken: [] });
  const input = histories[0]?.history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  expect(Buffer.from(input?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
  expect(Buffer.from(input?.data ?? []).toString('latin1')).not.toContain(number);
});
