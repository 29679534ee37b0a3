import { colleaguesOf } from '../../../src/procedure/asking/colleagues';
import { contributionsOf } from '../../../src/procedure/asking/contributions';
import { correspondentsOf, isCorrespondent } from '../../../src/procedure/asking/correspondents';
import { linkStanding } from '../../../src/procedure/asking/links';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* A request is passed on to a colleague. Kirklees: P26 answers for gp, P32 for housing. */

const contact = 'P26' as PersonId;
const gp = { contribution: 'return:gp' };
const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
const returned = () => asked().with('recordReturn', { agency: 'gp' }, { by: contact });
const accepted = () => returned().with('acceptAnswer', gp);
const rowan = { ...gp, name: words('Rowan Ashby'), address: words('rowan.ashby@gp.example.org'), sends: 'colleague' };

const passed = (more: object = {}) => asked().with('passToColleague', { ...rowan, ...more }, { by: contact });
const named = (more: object = {}) => asked().with('nameColleague', { ...rowan, ...more }, { by: contact });
const colleagueOf = (one: CaseBuilder): PersonId => colleaguesOf(one.file).at(-1)?.id ?? ('none' as PersonId);
const settled = (answer: 'confirmed' | 'declined') => {
  const one = named();
  return one.with('settleColleague', { colleague: colleagueOf(one), answer }, { by: 'business-manager' });
};
const askedOf = (one: CaseBuilder) => contributionsOf(one.file).find(({ id }) => id === 'return:gp');
const reference = () => asked().file.reference;
/** The colleague of the entry after the request. */
const next = (): PersonId => `C-${reference()}-${asked().file.seq + 1}` as PersonId;

const byAnother = {
  when: 'somebody passes on what they were not asked',
  given: asked,
  form: gp,
  taken: { by: 'P32' as PersonId },
  code: 'wrong-role',
  says: /was not asked/,
} as const;
const ofAPartner = {
  when: 'it is the summary of a partner',
  given: asked,
  form: { contribution: 'summary:la' },
  code: 'against-the-record',
  says: /no request/,
} as const;
const overOrOthers = [
  byAnother,
  {
    when: 'the case has no such request',
    given: asked,
    form: { contribution: 'return:circus' },
    code: 'against-the-record',
    says: /no request/,
  },
  ofAPartner,
] as const;

const fiveTimes = () => [1, 2, 3, 4, 5].reduce((one) => one.with('nameColleague', rowan, { by: contact }), asked());

decision('passRequestOn', {
  given: asked,
  may: [...businessUnit, 'agency-contact'],
  by: 'P26' as PersonId,
  form: { ...gp, to: 'P18', sends: 'colleague' },
  tells: { 'request-passed-on': ['P18' as PersonId] },
  tooEarly: aCase,
  twice: 'already-decided',
  refused: [
    byAnother,
    ofAPartner,
    {
      when: 'the colleague’s access is restricted',
      given: () => asked().with('shutOut', { person: 'P18' }),
      form: gp,
      code: 'against-the-record',
      says: /restricted/,
    },
    {
      when: 'the answer has been accepted',
      given: () => returned().with('acceptAnswer', gp),
      form: gp,
      taken: { by: 'business-manager' },
      code: 'already-decided',
      says: /accepted/,
    },
  ],
});

decision('passToColleague', {
  given: asked,
  may: ['agency-contact'],
  by: contact,
  form: rowan,
  tells: { 'request-passed-on': [next()] },
  tooEarly: aCase,
  twice: 'taken again',
  refused: [
    ...overOrOthers,
    {
      when: 'five colleagues were named for it',
      given: fiveTimes,
      code: 'against-the-record',
      says: /5 colleagues\. Ring the Business Unit/,
    },
  ],
});

decision('nameColleague', {
  given: asked,
  may: [...businessUnit, 'agency-contact'],
  by: contact,
  form: rowan,
  tells: { 'colleague-named': ['business-manager'] },
  tooEarly: aCase,
  twice: 'taken again',
  refused: [
    ...overOrOthers,
    {
      when: 'the answer has been accepted',
      given: accepted,
      taken: { by: 'business-manager' },
      code: 'already-decided',
      says: /accepted/,
    },
    {
      when: 'five colleagues were named for it',
      given: fiveTimes,
      code: 'against-the-record',
      says: /5 colleagues\. Ring the Business Unit/,
    },
  ],
});

