import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Steps 16 to 18 at the edges. The notice of intent goes out on Thursday 18 March 2027 at the earliest. */

const reason = words('The family may be known by it');
const ending = (outcome: 'improvements-only' | 'not-to-publish') =>
  aCase().choosing({ recordSignOff: [{ outcome, reason }] });
const ways = { publish: () => aCase(), 'improvements-only': () => ending('improvements-only') } as const;
const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind)?.values;
const brought = (one: CaseBuilder, kind: NoticeKind) => Object.keys(told(one, kind) ?? {});

describe('A family member is spoken to about publication, or there is a reason why not', () => {
  const discussed = { wishes: words('No names of places'), inThePlan: true };

  test.each<[string, object, string]>([
    ['what was discussed', { discussed }, 'taken'],
    ['the reason why not', { discussed: undefined, reasonNot: words('A baby') }, 'taken'],
    ['both', { discussed, reasonNot: words('A baby') }, 'invalid'],
    ['neither', { discussed: undefined }, 'invalid'],
    ['wishes that are not taken into the plan', { discussed: { ...discussed, inThePlan: false } }, 'invalid'],
  ])('with %s', (_what, form, code) => {
    expect(aCase().at('family-contact').refusal('recordFamilyContact', form)?.code ?? 'taken').toBe(code);
  });

  test('once each: another relative is spoken to after the first', () => {
    const one = aCase().at('family-contact').with('recordFamilyContact', { familyMember: 'family-1' });
    expect(one.refusal('recordFamilyContact', { familyMember: 'family-1' })?.code).toBe('already-decided');
    expect(one.refusal('recordFamilyContact', { familyMember: 'child-1' })).toBeUndefined();
  });

  test('and where there is nobody to be spoken to, the refusal says so', () => {
    const died = { ref: 'child-1', died: true, lookedAfter: false, careLeaver: false } as const;
    const one = aCase()
      .notifying({ criteria: ['death-abuse-or-neglect'], children: [died], family: [] })
      .at('family-contact');
    expect(one.refusal('recordFamilyContact', { familyMember: 'child-1' })?.sentence).toMatch(/it has none/);
    expect(one.refusal('recordNoFamilyContact')).toBeUndefined();
  });

  test('and who is to be spoken to is named, child and relative', () => {
    expect(aCase().at('family-contact').refusal('recordFamilyContact', { familyMember: 'family-8' })?.sentence).toMatch(
      /it has child-1, family-1\./,
    );
  });
});

describe('The reasons say what is published', () => {
  test('where it is the improvements only', () => {
    const one = ending('improvements-only').past('reasons-sent');
    expect(told(one, 'reasons-sent')).toMatchObject({ improvementsOnly: 'yes' });
    expect(brought(one, 'reasons-sent')).not.toContain('notPublished');
  });

  test('where it is nothing', () => {
    const one = ending('not-to-publish').past('reasons-sent');
    expect(told(one, 'reasons-sent')).toMatchObject({ notPublished: 'yes' });
    expect(brought(one, 'reasons-sent')).not.toContain('improvementsOnly');
  });
});

describe('The notice of intent', () => {
  const noticing = () => aCase().at('notice-of-intent');
  const noticed = (publishOn: string, one = noticing()) => one.with('sendNoticeOfIntent', { publishOn });

  test.each<[string, string, readonly string[] | undefined]>([
    ['2027-03-17', 'against-the-record', undefined],
    ['2027-03-18', 'passes-a-limit', ['clock:report-before-publication']],
    ['2027-03-30', 'passes-a-limit', ['clock:report-before-publication']],
    ['2027-03-31', 'taken', undefined],
    ['2027-04-03', 'passes-a-limit', ['working-day']],
    ['2027-05-21', 'taken', undefined],
    ['2027-05-24', 'passes-a-limit', ['clock:six-months-from-day-one']],
  ])('of Thursday 18 March 2027 for %s: %s, %j', (publishOn, code, passes) => {
    expect(noticing().today).toBe('2027-03-18');
    expect(noticing().refusal('sendNoticeOfIntent', { publishOn })?.code ?? 'taken').toBe(code);
    if (passes === undefined) return;
    const entry = noticed(publishOn).file.facts.sendNoticeOfIntent?.[0];
    expect(entry?.passes?.limits.map(({ id, field }) => [id, field])).toEqual(passes.map((id) => [id, 'publishOn']));
  });

  test('names the day, and replaces nothing the first time', () => {
    const one = noticed('2027-03-31');
    expect(told(one, 'notice-of-intent')).toMatchObject({ publishOn: '2027-03-31' });
    for (const value of ['was', 'replaces', 'improvementsOnly']) {
      expect(brought(one, 'notice-of-intent')).not.toContain(value);
    }
  });

  test('moved says the day that it was, and the day on which that was told', () => {
    expect(told(noticed('2027-04-01', noticed('2027-03-31')), 'notice-of-intent')).toMatchObject({
      publishOn: '2027-04-01',
      was: '2027-03-31',
      replaces: '2027-03-18',
    });
  });

  test('sent again for the same day replaces the first, and moves nothing', () => {
    const again = noticed('2027-03-31', noticed('2027-03-31'));
    expect(told(again, 'notice-of-intent')).toMatchObject({ replaces: '2027-03-18' });
    expect(brought(again, 'notice-of-intent')).not.toContain('was');
  });

  test('of the improvements only says so', () => {
    expect(told(ending('improvements-only').at('publication'), 'notice-of-intent')).toMatchObject({
      improvementsOnly: 'yes',
    });
  });
});

describe('The publication', () => {
  test.each([
    ['2027-03-30', 'against-the-record'],
    ['2027-03-31', 'taken'],
    ['2027-04-01', 'against-the-record'],
  ])('notified for Wednesday 31 March 2027 is of %s: %s', (on, code) => {
    const refusal = aCase().at('publication').refusal('recordPublication', {}, { on });
    expect(refusal?.code ?? 'taken').toBe(code);
    if (code !== 'taken')
      expect(refusal?.entry).toBe(aCase().at('publication').file.facts.sendNoticeOfIntent?.[0]?.seq);
  });

  test.each([
    ['publish', false],
    ['improvements-only', true],
  ] as const)('to %s is told with where it is, and until when', (way, improvements) => {
    const one = ways[way]().past('publication');
    expect(told(one, 'published')).toMatchObject({
      displayUntil: '2028-03-31',
      website: 'https://partnership.example/reviews/1',
    });
    expect(brought(one, 'published').includes('improvementsOnly')).toBe(improvements);
  });
});

describe('The end of the display period', () => {
  const published = () => aCase().past('publication');

  test.each([
    ['2028-03-30', 'too-early'],
    ['2028-03-31', 'taken'],
    ['2028-04-03', 'taken'],
  ])('is decided on %s: %s', (on, code) => {
    expect(published().refusal('decideDisplay', {}, { on })?.code ?? 'taken').toBe(code);
  });
});
