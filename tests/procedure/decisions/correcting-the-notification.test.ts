import { clocksOf } from '../../../src/procedure/dates/clocks';
import { familyToContact } from '../../../src/procedure/case/family';
import { namesSince } from '../../../src/procedure/names';
import { openingFact } from '../../../src/procedure/case/opening-entry';
import { dayOneOf, plannedDates } from '../../../src/procedure/dates/plan';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision, threePartners, told } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Entry 1, the notification, is corrected as every other entry; children are added and removed on the record. */

const reason = words('The form said otherwise');
const corrected = (one: CaseBuilder, field: string, value: unknown, more: object = {}) =>
  one.with('correctFact', { entry: 1, field, value, reason, ...more });
const refusal = (one: CaseBuilder, field: string, value: unknown, more: object = {}) =>
  one.refusal('correctFact', { entry: 1, field, value, reason, ...more });
const holders = (one: CaseBuilder, role: keyof typeof one.file.people): readonly PersonId[] =>
  one.file.people[role] ?? [];

describe('The notification is corrected field by field, and says what it said before', () => {
  const given = () => aCase().with('addNote');
  test.each<[string, unknown, object]>([
    ['notifyingAgency', 'Police', { notifyingAgency: 'Police' }],
    ['agencies', ['Police', 'School'], { agencies: ['Police', 'School'] }],
    ['setting', 'school-or-college', { setting: 'school-or-college' }],
    ['homeAuthority', 'Northmoor', { homeAuthority: 'Northmoor' }],
    ['eCaseReference', 'EC-118', { eCaseReference: 'EC-118' }],
    ['abuseOrNeglect', 'known', { abuseOrNeglect: 'known' }],
    ['seriousHarm', ['other'], { seriousHarm: ['other'] }],
    ['immediateSafety', 'words:new', { immediateSafety: 'words:new' }],
    ['incidentOn', '2026-11-20', { incidentOn: '2026-11-20' }],
    ['knownAt', '2026-11-22T16:30:00+00:00', { knownAt: '2026-11-22T16:30:00.000Z' }],
    ['authorityAwareOn', '2026-11-22', { authorityAwareOn: '2026-11-22' }],
    ['receivedAt', '2026-11-23T08:00:00Z', { receivedAt: '2026-11-23T08:00:00.000Z', receivedOn: '2026-11-23' }],
    ['receivedOn', '2026-11-22', { receivedOn: '2026-11-22', receivedAt: '2026-11-22T17:00:00.000Z' }],
    ['on', '2026-11-22', { receivedOn: '2026-11-22' }],
    ['children.0.died', true, { children: [{ ref: 'child-1', died: true, lookedAfter: false, careLeaver: false }] }],
    ['family.0.relation', 'father', { family: [{ ref: 'family-1', relation: 'father' }] }],
  ])('%s', (field, value, expected) => {
    const before = given();
    const after = corrected(before, field, value);
    expect(after.file.notification).toMatchObject(expected);
    const [correction] = after.file.openingCorrections ?? [];
    const was = field.startsWith('children') ? false : field.startsWith('family') ? 'mother' : undefined;
    const key = field === 'on' ? 'receivedOn' : field;
    expect(correction).toEqual({
      seq: after.file.seq,
      field: key,
      was: was ?? before.file.notification[key as keyof typeof before.file.notification],
    });
  });

  test('An optional answer can be taken out again', () => {
    const named = aCase().notifying({ homeAuthority: 'Northmoor' });
    expect(corrected(named, 'homeAuthority', undefined).file.notification).not.toHaveProperty('homeAuthority');
    expect(refusal(named, 'notifyingAgency', undefined)?.code).toBe('invalid');
  });

  test('A name is corrected by a reference, and the case carries neither the old nor the new one', () => {
    const after = corrected(aCase(), 'children.0.name', 'words:right-name');
    const again = corrected(after, 'children.0.name', 'words:righter-name');
    expect(after.file.notification).toEqual(aCase().file.notification);
    expect(namesSince(after.file).corrected.get('children.0.name')).toBe('words:right-name');
    expect(openingFact(again.file)).toMatchObject({
      form: { children: { 0: { name: 'words:righter-name' } } },
      corrections: [{ was: 'words:entry-1/children.0.name' }, { was: 'words:right-name' }],
    });
    expect(refusal(aCase(), 'children.0.name', 'Ellie Example')).toMatchObject({ code: 'invalid' });
    expect(refusal(aCase(), 'children.0.dateOfBirth', '2014-02-02')).toMatchObject({ code: 'invalid' });
    expect(refusal(aCase(), 'children.3.name', 'words:x')).toMatchObject({ code: 'invalid' });
  });

  test.each<[string, unknown, RegExp]>([
    ['children', [], /no field/],
    ['practice', true, /no field/],
    ['looksLike', [], /no field/],
    ['setting', 'moon', /cannot stand/],
    ['incidentOn', '2026-11-23', /before it happened/],
    ['incidentOn', '2026-11-25', /cannot stand/],
    ['receivedOn', '2026-11-21', /before the incident was known/],
    ['receivedOn', '2026-11-26', /cannot stand/],
    ['receivedOn', '1949-11-26', /cannot stand/],
    ['abuseOrNeglect', 'not-known-or-suspected', /hold only where/],
    ['criteria', ['death-abuse-or-neglect'], /which child has died/],
  ])('The rules of the form hold for %s = %j', (field, value, says) => {
    expect(refusal(aCase(), field, value)?.sentence).toMatch(says);
  });
});

