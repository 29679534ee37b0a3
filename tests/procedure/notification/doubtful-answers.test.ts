import { childDoubtWords, incidentDoubtWords } from '../../../src/procedure/notification/doubt-words';
import {
  doubtsOf,
  doubtsToConfirm,
  unconfirmedDoubts,
  type DoubtedAnswers,
} from '../../../src/procedure/notification/doubtful-answers';
import { isoDate } from '../../../src/procedure/time/dates';

type Child = DoubtedAnswers['children'][number];

const aChild = (more: Partial<Child> = {}): Child => ({
  name: 'Wren Ashdown-Pike',
  dateOfBirth: isoDate('2014-03-09'),
  died: false,
  lookedAfter: false,
  careLeaver: false,
  disability: 'not-known',
  ...more,
});

const answers = (more: Partial<DoubtedAnswers> = {}): DoubtedAnswers => ({
  criteria: ['serious-harm'],
  setting: 'family-home',
  incidentOn: isoDate('2026-11-21'),
  children: [aChild()],
  ...more,
});

const codes = (said: DoubtedAnswers) => doubtsOf(said).map(({ code }) => code);
const born = (text: string) => ({ dateOfBirth: isoDate(text) });
const other = { name: 'Robin Ashdown-Pike' };

describe('Answers about a child that hardly go together', () => {
  test.each<readonly [string, Partial<Child>, readonly string[]]>([
    ['a care leaver of six', { ...born('2020-03-09'), careLeaver: true }, ['care-leaver-under-16']],
    ['a care leaver of sixteen on the day', { ...born('2010-11-21'), careLeaver: true }, []],
    ['a care leaver one day before sixteen', { ...born('2010-11-22'), careLeaver: true }, ['care-leaver-under-16']],
    ['a care leaver of twenty-four', { ...born('2002-01-01'), careLeaver: true }, []],
    ['a child looked after at seventeen', { ...born('2008-11-22'), lookedAfter: true }, []],
    ['somebody looked after at eighteen', { ...born('2008-11-21'), lookedAfter: true }, ['looked-after-at-18']],
    [
      'a looked after child of sixteen who is a care leaver',
      { ...born('2010-01-01'), lookedAfter: true, careLeaver: true },
      ['looked-after-and-care-leaver'],
    ],
    ['a newborn with a school', { ...born('2026-11-20'), school: 'Hollin Bank' }, ['school-under-3-months']],
    ['a baby of 90 days with a nursery', { ...born('2026-08-23'), school: 'Curlews' }, ['school-under-3-months']],
    ['a baby of 91 days with a nursery', { ...born('2026-08-22'), school: 'Curlews' }, []],
    ['a newborn without a school', born('2026-11-20'), []],
    ['a description beside no disability', { disability: 'no', disabilityDetails: 'Deaf' }, ['disability-without-one']],
    ['a description beside a disability', { disability: 'yes', disabilityDetails: 'Deaf' }, []],
    ['a description while it is not known', { disabilityDetails: 'Is being assessed' }, []],
  ])('%s', (_what, child, expected) => {
    expect(codes(answers({ children: [aChild(child)] }))).toEqual(expected);
  });

  test.each([
    ['the day before the incident', '2026-11-20', ['died-before-incident']],
    ['the day of the incident', '2026-11-21', []],
    ['the day after the incident', '2026-11-22', []],
  ])('a child who died on %s', (_when, diedOn, expected) => {
    const children = [aChild({ died: true, diedOn: isoDate(diedOn) })];
    expect(codes(answers({ criteria: ['death-abuse-or-neglect'], children }))).toEqual(expected);
  });

  test.each<readonly [string, Partial<Child>, Partial<Child>, readonly string[]]>([
    ['the same name and birth', {}, { name: ' wren  ashdown-pike' }, ['same-child-twice']],
    [
      'the same NHS number',
      { nhsNumber: '999 000 0018' },
      { ...other, nhsNumber: '999 000 0018' },
      ['same-child-twice'],
    ],
    ['twins', {}, other, []],
    ['a name that was given twice', {}, born('2016-01-01'), []],
    ['two children without an NHS number', {}, { ...other, ...born('2016-01-01') }, []],
  ])('two children: %s', (_what, one, two, expected) => {
    const found = doubtsOf(answers({ children: [aChild(one), aChild(two)] }));
    expect(found.map(({ code }) => code)).toEqual(expected);
    for (const { field, confirmedBy } of found)
      expect([field, confirmedBy]).toEqual(['children.1.name', 'children.1.confirmed']);
  });
});

