import * as z from 'zod/mini';
import type { Field } from '../../src/console/forms/field';
import { fieldsOf } from '../../src/console/forms/fields-of';
import { answersInWords } from '../../src/console/forms/in-words';
import { withRowsChanged } from '../../src/console/forms/names';
import { questionOf, type Question } from '../../src/console/forms/questions';
import { readFields } from '../../src/console/forms/reading';
import { typedOf } from '../../src/console/forms/typed';
import { withoutCase, type FieldContext } from '../../src/console/forms/context';
import type { Fields } from '../../src/console/http/page';
import { sampleNotification } from '../../src/api/examples';
import { catalogue, definitionOf } from '../../src/procedure/catalogue';
import { isoDate } from '../../src/procedure/time/dates';
import {
  askedWith,
  asking,
  choice,
  chosenAmong,
  code,
  count,
  date,
  group,
  line,
  moment,
  readableText,
  several,
  words,
  yesNo,
} from '../../src/procedure/forms';
import { notificationForm } from '../../src/procedure/notification/notification-form';

const context: FieldContext = {
  ...withoutCase(isoDate('2026-12-07')),
  candidates: (among) => (among === 'agency' ? [{ value: 'gp', text: 'The general practice' }] : []),
  called: (_among, value) => (value === 'gp' ? 'The general practice' : value),
};
const read = (schema: z.core.$ZodType, typed: Fields) => readFields(schema, typed, context);

/** Every question of a form, groups and rows among them. */
const all = (question: Question): readonly Question[] => [
  question,
  ...(question.kind === 'group' ? question.parts.flatMap(({ question: part }) => all(part)) : []),
  ...(question.kind === 'rows' ? all(question.each) : []),
];

const forms = [
  ...catalogue.filter(({ name }) => name !== 'correctFact').map(({ name, form }) => [name, form] as const),
  ['the notification form', notificationForm()] as const,
];

test.each(forms)('%s: every question has a title, and is one that a form for people can ask', (_name, schema) => {
  for (const question of all(questionOf(schema)).slice(1)) {
    expect(question.title).not.toBe('');
    expect(question.kind).not.toBe('unknown');
  }
});

/** The schema behind what wraps it. */
interface Def {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
}
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def;
const inside = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  const def = defOf(schema);
  const next = [def.innerType, def.in, def.element, ...Object.values(def.shape ?? {})];
  return [schema, ...next.flatMap((one) => (one === undefined ? [] : inside(one)))];
};

test.each(forms)('%s: every option of a choice says in words what it means', (_name, schema) => {
  for (const one of inside(schema)) {
    const { entries } = defOf(one);
    if (entries === undefined || asking.get(one)?.chooses !== undefined) continue;
    for (const value of Object.values(entries)) {
      expect(asking.get(one)?.options?.[value] ?? `nothing is said for ${value}`).toMatch(/^[A-Z]/);
    }
  }
});

/** Codes that nobody but their writer knows: a reference of Ofsted's, a case that this one duplicates. */
const typedByHand = ['Ofsted’s reference', 'The case it duplicates', 'The case that it looks like'];

test.each(forms)('%s: no code has to be known by heart where the case can offer a choice', (_name, schema) => {
  const codes = all(questionOf(schema)).filter((one) => one.kind === 'line' && one.longest === undefined);
  expect(codes.map(({ title }) => title).filter((title) => !typedByHand.includes(title))).toEqual([]);
});

test('A notification as somebody fills it in is read back as it was meant', () => {
  const form: unknown = JSON.parse(JSON.stringify(sampleNotification));
  const back = read(notificationForm(), typedOf(notificationForm(), form));
  expect(back.problems).toEqual([]);
  expect(back.form).toEqual({ ...(form as object), knownAt: '2026-11-20T09:30:00.000Z' });
});

const visit = group('A visit', { on: date('The day', 'happened'), who: words('Who went') });
const small = z.strictObject({
  reason: words('The reason'),
  kind: choice('The kind', { home: 'At home', 'by-telephone': 'By telephone' }),
  agency: chosenAmong('agency', code('The agency', 'Its code')),
  others: z.optional(several('Others', words('Another'))),
  visits: several('The visits', visit),
  told: z.optional(group('How they were told', { letter: yesNo('By letter'), at: moment('When', 'happened') })),
  how: count('How many'),
});
const filled: Fields = {
  reason: ' Because ',
  kind: 'by-telephone',
  agency: 'gp',
  'others._rows': '3',
  'others.0': '',
  'others.1': 'A teacher',
  'others.2': '',
  'visits._rows': '2',
  'visits.1.on.day': '1 march 2026',
  'visits.1.who': 'The nurse',
  'told._given': 'no',
  'told.letter': 'yes',
  how: '2',
};