describe('The day of receipt and its moment are one fact, whichever of the two is corrected', () => {
  const opened = () => aCase().openedAt('2026-11-25T09:30:00.000Z').with('addNote', undefined, { on: '2026-11-26' });

  test.each<[string, string, object]>([
    ['receivedOn', '2026-11-24', { receivedOn: '2026-11-24', receivedAt: '2026-11-24T17:00:00.000Z' }],
    // The case was opened at half past nine on that day, so that the form had come by then.
    ['receivedOn', '2026-11-25', { receivedOn: '2026-11-25', receivedAt: '2026-11-25T09:30:00.000Z' }],
    ['receivedAt', '2026-11-24T08:00:00Z', { receivedOn: '2026-11-24', receivedAt: '2026-11-24T08:00:00.000Z' }],
  ])('%s = %s', (field, value, expected) => {
    expect(corrected(opened(), field, value).file.notification).toMatchObject(expected);
  });

  test.each<[string, string, RegExp]>([
    ['receivedOn', '2026-11-26', /The case was opened on Wednesday 25 November 2026/],
    ['receivedAt', '2026-11-25T10:00:00Z', /The case was opened on Wednesday 25 November 2026/],
    ['receivedAt', '2026-11-22T14:00:00Z', /received before the moment at which the incident was known/],
  ])('and neither contradicts what else is known: %s = %s', (field, value, says) => {
    expect(refusal(opened(), field, value)?.sentence).toMatch(says);
  });
});

test('What hangs together is corrected together, each old value on the record', () => {
  const died = corrected(aCase(), 'children.0.died', true);
  const only = corrected(died, 'criteria', ['death-abuse-or-neglect']);
  expect(only.file.notification).toMatchObject({ criteria: ['death-abuse-or-neglect'], seriousHarm: [] });
  expect(only.file.openingCorrections?.slice(1).map(({ field, was }) => [field, was])).toEqual([
    ['criteria', ['serious-harm']],
    ['seriousHarm', ['life-threatening-injury']],
  ]);
  const both = corrected(only, 'seriousHarm', ['other']);
  expect(both.file.notification.criteria).toEqual(['death-abuse-or-neglect', 'serious-harm']);
});

