import { actionsOf } from '../../../src/procedure/case/actions';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import { isStillTrue } from '../../../src/procedure/reminders/still-true';
import { isShutOut, peopleIn, rolesIn, seatsFor } from '../../../src/procedure/case/shut-out';
import { membersToAnswer } from '../../../src/procedure/case/sub-group';
import { turnsOf } from '../../../src/procedure/reminders/turns';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { decision } from '../../support/decision-tests';
import { words } from '../../support/default-forms';
import { kirklees } from '../../support/partnership';

/* Always open: a conflict of interest. P03 and P04 are administrators, P18 is in the sub-group and a wider partner. */

const [manager, coordinator, administrator, member, outsider] = ['P01', 'P02', 'P03', 'P18', 'P77'] as PersonId[];
const out = (one: CaseBuilder, person: string | undefined) => one.with('shutOut', { person });

decision('shutOut', {
  given: aCase,
  may: ['business-manager', 'scrutineer'],
  twice: 'already-decided',
  refused: [
    {
      when: 'they are the only one with a part that the procedure needs',
      given: aCase,
      form: { person: 'P08' },
      code: 'against-the-record',
      says: /P08 is the only West Yorkshire Police delegated partner in this case\. Replace them first \(replacePerson\)/,
    },
    {
      when: 'a Business Manager would shut out themselves, and there is no other',
      given: aCase,
      form: { person: 'P01' },
      code: 'against-the-record',
      says: /the only Business Manager/,
    },
    {
      when: 'they are the author',
      given: () => aCase().with('replacePerson').at('learning-event'),
      form: { person: 'P36' },
      code: 'against-the-record',
      says: /Replace them first \(replaceAuthor\)/,
    },
    { when: 'nobody is named', given: aCase, form: { person: 'Rowan' }, code: 'invalid', says: /such as P07/ },
    { when: 'it is the notification form itself', given: aCase, form: { person: 'P00' }, code: 'invalid', says: /P07/ },
    {
      when: 'nobody of the partnership has that id',
      given: aCase,
      form: { person: 'P59' },
      code: 'invalid',
      says: /P59 is nobody of this partnership/,
    },
  ],
});

decision('letBackIn', {
  given: () => aCase().with('shutOut'),
  may: ['business-manager', 'scrutineer'],
  twice: 'against-the-record',
  refused: [
    {
      when: 'they are not shut out',
      given: aCase,
      form: { person: 'P04' },
      code: 'against-the-record',
      says: /access to this case is not restricted/,
    },
  ],
});

describe('Somebody who is shut out', () => {
  test('leaves every part that they had, and has them again once let back in', () => {
    const one = aCase();
    const shut = out(one, member);
    expect(rolesIn(one.file, member as PersonId)).toEqual(['sub-group-member', 'wider-partner']);
    expect(Object.values(shut.file.people).flat()).not.toContain(member);
    expect(peopleIn(shut.file)).not.toContain(member);
    const back = shut.with('letBackIn', { person: member });
    expect(rolesIn(back.file, member as PersonId)).toEqual(['sub-group-member', 'wider-partner']);
    expect(isShutOut(back.file, member as PersonId)).toBe(false);
  });

  test('takes nothing, and is told why', () => {
    const shut = out(aCase(), administrator);
    expect(shut.refusal('addNote', {}, { by: administrator as PersonId })).toMatchObject({
      code: 'unknown-person',
      sentence: "P03's access to this case is restricted because of a conflict of interest.",
    });
    expect(shut.refusal('addNote', {}, { by: 'administrator' })).toBeUndefined();
  });

  test('is told nothing, though they hold an action or answer for an agency; the Business Manager hears in their place', () => {
    const shut = out(aCase().with('addAction', { owner: member, dueOn: '2026-12-04' }), member);
    expect(actionsOf(shut.file)[0]?.owner).toBe(member);
    expect(turnsOf(shut.file).find(({ id }) => id.startsWith('action:'))?.people).toEqual([manager]);
    expect(shut.reminders('2027-01-15').sent.map(({ to }) => to)).not.toContain(member);
    const contact = 'P26';
    const asked = out(aCase(), contact).with('askAgencies', { agencies: ['gp'] });
    expect(asked.notices.filter(({ kind }) => kind === 'information-asked').map(({ to }) => to)).toEqual([manager]);
  });

  test('gets no email either that was waiting to be sent when they were shut out', () => {
    const asked = aCase().with('askAgencies', { agencies: ['gp'] });
    const waiting = asked.notices.filter(({ to }) => to === 'P26');
    expect(waiting.map((notice) => isStillTrue(notice, asked.file))).toEqual([true]);
    expect(waiting.map((notice) => isStillTrue(notice, out(asked, 'P26').file))).toEqual([false]);
  });

  test('is not waited for: the sub-group has answered once all others have', () => {
    const commenting = aCase().at('comments');
    expect(membersToAnswer(commenting.file)).toContain(member);
    expect(membersToAnswer(out(commenting, member).file)).not.toContain(member);
  });

  test('is given no part by any decision until they are let back in', () => {
    const shut = out(aCase(), outsider);
    const replaced = { role: 'legal', leaves: undefined, joins: outsider };
    expect(shut.refusal('replacePerson', replaced)?.sentence).toMatch(
      /P77's access to this case is restricted.*restore their access first/,
    );
    expect(shut.refusal('addAction', { owner: outsider })?.sentence).toMatch(/access to this case is restricted/);
    expect(shut.with('addAction').refusal('reassignAction', { owner: outsider })?.sentence).toMatch(
      /access to this case is restricted/,
    );
    const back = shut.with('letBackIn', { person: outsider });
    expect(back.refusal('replacePerson', replaced)).toBeUndefined();
  });

  test('becomes neither author nor identified professional', () => {
    const shut = out(out(aCase(), 'P36'), 'P38').before('appointAuthor');
    expect(shut.refusal('appointAuthor', { author: 'P36' })?.sentence).toMatch(
      /P36's access to this case is restricted/,
    );
    const appointed = shut.with('appointAuthor', { author: 'P37' });
    expect(appointed.refusal('replaceAuthor', { author: 'P36' }, { by: 'la-partner' })?.sentence).toMatch(
      /P36's access to this case is restricted/,
    );
    const planning = appointed
      .choosing({ appointAuthor: [{ author: 'P37' as PersonId }] })
      .before('recordPlanningMeeting');
    expect(planning.refusal('recordPlanningMeeting', { identifiedProfessional: 'P38' })?.sentence).toMatch(
      /P38's access to this case is restricted/,
    );
  });

  test("has no part by the partnership's current profile either", () => {
    const shut = out(aCase(), member);
    const anew = { ...shut.file, people: { ...kirklees().people, ...shut.file.people, legal: [member as PersonId] } };
    expect(rolesIn(anew, member as PersonId)).toEqual([]);
    expect(peopleIn(anew)).not.toContain(member);
    expect(Object.values(seatsFor(kirklees().people, shut.file)).flat()).not.toContain(member);
    expect(openDeadlines(anew).length).toBeGreaterThan(0);
  });
});