test('Empty rows are passed over, and an optional group that is left out is not read', () => {
  expect(read(small, filled)).toEqual({
    problems: [],
    form: {
      reason: 'Because',
      kind: 'by-telephone',
      agency: 'gp',
      others: ['A teacher'],
      visits: [{ on: '2026-03-01', who: 'The nurse' }],
      how: 2,
    },
  });
});

test('An optional group that somebody fills in without choosing to is read', () => {
  const back = read(small, {
    ...filled,
    'told._given': '',
    'told.at.day': '2 3 26',
    'told.at.time': '9.30am',
  });
  expect(back.form).toMatchObject({ told: { letter: true, at: '2026-03-02T09:30:00.000Z' } });
});

test('Problems are named as the page names its fields, a sentence each, in the order of the page', () => {
  const { problems } = read(small, {
    ...filled,
    reason: '',
    kind: 'sideways',
    agency: '',
    'visits.1.on.day': '31/02/2026',
    'visits.1.who': ' ',
    how: 'several',
  });
  expect(problems).toEqual([
    { field: 'reason', sentence: 'Enter the reason' },
    { field: 'kind', sentence: 'Choose the kind' },
    { field: 'agency', sentence: 'Choose the agency' },
    { field: 'visits.1.on.day', sentence: 'The day: February 2026 has no day 31' },
    { field: 'visits.1.who', sentence: 'Enter who went' },
    { field: 'how', sentence: 'How many must be a whole number' },
  ]);
});

test('Where nothing of the rows is filled in, the first says what is missing', () => {
  const { problems } = read(small, { reason: 'Because', kind: 'home', agency: 'gp', how: '1' });
  expect(problems.map(({ field }) => field)).toEqual(['visits.0.on.day', 'visits.0.who']);
});

const named = (fields: readonly Field[], name: string): Field | undefined =>
  fields.flatMap((field) => [field, ...(field.kind === 'group' ? field.fields : [])]).find((one) => one.name === name);

/** The question whether an optional group is filled in, as it was answered. */
const yesOrNo = (isFilledIn: boolean) => ({
  label: 'How they were told (optional)',
  options: [
    { value: 'yes', text: 'Yes', checked: isFilledIn },
    { value: 'no', text: 'No', checked: !isFilledIn },
  ],
});

test('An optional group is asked about by its own question, where it has one, with "Yes" first', () => {
  const [disagreement] = fieldsOf(definitionOf('recordDecisionMeeting').form, context).filter(
    ({ name }) => name === 'disagreement',
  );
  expect(disagreement).toMatchObject({
    kind: 'group',
    given: {
      label: 'Do all three partners agree?',
      options: [
        { value: 'no', text: 'Yes', checked: false },
        { value: 'yes', text: 'No', checked: false },
      ],
    },
  });
});

test('A field shows what was typed, its mistake, and only what can be chosen', () => {
  const fields = fieldsOf(small, context, {
    typed: filled,
    problems: [{ field: 'reason', sentence: 'Enter the reason' }],
  });
  expect(named(fields, 'reason')).toMatchObject({ kind: 'textarea', value: 'Because', problem: 'Enter the reason' });
  expect(named(fields, 'agency')).toMatchObject({
    kind: 'radios',
    options: [{ value: 'gp', text: 'The general practice', checked: true }],
  });
  expect(named(fields, 'agency')).not.toHaveProperty('hint');
  expect(named(fields, 'told')).toMatchObject({ kind: 'group', given: yesOrNo(false) });
  expect(named(fields, 'visits')).toMatchObject({ kind: 'rows', count: '2' });
});

test('A choice of more than ten is a list to pick from', () => {
  const eleven = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((letter) => [letter, letter.toUpperCase()]),
  );
  const [field] = fieldsOf(z.strictObject({ one: choice('One', eleven) }), context);
  expect(field?.kind).toBe('select');
});

const listed = askedWith(
  { others: 'Others, one to a line' },
  several('Which agencies?', chosenAmong('agency', line('An agency')), 1, 'As far as you know'),
);

