import type * as z from 'zod/mini';
import { definitionOf } from '../../../src/procedure/catalogue';
import { titleOf } from '../../../src/procedure/schema-parts';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';
import { told as byKind } from '../../support/decision-tests';
import { kirklees } from '../../support/partnership';

/* Children at the edges: what the notification says with them, who is told of them, and what is corrected. */

const told = (one: CaseBuilder) => one.notices.findLast(({ kind }) => kind === 'children-changed');
const holders = (role: keyof ReturnType<typeof kirklees>['people']) => kirklees().people[role] ?? [];
const reason = words('A slip');
const died = { died: true, criteria: ['death-abuse-or-neglect'] };

/** Everybody who is told by the last decision of a case. */
const toldBy = (before: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['attempt']>) => {
  const answer = before.attempt(name, form, taken);
  return answer.kind === 'taken' ? (byKind(answer.notices)['children-changed'] ?? []) : [];
};

describe('A child who is added', () => {
  test('is asked for by how this case refers to the child', () => {
    const { shape } = definitionOf('addChild').form._zod.def as unknown as { shape: Record<string, z.core.$ZodType> };
    expect(shape['ref'] && titleOf(shape['ref'])).toBe('How this case refers to the child');
  });

  test('brings the criteria and the serious harm that hold with them, each once', () => {
    const dead = { ref: 'child-1', died: true, lookedAfter: false, careLeaver: false } as const;
    const of = (criteria: readonly string[], seriousHarm: readonly string[]) =>
      aCase()
        .notifying({ criteria: ['death-abuse-or-neglect'], seriousHarm: [], children: [dead] })
        .with('addChild', { criteria, seriousHarm })
        .with('addChild', { ref: 'child-3', criteria, seriousHarm }).file.notification;
    expect(of(['serious-harm'], ['other'])).toMatchObject({
      criteria: ['death-abuse-or-neglect', 'serious-harm'],
      seriousHarm: ['other'],
    });
  });

  test('changes neither where nothing is said of them, and is put last, without a name or a birthday', () => {
    const before = aCase().file.notification;
    const { notification } = aCase().with('addChild', { lookedAfter: true }).file;
    expect(notification).toEqual({
      ...before,
      children: [...before.children, { ref: 'child-2', died: false, lookedAfter: true, careLeaver: false }],
    });
  });

  test.each(['name', 'dateOfBirth'])('has no %s in the case itself', (field) => {
    const why = aCase().refusal('addChild', { [field]: field === 'name' ? 'Ellie Example' : '2014-02-02' });
    expect(why?.code).toBe('invalid');
    expect(why?.sentence).toMatch(/no case carries a name, a birthday or what is read with them/);
  });

  test('who has died needs no new criterion where one of a death holds already', () => {
    const one = aCase().with('addChild', died);
    expect(one.refusal('addChild', { ref: 'child-3', died: true })).toBeUndefined();
    expect(aCase().refusal('addChild', { died: true })?.fields).toEqual([
      { field: 'criteria', sentence: 'Say which criterion holds for a child who has died' },
    ]);
    expect(aCase().refusal('addChild', { died: true, criteria: ['serious-harm'] })?.fields).toHaveLength(1);
  });

  test('is refused the code of a child who was removed, and given the next', () => {
    const gone = aCase().with('addChild').with('removeChild', { ref: 'child-2' });
    expect(gone.refusal('addChild', { ref: 'child-2' })?.code).toBe('already-decided');
    expect(gone.refusal('addChild', { ref: 'child-3' })).toBeUndefined();
  });
});

describe('The code of a child, and of a relative', () => {
  test.each([
    ['child-2', undefined],
    ['child-10', undefined],
    ['child-100', undefined],
    ['child-1000', 'must be such as'],
    ['child-', 'must be such as'],
    ['child-x', 'must be such as'],
    ['grandchild-2', 'must be such as'],
    ['child-2b', 'must be such as'],
    [undefined, 'Give a code, such as'],
  ])('%s: %s', (ref, says) => {
    const ofFamily = ref?.replace('child', 'family').replace('-2', '-3');
    for (const [name, code] of [
      ['addChild', ref],
      ['addFamilyMember', ofFamily],
    ] as const) {
      const why = aCase().refusal(name, { ref: code });
      expect(why?.fields?.map(({ field }) => field)).toEqual(says && ['ref']);
      expect(why?.fields?.[0]?.sentence ?? '').toContain(says ?? '');
    }
  });
});

