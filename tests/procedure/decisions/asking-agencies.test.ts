import { factsOf } from '../../../src/procedure/case/facts';
import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Agencies are asked in step 5 and again in step 9, and a family is involved: the edges. */

const whenAsked = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.code ?? 'taken';
const said = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.sentence ?? 'taken';
const fieldsOf = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.fields?.map(({ field }) => field);
const agenciesTold = (one: CaseBuilder, kind: NoticeKind) =>
  one.notices.filter((notice) => notice.kind === kind).map(({ values }) => values['agency']);

describe('Information of agencies (step 5)', () => {
  const named = (...agencies: readonly string[]) =>
    (['la', 'police', 'health'] as const).reduce(
      (one, partner) => one.with('nameAgencies', { partner, agencies: [...agencies] }),
      aCase(),
    );
  const asked = () => named('gp', 'housing').with('askAgencies', { agencies: ['gp', 'housing'] });

  test('Each agency that is asked hears what it is asked for', () => {
    expect(agenciesTold(asked(), 'information-asked')).toEqual(['gp', 'housing']);
  });

  test('An agency is asked once, and others may be asked later', () => {
    expect(whenAsked(asked(), 'askAgencies', { agencies: ['locala'] })).toBe('taken');
    expect(whenAsked(asked(), 'askAgencies', { agencies: ['locala', 'gp'] })).toBe('already-decided');
    expect(whenAsked(asked(), 'askAgencies', { agencies: ['circus'] })).toBe('invalid');
    // Of an agency that the profile does not have, that is said first.
    expect(whenAsked(asked(), 'askAgencies', { agencies: ['gp', 'circus'] })).toBe('invalid');
  });

  test('Each partner names agencies once', () => {
    const one = aCase().with('nameAgencies', { partner: 'police', agencies: ['gp'] });
    expect(whenAsked(one, 'nameAgencies', { partner: 'police', agencies: ['gp'] })).toBe('already-decided');
    expect(whenAsked(one, 'nameAgencies', { partner: 'la', agencies: ['gp'] })).toBe('taken');
    expect(said(one.with('askAgencies', { agencies: ['gp'] }), 'recordChronology')).toMatch(
      /^Still to name the agencies to ask: [^,]*Local Authority[^,]*, Health[^,]*\(nameAgencies\)\.$/,
    );
  });

  test('Each agency returns once, or the case goes ahead without it', () => {
    const returned = asked().with('recordReturn', { agency: 'gp' });
    expect(whenAsked(returned, 'recordReturn', { agency: 'gp' })).toBe('already-decided');
    expect(whenAsked(returned, 'recordReturn', { agency: 'housing' })).toBe('taken');
    const without = returned.with('goAheadWithoutReturn', { agency: 'housing' });
    expect(whenAsked(without, 'goAheadWithoutReturn', { agency: 'housing' })).toBe('already-decided');
    expect(whenAsked(without, 'recordReturn', { agency: 'housing' })).toBe('taken');
    expect(whenAsked(returned, 'goAheadWithoutReturn', { agency: 'gp' })).toBe('against-the-record');
    const neither = asked().with('goAheadWithoutReturn', { agency: 'gp' });
    expect(whenAsked(neither, 'goAheadWithoutReturn', { agency: 'housing' })).toBe('taken');
  });

  test('Nothing is returned, or gone ahead without, before anybody was asked', () => {
    expect(said(named('gp'), 'recordReturn', { agency: 'gp' })).toMatch(/No agency has been asked/);
    expect(said(named('gp'), 'goAheadWithoutReturn', { agency: 'gp' })).toMatch(/No agency has been asked/);
  });

  test('The chronology waits for agencies that were named and not asked, and for those that owe their return', () => {
    expect(said(named('gp'), 'recordChronology')).toBe('No agency has been asked yet (askAgencies).');
    const some = named('gp', 'housing', 'locala').with('askAgencies', { agencies: ['gp'] });
    expect(said(some, 'recordChronology')).toMatch(/have not been asked: housing, locala\.$/);
    expect(said(asked(), 'recordChronology')).toMatch(/^Still to return: gp, housing\./);
    expect(said(asked().with('recordReturn', { agency: 'gp' }), 'recordChronology')).toMatch(/return: housing\./);
  });

  const now = '2026-11-27T10:00:00.000Z';
  const on = (day: string) => ({ on: day, now });
  test.each([
    ['named on the 24th, 25th and 26th', ['24', '25', '26', '23', '23'], /A partner named the agencies .* 26 November/],
    ['asked on the 26th', ['24', '24', '24', '26', '26'], /Agencies were asked last on .* 26 November/],
    ['returned on the 26th', ['24', '24', '24', '25', '26'], /gp returned on .* 26 November/],
    ['all on the 25th', ['25', '25', '25', '25', '25'], /^taken$/],
  ])('A chronology of 25 November: %s', (_what, [la, police, health, ask, back], sentence) => {
    const one = aCase()
      .with('nameAgencies', { partner: 'la', agencies: ['gp'] }, on(`2026-11-${la}`))
      .with('nameAgencies', { partner: 'police', agencies: ['gp'] }, on(`2026-11-${police}`))
      .with('nameAgencies', { partner: 'health', agencies: ['gp'] }, on(`2026-11-${health}`))
      .with('askAgencies', { agencies: ['gp'] }, on(`2026-11-${ask}`))
      .with('recordReturn', { agency: 'gp' }, on(`2026-11-${back}`));
    expect(said(one, 'recordChronology', {}, { on: '2026-11-25' })).toMatch(sentence);
  });
});