describe('Dates are planned again from a corrected day', () => {
  test('Day 1 and every date that counts from it follow the right day of receipt', () => {
    const one = corrected(aCase(), 'receivedOn', '2026-11-22', {});
    const earlier = corrected(aCase().receivedOn('2026-11-25'), 'receivedOn', '2026-11-24', {});
    expect(dayOneOf(one.file)).toBe('2026-11-23');
    expect(dayOneOf(earlier.file)).toBe('2026-11-24');
    expect(plannedDates(earlier.file, 'information').due).toBe('2026-12-02');
  });

  test("The law's clock counts from the right day on which the authority became aware", () => {
    const given = aCase()
      .receivedOn('2026-11-25')
      .notifying({ incidentOn: '2026-11-01' as never });
    const due = (one: CaseBuilder) => clocksOf(one.file).find(({ id }) => id === 'notify-panel')?.due;
    expect(due(given)).toBe('2026-12-02');
    expect(due(corrected(given, 'authorityAwareOn', '2026-11-23'))).toBe('2026-11-30');
  });

  test('A date that was met before the calendar changed is worked out anew where what it counts from was wrong', () => {
    const done = aCase().receivedOn('2026-11-25').past('decision-meeting');
    const kept = done.as({
      ...done.file,
      met: { 'front-door': '2026-12-03' as never, 'no-such-step': '2026-12-03' as never },
    });
    expect(corrected(kept, 'receivedOn', '2026-11-24').file.met).toEqual({ 'no-such-step': '2026-12-03' });
    expect(corrected(kept, 'notifyingAgency', 'Police').file.met).toHaveProperty('front-door');
  });

  test('A case reopened anew keeps the day that it counts from', () => {
    const ended = aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .past('outcome');
    const anew = ended.with('reopenCase', {}, { on: '2026-12-10' });
    expect(corrected(anew, 'receivedOn', '2026-11-22').file.countsFrom).toBe('2026-12-10');
  });

  test('Nothing is received after something was decided about it', () => {
    const given = aCase().with('addNote', {}, { on: '2026-11-23' }).with('addNote', {}, { on: '2026-11-25' });
    expect(refusal(given, 'receivedOn', '2026-11-24')).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringMatching(/Entry 2 is dated/),
    });
  });
});

describe('Days long past are confirmed once, never refused', () => {
  test.each([
    ['receivedOn', '2025-10-20', {}],
    ['authorityAwareOn', '2023-11-20', {}],
  ])('%s', (field, value) => {
    const given = aCase().notifying({
      incidentOn: '2023-01-05' as never,
      knownAt: '2023-01-06T10:00:00.000Z' as never,
    });
    expect(refusal(given, field, value)).toMatchObject({
      code: 'to-be-confirmed',
      sentence: expect.stringMatching(/Is that the right year\?.*"yearsAreRight": true/),
    });
    expect(corrected(given, field, value, { yearsAreRight: true }).file.notification).toMatchObject({ [field]: value });
  });
});

