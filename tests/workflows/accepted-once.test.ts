import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import type { DecisionArguments } from '../../src/procedure/contract';
import type { CaseEvent, Notice } from '../../src/procedure/case/record';
import * as rules from '../../src/procedure/take';
import type { Instant } from '../../src/procedure/time/time';
import { openDoors } from '../../workflows/doors';
import { aCase, type CaseBuilder } from '../support/a-case';
import { script } from '../support/script';

/* The doors as the SDK calls them: the validator and then the handler in one turn, and in a replay the handler alone. */

type Handler = (given: unknown) => Promise<unknown>;
interface Door {
  readonly handler: Handler;
  readonly validator: ((given: unknown) => void) | undefined;
}

const mockDoors = new Map<string, Door>();
let mockUpdate = 'no-update';

jest.mock('@temporalio/workflow', () => ({
  ...jest.requireActual<object>('@temporalio/workflow'),
  defineUpdate: (name: string) => ({ type: 'update', name }),
  currentUpdateInfo: () => ({ id: mockUpdate }),
  setHandler: (
    { type, name }: { type: string; name: string },
    handler: Handler,
    { validator }: Partial<Door> = {},
  ): void => {
    if (type === 'update') mockDoors.set(name, { handler, validator });
  },
}));
jest.mock('../../src/procedure/take', () => {
  const actual = jest.requireActual<typeof rules>('../../src/procedure/take');
  return { ...actual, take: jest.fn(actual.take), carryOut: jest.fn(actual.carryOut) };
});

type Settled = readonly [CaseFile, readonly CaseEvent[], readonly Notice[]];

/** A case behind its doors, and what was settled in it. */
function behindDoors(file: CaseFile, now: Instant) {
  const settled: Settled[] = [];
  const behind = { file, now: () => now, profileAsked: () => undefined };
  const settle = (...one: Settled) => {
    settled.push(one);
    return Promise.resolve(true);
  };
  const c = { ...behind, settle };
  openDoors(c);
  return { c, settled };
}

function doorOf(name: DecisionName): Door {
  const door = mockDoors.get(name);
  if (door === undefined) throw new Error(`There is no door of ${name}.`);
  return door;
}

const givenFor = (story: CaseBuilder, name: DecisionName): DecisionArguments => ({
  by: story.holder(script.find((act) => act.name === name)?.by ?? 'business-manager'),
  form: story.formOf(name),
});

beforeEach(() => {
  jest.mocked(rules.take).mockClear();
  jest.mocked(rules.carryOut).mockClear();
});

test('A decision that the validator accepted is not worked out again by the handler of the same Update', async () => {
  const story = aCase();
  const { settled } = behindDoors(story.file, story.now);
  const given = givenFor(story, 'sendToFrontDoor');
  mockUpdate = 'the-first';
  doorOf('sendToFrontDoor').validator?.(given);
  await doorOf('sendToFrontDoor').handler(given);
  const [asked] = jest.mocked(rules.take).mock.results;
  // The very file of which everything has been worked out.
  expect(settled[0]?.[0]).toBe((asked?.value as { readonly file?: CaseFile } | undefined)?.file);
  expect(rules.carryOut).not.toHaveBeenCalled();
});

test('A decision accepted in a case that has changed since is worked out from the case as it stands', async () => {
  const story = aCase();
  const { c, settled } = behindDoors(story.file, story.now);
  const given = givenFor(story, 'addNote');
  mockUpdate = 'the-second';
  doorOf('addNote').validator?.(given);
  c.file = story.with('sendToFrontDoor').file;
  await doorOf('addNote').handler(given);
  expect(settled.map(([file]) => file.seq)).toEqual([3]);
  expect(settled[0]?.[0].facts).toHaveProperty('sendToFrontDoor');
});

test('What was accepted for one Update is not taken for another', async () => {
  const story = aCase();
  const { settled } = behindDoors(story.file, story.now);
  mockUpdate = 'the-third';
  doorOf('addNote').validator?.(givenFor(story, 'addNote'));
  mockUpdate = 'the-fourth';
  await doorOf('sendToFrontDoor').handler(givenFor(story, 'sendToFrontDoor'));
  expect(settled.map(([, [event]]) => event?.decision)).toEqual(['sendToFrontDoor']);
});

/** The decision of a case that is its last entry, as it was asked for. */
function lastOf({ file }: CaseBuilder): (DecisionArguments & { readonly name: DecisionName }) | undefined {
  const all = Object.entries(file.facts).flatMap(([name, facts]) => facts.map((fact) => ({ name, ...fact })));
  const last = all.find(({ seq }) => seq === file.seq);
  // Its name is a key of the facts.
  return last && { name: last.name as DecisionName, by: last.by, on: last.on, form: last.form };
}

test('A replay, in which no validator runs, comes to the same for every decision of the straight way', async () => {
  let compared = 0;
  for (let story = aCase(), next = story.next(); next !== undefined; story = next, next = story.next()) {
    const asked = lastOf(next);
    if (asked === undefined) continue;
    const { name, ...given } = asked;
    mockUpdate = `at-${story.file.seq}`;
    const live = behindDoors(story.file, next.now);
    doorOf(name).validator?.(given);
    await doorOf(name).handler(given);
    const replayed = behindDoors(story.file, next.now);
    await doorOf(name).handler(given);
    expect(replayed.settled).toEqual(live.settled);
    compared += 1;
  }
  expect(rules.carryOut).toHaveBeenCalledTimes(compared);
  expect(compared).toBeGreaterThan(20);
});
