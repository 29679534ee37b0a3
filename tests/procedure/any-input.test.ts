import { caseSummary } from '../../activities/case-summary';
import { catalogue, type AnyDefinition } from '../../src/procedure/catalogue';
import { addDays, addYears, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { metDates } from '../../src/procedure/dates/deadlines';
import { remindersDue } from '../../src/procedure/reminders/reminders';
import { workOutAll } from '../../src/procedure/case/rule-faults';
import { whyNotOpen } from '../../src/procedure/not-open';
import { mayTake } from '../../src/procedure/may-take';
import { take } from '../../src/procedure/take';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { formsAtEdges } from '../support/edges';
import { isFullCheck } from '../support/full-check';
import { fc } from '../support/properties';

/* No input makes a rule throw: any JSON, and every field of every form at the edges of its type, at every stage. */

/** A case with something of everything that can be corrected, lifted, completed or extended. */
const busy = (one: CaseBuilder): CaseBuilder =>
  one
    .with('addAction')
    .with('addAction')
    .trying('completeAction')
    .with('addParallelProcess')
    .with('placeHold', { step: 'publication' })
    .trying('shutOut');

const stages: readonly (readonly [string, () => CaseBuilder])[] = [
  ['just opened', () => aCase()],
  ['at the Rapid Review', () => busy(aCase().at('determination'))],
  ['at the comments', () => busy(aCase().at('comments'))],
  ['at publication', () => aCase().at('publication')],
  ['at its end', () => aCase().atTheEnd()],
];

function by({ file }: CaseBuilder, { name }: AnyDefinition): PersonId {
  const role = mayTake(file, name).find((one) => (file.people[one] ?? []).length > 0);
  return file.people[role ?? 'business-manager']?.[0] ?? ('P01' as PersonId);
}

/** Everything that recording, showing and reminding work out of a case, now and after years in which nothing was done. */
function workOut(one: CaseBuilder, form: unknown, definition: AnyDefinition, on = one.today): boolean {
  const call = { name: definition.name, key: 'a-key', by: by(one, definition), on, form };
  const answer = take(one.file, call, one.now);
  if (answer.kind !== 'taken') return false;
  const { file } = answer;
  workOutAll(file, one.now);
  // Years on, only dates can have come to matter.
  if (typeof form === 'object' && !/\d{4}-\d\d-\d\d/.test(JSON.stringify(form))) return true;
  workOutAll(file, londonInstant(addYears(one.today, 12), timeOfDay('09:00')));
  remindersDue(file, londonInstant(addYears(one.today, 3), timeOfDay('09:00')));
  metDates(file);
  expect(caseSummary(file).milestones.steps).not.toEqual({});
  return true;
}

/** The stages at which each decision is open. */
const openAt = new Map<string, readonly string[]>();
beforeAll(() => {
  const cases = stages.map(([stage, begin]) => ({ stage, file: begin().file }));
  for (const { name } of catalogue) {
    const open = cases.filter(({ file }) => whyNotOpen(file, name) === undefined);
    openAt.set(
      name,
      open.map(({ stage }) => stage),
    );
  }
});

/** True if an edge of a form is tried at a stage: each edge at one of the stages at which its decision is open. */
const isTriedAt = (stage: string, name: string, nth: number): boolean => {
  const open = openAt.get(name) ?? [];
  return isFullCheck ? open.includes(stage) : open[nth % open.length] === stage;
};

describe.each(stages)('In a case %s', (stage, begin) => {
  test('every field at the edges of its type is answered, and what is taken can be worked with', () => {
    const one = begin();
    let taken = 0;
    for (const definition of catalogue) {
      const whole = one.formOf(definition.name);
      for (const [nth, { path, form }] of formsAtEdges(definition.form, whole).entries()) {
        if (!isTriedAt(stage, definition.name, nth)) continue;
        try {
          if (workOut(one, form, definition)) taken += 1;
        } catch (error) {
          throw new Error(`${definition.name} ${path}: ${JSON.stringify(form).slice(0, 500)}`, { cause: error });
        }
      }
    }
    expect(taken).toBeGreaterThan(0);
  });

  test('any JSON is answered', () => {
    const one = begin();
    fc.assert(
      fc.property(fc.constantFrom(...catalogue), fc.jsonValue(), fc.nat(400), (definition, form, days) => {
        workOut(one, form, definition, addDays(one.today, -days));
        const whole = one.formOf(definition.name);
        workOut(one, { ...whole, [Object.keys(whole)[days % 7] ?? 'x']: form }, definition);
      }),
      { numRuns: 300 },
    );
  });
});

test('Any value at any field of any entry is answered as a correction', () => {
  const one = busy(aCase().at('comments'));
  for (const { name } of catalogue) {
    const fact = one.file.facts[name]?.at(-1);
    const definition = catalogue.find((each) => each.name === name);
    if (fact === undefined || definition === undefined) continue;
    const edges = formsAtEdges(definition.form, fact.form);
    for (const { path, form } of edges.filter((_one, at) => at % 3 === 0)) {
      const value = path === '' ? form : valueAt(form, path);
      const correcting = catalogue.find((each) => each.name === 'correctFact');
      if (correcting === undefined) throw new Error('There is no correctFact.');
      const fields = { entry: fact.seq, field: path === '' ? 'on' : path, value, reason: 'W1' };
      workOut(one, fields, correcting);
    }
  }
});

const valueAt = (form: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at === null ? at : (at as Readonly<Record<string, unknown>> | undefined)?.[key]),
      form,
    );