describe('People who were told something wrong are told again', () => {
  const sent = (one: CaseBuilder) => told(one.notices.slice(-30).filter(({ kind }) => kind === 'fact-corrected'));

  test('those who were told that the case opened, in one email each that names the entry alone', () => {
    const one = corrected(aCase(), 'notifyingAgency', 'Police');
    const people = ['business-manager', 'spr-coordinator', 'scrutineer', ...threePartners].flatMap((role) =>
      holders(one, role as keyof typeof one.file.people),
    );
    expect(sent(one)).toEqual({ 'fact-corrected': [...new Set(people)].sort() });
    const [notice] = one.notices.filter(({ kind }) => kind === 'fact-corrected');
    expect(notice?.values).toMatchObject({ entry: 'entry 1, the notification' });
    expect(JSON.stringify(notice)).not.toContain('Police');
  });

  test('the Front Door, once it has the notification', () => {
    const one = corrected(aCase().with('sendToFrontDoor'), 'incidentOn', '2026-11-21');
    expect(sent(one)['fact-corrected']).toEqual(expect.arrayContaining([...holders(one, 'service-director')]));
  });

  test('the agencies that were asked, of a child but not of an eCase reference', () => {
    const asked = aCase().past('decision-meeting').with('askAgencies');
    const [agency] = Object.keys(asked.file.policy.agencies);
    const contact = asked.file.policy.agencies[agency ?? '']?.contact ?? 'nobody';
    expect(sent(corrected(asked, 'children.0.name', 'words:right'))['fact-corrected']).toContain(contact);
    expect(sent(corrected(asked, 'eCaseReference', 'EC-1'))['fact-corrected']).not.toContain(contact);
  });

  test('those who were told of another entry, once that is corrected, and the agency that ought to have been asked', () => {
    const asked = aCase().with('askAgencies');
    const [first, second, third] = Object.keys(asked.file.policy.agencies);
    const one = asked.with('correctFact', {
      entry: asked.file.seq,
      field: 'agencies',
      value: [first, third],
      reason,
    });
    const contact = (agency = '') => one.file.policy.agencies[agency]?.contact;
    const since = one.notices.slice(asked.notices.length);
    expect(told(since)).toEqual({
      'fact-corrected': [contact(first), contact(second)].sort(),
      'information-asked': [contact(third)],
    });
  });

  test('nobody, where nobody was told', () => {
    const noted = aCase().with('addNote');
    const one = noted.with('correctFact', { entry: noted.file.seq, field: 'on', value: '2026-11-23', reason });
    expect(one.notices.slice(noted.notices.length)).toEqual([]);
  });

  test('the home authority is told anew where another was told', () => {
    const toldOther = aCase().notifying({ homeAuthority: 'Northmoor' }).with('tellHomeAuthority');
    const one = corrected(toldOther, 'homeAuthority', 'Southmoor');
    expect(one.refusal('tellHomeAuthority')).toBeUndefined();
    expect(one.file.superseded.map(({ name }) => name)).toEqual(['tellHomeAuthority']);
  });
});

const two = () => aCase().with('addChild');
const everybodyTold = ['business-manager', 'spr-coordinator', ...threePartners, 'scrutineer'] as const;

decision('addChild', {
  given: aCase,
  may: businessUnit,
  tells: { 'children-changed': everybodyTold },
  twice: 'already-decided',
  refused: [
    {
      when: 'its code is a child’s already',
      given: aCase,
      form: { ref: 'child-1' },
      code: 'already-decided',
      says: /next number/,
    },
    {
      when: 'its code was that of a child who was removed',
      given: () => two().with('removeChild', { ref: 'child-2' }),
      form: { ref: 'child-2' },
      code: 'already-decided',
      says: /is or was/,
    },
    {
      when: 'a name would come into the case',
      given: aCase,
      form: { name: 'Ellie Example' },
      code: 'invalid',
      says: /no case carries a name/,
    },
    {
      when: 'the child has died, and no criterion is of a death',
      given: aCase,
      form: { died: true },
      code: 'invalid',
      says: /which criterion/,
    },
    {
      when: 'a criterion holds for nobody',
      given: aCase,
      form: { died: true, criteria: ['care-leaver-death'] },
      code: 'against-the-record',
      says: /was a care leaver/,
    },
  ],
});

decision('removeChild', {
  given: two,
  may: businessUnit,
  tells: { 'children-changed': everybodyTold },
  twice: 'against-the-record',
  refused: [
    { when: 'no child is left', given: aCase, code: 'against-the-record', says: /at least one child/ },
    {
      when: 'there is no such child',
      given: two,
      form: { ref: 'child-7' },
      code: 'against-the-record',
      says: /no child of this case/,
    },
    {
      when: 'a criterion then holds for nobody',
      given: () => aCase().with('addChild', { died: true, criteria: ['death-abuse-or-neglect'] }),
      code: 'against-the-record',
      says: /Correct the notification first/,
    },
  ],
});

decision('removeFamilyMember', {
  given: aCase,
  may: [...businessUnit, 'author', 'identified-professional'],
  twice: 'against-the-record',
  refused: [
    {
      when: 'there is no such relative',
      given: aCase,
      form: { ref: 'family-7' },
      code: 'against-the-record',
      says: /no family member/,
    },
  ],
});

