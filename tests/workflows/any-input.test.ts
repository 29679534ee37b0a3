import { catalogue } from '../../src/procedure/catalogue';
import { londonDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { mayTake } from '../../src/procedure/may-take';
import type { PersonId } from '../../src/procedure/time/time';
import { markedUnreadable } from '../../src/procedure/case/unreadable';
import type { PartnershipNow } from '../../src/procedure/case/with-partnership';
import { refusedType } from '../../src/procedure/contract';
import { formsAtEdges } from '../support/edges';
import { partnershipOfTheFuture } from './support/calendar-of-tests';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { historiesOf } from './support/histories';
import { received, Story } from './support/story';

/* No input at either door stops a case, nor does a rule that throws. */

let engine: Engine;
let opened = 0;

beforeAll(async () => {
  engine = await startEngine();
  await engine.passUntil(londonInstant(received, timeOfDay('10:00')));
}, 300_000);
afterAll(() => engine.stop());

async function aCaseOpened(): Promise<Story> {
  const story = new Story(engine, referenceOf((opened += 1)), {});
  await story.open();
  return story;
}

const unhandledCommand = 1;

/** Workflow tasks of a case that failed by its own fault, in all of its runs. */
async function failedTasks({ reference }: Story): Promise<readonly string[]> {
  const runs = await historiesOf(engine, reference);
  return runs.flatMap(({ history }) =>
    (history.events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed === undefined || failed === null || failed.cause === unhandledCommand
        ? []
        : [failed.failure?.message ?? 'unknown'],
    ),
  );
}

const update = async (story: Story, name: string, given: unknown): Promise<'taken' | 'refused'> => {
  const handle = engine.env.client.workflow.getHandle(story.reference);
  try {
    await handle.executeUpdate(name, { args: [given] });
    return 'taken';
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly type?: string } };
    if (cause?.type === refusedType) return 'refused';
    throw error;
  }
};

const anything: readonly unknown[] = [
  null,
  [],
  'nonsense',
  7,
  {},
  { by: 7 },
  { by: 'P00', form: null },
  { by: 'P01', on: '2199-12-31', form: {} },
  { by: 'P01', on: '1900-01-01', form: {} },
];

const holderOf = ({ file }: Story, name: (typeof catalogue)[number]['name']): PersonId => {
  const role = mayTake(file, name).find((one) => (file.people[one] ?? []).length > 0);
  return file.people[role ?? 'business-manager']?.[0] ?? ('P01' as PersonId);
};

/** What ends a case by right. */
const ends: readonly string[] = ['withdrawCase'];

test('Any JSON, and every date at the edges of its type, is answered at both doors, and the case then takes a note', async () => {
  const story = await aCaseOpened();
  for (const name of ['addAction', 'addParallelProcess', 'placeHold'] as const)
    await story.decide(name, name === 'placeHold' ? { step: 'publication' } : undefined, { by: 'business-manager' });
  for (const { name, form: schema } of catalogue.filter((one) => !ends.includes(one.name))) {
    const by = holderOf(story, name);
    const { form } = story.call(name);
    const dates = formsAtEdges(schema, form).filter(({ form: edge }, at) => {
      const text = JSON.stringify(edge) ?? '';
      return at % 97 === 0 || /"(1905-06-01|2014-01-02|2062-12-18|2199-12-31)"/.test(text);
    });
    const forms = dates.map(({ form: edge }, at) => ({ by, key: `${name}-${at}`, form: edge }));
    for (const given of [...anything, ...forms]) await update(story, name, given);
    for (const given of [anything[opened % anything.length], ...forms.slice(0, 3)]) await story.signal(name, given);
  }
  const outcome = await story.decide('addNote', undefined, { by: 'business-manager' });
  expect(outcome.kind).toBe('taken');
  expect(await failedTasks(story)).toEqual([]);
  expect(story.known.events.filter(({ kind }) => kind === 'rule-failed')).toEqual([]);
}, 300_000);