describe('Chronologies of agencies (step 9)', () => {
  const planning = () => aCase().before('askChronologies').trying('appointAuthor', {}, { by: 'la-partner' });
  const asked = () => planning().with('askChronologies', { agencies: ['gp', 'housing'] });
  const period = { periodFrom: '2026-01-01', periodTo: '2026-01-01' };
  const terms = (more: object) =>
    aCase()
      .choosing({
        recordDetermination: [
          {
            termsOfReference: {
              keptAt: words('Reviews/terms'),
              ...period,
              familyMembers: ['child-1'],
              ...more,
            } as never,
          },
        ],
      })
      .before('askChronologies');

  test('Each agency that is asked hears what it is asked for, once', () => {
    expect(agenciesTold(asked(), 'chronology-asked')).toEqual(['gp', 'housing']);
    expect(whenAsked(asked(), 'askChronologies', { agencies: ['locala'] })).toBe('taken');
    expect(whenAsked(asked(), 'askChronologies', { agencies: ['locala', 'gp'] })).toBe('already-decided');
    expect(whenAsked(asked(), 'askChronologies', { agencies: ['circus'] })).toBe('invalid');
  });

  const why = { reasonForDifference: words('The panel found earlier concerns') };

  test.each<[string, object, readonly string[]]>([
    ['a period that begins sooner', { periodFrom: '2025-12-31' }, ['periodFrom']],
    ['a period that ends later', { periodTo: '2026-01-02' }, ['periodTo']],
    ['a relative who is not of the terms', { familyMembers: ['child-1', 'family-1'] }, ['familyMembers']],
    ['other people alone', { familyMembers: ['family-1'] }, ['familyMembers']],
    [
      'another period and other people',
      { periodFrom: '2025-12-31', periodTo: '2026-01-02', familyMembers: ['family-1'] },
      ['periodFrom', 'periodTo', 'familyMembers'],
    ],
  ])('They are asked for %s with a reason only, and every difference is said', (_what, form, fields) => {
    const differs = { ...period, ...form };
    expect(fieldsOf(terms({}), 'askChronologies', differs)).toEqual([...fields, 'reasonForDifference']);
    expect(whenAsked(terms({}), 'askChronologies', differs)).toBe('against-the-record');
    expect(whenAsked(terms({}), 'askChronologies', { ...differs, ...why })).toBe('taken');
  });

  test('They are asked for what the terms say without a reason', () => {
    expect(whenAsked(terms({}), 'askChronologies', period)).toBe('taken');
    expect(fieldsOf(terms({}), 'askChronologies', { ...period, ...why })).toEqual(['reasonForDifference']);
  });

  test('Somebody of the terms whom the request leaves out is said by code', () => {
    const both = terms({ familyMembers: ['child-1', 'family-1'] });
    expect(said(both, 'askChronologies', { ...period, familyMembers: ['child-1'] })).toMatch(
      /relate to child-1, family-1, and this request leaves out family-1\./,
    );
  });

  test('The request keeps the reason on the record', () => {
    const { file } = terms({}).with('askChronologies', { ...period, periodFrom: '2025-12-31', ...why });
    expect(factsOf(file, 'askChronologies').at(-1)?.form).toMatchObject(why);
  });

  test('Further information that differs from the terms needs a reason too; what is left out does not differ', () => {
    expect(whenAsked(terms({}), 'askFurther')).toBe('taken');
    expect(fieldsOf(terms({}), 'askFurther', { periodFrom: '2025-12-31' })).toEqual([
      'periodFrom',
      'reasonForDifference',
    ]);
    expect(whenAsked(terms({}), 'askFurther', { periodFrom: '2025-12-31', ...why })).toBe('taken');
  });

  test('They may be asked for anybody of the case where the terms name nobody, and for a period of one day', () => {
    expect(whenAsked(terms({ familyMembers: [] }), 'askChronologies', { ...period, familyMembers: ['child-1'] })).toBe(
      'taken',
    );
    expect(whenAsked(terms({ familyMembers: [] }), 'askChronologies', { ...period, familyMembers: ['child-7'] })).toBe(
      'invalid',
    );
    expect(said(terms({}), 'askChronologies', { familyMembers: ['child-1', 'child-7'] })).toMatch(/child-7 is nobody/);
  });

  test('Each agency returns once, or the case goes ahead without it', () => {
    const returned = asked().with('recordChronologyReturn', { agency: 'gp' });
    expect(whenAsked(returned, 'recordChronologyReturn', { agency: 'gp' })).toBe('already-decided');
    expect(whenAsked(returned, 'recordChronologyReturn', { agency: 'housing' })).toBe('taken');
    const without = returned.with('goAheadWithoutChronology', { agency: 'housing' });
    expect(whenAsked(without, 'goAheadWithoutChronology', { agency: 'housing' })).toBe('already-decided');
    const neither = asked().with('goAheadWithoutChronology', { agency: 'gp' });
    expect(whenAsked(neither, 'goAheadWithoutChronology', { agency: 'housing' })).toBe('taken');
    expect(whenAsked(without, 'collateChronologies')).toBe('taken');
    expect(said(returned, 'collateChronologies')).toMatch(/^Still to return: housing\./);
  });

  test('Nothing is returned, gone ahead without or collated before anybody was asked', () => {
    const gp = { agency: 'gp' };
    expect(said(planning(), 'recordChronologyReturn', gp)).toMatch(/No agency has been asked/);
    expect(said(planning(), 'goAheadWithoutChronology', gp)).toMatch(/No agency has been asked/);
    expect(whenAsked(planning(), 'collateChronologies')).toBe('too-early');
  });

  test.each([
    ['2026-12-15', 'against-the-record'],
    ['2026-12-16', 'taken'],
  ])('What came on 16 December is collated on %s: %s', (on, code) => {
    const back = { on: '2026-12-16' };
    const one = asked()
      .with('recordChronologyReturn', { agency: 'gp' }, back)
      .with('goAheadWithoutChronology', { agency: 'housing' }, back);
    expect(whenAsked(one, 'collateChronologies', {}, { on })).toBe(code);
  });
});