describe('One incident is one case, with any number of children', () => {
  test('A child who died and a care leaver are added with the criteria that hold with them', () => {
    const one = aCase()
      .with('addChild', { died: true, criteria: ['death-abuse-or-neglect'] })
      .with('addChild', { ref: 'child-3', died: true, careLeaver: true, criteria: ['care-leaver-death'] });
    expect(one.file.notification.criteria).toEqual(['serious-harm', 'death-abuse-or-neglect', 'care-leaver-death']);
    expect(familyToContact(one.file)).toEqual(['child-1', 'family-1']);
  });

  test('Who is removed is spoken to no longer, and no code is given twice', () => {
    const one = two()
      .with('addFamilyMember', { ref: 'family-2' })
      .with('removeChild', { ref: 'child-1' })
      .with('removeFamilyMember', { ref: 'family-1' });
    expect(familyToContact(one.file)).toEqual(['child-2', 'family-2']);
    expect(familyToContact(one.with('removeFamilyMember', { ref: 'family-2' }).file)).toEqual(['child-2']);
    expect(one.refusal('addFamilyMember', { ref: 'family-1' })?.code).toBe('already-decided');
    expect(namesSince(one.file)).toMatchObject({ children: ['child-2'], family: [] });
  });

  test('What was said of a child who was added is corrected at that entry, and the case follows', () => {
    const added = two();
    const seq = added.file.seq;
    const one = added.with('correctFact', { entry: seq, field: 'lookedAfter', value: true, reason });
    expect(one.file.notification.children[1]).toMatchObject({ ref: 'child-2', lookedAfter: true });
    const named = one.with('correctFact', { entry: seq, field: 'name', value: 'words:another', reason });
    expect(namesSince(named.file)).toMatchObject({
      added: [{ ref: 'child-2', name: 'words:another' }],
      ofRemoved: [],
    });
    expect(namesSince(named.with('removeChild', { ref: 'child-2' }).file).ofRemoved).toEqual([
      'words:another',
      'words:the-birthday-of-child-2',
      'words:the-name-of-child-2',
    ]);
  });
});

describe('A case long under way is taken over, its decisions dated as they were', () => {
  const old = () =>
    aCase()
      .receivedOn('2025-10-20')
      .openedAt('2026-11-23T10:00:00.000Z')
      .notifying({ authorityAwareOn: '2025-10-20' as never });
  const now = '2026-11-23T10:00:00.000Z';

  test('from the Front Door to the meeting, each on its own day', () => {
    const decided = old()
      .with('sendToFrontDoor', {}, { on: '2025-10-21', now })
      .with('recordOversight', {}, { by: 'service-director', on: '2025-10-22', now });
    expect(decided.file.facts.recordOversight?.[0]?.on).toBe('2025-10-22');
    expect(plannedDates(decided.file, 'front-door').due).toBe('2025-10-24');
  });

  test('with a hold that was looked at long ago, and an action long due', () => {
    const held = old().with(
      'placeHold',
      { step: 'information', lookAgainOn: '2025-11-20', process: undefined },
      { on: '2025-11-03', now },
    );
    expect(held.file.facts.placeHold).toHaveLength(1);
    const early = { step: 'information', lookAgainOn: '2025-11-02', process: undefined };
    expect(old().refusal('placeHold', early, { on: '2025-11-03', now })?.code).toBe('invalid');
    expect(old().refusal('addAction', { dueOn: '2025-12-01' }, { on: '2025-11-03', now })).toBeUndefined();
  });

  test('with the Rapid Review meeting as it was arranged, to which nobody is invited any more', () => {
    const before = aCase().receivedOn('2025-10-20').past('outcome');
    const arranged = before.attempt(
      'arrangeRapidReviewMeeting',
      { meetingOn: '2025-11-05' },
      { on: before.file.facts.recordOfstedNotification?.[0]?.on ?? '', now },
    );
    expect(arranged).toMatchObject({ kind: 'taken', event: { details: { meetingOn: '2025-11-05' } }, notices: [] });
  });
});