describe('Several people who are shut out', () => {
  const [first, second] = ['P03', 'P18'] as const;
  const both = () => out(out(aCase(), first).with('addNote', {}, { on: '2026-11-27' }), second);
  const back = (one: CaseBuilder, person: string, on: string) => one.refusal('letBackIn', { person }, { on })?.sentence;

  test('are let back in one by one: the other stays out', () => {
    const one = both().with('letBackIn', { person: first });
    expect(isShutOut(one.file, first as PersonId)).toBe(false);
    expect(isShutOut(one.file, second as PersonId)).toBe(true);
    expect(one.file.people.administrator).toEqual(['P04', first]);
    expect(one.file.people['sub-group-member']).not.toContain(second);
    expect(one.file.people['wider-partner']).not.toContain(second);
  });

  test('are let back in not before the day on which each was shut out', () => {
    expect(back(both(), first, '2026-11-26')).toBeUndefined();
    expect(back(both(), second, '2026-11-26')).toMatch(
      /^P18's access was restricted on Friday 27 November 2026 \(entry 4\)/,
    );
    expect(back(both(), second, '2026-11-27')).toBeUndefined();
  });

  test('and somebody who is shut out again not before the last day on which they were', () => {
    const again = out(both().with('letBackIn', { person: first }), first);
    expect(back(again, first, '2026-11-26')).toMatch(/^P03's access was restricted on Friday 27 November 2026/);
  });

  test('leave nobody who has a part beside them without it', () => {
    const one = both();
    expect(one.file.people.administrator).toEqual(['P04']);
    expect(one.refusal('shutOut', { person: 'P04' })?.sentence).toMatch(/P04 is the only .* in this case/);
    expect(one.file.people['sub-group-member']).toEqual(
      aCase().file.people['sub-group-member']?.filter((id) => id !== second),
    );
  });

  test('who had no part have none once they are let back in', () => {
    const { people } = aCase().file;
    const one = out(aCase(), outsider);
    expect(one.file.people).toEqual(people);
    expect(one.with('letBackIn', { person: outsider }).file).toMatchObject({ people, shutOut: {} });
  });

  test('are put back once, whatever the list of people has said in the meantime', () => {
    const shut = out(aCase(), second);
    const { 'wider-partner': _others, ...people } = kirklees().people;
    const back = shut.as({ ...shut.file, people }).with('letBackIn', { person: second });
    expect(back.file.people['sub-group-member']?.filter((id) => id === second)).toEqual([second]);
    expect(back.file.people['wider-partner']).toEqual([second]);
  });
});

test('A Business Manager may shut out themselves once another has that part', () => {
  const two = aCase().with('replacePerson', { role: 'business-manager', leaves: undefined, joins: coordinator });
  const shut = out(two, manager);
  expect(shut.file.people['business-manager']).toEqual([coordinator]);
  expect(shut.refusal('letBackIn', { person: manager }, { by: manager as PersonId })?.code).toBe('unknown-person');
  expect(shut.refusal('letBackIn', { person: manager }, { by: coordinator as PersonId })).toBeUndefined();
});

test('Somebody who never had a part can be shut out: the Business Unit could read the case without one', () => {
  const shut = aCase().with('shutOut', { person: outsider, reason: words('New in the Business Unit; an aunt') });
  expect(shut.file.shutOut).toEqual({ P77: [] });
  expect(rolesIn(shut.with('letBackIn').file, outsider as PersonId)).toEqual([]);
});

test('Somebody who has left the partnership is shut out of a case in which they still have a part', () => {
  const left = aCase().of({
    ...kirklees(),
    everybody: (kirklees().everybody ?? []).filter((id) => id !== administrator),
  });
  expect(left.file.everybody).not.toContain(administrator);
  expect(left.refusal('shutOut', { person: administrator, reason: words('An aunt') })).toBeUndefined();
});

test('A file of before a case knew who is of the partnership takes whoever is named', () => {
  const { everybody: _everybody, ...before } = kirklees();
  const old = aCase().of(before);
  expect(old.refusal('shutOut', { person: 'P59', reason: words('An aunt') })).toBeUndefined();
});
