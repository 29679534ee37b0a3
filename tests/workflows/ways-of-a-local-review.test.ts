// Longer than other files: every way is a test of its own, with each email that goes out on it.
import { emailsOf } from './support/emails';
import { straightUntil, straightWay } from './support/straight-way';
import { replayRunsOf } from './support/histories';
import { cameTo, endOf, telling } from './support/telling';
import type { WayName } from './support/ways';

const names = [
  'straight',
  'with an action',
  'the Panel disagrees and a local review starts',
  'the review decision reopened',
  'the Exec group asks for more, twice',
  'improvements only',
  'not published',
  'held for a trial',
  'missed: six months',
] as const satisfies readonly WayName[];

const told = telling(names);

test('A local review goes straight from notification to publication, the end of its display and closure', () => {
  const story = told.plain('straight');
  expect(emailsOf(story.told.sent)).toEqual(straightWay);
  expect(endOf(story)).toEqual({ ending: 'published', closedOn: '2039-03-29' });
});

test('An action is overdue until it is complete, and looked at again after 6 and 12 months', () => {
  const story = told.plain('with an action');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Thu 2037-12-10 10:00'),
    'Mon 2037-12-14 11:00 | action-assigned | wider-partner',
    'Fri 2037-12-18 10:00 | identified-professional-named | identified-professional, author',
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | material-sent | author',
    'Mon 2038-01-04 10:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2038-01-05 09:00 | progress-check coming | business-manager',
    'Thu 2038-01-07 09:00 | progress-check coming | business-manager',
    'Thu 2038-01-14 10:00 | learning-event-held | author, business-manager',
    'Mon 2038-01-18 10:00 | draft-in | sub-group-chair, sub-group-coordinator, business-manager',
    'Tue 2038-01-19 10:00 | draft-shared | sub-group-chair, sub-group-member x6',
    'Wed 2038-02-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-02-05 09:00 | progress-check coming | business-manager',
    'Mon 2038-02-08 09:00 | action:A32 coming | wider-partner',
    'Wed 2038-02-10 09:00 | action:A32 coming | wider-partner',
    'Wed 2038-02-10 10:00 | amendments-sent | author',
    'Wed 2038-02-10 10:00 | communications-told | communications',
    'Fri 2038-02-12 09:00 | action:A32 overdue | wider-partner, business-manager',
    'Tue 2038-02-16 09:00 | action:A32 overdue | wider-partner, business-manager',
    'Tue 2038-02-16 10:00 | final-draft-in | sub-group-chair, sub-group-member x6, business-manager',
    'Thu 2038-02-18 10:00 | exec-papers | exec-member x4',
    'Wed 2038-03-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-03-05 09:00 | progress-check coming | business-manager',
    'Thu 2038-03-18 10:00 | signed-off | business-manager, spr-coordinator, sub-group-chair, author, communications',
    'Thu 2038-03-18 10:00 | family-contact-asked | identified-professional',
    'Thu 2038-03-18 10:00 | notice-of-intent | sub-group-chair, sub-group-member x6, national-panel, secretary-of-state, ofsted',
    'Wed 2038-03-24 09:00 | publication coming | business-manager',
    'Fri 2038-03-26 09:00 | publication coming | business-manager, sub-group-chair',
    'Mon 2038-03-29 10:00 | published | other-sub-group x2, sub-group-chair, sub-group-member x6, la-exec, police-exec, health-exec',
    'Thu 2038-08-12 09:00 | action-look:A32:6 coming | sub-group-chair',
    'Mon 2038-08-16 09:00 | action-look:A32:6 coming | sub-group-chair',
    'Mon 2039-02-14 09:00 | action-look:A32:12 coming | sub-group-chair',
    'Wed 2039-02-16 09:00 | action-look:A32:12 coming | sub-group-chair',
    'Thu 2039-03-24 09:00 | display coming | business-manager',
    'Mon 2039-03-28 09:00 | display coming | business-manager',
    'Tue 2039-03-29 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'published', closedOn: '2039-03-29' });
});

