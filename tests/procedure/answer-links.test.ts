import {
  asksByLinkAlone,
  contributionsIn,
  linkStanding,
  readContribution,
  type LinkStanding,
} from '../../src/procedure/case/answer-links';
import type { Notice } from '../../src/procedure/case/record';
import { isoDate } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';

/* When a link works by which somebody answers without an account, and which emails carry which links. */

const gp = 'P26' as PersonId;
const housing = 'P32' as PersonId;

const named = (): CaseBuilder =>
  (['la', 'police', 'health'] as const).reduce(
    (one, partner) => one.with('nameAgencies', { partner, agencies: ['gp', 'housing'] }),
    aCase(),
  );
const asked = (): CaseBuilder => named().with('askAgencies', { agencies: ['gp', 'housing'] });
const answered = (): CaseBuilder =>
  asked().with('recordReturn', { agency: 'gp' }).with('recordReturn', { agency: 'housing' });

/** A case in the review, whose agencies were asked for chronologies too. */
const inReview = (): CaseBuilder => aCase().before('recordChronologyReturn');
const agencyOfReview = (): string => {
  const [first = ''] = inReview().file.facts.askChronologies?.[0]?.form.agencies ?? [];
  return first;
};
const contactOf = (one: CaseBuilder, agency: string): PersonId =>
  one.file.policy.agencies[agency]?.contact ?? ('' as PersonId);

type Row = readonly [LinkStanding, string, () => CaseBuilder, PersonId, string];

const information: readonly Row[] = [
  ['works', 'once the agency is asked', asked, gp, 'information:gp'],
  ['not-asked', 'before anybody is asked', named, gp, 'information:gp'],
  ['not-asked', 'for an agency that is not among those asked', asked, 'P27' as PersonId, 'information:locala'],
  ['not-asked', 'for the chronology of a review that has not begun', asked, gp, 'chronologies:gp'],
  ['not-asked', 'for what nobody can be asked for', asked, gp, 'verdict:gp'],
  ['works', 'when the agency has answered and may put it right', answered, gp, 'information:gp'],
  [
    'works',
    'when the case continued without the agency, whose late answer is taken',
    () => asked().with('goAheadWithoutReturn', { agency: 'gp' }),
    gp,
    'information:gp',
  ],
  ['accepted', 'once the answers are collated', () => answered().with('recordChronology'), gp, 'information:gp'],
  ['passed-over', 'for the contact of another agency', asked, housing, 'information:gp'],
  ['passed-over', 'for somebody who is no contact', asked, 'P01' as PersonId, 'information:gp'],
  [
    'shut-out',
    'once the access of the contact is restricted',
    () => asked().with('shutOut', { person: gp, reason: 'A relative' }, { by: 'business-manager' }),
    gp,
    'information:gp',
  ],
  ['withdrawn', 'once the case is withdrawn', () => asked().with('withdrawCase'), gp, 'information:gp'],
];

test.each(information)('a link is %s %s', (standing, _when, build, person, contribution) => {
  expect(linkStanding(build().file, contribution, person)).toBe(standing);
});

test('a link of a case that has closed is closed', () => {
  const { file } = asked();
  expect(linkStanding({ ...file, closedOn: isoDate('2026-12-01') }, 'information:gp', gp)).toBe('closed');
});

test('a link for a chronology works while the review waits for it, and the earlier one for information no more', () => {
  const [one, agency] = [inReview(), agencyOfReview()];
  const contact = contactOf(one, agency);
  expect(linkStanding(one.file, `chronologies:${agency}`, contact)).toBe('works');
  expect(linkStanding(one.file, `information:${agency}`, contact)).toBe('accepted');
});

test('a contact who replaces another has a link, and the other has none', () => {
  const { file } = asked();
  const { agencies } = file.policy;
  const changed = { ...agencies, gp: { name: 'GP practices', contact: housing } };
  const after = { ...file, policy: { ...file.policy, agencies: changed } };
  expect(linkStanding(after, 'information:gp', gp)).toBe('passed-over');
  expect(linkStanding(after, 'information:gp', housing)).toBe('works');
});

test('an id of a contribution says which inquiry and which agency', () => {
  expect(readContribution('information:gp')).toMatchObject({ agency: 'gp', inquiry: { step: 'information' } });
  expect(readContribution('chronologies:gp')).toMatchObject({ agency: 'gp', inquiry: { step: 'planning' } });
  expect([readContribution('gp'), readContribution(''), readContribution('verdict:gp')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe('Emails', () => {
  const told = (one: CaseBuilder, to: PersonId): Notice => {
    const notice = one.notices.find(({ kind, to: whom }) => kind === 'information-asked' && whom === to);
    if (notice === undefined) throw new Error(`${to} was not asked.`);
    return notice;
  };

  test('whoever is asked for information gets the link of their agency', () => {
    const one = asked();
    expect(contributionsIn(one.file, told(one, gp))).toEqual([{ contribution: 'information:gp', agency: 'gp' }]);
    expect(asksByLinkAlone(told(one, gp))).toBe(true);
  });

  test('whoever answers for several agencies gets a link for each', () => {
    const one = asked();
    const { agencies } = one.file.policy;
    const both = { ...agencies, housing: { name: 'Housing', contact: gp } };
    const file = { ...one.file, policy: { ...one.file.policy, agencies: both } };
    const notice = { ...told(one, gp), values: { agency: 'gp,housing' } };
    expect(contributionsIn(file, notice).map(({ contribution }) => contribution)).toEqual([
      'information:gp',
      'information:housing',
    ]);
  });

  test('the Business Manager, who is asked in the place of a contact, gets none', () => {
    const one = asked();
    expect(contributionsIn(one.file, { ...told(one, gp), to: 'P01' as PersonId, as: 'business-manager' })).toEqual([]);
  });

  test('nobody gets a link by an email that asks for something else', () => {
    const one = asked();
    expect(contributionsIn(one.file, { ...told(one, gp), kind: 'case-opened' })).toEqual([]);
  });

  const line = {
    deadline: 'information',
    title: 'Information',
    due: isoDate('2026-12-01'),
    why: 'Day 7.',
    tone: 'coming',
  };

  test('a reminder of a contact carries the links of what they still owe', () => {
    const one = asked();
    const reminder = { ...told(one, gp), kind: 'reminders', lines: [line] } as Notice;
    expect(contributionsIn(one.file, reminder)).toEqual([{ contribution: 'information:gp', agency: 'gp' }]);
    expect(contributionsIn(one.with('recordReturn', { agency: 'gp' }).file, reminder)).toEqual([]);
    expect(contributionsIn(one.file, { ...reminder, lines: [] })).toEqual([]);
  });

  test('a reminder of other deadlines too is not for the link alone', () => {
    const lines = [line, { ...line, deadline: 'action-1' }] as Notice['lines'];
    expect(asksByLinkAlone({ lines })).toBe(false);
    expect(asksByLinkAlone({ lines: lines.slice(0, 1) })).toBe(true);
  });
});