describe('Answers about the incident that hardly go together', () => {
  const dead = aChild({ died: true });
  const both = ['serious-harm', 'death-abuse-or-neglect'] as const;

  test.each<readonly [string, Partial<DoubtedAnswers>, readonly string[]]>([
    ['serious harm alone, and the child has died', { children: [dead] }, ['death-without-criterion']],
    ['serious harm and a death, of one child', { criteria: both, children: [dead] }, ['harmed-and-died']],
    ['serious harm and a death, of two children', { criteria: both, children: [dead, aChild(other)] }, []],
    ['serious harm alone, and one of two has died', { children: [dead, aChild(other)] }, ['death-without-criterion']],
    ['a death alone', { criteria: ['death-abuse-or-neglect'], children: [dead] }, []],
    [
      'a death in a regulated setting, at home',
      { criteria: ['regulated-setting-death'], children: [dead] },
      ['regulated-setting-elsewhere'],
    ],
    [
      'a death in a regulated setting, in hospital',
      { criteria: ['regulated-setting-death'], setting: 'health-setting', children: [dead] },
      [],
    ],
    ['a foster home', { setting: 'foster-home' }, ['foster-home-not-looked-after']],
    [
      'a foster home and a looked after child',
      { setting: 'foster-home', children: [aChild({ lookedAfter: true })] },
      [],
    ],
    [
      'a school and a baby',
      { setting: 'school-or-college', children: [aChild(born('2024-11-22'))] },
      ['school-without-pupil'],
    ],
    [
      'a school, a baby and an older child',
      { setting: 'school-or-college', children: [aChild(born('2025-01-01')), aChild(other)] },
      [],
    ],
  ])('%s', (_what, more, expected) => {
    expect(codes(answers(more))).toEqual(expected);
  });
});

describe('A doubt', () => {
  const said = answers({
    setting: 'foster-home',
    children: [
      aChild({ careLeaver: true, ...born('2020-03-09') }),
      aChild({ ...other, school: 'A', ...born('2026-11-01') }),
    ],
  });

  test('is no longer asked about once its own code confirms it, in its own place', () => {
    const open = (more: Partial<DoubtedAnswers>) => unconfirmedDoubts({ ...said, ...more }).map(({ code }) => code);
    expect(open({})).toEqual(['care-leaver-under-16', 'school-under-3-months']);
    const [first, second] = said.children;
    const confirmed = ['care-leaver-under-16'] as const;
    expect(open({ children: [{ ...first, ...aChild(first), confirmed }, aChild(second)] })).toEqual([
      'school-under-3-months',
    ]);
    expect(open({ children: [aChild(first), { ...aChild(second), confirmed }] })).toHaveLength(2);
  });

  test('of the incident is confirmed for the whole form', () => {
    const whole = answers({ setting: 'foster-home' });
    expect(unconfirmedDoubts(whole)).toMatchObject([{ field: 'setting', confirmedBy: 'confirmed' }]);
    expect(unconfirmedDoubts({ ...whole, confirmed: ['foster-home-not-looked-after'] })).toEqual([]);
  });

  test('is refused with the answer, and says how it is confirmed', () => {
    expect(doubtsToConfirm(unconfirmedDoubts(said))).toMatchObject({
      code: 'to-be-confirmed',
      sentence: expect.stringContaining('"care-leaver-under-16" in "children.0.confirmed"'),
      fields: [{ field: 'children.0.careLeaver' }, { field: 'children.1.school' }],
    });
  });

  test('has words of its own for whoever confirms it', () => {
    const all = Object.values({ ...childDoubtWords, ...incidentDoubtWords });
    expect(new Set(all).size).toBe(all.length);
  });
});