test('A Panel that disagrees puts the decision up again, and a local review may start', () => {
  const story = told.plain('the Panel disagrees and a local review starts');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-08 10:00'),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Tue 2037-12-22 10:00 | review-decision-reopened | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2037-12-22 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer, national-panel',
    'Tue 2037-12-22 10:00 | author-appointed | author, business-manager, scrutineer',
    'Tue 2037-12-22 10:00 | chronology-asked | agency-contact x2',
    'Tue 2037-12-22 10:00 | identified-professional-named | identified-professional, author',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | material-sent | author',
    'Mon 2038-01-04 10:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    'Thu 2038-01-14 10:00 | learning-event-held | author, business-manager',
    'Mon 2038-01-18 10:00 | draft-in | sub-group-chair, sub-group-coordinator, business-manager',
    'Tue 2038-01-19 09:00 | progress-check coming | business-manager',
    'Tue 2038-01-19 10:00 | draft-shared | sub-group-chair, sub-group-member x6',
    'Thu 2038-01-21 09:00 | progress-check coming | business-manager',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test('When new facts reopen the review decision, a local review may take the place of a practice learning review', () => {
  const story = told.plain('the review decision reopened');
  const determined = straightUntil('Fri 2037-12-04 10:00');
  expect(emailsOf(story.told.sent)).toEqual([
    ...determined,
    'Fri 2037-12-04 10:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    ...straightUntil('Wed 2037-12-09 10:00').slice(determined.length),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Tue 2038-01-12 11:00 | review-decision-reopened | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Tue 2038-01-12 11:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer, national-panel',
    'Tue 2038-01-12 11:00 | chronology-asked | agency-contact x2',
    'Tue 2038-01-12 11:00 | identified-professional-named | identified-professional, author',
    'Tue 2038-01-12 11:00 | material-sent | author',
    'Tue 2038-01-12 11:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    'Thu 2038-01-14 10:00 | learning-event-held | author, business-manager',
    'Mon 2038-01-18 10:00 | draft-in | sub-group-chair, sub-group-coordinator, business-manager',
    'Tue 2038-01-19 10:00 | draft-shared | sub-group-chair, sub-group-member x6',
    'Tue 2038-02-09 09:00 | progress-check coming | business-manager',
    'Wed 2038-02-10 10:00 | amendments-sent | author',
    'Wed 2038-02-10 10:00 | communications-told | communications',
    'Thu 2038-02-11 09:00 | progress-check coming | business-manager',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test('The Exec group may ask for more as often as needed; step 14 is done again, and the six months are breached', () => {
  const story = told.plain('the Exec group asks for more, twice');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Fri 2038-03-05 09:00'),
    'Thu 2038-03-18 10:00 | further-action-asked | author, business-manager, spr-coordinator, sub-group-chair',
    'Thu 2038-03-18 10:00 | amendments-sent | author',
    'Thu 2038-03-18 10:00 | final-draft-in | sub-group-chair, sub-group-member x6, business-manager',
    'Thu 2038-03-18 10:00 | exec-papers | exec-member x4',
    'Thu 2038-03-18 11:00 | deadline-extended | exec-member x4, business-manager',
    'Fri 2038-03-26 09:00 | publication coming | business-manager, sub-group-chair',
    'Mon 2038-04-05 09:00 | progress-check coming | business-manager',
    'Wed 2038-04-07 09:00 | progress-check coming | business-manager',
    'Tue 2038-04-27 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Tue 2038-05-04 09:00 | progress-check coming | business-manager',
    'Thu 2038-05-06 09:00 | progress-check coming | business-manager',
    'Fri 2038-05-07 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Fri 2038-05-14 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Mon 2038-05-17 09:00 | sign-off coming | exec-member x4',
    'Wed 2038-05-19 09:00 | sign-off coming | exec-member x4',
    'Thu 2038-05-20 10:00 | further-action-asked | author, business-manager, spr-coordinator, sub-group-chair',
    'Thu 2038-05-20 10:00 | amendments-sent | author',
    'Thu 2038-05-20 10:00 | final-draft-in | sub-group-chair, sub-group-member x6, business-manager',
    'Thu 2038-05-20 10:00 | exec-papers | exec-member x4',
    'Thu 2038-05-20 11:00 | deadline-extended | exec-member x4, business-manager',
    'Thu 2038-06-03 09:00 | progress-check coming | business-manager',
    'Mon 2038-06-07 09:00 | publication breach + progress-check coming | business-manager',
    'Mon 2038-06-07 09:00 | publication breach | sub-group-chair, la-exec, police-exec, health-exec',
    'Mon 2038-07-05 09:00 | progress-check coming | business-manager',
    'Wed 2038-07-07 09:00 | progress-check coming | business-manager',
    'Mon 2038-07-12 09:00 | sign-off coming | exec-member x4',
    'Wed 2038-07-14 09:00 | sign-off coming | exec-member x4',
    'Thu 2038-07-15 10:00 | signed-off | business-manager, spr-coordinator, sub-group-chair, author, communications',
    'Thu 2038-07-15 10:00 | family-contact-asked | identified-professional',
    'Thu 2038-07-15 10:00 | notice-of-intent | sub-group-chair, sub-group-member x6, national-panel, secretary-of-state, ofsted',
    'Wed 2038-07-21 09:00 | publication coming | business-manager',
    'Fri 2038-07-23 09:00 | publication coming | business-manager',
    'Mon 2038-07-26 10:00 | published | other-sub-group x2, sub-group-chair, sub-group-member x6, la-exec, police-exec, health-exec',
  ]);
  expect(endOf(story)).toEqual({ ending: 'published', closedOn: undefined });
});

test('Where the improvements only are published, the Panel and the Secretary of State have the reasons', () => {
  const story = told.plain('improvements only');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Fri 2038-03-05 09:00'),
    'Thu 2038-03-18 10:00 | signed-off | business-manager, spr-coordinator, sub-group-chair, author, communications',
    'Thu 2038-03-18 10:00 | family-contact-asked | identified-professional',
    'Thu 2038-03-18 10:00 | reasons-sent | national-panel, secretary-of-state, sub-group-chair',
    'Thu 2038-03-18 10:00 | notice-of-intent | sub-group-chair, sub-group-member x6, national-panel, secretary-of-state, ofsted',
    'Wed 2038-03-24 09:00 | publication coming | business-manager',
    'Fri 2038-03-26 09:00 | publication coming | business-manager, sub-group-chair',
    'Mon 2038-03-29 10:00 | published | other-sub-group x2, sub-group-chair, sub-group-member x6, la-exec, police-exec, health-exec',
  ]);
  expect(endOf(story)).toEqual({ ending: 'improvements-only', closedOn: undefined });
});

test('Where nothing is published, the Panel and the Secretary of State have the reasons, and the case closes', () => {
  const story = told.plain('not published');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Fri 2038-03-05 09:00'),
    'Thu 2038-03-18 10:00 | not-to-be-published | business-manager, spr-coordinator, sub-group-chair, author, communications',
    'Thu 2038-03-18 10:00 | family-to-be-told | identified-professional',
    'Thu 2038-03-18 10:00 | reasons-sent | national-panel, secretary-of-state, sub-group-chair',
    'Thu 2038-03-18 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'not-published', closedOn: '2038-03-18' });
});

test('A step held for a trial is looked at again, the delay explained, and its clocks run on', () => {
  const story = told.plain('held for a trial');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Thu 2038-01-07 09:00'),
    'Thu 2038-01-07 11:00 | hold-placed | business-manager, la-partner, police-partner, health-partner, scrutineer, author',
    'Mon 2038-01-11 09:00 | delay-letter:H44 coming | business-manager',
    'Tue 2038-01-12 11:00 | delay-letter | national-panel, secretary-of-state, business-manager',
    'Wed 2038-02-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-02-05 09:00 | progress-check coming | business-manager',
    'Fri 2038-02-19 09:00 | process:P42 coming | business-manager',
    'Tue 2038-02-23 09:00 | process:P42 coming | business-manager',
    'Thu 2038-02-25 09:00 | process:P42 overdue + hold:H44 coming | business-manager',
    'Mon 2038-03-01 09:00 | hold:H44 coming | business-manager',
    'Tue 2038-03-02 11:00 | hold-lifted | business-manager, la-partner, police-partner, health-partner, scrutineer, author',
    'Tue 2038-03-02 11:00 | learning-event-held | author, business-manager',
    'Tue 2038-03-02 11:00 | draft-in | sub-group-chair, sub-group-coordinator, business-manager',
    'Tue 2038-03-02 11:00 | draft-shared | sub-group-chair, sub-group-member x6',
    'Wed 2038-03-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-03-05 09:00 | progress-check coming | business-manager',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test('A review that is not published in six months goes up its ladder, and is a breach of the later date on the day after', () => {
  const story = told.plain('missed: six months');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Thu 2038-01-07 09:00'),
    'Wed 2038-02-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-02-05 09:00 | progress-check coming | business-manager',
    'Tue 2038-02-16 11:00 | deadline-extended | author, business-manager',
    'Wed 2038-03-03 09:00 | progress-check coming | business-manager',
    'Fri 2038-03-05 09:00 | progress-check coming | business-manager',
    'Fri 2038-03-26 09:00 | publication coming | business-manager, sub-group-chair',
    'Mon 2038-04-05 09:00 | progress-check coming | business-manager',
    'Wed 2038-04-07 09:00 | progress-check coming | business-manager',
    'Tue 2038-04-27 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Tue 2038-05-04 09:00 | progress-check coming | business-manager',
    'Thu 2038-05-06 09:00 | progress-check coming | business-manager',
    'Fri 2038-05-07 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Fri 2038-05-14 09:00 | publication coming | business-manager, sub-group-chair, la-exec, police-exec, health-exec',
    'Thu 2038-06-03 09:00 | progress-check coming | business-manager',
    'Mon 2038-06-07 09:00 | publication breach + progress-check coming | business-manager',
    'Mon 2038-06-07 09:00 | publication breach | sub-group-chair, la-exec, police-exec, health-exec',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test.each(names)('Going on in a new run wherever the case waits changes neither events nor emails: %s', (name) => {
  expect(told.runs(name)).toBeGreaterThan(1);
  expect(cameTo(told.movedOn(name))).toEqual(cameTo(told.plain(name)));
});

test('The histories of these cases can be replayed with the workflows that are shipped', async () => {
  // Those that go furthest from one another; the others are parts of them.
  const furthest = ['straight', 'the Exec group asks for more, twice', 'held for a trial'] as const;
  const stories = [...furthest.map((name) => told.plain(name)), told.movedOn('not published')];
  const { replayed, broken } = await replayRunsOf(told.engine(), stories);
  expect(broken).toEqual([]);
  expect(replayed).toBeGreaterThanOrEqual(stories.length);
}, 300_000);
