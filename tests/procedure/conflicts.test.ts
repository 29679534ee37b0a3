import type { CaseFile } from '../../src/procedure/case/case-file';
import { conflictsOf, plannedMeetings } from '../../src/procedure/dates/conflicts';
import { addDays, isoDate, sayDate } from '../../src/procedure/time/dates';
import { papersDue } from '../../src/procedure/case/meetings';
import { plannedDates } from '../../src/procedure/dates/plan';
import { aCase, type CaseBuilder } from '../support/a-case';
import { kirklees, northmoor } from '../support/partnership';
import { fc } from '../support/properties';

/* The latest date that still works is one that works, a list names one meeting of the sub-group, and conflicts stay. */

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 40) };
const received = fc.integer({ min: 0, max: 700 }).map((days) => addDays(isoDate('2026-01-05'), days));
const plans = fc.tuple(received, fc.constantFrom(kirklees, northmoor));
const conflict = (file: CaseFile, id: string) => conflictsOf(file).find((one) => one.id === id);

const everyPlan = (check: (one: CaseBuilder) => void) =>
  fc.assert(
    fc.property(plans, ([day, partnership]) => check(aCase().of(partnership()).receivedOn(day))),
    runs,
  );

/** The dates that sentences give for the sub-group's meeting on the draft. */
const meetingsNamed = (file: CaseFile): readonly string[] => [
  ...new Set(
    conflictsOf(file).flatMap(({ sentence }) =>
      [
        ...sentence.matchAll(
          /sub-group (?:that considers it meets|considers the draft|that papers sent by .+? can reach is) on (\w+ \d+ \w+ \d+)/g,
        ),
        ...sentence.matchAll(/sub-group's meeting on (\w+ \d+ \w+ \d+)/g),
      ].map(([, date = '']) => date),
    ),
  ),
];

test('One list of conflicts names one meeting of the sub-group: the one that the plan picks', () => {
  everyPlan(({ file }) => {
    const [planned] = plannedMeetings(file).filter(({ group }) => group === 'subGroup');
    const named = meetingsNamed(file);
    expect(named.length).toBeLessThanOrEqual(1);
    if (planned !== undefined && named.length > 0) expect(named).toEqual([sayDate(planned.meetingOn)]);
  });
});

test('A draft that goes out by the latest date that still works has its comments in before the meeting and the papers', () => {
  everyPlan((one) => {
    const { file } = one;
    const found = conflict(file, 'exec-papers');
    if (found?.latest === undefined) return;
    const signOff = plannedDates(file, 'sign-off').due ?? isoDate('2000-01-01');
    const papersBy = papersDue(file, 'exec', signOff);
    const meeting = file.meetings.subGroup.findLast((date) => date <= papersBy) ?? papersBy;
    expect(addDays(found.latest, file.policy.papersBefore.subGroup) <= meeting).toBe(true);
    expect(addDays(found.latest, file.policy.windows.comments.by) <= meeting).toBe(true);
  });
});

test('No date that is said to work for the sign-off lies before the comments are due or the sub-group has met', () => {
  everyPlan(({ file }) => {
    const comments = plannedDates(file, 'comments').due ?? isoDate('2100-01-01');
    const meeting = plannedMeetings(file).find(({ group }) => group === 'subGroup')?.meetingOn;
    const final = conflict(file, 'final-draft-and-sign-off');
    if (final?.latest === undefined) return;
    expect(final.latest >= comments).toBe(true);
    if (meeting !== undefined) expect(final.latest >= meeting).toBe(true);
  });
});

/** The draft comes in and goes out too late for day 83. */
const sharedLate = () =>
  aCase().at('draft').with('recordDraft', undefined, { on: '2027-02-22' }).with('shareDraft', {}, { on: '2027-02-24' });

test('Sharing the draft does not make the conflict with day 83 vanish: it stays until the papers have gone out', () => {
  const shared = sharedLate();
  // Shared on 24 February, the sub-group meets on 14 April; papers for 25 March would go out on the 4th.
  for (const at of [shared, shared.at('amendments'), shared.before('sendAmendments')]) {
    expect(conflict(at.file, 'exec-papers')?.sentence).toMatch(
      /considers the draft on Wednesday 14 April 2027 .* That date can no longer be met\. The Exec group can sign off on Thursday 20 May 2027/,
    );
  }
  expect(conflict(shared.file, 'late-sub-group-meeting')?.sentence).toContain('Wednesday 14 April 2027');
  const sent = shared.before('recordSignOff');
  expect(conflict(sent.file, 'exec-papers')).toBeUndefined();
  expect(conflictsOf(sent.file)).toContainEqual(expect.objectContaining({ id: 'passed-step:sign-off', breach: true }));
});

test('Where the sign-off is extended far enough, the conflict is resolved', () => {
  const extended = sharedLate().with('extendDeadline', { deadline: 'sign-off', to: '2027-05-20' });
  expect(conflict(extended.file, 'exec-papers')).toBeUndefined();
});

test('A draft that is shared in time has no conflict with day 83', () => {
  expect(conflict(aCase().at('comments').file, 'exec-papers')).toBeUndefined();
});

test('The day that still works is a day of the case, and not one that has passed', () => {
  const late = aCase().at('draft').with('addNote', undefined, { on: '2027-02-22' });
  expect(conflict(aCase().file, 'exec-papers')).toMatchObject({
    latest: '2027-01-20', // 10 February is the last meeting by 4 March
    steps: ['draft-to-sub-group', 'sign-off'],
  });
  expect(conflict(late.file, 'exec-papers')?.latest).toBeUndefined();
});
