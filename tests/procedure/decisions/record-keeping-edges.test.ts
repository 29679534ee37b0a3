import type { Role } from '../../../src/procedure/roles';
import { familyToContact } from '../../../src/procedure/case/family';
import { aCase, type CaseBuilder } from '../../support/a-case';
import type { NoticeKind } from '../../../src/procedure/reminders/notice';

/* Decisions open at every stage, at their edges: extensions, people, relatives, other authorities and cases. */

const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind);
const toldTo = (before: CaseBuilder, after: CaseBuilder) =>
  after.notices.slice(before.notices.length).map(({ to }) => to);
const whenAsked = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.code ?? 'taken';

describe('A deadline is extended', () => {
  // Information is due by Tuesday 1 December 2026, the seventh working day.
  test.each([
    ['to an earlier day', '2026-11-30', 'against-the-record'],
    ['to the day that it has', '2026-12-01', 'against-the-record'],
    ['to the next working day', '2026-12-02', 'taken'],
    ['to a Saturday', '2026-12-05', 'invalid'],
    ['to a holiday', '2026-12-25', 'invalid'],
  ])('%s: %s', (_where, to, code) => {
    expect(whenAsked(aCase(), 'extendDeadline', { to })).toBe(code);
  });

  test('and its owner and the Business Manager hear what it was, and which email that replaces', () => {
    const before = aCase().with('addNote', {}, { on: '2026-11-24' });
    const once = before.with('extendDeadline', { to: '2026-12-08' });
    expect(toldTo(before, once)).toEqual(['P02', 'P01']);
    const first = { deadline: 'information', due: '2026-12-08', was: '2026-12-01' };
    expect(told(once, 'deadline-extended')?.values).toMatchObject(first);
    expect(told(once, 'deadline-extended')?.values).not.toHaveProperty('replaces');
    // Another deadline in between: what was told of that one is not replaced.
    const other = once.with('extendDeadline', { deadline: 'front-door', to: '2026-12-07' }, { on: '2026-11-26' });
    expect(toldTo(once, other)).toEqual(['P02', 'P01']);
    expect(told(other, 'deadline-extended')?.values).toMatchObject({ deadline: 'front-door', was: '2026-11-27' });
    expect(told(other, 'deadline-extended')?.values).not.toHaveProperty('replaces');
    const again = other.with('extendDeadline', { to: '2026-12-10' }, { on: '2026-11-30' });
    const second = { deadline: 'information', due: '2026-12-10', was: '2026-12-08', replaces: '2026-11-24' };
    expect(told(again, 'deadline-extended')?.values).toMatchObject(second);
    const last = again.with('extendDeadline', { to: '2026-12-11' });
    expect(told(last, 'deadline-extended')?.values).toMatchObject({ was: '2026-12-10', replaces: '2026-11-30' });
  });
});

describe('A person is replaced', () => {
  const seats = (one: CaseBuilder, role: Role) => one.file.people[role];

  test('by another, who is put after those who stay, and is told of their part', () => {
    const before = aCase();
    const one = before.with('replacePerson', { role: 'administrator', leaves: 'P03', joins: 'P77' });
    expect(seats(one, 'administrator')).toEqual(['P04', 'P77']);
    expect(seats(one, 'business-manager')).toEqual(seats(before, 'business-manager'));
    expect(toldTo(before, one)).toEqual(['P77']);
    expect(told(one, 'person-replaced')?.values).toMatchObject({ part: 'administrator' });
  });

  test('by nobody who leaves: whoever joins has the part beside the others', () => {
    const one = aCase().with('replacePerson', { role: 'administrator', leaves: undefined, joins: 'P77' });
    expect(seats(one, 'administrator')).toEqual(['P03', 'P04', 'P77']);
  });

  test('by somebody who has the part already, and has it once', () => {
    const one = aCase().with('replacePerson', { role: 'administrator', leaves: 'P04', joins: 'P03' });
    expect(seats(one, 'administrator')).toEqual(['P03']);
    const twice = aCase().with('replacePerson', { role: 'administrator', leaves: undefined, joins: 'P03' });
    expect(seats(twice, 'administrator')).toEqual(['P04', 'P03']);
  });

  test('in a part that nobody has', () => {
    const { people } = aCase().file;
    const nobody = aCase().as({ ...aCase().file, people: { ...people, legal: [] } });
    const { legal: _legal, ...others } = people;
    const without = aCase().as({ ...aCase().file, people: others });
    for (const one of [nobody, without]) {
      expect(one.refusal('replacePerson', { role: 'legal', leaves: 'P15' })).toMatchObject({
        code: 'against-the-record',
        sentence: 'P15 does not have that role in this case. Who has it: nobody.',
      });
      const joined = one.with('replacePerson', { role: 'legal', leaves: undefined });
      expect(seats(joined, 'legal')).toEqual(['P77']);
    }
    expect(aCase().refusal('replacePerson', { role: 'administrator', leaves: 'P15' })?.sentence).toMatch(
      /Who has it: P03, P04/,
    );
  });

  test.each([
    ['author', 'P36', 'P37'],
    ['author', undefined, 'P37'],
  ])('as %s by the partners alone', (role, leaves, joins) => {
    expect(aCase().refusal('replacePerson', { role, leaves, joins })?.code).toBe('wrong-role');
  });
});

