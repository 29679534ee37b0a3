import { contributionsOf } from '../../../src/procedure/asking/contributions';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Answers are accepted, sent back and passed on; agencies are asked for more. Kirklees: P26 answers for gp, P32 for housing. */

const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
const returned = () => asked().with('recordReturn', { agency: 'gp' }, { by: 'P26' as PersonId });
const further = () => aCase().with('askFurther', { agencies: ['gp'] });
const furtherId = (one: CaseBuilder) => contributionsOf(one.file).find(({ kind }) => kind === 'further')?.id ?? '';

const gp = { contribution: 'return:gp' };
const unknown = { contribution: 'return:circus' };

decision('acceptAnswer', {
  given: returned,
  may: businessUnit,
  form: gp,
  tooEarly: asked,
  twice: 'too-early',
  refused: [
    {
      when: 'there is no such request',
      given: returned,
      form: unknown,
      code: 'against-the-record',
      says: /no request/,
    },
    {
      when: 'that agency has not answered',
      given: returned,
      form: { contribution: 'return:housing' },
      code: 'too-early',
      says: /no answer/,
    },
    {
      when: 'it was accepted before',
      given: () => returned().with('recordReturn', { agency: 'housing' }).with('acceptAnswer', gp),
      form: gp,
      code: 'already-decided',
      says: /has been accepted/,
    },
    {
      when: 'the case went on without the answer',
      given: () => returned().with('goAheadWithoutReturn', { agency: 'housing' }),
      form: { contribution: 'return:housing' },
      code: 'too-early',
      says: /no answer/,
    },
    {
      when: 'it is dated before the answer',
      given: () => asked().with('recordReturn', { agency: 'gp' }, { on: '2026-11-25' }),
      form: gp,
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /The answer came on/,
    },
  ],
});

decision('sendAnswerBack', {
  given: returned,
  may: businessUnit,
  form: { ...gp, question: words('Which dates are these?') },
  tells: { 'answer-sent-back': ['P26' as PersonId] },
  tooEarly: asked,
  twice: 'taken again',
});

decision('askFurther', {
  given: aCase,
  may: businessUnit,
  form: { agencies: ['gp'] },
  tells: { 'further-asked': ['P26' as PersonId] },
  twice: 'taken again',
  refused: [
    {
      when: 'the settings have no such agency',
      given: aCase,
      form: { agencies: ['circus'] },
      code: 'invalid',
      says: /circus/,
    },
    {
      when: 'somebody is asked about who is not of the case',
      given: aCase,
      form: { familyMembers: ['family-9'] },
      code: 'invalid',
      says: /nobody in this case/,
    },
    {
      when: 'the answer is wanted before the request',
      given: aCase,
      form: { wantedOn: '2026-11-22' },
      code: 'invalid',
      says: /before the day of the request/,
    },
    {
      when: 'the period ends before it begins',
      given: aCase,
      form: { periodFrom: '2026-02-01', periodTo: '2026-01-01' },
      code: 'invalid',
      says: /end after it begins/,
    },
  ],
});

decision('recordFurtherAnswer', {
  given: further,
  may: [...businessUnit, 'agency-contact'],
  by: 'administrator',
  tooEarly: aCase,
  twice: 'already-decided',
  refused: [
    {
      when: 'the contact of another agency answers',
      given: further,
      taken: { by: 'P32' as PersonId },
      code: 'wrong-role',
      says: /does not answer for gp/,
    },
    {
      when: 'part is still to come, and nobody says what',
      given: further,
      form: { answer: 'partly' },
      code: 'invalid',
      says: /what is still to come/,
    },
  ],
});

decision('goAheadWithoutFurther', {
  given: further,
  may: businessUnit,
  tooEarly: aCase,
  twice: 'already-decided',
  refused: [
    {
      when: 'that agency has answered',
      given: () => further().with('recordFurtherAnswer'),
      form: { contribution: 'further:2-gp' },
      code: 'against-the-record',
      says: /Nothing is outstanding/,
    },
  ],
});

const stateOf = (one: CaseBuilder, id: string) => contributionsOf(one.file).find((each) => each.id === id)?.state;

