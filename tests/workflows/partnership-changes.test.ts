import { isoDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { plannedDates } from '../../src/procedure/dates/plan';
import type { PersonId } from '../../src/procedure/time/time';
import { partnershipOfTheFuture } from './support/calendar-of-tests';
import { emailsOf } from './support/emails';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { Story, tell } from './support/story';

/* What a partnership changes while cases are open: a closure day, and its profile. */

let engine: Engine;
let closure: Story;
let profile: Story;
let untouched: Story;
let joined: Story;
let failed: ReadonlyMap<Story, Error> = new Map();

const before = partnershipOfTheFuture();
const newcomer = 'P1001' as PersonId;
/** Information is due a day later than before, and the first of December is no working day. */
const current = {
  ...partnershipOfTheFuture({ '2037-12-01': 'A training day' }),
  policy: {
    ...before.policy,
    edition: 'the-next-one',
    windows: { ...before.policy.windows, information: { ...before.policy.windows.information, by: 8 } },
  },
};

const change = async (story: Story) => {
  story.engine.world.partnership = current;
  await story.engine.cases.calendarChanged([story.reference]);
  await story.engine.until(
    () => story.known.events.some(({ kind }) => kind === 'calendar-changed'),
    'the calendar is taken up',
  );
};

/** Somebody has come to the partnership and is named at once. */
const join = async (story: Story) => {
  const { world } = story.engine;
  world.partnership = { ...world.partnership, everybody: [...(before.everybody ?? []), newcomer] };
  await story.engine.cases.calendarChanged([story.reference]);
  await story.engine.until(() => story.file.everybody?.includes(newcomer) === true, 'the newcomer is known');
  await story.decide('replacePerson', { leaves: undefined, joins: newcomer }, { by: 'business-manager' });
};

const move = async (story: Story) => {
  story.engine.world.partnership = current;
  await story.decide('moveToCurrentProfile', undefined, { by: 'business-manager' });
  await story.engine.until(
    () => story.known.events.some(({ kind }) => kind === 'profile-changed'),
    'the profile is taken up',
  );
};

beforeAll(async () => {
  engine = await startEngine();
  const way = {
    late: { recordReturn: ['2037-12-02'], recordChronology: ['2037-12-02'] },
    until: '2037-12-02',
  } as const;
  closure = new Story(engine, referenceOf(1), { ...way, besides: [{ on: '2037-11-25', does: change }] });
  profile = new Story(engine, referenceOf(2), { ...way, besides: [{ on: '2037-11-25', does: move }] });
  untouched = new Story(engine, referenceOf(3), way);
  failed = await tell([closure, profile, untouched]);
  joined = new Story(engine, referenceOf(4), {
    ...way,
    until: '2037-11-27',
    besides: [{ on: '2037-11-25', does: join }],
  });
  failed = new Map([...failed, ...(await tell([joined]))]);
}, 600_000);
afterAll(() => engine.stop());
beforeEach(() => {
  for (const error of failed.values()) throw error;
});

const from = (story: Story, day: string) =>
  emailsOf(story.told.sent.filter(({ at }) => at >= londonInstant(isoDate(day), timeOfDay('10:45')))).filter((row) =>
    / (coming|overdue)/.test(row),
  );
const due = (story: Story, step: 'front-door' | 'information' | 'submission') =>
  plannedDates(story.told.file, step).due;

test('A closure day that is added while a case is open moves what is still due, and not what was met', () => {
  expect(closure.told.events.find(({ kind }) => kind === 'calendar-changed')).toMatchObject({
    details: {
      until: '2042-12-31',
      days: [
        {
          what: 'closure',
          date: '2037-12-01',
          change: 'added',
          name: 'A training day',
          profile: 'kirklees',
          edition: 'the-next-one',
        },
      ],
      moved: expect.arrayContaining([
        { id: 'information', title: 'Step 5, Information and chronology', from: '2037-12-01', to: '2037-12-02' },
      ]) as unknown,
    },
  });
  expect([due(closure, 'front-door'), due(closure, 'information'), due(closure, 'submission')]).toEqual([
    '2037-11-27',
    '2037-12-02',
    '2037-12-11',
  ]);
  expect(from(closure, '2037-11-25')).toEqual([
    'Thu 2037-11-26 09:00 | outcome coming + information coming | spr-coordinator',
    // Each agency by the date of its request, a working day before the step's.
    'Fri 2037-11-27 09:00 | return:gp coming | agency-contact',
    'Fri 2037-11-27 09:00 | return:locala coming | agency-contact',
    'Mon 2037-11-30 09:00 | information coming | spr-coordinator',
    'Wed 2037-12-02 09:00 | return:gp overdue | agency-contact',
    'Wed 2037-12-02 09:00 | return:gp overdue + return:locala overdue | business-manager',
    'Wed 2037-12-02 09:00 | return:locala overdue | agency-contact',
  ]);
  // The other parts of the profile stay as they were when the case began.
  expect(closure.told.file.policy.edition).toBe(before.policy.edition);
});

test('A case moved to the current profile takes up its windows and its calendar, with the reason on the record', () => {
  expect(
    profile.told.events.filter(
      ({ kind, decision }) => kind === 'profile-changed' || decision === 'moveToCurrentProfile',
    ),
  ).toMatchObject([
    { decision: 'moveToCurrentProfile', by: profile.holder('business-manager') },
    { kind: 'profile-changed', details: { profile: 'kirklees', edition: 'the-next-one' } },
  ]);
  expect([due(profile, 'front-door'), due(profile, 'information')]).toEqual(['2037-11-27', '2037-12-03']);
  expect(from(profile, '2037-11-25')).toEqual([
    'Thu 2037-11-26 09:00 | outcome coming | spr-coordinator',
    'Fri 2037-11-27 09:00 | information coming | spr-coordinator',
    'Mon 2037-11-30 09:00 | return:gp coming | agency-contact',
    'Mon 2037-11-30 09:00 | return:locala coming | agency-contact',
    'Wed 2037-12-02 09:00 | information coming | spr-coordinator',
  ]);
});

test('A case that nobody told keeps the calendar and the profile that it began with', () => {
  expect([due(untouched, 'front-door'), due(untouched, 'information')]).toEqual(['2037-11-27', '2037-12-01']);
  expect(untouched.told.file.policy.edition).toBe(before.policy.edition);
});

test('Somebody who comes to the partnership can be named in a case that is open, and its record says nothing of it', () => {
  expect(joined.told.events.filter(({ decision }) => decision === 'replacePerson')).toHaveLength(1);
  expect(joined.told.events.filter(({ kind }) => kind.endsWith('-changed'))).toEqual([]);
  expect(joined.told.events.map(({ seq }) => seq)).toEqual(joined.told.events.map((_event, at) => at + 1));
});