describe('A relative', () => {
  const two = () =>
    aCase().with('addFamilyMember', { ref: 'family-2' }).with('addFamilyMember', {}, { on: '2026-11-25' });

  test('is given a code that nobody of the case has, or had', () => {
    for (const ref of ['family-1', 'family-2', 'family-9'])
      expect(whenAsked(two(), 'addFamilyMember', { ref })).toBe('already-decided');
    const gone = two().with('removeFamilyMember', { ref: 'family-2' });
    expect(whenAsked(gone, 'addFamilyMember', { ref: 'family-2' })).toBe('already-decided');
    expect(whenAsked(gone, 'addFamilyMember', { ref: 'family-3' })).toBe('taken');
  });

  test('is not removed before they were added; a relative of the notification may be at any time', () => {
    const on = '2026-11-24';
    expect(whenAsked(two(), 'removeFamilyMember', { ref: 'family-1' }, { on })).toBe('taken');
    expect(whenAsked(two(), 'removeFamilyMember', { ref: 'family-2' }, { on })).toBe('taken');
    const why = two().refusal('removeFamilyMember', { ref: 'family-9' }, { on });
    expect(why).toMatchObject({ code: 'against-the-record', entry: 3 });
    expect(why?.sentence).toMatch(/^family-9 was added on Wednesday 25 November 2026/);
  });

  test('who is removed leaves the others as they were', () => {
    const three = aCase()
      .notifying({
        family: [
          { ref: 'family-1', relation: 'mother' },
          { ref: 'family-2', relation: 'father' },
        ],
      })
      .with('addFamilyMember', { ref: 'family-3' });
    const one = three.with('removeFamilyMember', { ref: 'family-1' });
    expect(one.file.notification).toEqual({
      ...three.file.notification,
      family: [{ ref: 'family-2', relation: 'father' }],
    });
    expect(familyToContact(one.file)).toEqual(['child-1', 'family-2', 'family-3']);
    expect(whenAsked(one, 'removeFamilyMember', { ref: 'family-1' })).toBe('against-the-record');
    expect(whenAsked(one, 'removeFamilyMember', { ref: 'child-1' })).toBe('against-the-record');
  });
});

describe('Another authority, and another case', () => {
  test('The home authority is told once, and those who hear of it read which one it is', () => {
    const one = aCase().notifying({ homeAuthority: 'Leeds' });
    expect(told(one.with('tellHomeAuthority'), 'home-authority-told')?.values).toMatchObject({ authority: 'Leeds' });
    expect(whenAsked(one.with('tellHomeAuthority'), 'tellHomeAuthority')).toBe('already-decided');
    expect(whenAsked(aCase(), 'tellHomeAuthority')).toBe('against-the-record');
  });

  test('Each case that this one looks like is found not to be the same, once', () => {
    const one = aCase().with('dismissLookAlike', { other: 'SIN-2026-0009' });
    expect(whenAsked(one, 'dismissLookAlike', { other: 'SIN-2026-0009' })).toBe('already-decided');
    expect(whenAsked(one, 'dismissLookAlike', { other: 'SIN-2026-0010' })).toBe('taken');
    expect(whenAsked(one, 'dismissLookAlike', { other: 'SIN-2026-0007' })).toBe('invalid');
  });
});

describe('The practice learning review', () => {
  const learning = () =>
    aCase()
      .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: '2027-02-26' as never }] })
      .past('submission');

  test.each<[string, () => CaseBuilder, string, string | undefined]>([
    ['the Scrutineer where there is no author, before the report', learning, 'P14', undefined],
    ['the Scrutineer, after the report', () => learning().with('recordLearningReviewReport'), 'P14', 'yes'],
    ['the author, where there is one', () => learning().with('appointAuthor'), 'P36', undefined],
  ])('has its learning event told to %s', (_whom, given, writer, reportIn) => {
    const before = given();
    const held = before.with('recordPracticeLearningEvent');
    expect(toldTo(before, held)).toEqual([writer, 'P01']);
    expect(told(held, 'learning-event-held')?.values['reportIn']).toBe(reportIn);
  });

  test('shares its learning after its report and its event, each once, in either order', () => {
    const event = learning().with('recordPracticeLearningEvent');
    const report = learning().with('recordLearningReviewReport');
    expect(event.refusal('shareLearning')?.code).toBe('too-early');
    expect(report.refusal('shareLearning')?.code).toBe('too-early');
    expect(whenAsked(event, 'recordPracticeLearningEvent')).toBe('already-decided');
    expect(whenAsked(report, 'recordLearningReviewReport')).toBe('already-decided');
    expect(whenAsked(event.with('recordLearningReviewReport'), 'shareLearning')).toBe('taken');
    expect(whenAsked(report.with('recordPracticeLearningEvent'), 'shareLearning')).toBe('taken');
  });

  test.each(['recordLearningReviewReport', 'recordPracticeLearningEvent'] as const)(
    'shares its learning on no day before it: %s',
    (name) => {
      const first =
        name === 'recordLearningReviewReport' ? 'recordPracticeLearningEvent' : 'recordLearningReviewReport';
      const one = learning().with(first).with(name, {}, { on: '2026-12-11' });
      expect(whenAsked(one, 'shareLearning', {}, { on: '2026-12-10' })).toBe('against-the-record');
      expect(whenAsked(one, 'shareLearning', {}, { on: '2026-12-11' })).toBe('taken');
    },
  );
});