test('A list to choose from can have a box for what it leaves out, and both are read as one answer', () => {
  const schema = z.strictObject({ agencies: listed });
  const typed: Fields = { agencies: ['gp'], 'agencies.more': ' A nursery \n\ngp' };
  expect(fieldsOf(schema, context, { typed })[0]).toMatchObject({
    kind: 'checkboxes',
    hint: 'As far as you know',
    options: [{ value: 'gp', text: 'The general practice', checked: true }],
    others: { name: 'agencies.more', id: 'agencies-more', label: 'Others, one to a line', value: 'A nursery \n\ngp' },
  });
  expect(read(schema, typed)).toEqual({ form: { agencies: ['gp', 'A nursery'] }, problems: [] });
  expect(read(schema, { 'agencies.more': ' \n' }).problems).toEqual([
    { field: 'agencies', sentence: 'Choose at least one: which agencies?' },
  ]);
});

test('An option has the hint of its own, and a browser may fill in what it knows of whoever types', () => {
  const schema = z.strictObject({
    sort: askedWith({ hints: { b: "The partnership's own" } }, choice('The sort', { a: 'One', b: 'Another' })),
    phone: askedWith({ autocomplete: 'tel' }, readableText('The number', 20)),
    right: z.optional(askedWith({ as: 'confirmed' }, yesNo('It is right'))),
  });
  const [sort, phone, right] = fieldsOf(schema, context);
  expect(sort).toMatchObject({ options: [{ value: 'a' }, { value: 'b', hint: 'The partnership’s own' }] });
  expect(phone).toMatchObject({ kind: 'input', type: 'tel', autocomplete: 'tel' });
  expect(right).toMatchObject({ kind: 'confirm', checked: false });
  expect(read(schema, { sort: 'a', phone: '1' })).toEqual({ form: { sort: 'a', phone: '1' }, problems: [] });
});

test('What is asked for with one answer only is shown with that answer, and is read wherever it was typed', () => {
  const more = askedWith({ onlyWith: { field: 'answer', answer: 'partly' } }, words('The rest'));
  const inner = { answer: choice('The answer', { all: 'All', partly: 'Part' }), more: z.optional(more) };
  const schema = z.strictObject(inner);
  const [, field] = fieldsOf(schema, context);
  expect(field).toMatchObject({ optional: false, shownWith: { name: 'answer', answer: 'partly' } });
  expect(fieldsOf(schema, context, {}, 'each.gp')[1]?.shownWith).toEqual({ name: 'each.gp.answer', answer: 'partly' });
  expect(read(schema, { answer: 'all' })).toEqual({ form: { answer: 'all' }, problems: [] });
  expect(read(schema, { answer: 'all', more: 'A page' }).form).toEqual({ answer: 'all', more: 'A page' });
});

test('What may be left out and has nothing to choose among is not asked for', () => {
  const optional = z.strictObject({ hold: z.optional(chosenAmong('hold', code('The hold'))), why: words('Why') });
  expect(fieldsOf(optional, context).map(({ name }) => name)).toEqual(['why']);
  const needed = z.strictObject({ hold: chosenAmong('hold', code('The hold')) });
  expect(fieldsOf(needed, context)[0]).toMatchObject({ kind: 'none' });
});

test('A row that is taken away takes nothing else with it', () => {
  const typed: Fields = {
    'a._rows': '3',
    'a.0.x': 'one',
    'a.1.x': 'two',
    'a.2.x': 'three',
    b: 'stays',
    _remove: 'a.1',
  };
  expect(withRowsChanged(typed)).toEqual({
    typed: { 'a._rows': '2', 'a.0.x': 'one', 'a.1.x': 'three', b: 'stays' },
    at: 'a.1',
  });
  expect(withRowsChanged({ 'a._rows': '1', 'a.0.x': 'one', _add: 'a' })).toEqual({
    typed: { 'a._rows': '2', 'a.0.x': 'one' },
    at: 'a.1',
  });
});

test('Answers are told in words, each under its heading', () => {
  const told = answersInWords(small, read(small, filled).form, context).map(({ under, title, value }) =>
    [...under, `${title}: ${value}`].join(' / '),
  );
  expect(told).toEqual([
    'The reason: Because',
    'The kind: By telephone',
    'The agency: The general practice',
    'Others / Another: A teacher',
    'The visits / A visit / The day: Sunday 1 March 2026',
    'The visits / A visit / Who went: The nurse',
    'How many: 2',
  ]);
});
