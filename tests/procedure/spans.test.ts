import * as z from 'zod/mini';
import { parseForm } from '../../src/casework/forms';
import { catalogue } from '../../src/procedure/catalogue';
import { addDays, instant, isoDate, parseInstant } from '../../src/procedure/time/dates';
import { asking, date, group, moment, several } from '../../src/procedure/forms';
import { notificationForm, notificationProblems } from '../../src/procedure/notification/notification-form';
import { definitionOfSchema, wrappedIn } from '../../src/procedure/schema-parts';
import { allowedSpan, datesOutside, dateSorts } from '../../src/procedure/spans';
import { aCase } from '../support/a-case';
import sample from '../../samples/notification.json';

const today = isoDate('2026-11-23');
const clock = { today, receivedOn: isoDate('2026-11-20') };

describe('The allowed span of each sort of date', () => {
  test.each([
    ['born', '1900-01-01', '2026-11-23'],
    ['happened', '1950-01-01', '2026-11-23'],
    ['planned', '2025-11-20', '2036-11-23'],
    ['looked-at', '1950-01-01', '2036-11-23'],
  ] as const)('%s: %s to %s, both included', (sort, from, to) => {
    expect(allowedSpan(sort, clock)).toEqual({ from, to });
    const form = z.strictObject({ on: date('The day', sort) });
    const wrong = (on: string) => parseForm(form, { on }, clock).kind;
    expect([from, to].map(wrong)).toEqual(['read', 'read']);
    const beyond = [from === '1900-01-01' ? '1899-12-31' : addDays(isoDate(from), -1), addDays(isoDate(to), 1)];
    expect(beyond.map(wrong)).toEqual(['refused', 'refused']);
  });

  test('A case that was received long ago may still name the days that it planned then', () => {
    const old = { today, receivedOn: isoDate('2019-03-01') };
    expect(allowedSpan('planned', old).from).toBe('2018-03-01');
  });
});

test('A date outside its span is refused on its field, wherever in the form, and the span is named', () => {
  const form = z.strictObject({
    visits: several('The visits', group('A visit', { on: date('The day', 'happened') })),
    seen: z.optional(moment('When', 'happened')),
    next: z.union([z.strictObject({ until: date('The day', 'planned') }), z.literal('never')]),
  });
  const sent = {
    visits: [{ on: '2026-11-01' }, { on: '1905-04-01' }],
    seen: '2026-11-24T09:00:00Z',
    next: { until: '2062-12-18' },
  };
  expect(datesOutside(form, sent, clock)).toEqual([
    { field: 'visits.1.on', sentence: 'The day must be from 1 January 1950 to today, 23 November 2026' },
    {
      field: 'seen',
      sentence: 'When cannot be in the future; it must be from 1 January 1950 to today, 23 November 2026',
    },
    { field: 'next.until', sentence: 'The day must be from 20 November 2025 to 23 November 2036' },
  ]);
});

/** Every schema within a form, with its dotted path. */
function* schemasIn(schema: z.core.$ZodType, path = ''): Generator<readonly [string, z.core.$ZodType]> {
  yield [path, schema];
  const definition = definitionOfSchema(schema);
  const inner = asking.get(schema)?.as === undefined ? wrappedIn(definition) : undefined;
  if (inner !== undefined) yield* schemasIn(inner, path);
  if (definition.element !== undefined) yield* schemasIn(definition.element, `${path}[]`);
  for (const [key, one] of Object.entries(definition.shape ?? {})) yield* schemasIn(one, `${path}.${key}`);
}

test('Every field of a form that takes a date says which sort of date it is', () => {
  const forms = [
    ...catalogue.map(({ name, form }) => [name, form] as const),
    ['notification', notificationForm()] as const,
  ];
  const asked = forms.flatMap(([name, form]) =>
    [...schemasIn(form)].flatMap(([path, schema]) => {
      const takes = z.safeParse(schema, '2026-12-07').success && !z.safeParse(schema, '2026-02-30').success;
      const isMoment = z.safeParse(schema, '2026-12-07T09:30:00Z').success && !z.safeParse(schema, 'x').success;
      return takes || isMoment ? [{ field: `${name}${path}`, sort: asking.get(schema)?.sort }] : [];
    }),
  );
  const leaves = asked.filter(({ sort }) => sort !== undefined);
  const fields = new Set(leaves.map(({ field }) => field));
  expect(asked.filter(({ field, sort }) => sort === undefined && !fields.has(field))).toEqual([]);
  expect(leaves.every(({ sort }) => dateSorts.some((one) => one === sort))).toBe(true);
  expect(fields.size).toBeGreaterThan(20);
});

test.each([
  ['addAction', { dueOn: '2062-12-18' }, 'dueOn', 'Due by must be from 23 November 2025 to 23 November 2036'],
  ['placeHold', { lookAgainOn: '2062-12-18' }, 'lookAgainOn', 'to 23 November 2036'],
  ['addParallelProcess', { nextOn: '2014-01-02' }, 'nextOn', 'Its next date must be from 23 November 2025'],
  ['extendDeadline', { deadline: 'information', to: '2100-01-04' }, 'to', 'The new date must be from'],
] as const)('%s with a date outside its span is refused with the field and the span: %j', (name, form, field, says) => {
  const one = aCase().at('information');
  const why = one.refusal(name, form);
  expect(why?.code).toBe('invalid');
  expect(why?.fields).toEqual([{ field, sentence: expect.stringContaining(says) }]);
});

test('A correction to a date outside its span is refused as the decision would have been', () => {
  const one = aCase().at('information').with('addParallelProcess');
  const entry = one.file.seq;
  const why = one.refusal('correctFact', { entry, field: 'nextOn', value: '2062-12-18' });
  expect(why?.fields?.map(({ field }) => field)).toEqual(['nextOn']);
  expect(one.refusal('correctFact', { entry, field: 'nextOn', value: '2027-01-04' })).toBeUndefined();
});

describe('The notification', () => {
  const now = instant('2026-11-29T12:00:00Z');
  const problems = (change: object) => {
    const read = z.safeParse(notificationForm(), { ...sample, ...change });
    return read.success ? notificationProblems(read.data, now) : undefined;
  };

  test('An incident in the year 1905 is refused on its field', () => {
    expect(problems({ incidentOn: '1905-06-01' })?.map(({ field }) => field)).toEqual(['incidentOn']);
  });

  test('A child cannot have been born in 1899, nor tomorrow', () => {
    const [child] = sample.children;
    const bornOn = (dateOfBirth: string) => problems({ children: [{ ...child, dateOfBirth }] });
    expect(bornOn('1899-12-31')).toBeUndefined();
    expect(bornOn('2026-11-30')?.map(({ field }) => field)).toEqual(['children.0.dateOfBirth']);
  });

  test('A time stamp with more than three decimals is taken, to the millisecond', () => {
    expect(problems({ knownAt: '2026-11-20T09:30:00.123987Z' })).toEqual(problems({ knownAt: '2026-11-20T09:30:00Z' }));
    expect(parseInstant('2026-11-20T09:30:00.1239Z')).toBe('2026-11-20T09:30:00.123Z');
    expect(parseInstant('2026-11-20T09:30:00.999999999+01:00')).toBe('2026-11-20T08:30:00.999Z');
  });
});