describe('A family member is involved (steps 9 to 14)', () => {
  const informed = { byWhom: 'P38', letterOrLeaflet: true, invited: true, contributed: false };
  const reasonNotInvolved = words('They chose not to take part');
  const form = (more: object) => ({ informed: undefined, reasonNotInvolved: undefined, ...more });

  test.each<[string, object, string]>([
    ['told', { informed }, 'taken'],
    ['told, and did not take part', { informed, reasonNotInvolved }, 'taken'],
    ['not involved, for a reason', { reasonNotInvolved }, 'taken'],
    ['told, and contributed', { informed: { ...informed, contributed: true } }, 'taken'],
    [
      'said to have contributed and not to be involved',
      { informed: { ...informed, contributed: true }, reasonNotInvolved },
      'invalid',
    ],
    ['neither told nor left out for a reason', {}, 'invalid'],
    ['told by nobody of the partnership', { informed: { ...informed, byWhom: 'P999' } }, 'invalid'],
  ])('%s: %j is %s', (_who, said, code) => {
    expect(whenAsked(aCase().at('planning'), 'recordFamilyInvolvement', form(said))).toBe(code);
  });

  test.each([
    ['LCSPR', 'taken'],
    ['PLR', 'taken'],
    ['none', 'too-early'],
  ])('in a review that is %s: %s', (reviewType, code) => {
    const dueOn = reviewType === 'PLR' ? { dueOn: '2027-02-26' } : {};
    const one = aCase()
      .choosing({ recordDetermination: [{ reviewType, ...dueOn } as never] })
      .past('submission');
    expect(whenAsked(one, 'recordFamilyInvolvement', { familyMember: 'child-1' })).toBe(code);
  });
});

describe('The identified professional', () => {
  const planning = () => aCase().before('recordPlanningMeeting');

  test('has the seat once the planning meeting names them', () => {
    const one = planning().with('recordPlanningMeeting', { identifiedProfessional: 'P37' });
    expect(one.file.people['identified-professional']).toEqual(['P37']);
  });

  test('is somebody of the partnership who is not shut out of the case', () => {
    expect(whenAsked(planning(), 'recordPlanningMeeting', { identifiedProfessional: 'P999' })).toBe('invalid');
    const shut = planning().with('shutOut', { person: 'P37' });
    expect(whenAsked(shut, 'recordPlanningMeeting', { identifiedProfessional: 'P37' })).toBe('against-the-record');
  });
});

test('The author is asked for the initial draft with the material, and for the draft with the learning event', () => {
  const one = aCase().past('learning-event');
  expect(one.notices.findLast(({ kind }) => kind === 'material-sent')?.step).toBe('author-material');
  expect(one.notices.findLast(({ kind }) => kind === 'learning-event-held')?.step).toBe('draft');
  expect(whenAsked(aCase().at('author-material'), 'recordInitialDraft')).toBe('too-early');
});
