import { isoDate } from '../../src/procedure/time/dates';
import { roles } from '../../src/procedure/roles';
import type { Role } from '../../src/procedure/roles';
import { catalogue } from '../../src/procedure/catalogue';
import { loadProfile } from '../../src/profile/load';
import { profile, profileFile, today } from './profiles';

describe.each(['kirklees', 'example'])('the profile %s', (name) => {
  test('is right as it stands', () => {
    expect(loadProfile({ file: profileFile(name), today })).toMatchObject({ ok: true });
  });

  test('names decisions that there are, where it says who may take them', () => {
    expect(
      loadProfile({ file: profileFile(name), today, decisions: catalogue.map((decision) => decision.name) }),
    ).toMatchObject({
      ok: true,
    });
  });

  test('has somebody for every role, and an invented address for everybody', () => {
    const { people } = profile(name);
    for (const role of roles) expect(people.filter((person) => person.roles.includes(role))).not.toHaveLength(0);
    for (const { email } of people) expect(email).toMatch(/@(example\.org|[a-z]+\.example)$/);
  });

  test('has meetings of both groups from 2026 to 2028', () => {
    const { meetings } = profile(name);
    for (const dates of [meetings.subGroup, meetings.exec]) {
      expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027', '2028']));
      expect([...dates].sort()).toEqual(dates);
    }
  });

  test('gives every agency a contact who can answer for it', () => {
    const { policy, people } = profile(name);
    for (const [id, { contact }] of Object.entries(policy.agencies)) {
      expect(people.find((person) => person.id === contact)).toMatchObject({
        agency: id,
        roles: expect.arrayContaining(['agency-contact']),
      });
    }
  });
});

describe("Kirklees's windows are those of the procedure", () => {
  const { windows } = profile('kirklees').policy;

  test.each([
    ['notification', 1, 5],
    ['front-door', 1, 5],
    ['decision-meeting', 1, 5],
    ['outcome', 1, 5],
    ['information', 1, 7],
    ['rapid-review-meeting', 7, 14],
    ['determination', 7, 14],
    ['submission', 7, 14],
  ] as const)('%s from day %i to day %i', (step, from, by) => {
    expect(windows[step]).toEqual({ anchor: 'day-one', unit: 'working-day', from, by });
  });

  test.each([
    ['planning', 24],
    ['author-material', 36],
    ['learning-event', 60],
    ['draft', 60],
    ['draft-to-sub-group', 71],
    ['amendments', 82],
    ['sign-off', 83],
    ['family-contact', 89],
    ['notice-of-intent', 97],
  ] as const)('%s by day %i', (step, by) => {
    expect(windows[step]).toEqual({ anchor: 'day-one', unit: 'working-day', by });
  });

  test.each([
    ['panel-reply', 'submission', 'working-days-after', 15],
    ['panel-answer', 'panel-reply', 'working-days-after', 10],
    ['response', 'panel-reply', 'working-days-after', 10],
    ['review-decision', 'review-decision-reopened', 'working-days-after', 10],
    ['comments', 'draft-shared', 'days-after', 14],
    ['final-draft', 'amendments-sent', 'days-after', 14],
    ['reasons-sent', 'sign-off', 'working-days-after', 5],
    ['publication', 'day-one', 'months-after', 6],
  ] as const)('%s counts from %s in %s: %i', (step, anchor, unit, by) => {
    expect(windows[step]).toEqual({ anchor, unit, by });
  });

  test('the practice learning review and the actions have dates set by decisions', () => {
    expect(windows['practice-learning-review'].anchor).toBe('set-by-decision');
    expect(windows.actions.anchor).toBe('set-by-decision');
  });
});

describe("Kirklees's ladders are those of the procedure", () => {
  const { ladders } = profile('kirklees').policy;
  const exec: Role[] = ['la-exec', 'police-exec', 'health-exec'];

  test('every deadline is told 3 and 1 working days before, and overdue every second working day', () => {
    expect(ladders).toMatchObject({
      before: [3, 1],
      overdueEvery: 2,
      overdueTo: ['business-manager'],
      overdueEscalation: { fromReminder: 3, to: ['scrutineer'] },
    });
  });

  test('day 14 is told on days 10, 12 and 13, and on day 15 to the Exec partners as a breach', () => {
    expect(ladders.dayFourteen).toEqual([
      { when: { day: 10 }, to: ['business-manager', 'spr-coordinator', 'administrator'], breach: false },
      { when: { day: 12 }, to: ['business-manager'], breach: false },
      { when: { day: 13 }, to: ['la-partner', 'police-partner', 'health-partner', 'scrutineer'], breach: false },
      { when: { day: 15 }, to: exec, breach: true },
    ]);
  });

  test('the six months are told 8, 4, 2 weeks and 1 week before, and the day after as a breach', () => {
    const both: Role[] = ['business-manager', 'sub-group-chair'];
    expect(ladders.sixMonths).toEqual([
      { when: { weeksBefore: 8 }, to: both, breach: false },
      { when: { weeksBefore: 4 }, to: [...both, ...exec], breach: false },
      { when: { weeksBefore: 2 }, to: [...both, ...exec], breach: false },
      { when: { weeksBefore: 1 }, to: [...both, ...exec], breach: false },
      { when: { daysAfter: 1 }, to: [...both, ...exec], breach: true },
    ]);
  });
});

describe('what a profile becomes', () => {
  test('its edition is a fingerprint of its text, the same each time and another for another text', () => {
    const [first, again, other] = [profile('kirklees'), profile('kirklees'), profile('example')];
    expect(first.policy.edition).toMatch(/^[0-9a-f]{12}$/);
    expect(first.policy.edition).toBe(again.policy.edition);
    expect(first.policy.edition).not.toBe(other.policy.edition);
  });

  test('the policy that a case carries names no person', () => {
    const { policy, people } = profile('kirklees');
    const carried = JSON.stringify(policy);
    for (const { name, email } of people) {
      expect(carried).not.toContain(name);
      expect(carried).not.toContain(email);
    }
  });

  test('a pathway that is off needs no window', () => {
    const { policy } = profile('example');
    expect(policy.pathways.practiceLearningReview).toBe(false);
    expect(policy.windows['practice-learning-review'].anchor).toBe('set-by-decision');
  });

  test("a partnership's own templates are looked for before the shared ones", () => {
    expect(profile('example').templateFolders).toEqual([
      expect.stringMatching(/profiles\/example\/templates$/),
      expect.stringMatching(/profiles\/templates$/),
    ]);
  });

  test('closures are dates with their reasons', () => {
    expect(profile('example').closures[0]).toEqual({ date: isoDate('2026-09-11'), reason: 'Northmoor show day' });
  });
});
