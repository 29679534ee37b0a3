import { asksByLinkAlone, contributionsIn, linkStanding, type LinkStanding } from '../../../src/procedure/asking/links';
import type { Notice } from '../../../src/procedure/case/record';
import { isoDate } from '../../../src/procedure/time/dates';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';

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

const rows: readonly Row[] = [
  ['works', 'once the agency is asked', asked, gp, 'return:gp'],
  ['not-asked', 'before anybody is asked', named, gp, 'return:gp'],
  ['not-asked', 'for an agency that is not among those asked', asked, 'P27' as PersonId, 'return:locala'],
  ['not-asked', 'for the chronology of a review that has not begun', asked, gp, 'chronology:gp'],
  ['not-asked', 'for what nobody can be asked for', asked, gp, 'verdict:gp'],
  ['works', 'when the agency has answered and may put it right', answered, gp, 'return:gp'],
  [
    'works',
    'when the case continued without the agency, whose late answer is taken',
    () => asked().with('goAheadWithoutReturn', { agency: 'gp' }),
    gp,
    'return:gp',
  ],
  [
    'accepted',
    'once the answer is accepted',
    () => answered().with('acceptAnswer', { contribution: 'return:gp' }),
    gp,
    'return:gp',
  ],
  [
    'works',
    'for the answer of another agency when one is accepted',
    () => answered().with('acceptAnswer', { contribution: 'return:gp' }),
    housing,
    'return:housing',
  ],
  [
    'accepted',
    'when the answers are collated without that of the agency',
    () =>
      asked()
        .with('recordReturn', { agency: 'housing' })
        .with('goAheadWithoutReturn', { agency: 'gp' })
        .with('recordChronology'),
    gp,
    'return:gp',
  ],
  ['accepted', 'once the answers are collated', () => answered().with('recordChronology'), gp, 'return:gp'],
  ['passed-over', 'for the contact of another agency', asked, housing, 'return:gp'],
  ['passed-over', 'for somebody who is no contact', asked, 'P01' as PersonId, 'return:gp'],
  [
    'shut-out',
    'once the access of the contact is restricted',
    () => asked().with('shutOut', { person: gp, reason: 'A relative' }, { by: 'business-manager' }),
    gp,
    'return:gp',
  ],
  ['withdrawn', 'once the case is withdrawn', () => asked().with('withdrawCase'), gp, 'return:gp'],
];

test.each(rows)('%s: %s', (standing, _when, build, person, contribution) => {
  expect(linkStanding(build().file, contribution, person)).toBe(standing);
});

test('a link of a case that has closed is closed', () => {
  const { file } = asked();
  expect(linkStanding({ ...file, closedOn: isoDate('2026-12-01') }, 'return:gp', gp)).toBe('closed');
});

test('a link for a chronology works while the review waits for it, and the earlier one for information no more', () => {
  const [one, agency] = [inReview(), agencyOfReview()];
  const contact = contactOf(one, agency);
  expect(linkStanding(one.file, `chronology:${agency}`, contact)).toBe('works');
  expect(linkStanding(one.file, `return:${agency}`, contact)).toBe('accepted');
});

test('a contact who replaces another has a link, and the other has none', () => {
  const { file } = asked();
  const { agencies } = file.policy;
  const changed = { ...agencies, gp: { name: 'GP practices', contact: housing } };
  const after = { ...file, policy: { ...file.policy, agencies: changed } };
  expect(linkStanding(after, 'return:gp', gp)).toBe('passed-over');
  expect(linkStanding(after, 'return:gp', housing)).toBe('works');
});

describe('Emails', () => {
  const told = (one: CaseBuilder, to: PersonId): Notice => {
    const notice = one.notices.find(({ kind, to: whom }) => kind === 'information-asked' && whom === to);
    if (notice === undefined) throw new Error(`${to} was not asked.`);
    return notice;
  };

  test('whoever is asked for information gets the link of their agency', () => {
    const one = asked();
    expect(contributionsIn(one.file, told(one, gp))).toEqual([{ contribution: 'return:gp', agency: 'gp' }]);
    expect(asksByLinkAlone(one.file, told(one, gp))).toBe(true);
  });

  test('whoever answers for several agencies gets a link for each', () => {
    const one = asked();
    const { agencies } = one.file.policy;
    const both = { ...agencies, housing: { name: 'Housing', contact: gp } };
    const file = { ...one.file, policy: { ...one.file.policy, agencies: both } };
    const notice = { ...told(one, gp), values: { agency: 'gp,housing' } };
    expect(contributionsIn(file, notice).map(({ contribution }) => contribution)).toEqual([
      'return:gp',
      'return:housing',
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
    deadline: 'return:gp',
    title: 'Information',
    due: isoDate('2026-12-01'),
    why: 'Day 7.',
    tone: 'coming',
  };

  test('a reminder of a contact carries the links of what they still owe', () => {
    const one = asked();
    const reminder = { ...told(one, gp), kind: 'reminders', lines: [line] } as Notice;
    expect(contributionsIn(one.file, reminder)).toEqual([{ contribution: 'return:gp', agency: 'gp' }]);
    expect(
      contributionsIn(one.file, { ...reminder, lines: [{ ...line, deadline: 'return:housing' }] } as Notice),
    ).toEqual([]);
    expect(contributionsIn(one.file, { ...reminder, lines: [] })).toEqual([]);
  });

  test('a reminder of other deadlines too is not for the link alone', () => {
    const lines = [line, { ...line, deadline: 'action-1' }] as Notice['lines'];
    expect(asksByLinkAlone(asked().file, { lines })).toBe(false);
    expect(asksByLinkAlone(asked().file, { lines: lines.slice(0, 1) })).toBe(true);
  });
});
