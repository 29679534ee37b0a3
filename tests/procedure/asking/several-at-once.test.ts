import type { CaseFile, DecisionName } from '../../../src/procedure/case/case-file';
import { catalogue, definitionOf } from '../../../src/procedure/catalogue';
import { definitionOfSchema } from '../../../src/procedure/schema-parts';
import {
  answeredSince,
  askedForSeveral,
  askedOfEach,
  formOfOne,
  mayRecordSeveral,
  owedToRecord,
  recordsSeveral,
} from '../../../src/procedure/several-at-once';
import { take } from '../../../src/procedure/take';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Decisions that one form records for several owners at once: which, for whom, and what it asks of each. */

const severalAtOnce = catalogue.filter(({ several }) => several !== undefined);
const id = (person: string) => person as PersonId;
const values = ({ file }: CaseBuilder, name: DecisionName, by = 'P01') =>
  owedToRecord(file, name, id(by)).map(({ value }) => value);
const members = (file: CaseFile) => [
  ...new Set([...(file.people['sub-group-chair'] ?? []), ...(file.people['sub-group-member'] ?? [])]),
];

const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing', 'locala'] });
const further = () =>
  asked()
    .with('askFurther', { agencies: ['gp', 'housing'], purpose: words('More'), wantedOn: '2026-12-10' })
    .with('askFurther', { agencies: ['gp'], purpose: words('Even more'), wantedOn: '2026-12-11' });

test('information, chronologies, further information, agency summaries and members without comments are recorded for several', () => {
  expect(severalAtOnce.map(({ name, several }) => `${name} ${several?.of ?? ''} ${several?.each ?? ''}`)).toEqual([
    'recordAgencySummary summary partner',
    'recordReturn return agency',
    'recordChronologyReturn chronology agency',
    'recordComment comments member',
    'recordFurtherAnswer further contribution',
  ]);
});

describe.each(severalAtOnce)('$name for several owners', ({ name, form, several, ...definition }) => {
  const { shape = {} } = definitionOfSchema(form);
  const said = [several?.each, ...(several?.asks ?? []), ...Object.keys(several?.says ?? {})];

  test('leaves out optional fields only', () => {
    for (const field of said) expect(Object.keys(shape)).toContain(field);
    const left = Object.entries(shape).filter(([field]) => !said.includes(field));
    for (const [, field] of left) expect(definitionOfSchema(field).type).toBe('optional');
  });

  test('asks by the fields of the decision’s own form', () => {
    const { shape: fields = {} } = definitionOfSchema(askedOfEach(name));
    expect(Object.entries(fields)).toEqual(several?.asks.map((field) => [field, shape[field]]));
  });

  test('is taken once for each owner, passes no limit, and tells nobody outside the partnership', () => {
    expect(typeof definition.once).toBe('function');
    expect([definition.limits, definition.leaves, definition.onBehalf]).toEqual([undefined, undefined, undefined]);
  });

  test('is found by what is owed', () => {
    expect(recordsSeveral(several?.of ?? '')).toBe(name);
  });
});

test('Nothing else is found by a kind of task', () => {
  expect(['naming', 'statement', 'action', 'toString'].map(recordsSeveral)).toEqual(Array(4).fill(undefined));
});

describe('The Business Unit can record', () => {
  test.each<[string, DecisionName, () => CaseBuilder, readonly string[]]>([
    ['the summary of each partner', 'recordAgencySummary', aCase, ['la', 'police', 'health']],
    ['the information of each agency that was asked', 'recordReturn', asked, ['gp', 'housing', 'locala']],
    [
      'what an agency still owes after an answer in part',
      'recordReturn',
      () => asked().with('recordReturn', { agency: 'gp', answer: 'partly', stillToCome: words('More') }),
      ['gp', 'housing', 'locala'],
    ],
    [
      'nothing of an agency that has answered, or without which the case continued',
      'recordReturn',
      () =>
        asked()
          .with('recordReturn', { agency: 'gp', answer: 'nil' })
          .with('goAheadWithoutReturn', { agency: 'locala', reason: words('No answer') }),
      ['housing'],
    ],
    ['each chronology', 'recordChronologyReturn', () => aCase().before('recordChronologyReturn'), ['gp', 'locala']],
    [
      'each request for further information by itself',
      'recordFurtherAnswer',
      further,
      ['further:3-gp', 'further:3-housing', 'further:4-gp'],
    ],
    ['nothing before anybody was asked', 'recordReturn', aCase, []],
    ['nothing before its step', 'recordComment', aCase, []],
    ['nothing that is recorded for one at a time', 'addNote', aCase, []],
  ])('%s', (_what, name, given, expected) => {
    expect(values(given(), name)).toEqual(expected);
  });

  test('that a member has no comments, for each member that has not answered', () => {
    const shared = aCase().before('recordComment');
    const [first, ...others] = members(shared.file);
    expect(values(shared, 'recordComment')).toEqual(members(shared.file));
    const answered = shared.with('recordComment', { member: first, answer: 'nil' });
    expect(values(answered, 'recordComment')).toEqual(others);
  });

  test('several where two or more are owed', () => {
    const one = asked().with('recordReturn', { agency: 'gp', answer: 'nil' });
    const none = one.with('recordReturn', { agency: 'housing', answer: 'nil' });
    expect([asked(), one, none].map(({ file }) => mayRecordSeveral(file, 'recordReturn', id('P01')))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test.each<[DecisionName, () => CaseBuilder]>([
  ['recordAgencySummary', aCase],
  ['recordReturn', asked],
  ['recordChronologyReturn', () => aCase().before('recordChronologyReturn')],
  ['recordFurtherAnswer', further],
  ['recordComment', () => aCase().before('recordComment')],
])('Whoever is offered %s for somebody may record it for them alone, and nobody else may', (name, given) => {
  const { file, now } = given();
  const { several } = definitionOf(name);
  const answers = several?.asks.includes('answer') === true ? { answer: 'nil' } : {};
  const people = [...new Set(Object.values(file.people).flat())];
  let offered = 0;
  for (const by of people) {
    const mine = owedToRecord(file, name, by).map(({ value }) => value);
    offered += mine.length;
    const taken = askedForSeveral(file, name).flatMap(({ value }) => {
      const form = formOfOne(name, value, answers);
      return take(file, { name, by, form, key: `${by} ${value}` }, now).kind === 'taken' ? [value] : [];
    });
    expect([by, mine]).toEqual([by, taken]);
  }
  expect(offered).toBeGreaterThan(3);
});

test('The form of one owner has what was asked of each, what the question says, and whose it is', () => {
  expect(formOfOne('recordReturn', 'gp', { answer: 'nil' })).toEqual({ agency: 'gp', answer: 'nil' });
  expect(formOfOne('recordComment', 'P20', {})).toEqual({ member: 'P20', answer: 'nil' });
});

describe('An answer that somebody recorded meanwhile', () => {
  const partly = asked().with('recordReturn', { agency: 'gp', answer: 'partly', stillToCome: words('More') });
  const sentBack = partly.with('sendAnswerBack', { contribution: 'return:gp', question: words('When?') });
  const since = (one: CaseBuilder, value: string, seen: number) =>
    answeredSince(one.file, 'recordReturn', { value, seen });

  test('concerns its own agency alone', () => {
    const { seq } = partly.file;
    expect([since(partly, 'gp', seq - 1), since(partly, 'gp', seq), since(partly, 'housing', 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is a question about it too', () => {
    expect(since(sentBack, 'gp', partly.file.seq)).toBe(true);
  });
});