test('An action due in 2062 by Signal is on the record as refused, and changes nothing', async () => {
  const story = await aCaseOpened();
  const { by, form } = story.call('addAction', { dueOn: '2062-12-18' }, { by: 'business-manager' });
  await story.signal('addAction', { by, form });
  await engine.until(() => story.known.events.length === 2, 'the refusal is on the record');
  expect(story.known.events[1]).toMatchObject({
    kind: 'decision-refused',
    refusal: { code: 'invalid', fields: [{ field: 'dueOn', sentence: expect.stringMatching(/must be from .* to/) }] },
  });
  expect(story.file.facts).toEqual({});
});

/** A holiday on a day that there is not, which every count of working days stumbles on. */
const broken = () => {
  const partnership = partnershipOfTheFuture();
  const { calendar } = partnership;
  return { ...partnership, calendar: { ...calendar, holidays: { ...calendar.holidays, '2037-13-45': 'No day' } } };
};

const faultsOf = ({ known }: Story) => known.events.filter(({ kind }) => kind === 'rule-failed');

test('A calendar with which the rules cannot work is not taken up; that is recorded once, and the case goes on', async () => {
  const story = await aCaseOpened();
  const { calendar } = story.file;
  engine.world.partnership = broken();
  await engine.cases.calendarChanged([story.reference]);
  await engine.until(() => faultsOf(story).length === 1, 'the fault is on the record');
  await engine.cases.calendarChanged([story.reference]);
  await story.decide('addNote', undefined, { by: 'business-manager' });
  engine.world.partnership = partnershipOfTheFuture();
  expect(faultsOf(story).map(({ details }) => details)).toMatchObject([
    { asked: 'calendar', problem: expect.stringMatching(/RangeError.*2037-13-45/), sentence: expect.any(String) },
  ]);
  expect(story.file.calendar).toEqual(calendar);
  expect(story.file.ruleFaults).toHaveLength(1);
  expect(await failedTasks(story)).toEqual([]);
});

test('A partnership that cannot be read is not taken up, by a changed calendar or a new profile; that is recorded once', async () => {
  const story = await aCaseOpened();
  const { calendar, policy } = story.file;
  // A payload that pretends to be marked is marked for that.
  engine.world.partnership = markedUnreadable('unknown-key') as PartnershipNow;
  await engine.cases.calendarChanged([story.reference]);
  await engine.until(() => faultsOf(story).length === 1, 'the fault is on the record');
  await story.decide('moveToCurrentProfile', undefined, { by: 'business-manager' });
  await story.decide('addNote', undefined, { by: 'business-manager' });
  await engine.cases.calendarChanged([story.reference]);
  engine.world.partnership = partnershipOfTheFuture();
  expect(faultsOf(story).map(({ details }) => details)).toMatchObject([
    { asked: 'calendar', problem: expect.stringMatching(/partnership cannot be read/) },
  ]);
  expect(story.file).toMatchObject({ calendar, policy });
  expect(await failedTasks(story)).toEqual([]);
});

test('A case whose own rules throw records each fault once, refuses what cannot be worked out, and takes a note', async () => {
  const story = new Story(engine, referenceOf((opened += 1)), {});
  const opening = story.opening();
  await engine.cases.open({ ...opening, file: { ...opening.file, calendar: broken().calendar } });
  await engine.until(() => engine.world.knows(story.reference), 'the case is open');
  await engine.until(() => faultsOf(story).length >= 2, 'the faults are on the record');
  await story.decide('addNote', undefined, { by: 'business-manager' });
  const asked = faultsOf(story).map(({ details }) => String(details['asked']));
  expect(asked).toEqual([...new Set(asked)]);
  expect(asked).toEqual(expect.arrayContaining(['reminders', 'current-details']));
  const by = story.holder('business-manager');
  const extension = { by, form: { deadline: 'information', to: '2037-12-18', reason: 'W1', agreedBy: 'W2' } };
  expect(await update(story, 'extendDeadline', extension)).toBe('refused');
  // Repaired, the calendar is taken up, and the dates are worked out again.
  await engine.cases.calendarChanged([story.reference]);
  await engine.until(() => story.file.calendar.holidays['2037-13-45'] === undefined, 'the right calendar is taken up');
  expect(londonDate(story.file.remindedUpTo) >= received).toBe(true);
  expect(await failedTasks(story)).toEqual([]);
});