describe('An answer', () => {
  const partly = () =>
    asked().with('recordReturn', { agency: 'gp', answer: 'partly', stillToCome: words('The paper notes, on Friday') });

  test.each<[string, () => CaseBuilder, string]>([
    ['is not yet there', asked, 'not-yet'],
    ['is in part', partly, 'in-part'],
    ['is complete', returned, 'answered'],
    ['is that nothing is held', () => asked().with('recordReturn', { agency: 'gp', answer: 'nil' }), 'answered'],
    ['is sent back', () => returned().with('sendAnswerBack', gp), 'sent-back'],
    [
      'is given again after a question',
      () => returned().with('sendAnswerBack', gp).with('recordReturn', { agency: 'gp' }),
      'answered',
    ],
    ['in part is completed', () => partly().with('recordReturn', { agency: 'gp' }), 'answered'],
    ['in part is accepted as it is', () => partly().with('acceptAnswer', gp), 'accepted'],
    ['is gone on without', () => asked().with('goAheadWithoutReturn', { agency: 'gp' }), 'without'],
    ['in part is gone on without the rest', () => partly().with('goAheadWithoutReturn', { agency: 'gp' }), 'without'],
    [
      'comes after all',
      () => asked().with('goAheadWithoutReturn', { agency: 'gp' }).with('recordReturn', { agency: 'gp' }),
      'answered',
    ],
    ['is accepted', () => returned().with('acceptAnswer', gp), 'accepted'],
    ['is collated', () => aCase().past('information'), 'accepted'],
  ])('%s', (_what, given, state) => {
    const one = given();
    const first = contributionsOf(one.file).find(({ kind }) => kind === 'return')?.id ?? '';
    expect(stateOf(one, first)).toBe(state);
  });

  test('in part has to say what is still to come', () => {
    expect(asked().refusal('recordReturn', { agency: 'gp', answer: 'partly' })?.fields?.[0]?.field).toBe('stillToCome');
  });

  test('of another person stands; whoever gave it replaces it until it is accepted', () => {
    const one = returned();
    expect(one.refusal('recordReturn', { agency: 'gp' }, { by: 'P02' as PersonId })?.code).toBe('already-decided');
    expect(one.refusal('recordReturn', { agency: 'gp' }, { by: 'P26' as PersonId })).toBeUndefined();
    const accepted = one.with('acceptAnswer', gp);
    expect(accepted.refusal('recordReturn', { agency: 'gp' }, { by: 'P26' as PersonId })).toBeDefined();
  });

  test('of the Business Unit is not replaced by a second press', () => {
    const one = asked().with('recordReturn', { agency: 'gp' }, { by: 'P02' as PersonId });
    expect(one.refusal('recordReturn', { agency: 'gp' }, { by: 'P02' as PersonId })?.code).toBe('already-decided');
  });

  test('in part keeps the chronology waiting until it is complete, accepted or gone on without', () => {
    const one = ['la', 'police', 'health']
      .reduce<CaseBuilder>((made, partner) => made.with('nameAgencies', { partner, agencies: [] }), aCase())
      .with('askAgencies', { agencies: ['gp'] })
      .with('recordReturn', { agency: 'gp', answer: 'partly', stillToCome: words('Paper notes') });
    expect(one.refusal('recordChronology')?.sentence).toMatch(/^Still to return: gp/);
    expect(one.with('acceptAnswer', gp).refusal('recordChronology')).toBeUndefined();
    expect(one.with('goAheadWithoutReturn', { agency: 'gp' }).refusal('recordChronology')).toBeUndefined();
  });
});

describe('A request that was passed on', () => {
  const passed = (sends: 'colleague' | 'sender') => asked().with('passRequestOn', { ...gp, to: 'P18', sends });
  const owner = (one: CaseBuilder) => contributionsOf(one.file).find(({ id }) => id === gp.contribution)?.owner;

  test('is the colleague’s to send, or stays with whoever passed it on', () => {
    expect(owner(passed('colleague'))).toEqual({ person: 'P18', as: 'agency-contact' });
    expect(owner(passed('sender'))).toEqual({ person: 'P26', as: 'agency-contact' });
  });

  test('can be answered by both of them, and by nobody else of another agency', () => {
    for (const by of ['P18', 'P26'] as PersonId[])
      expect(passed('colleague').refusal('recordReturn', { agency: 'gp' }, { by })).toBeUndefined();
    expect(passed('colleague').refusal('recordReturn', { agency: 'housing' }, { by: 'P18' as PersonId })?.code).toBe(
      'wrong-role',
    );
    expect(asked().refusal('recordReturn', { agency: 'gp' }, { by: 'P18' as PersonId })?.code).toBe('wrong-role');
  });
});

test('A later request of the same agency is another, with an answer of its own', () => {
  const one = further()
    .with('recordFurtherAnswer')
    .with('askFurther', { agencies: ['gp'] });
  const states = contributionsOf(one.file).flatMap(({ kind, state }) => (kind === 'further' ? [state] : []));
  expect(states).toEqual(['answered', 'not-yet']);
  expect(furtherId(one)).toBe('further:2-gp');
});

test('A summary in part is still owed, and one that was sent back is sent again', () => {
  const part = aCase().with('recordAgencySummary', {
    partner: 'la',
    answer: 'partly',
    stillToCome: words('What the school says'),
  });
  expect(stateOf(part, 'summary:la')).toBe('in-part');
  expect(part.refusal('recordAgencySummary', { partner: 'la' })).toBeUndefined();
  expect(part.refusal('goAheadWithoutSummary', { partner: 'la' })).toBeUndefined();
  const whole = part.with('recordAgencySummary', { partner: 'la' });
  expect(whole.refusal('recordAgencySummary', { partner: 'la' })?.code).toBe('already-decided');
  const back = whole.with('sendAnswerBack', { contribution: 'summary:la' });
  expect(back.refusal('recordAgencySummary', { partner: 'la' })).toBeUndefined();
  expect(whole.refusal('recordAgencySummary', { partner: 'police', keptAt: undefined })?.sentence).toMatch(
    /^Write the summary/,
  );
});