describe('What the notification would contradict with other children', () => {
  test('is said at its fields, all of it', () => {
    const why = aCase().refusal('addChild', {
      died: true,
      criteria: ['care-leaver-death', 'looked-after-child-death'],
    });
    expect(why).toMatchObject({ code: 'against-the-record', fields: [{ field: 'children' }, { field: 'children' }] });
    expect(why?.sentence).toBe(
      'No child of the form has died and was looked after. No person of the form has died and was a care leaver. ' +
        'Correct the notification first, where it is wrong (correctFact, entry 1).',
    );
  });

  test('is no reason to refuse a child where it contradicts that already', () => {
    const one = aCase().with('addChild');
    const wrong = one.as({
      ...one.file,
      notification: { ...one.file.notification, criteria: ['care-leaver-death'], seriousHarm: [] },
    });
    expect(wrong.refusal('addChild', { ref: 'child-3' })).toBeUndefined();
    expect(wrong.refusal('removeChild', { ref: 'child-2' })).toBeUndefined();
    const more = wrong.refusal('addChild', { ref: 'child-3', died: true, criteria: ['looked-after-child-death'] });
    expect(more?.fields).toEqual([
      { field: 'children', sentence: 'No child of the form has died and was looked after' },
    ]);
  });
});

describe('Whoever was told of the children is told of the change', () => {
  const always = () =>
    (['business-manager', 'spr-coordinator', 'la-partner', 'police-partner', 'health-partner', 'scrutineer'] as const)
      .flatMap(holders)
      .sort();
  const and = (...more: readonly string[]) => [...always(), ...more].sort();
  const information = { agencies: ['gp'] };

  test.each<[string, () => CaseBuilder, readonly string[]]>([
    ['nobody else', aCase, []],
    ['the Front Door, once it has the notification', () => aCase().with('sendToFrontDoor'), ['P05', 'P06']],
    ['the contact of an agency that was asked', () => aCase().with('askAgencies', information), ['P26']],
  ])('%s', (_who, given, more) => {
    const before = given();
    expect(toldBy(before, 'addChild')).toEqual(and(...more));
    const two = before.with('addChild');
    expect(toldBy(two, 'removeChild', { ref: 'child-2' })).toEqual(and(...more));
  });

  test('in a review: the author, the identified professional, and the contacts asked for chronologies', () => {
    const one = aCase()
      .choosing({
        nameAgencies: [{ agencies: ['gp'] }],
        askAgencies: [{ agencies: ['gp'] }],
        askChronologies: [{ agencies: ['schools'] }],
      })
      .past('planning');
    const contact = (agency: string): PersonId => kirklees().policy.agencies[agency]?.contact ?? ('P0' as PersonId);
    const people = toldBy(one, 'addChild');
    expect(people).toEqual(expect.arrayContaining(['P36', 'P38', contact('gp'), contact('schools')]));
  });

  test('with the number of children, and with the email that it replaces', () => {
    const first = aCase().with('addChild');
    expect(told(first)?.values).toMatchObject({ count: '2' });
    expect(told(first)?.values).not.toHaveProperty('replaces');
    const second = first.with('addChild', { ref: 'child-3' }, { on: '2026-11-25' });
    expect(told(second)?.values).toMatchObject({ count: '3', replaces: '2026-11-23' });
    const removed = second.with('removeChild', { ref: 'child-3' }, { on: '2026-11-27' });
    expect(told(removed)?.values).toMatchObject({ count: '2', replaces: '2026-11-25' });
    const again = removed.with('addChild', { ref: 'child-4' }, { on: '2026-11-30' });
    expect(told(again)?.values).toMatchObject({ count: '3', replaces: '2026-11-27' });
  });
});

describe('A child who was added is', () => {
  const three = () => aCase().with('addChild').with('addChild', { ref: 'child-3' }, { on: '2026-11-25' });

  test('corrected alone: the others stay as they were', () => {
    const entry = three().file.facts.addChild?.[0]?.seq;
    const { children } = three().with('correctFact', { entry, field: 'careLeaver', value: true, reason }).file
      .notification;
    expect(children.map(({ ref, careLeaver }) => [ref, careLeaver])).toEqual([
      ['child-1', false],
      ['child-2', true],
      ['child-3', false],
    ]);
  });

  test('not removed before they were added; a child of the notification may be at any time', () => {
    const on = '2026-11-24';
    const one = three();
    expect(one.refusal('removeChild', { ref: 'child-1' }, { on })).toBeUndefined();
    expect(one.refusal('removeChild', { ref: 'child-2' }, { on })).toBeUndefined();
    const why = one.refusal('removeChild', { ref: 'child-3' }, { on });
    expect(why).toMatchObject({ code: 'against-the-record', entry: 3 });
    expect(why?.sentence).toMatch(/child-3 was added on Wednesday 25 November 2026/);
    const left = one.with('removeChild', { ref: 'child-2' }).file.notification.children;
    expect(left.map(({ ref }) => ref)).toEqual(['child-1', 'child-3']);
  });

  test('not added under a code that somebody of the case has', () => {
    expect(three().refusal('addChild', { ref: 'child-3' })?.sentence).toMatch(/child-3 is or was in this case already/);
  });
});