decision('settleColleague', {
  given: named,
  may: businessUnit,
  form: { answer: 'confirmed' },
  tells: { 'request-passed-on': [next()] },
  tooEarly: asked,
  twice: 'too-early',
  refused: [
    {
      when: 'nobody has that id',
      given: named,
      form: { colleague: 'C-SIN-2026-0001-999', answer: 'confirmed' },
      code: 'against-the-record',
      says: /Nobody waits/,
    },
    {
      when: 'they were declined before, while another waits',
      given: () => settled('declined').with('nameColleague', rowan, { by: contact }),
      form: { colleague: next(), answer: 'confirmed' },
      code: 'already-decided',
      says: /confirmed or declined before/,
    },
    {
      when: 'the answer has been accepted meanwhile',
      given: () => named().with('recordReturn', { agency: 'gp' }, { by: contact }).with('acceptAnswer', gp),
      form: { colleague: next(), answer: 'confirmed' },
      code: 'already-decided',
      says: /accepted/,
    },
  ],
});

describe('A colleague at a domain of the agency', () => {
  test('has a link of that request alone at once, and owes the answer', () => {
    const one = passed();
    const colleague = colleagueOf(one);
    expect(isCorrespondent(colleague)).toBe(true);
    expect(linkStanding(one.file, 'return:gp', colleague)).toBe('works');
    expect(linkStanding(one.file, 'return:housing', colleague)).toBe('passed-over');
    expect(askedOf(one)?.owner).toEqual({ person: colleague, as: 'agency-contact' });
  });

  test('only adds to it where whoever passed it on sends the answer', () => {
    expect(askedOf(passed({ sends: 'sender' }))?.owner).toEqual({ person: contact, as: 'agency-contact' });
  });

  test('leaves whoever was asked with their link', () => {
    expect(linkStanding(passed().file, 'return:gp', contact)).toBe('works');
  });

  test('answers, and may pass it on again, and has nothing more once the answer is accepted', () => {
    const one = passed();
    const by = colleagueOf(one);
    const again = one.with('nameColleague', rowan, { by });
    expect(colleaguesOf(again.file).map(({ state }) => state)).toEqual(['has-it', 'waits']);
    const sent = one.with('recordReturn', { agency: 'gp' }, { by });
    expect(sent.file.facts.recordReturn?.at(-1)).toMatchObject({ by, role: 'agency-contact' });
    const over = sent.with('acceptAnswer', gp);
    expect(linkStanding(over.file, 'return:gp', by)).toBe('accepted');
    expect(over.refusal('passToColleague', rowan, { by: contact })).toBeDefined();
  });

  test('cannot answer for another agency', () => {
    const one = passed();
    expect(one.refusal('recordReturn', { agency: 'housing' }, { by: colleagueOf(one) })?.code).toBe('wrong-role');
  });
});

describe('A colleague outside the domains of the agency', () => {
  const tasks = (one: CaseBuilder) => openDeadlines(one.file).filter(({ id }) => id.startsWith('colleague:'));

  test('has nothing until the Business Unit confirms them, who has a task', () => {
    const one = named();
    expect(linkStanding(one.file, 'return:gp', colleagueOf(one))).toBe('passed-over');
    expect(one.refusal('recordReturn', { agency: 'gp' }, { by: colleagueOf(one) })?.code).toBe('unknown-person');
    expect(tasks(one)).toEqual([
      expect.objectContaining({ id: `colleague:${colleagueOf(one)}`, owner: 'business-manager' }),
    ]);
  });

  test('has the request once confirmed', () => {
    const one = settled('confirmed');
    expect(linkStanding(one.file, 'return:gp', colleagueOf(one))).toBe('works');
    expect(askedOf(one)?.owner).toEqual({ person: colleagueOf(one), as: 'agency-contact' });
    expect(tasks(one)).toEqual([]);
  });

  test('has nothing once declined, and whoever named them is told', () => {
    const one = settled('declined');
    expect(linkStanding(one.file, 'return:gp', colleagueOf(one))).toBe('passed-over');
    expect(askedOf(one)?.owner).toEqual({ person: contact, as: 'agency-contact' });
    expect(tasks(one)).toEqual([]);
    expect(one.notices.filter(({ kind }) => kind === 'colleague-declined').map(({ to }) => to)).toEqual([contact]);
  });

  test('is no longer to be confirmed by an email that waits once they are confirmed or declined', () => {
    const one = named();
    const notice = one.notices.find(({ kind }) => kind === 'colleague-named');
    if (notice === undefined) throw new Error('Nobody was told.');
    const after = settled('declined');
    expect(truthOf(notice, { file: one.file, now: one.now, newer: [] }).kind).toBe('true');
    expect(truthOf(notice, { file: after.file, now: after.now, newer: [] }).kind).toBe('no-longer-true');
  });
});

test('The case has references to the name and the address of a colleague, also of one whose entry was set aside', () => {
  const one = named();
  const [colleague] = correspondentsOf(one.file);
  expect(colleague).toEqual({ id: colleagueOf(one), name: rowan.name, address: rowan.address });
  const aside = one.with('setEntryAside', { entry: one.file.seq });
  expect(colleaguesOf(aside.file)).toEqual([]);
  expect(correspondentsOf(aside.file)).toEqual([colleague]);
});
