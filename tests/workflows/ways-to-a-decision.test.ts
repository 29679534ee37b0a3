// Longer than other files: every way is a test of its own, with each email that goes out on it.
import { emailsOf } from './support/emails';
import { straightUntil } from './support/straight-way';
import { replayRunsOf } from './support/histories';
import { cameTo, endOf, telling } from './support/telling';
import type { WayName } from './support/ways';

const names = [
  'not proceeding',
  'not proceeding, with an action',
  'criteria not met',
  'no review',
  'practice learning review',
  'the Panel wants more, twice',
  'the Panel takes it up nationally',
  'the Panel disagrees and the local review stops',
  'the Panel disagrees and a practice learning review takes its place',
  'missed: the Rapid Review',
  'missed: the Front Door',
  'disagreement escalated',
  'withdrawn',
  'reopened after not proceeding',
  'reopened after it was withdrawn',
  'people replaced',
  'a deadline extended',
] as const satisfies readonly WayName[];

const told = telling(names);

test('A case that does not proceed is told to the sub-group, goes on the Matrix and closes', () => {
  const story = told.plain('not proceeding');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Wed 2037-11-25 09:00'),
    'Wed 2037-11-25 10:00 | outcome-to-decide | la-partner',
    'Wed 2037-11-25 10:00 | not-to-proceed | sub-group-chair, sub-group-member x6, business-manager',
    'Thu 2037-11-26 09:00 | outcome coming | spr-coordinator',
    'Thu 2037-11-26 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'did-not-proceed', closedOn: '2037-11-26' });
});

test('A case that does not proceed awaits its action, and the looks at it after 6 and 12 months', () => {
  const story = told.plain('not proceeding, with an action');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Wed 2037-11-25 09:00'),
    'Wed 2037-11-25 10:00 | outcome-to-decide | la-partner',
    'Wed 2037-11-25 10:00 | not-to-proceed | sub-group-chair, sub-group-member x6, business-manager',
    'Wed 2037-11-25 11:00 | action-assigned | wider-partner',
    'Thu 2037-11-26 09:00 | outcome coming | spr-coordinator',
    'Tue 2038-01-19 09:00 | action:A11 coming | wider-partner',
    'Thu 2038-07-15 09:00 | action-look:A11:6 coming | sub-group-chair',
    'Mon 2038-07-19 09:00 | action-look:A11:6 coming | sub-group-chair',
    'Mon 2039-01-17 09:00 | action-look:A11:12 coming | sub-group-chair',
    'Wed 2039-01-19 09:00 | action-look:A11:12 coming | sub-group-chair',
    'Thu 2039-01-20 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'did-not-proceed', closedOn: '2039-01-20' });
});

test('Where the criteria prove not to be met after notification, the Panel is told and no Rapid Review follows', () => {
  const story = told.plain('criteria not met');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Mon 2037-11-30 09:00'),
    'Mon 2037-11-30 11:00 | criteria-not-met | sub-group-chair, sub-group-member x6, la-partner, police-partner, health-partner, scrutineer, national-panel, business-manager, spr-coordinator',
    'Tue 2037-12-01 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'criteria-not-met', closedOn: '2037-12-01' });
});

test('Where no review follows, the case closes once the response to the Panel is disseminated', () => {
  const story = told.plain('no review');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-08 10:00'),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-04' });
});

test('A practice learning review has its report, its event and its learning shared', () => {
  const story = told.plain('practice learning review');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Fri 2037-12-04 10:00'),
    'Fri 2037-12-04 10:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    ...straightUntil('Wed 2037-12-09 10:00').slice(straightUntil('Fri 2037-12-04 10:00').length),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-02-01 10:00 | learning-event-held | author, business-manager',
    'Thu 2038-02-04 10:00 | learning-shared | sub-group-chair, sub-group-member x6, wider-partner x4',
    'Thu 2038-02-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'practice-learning-review', closedOn: '2038-02-04' });
});

test('A Panel that wants more is answered, as often as it asks, and its clock runs again', () => {
  const story = told.plain('the Panel wants more, twice');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-08 10:00'),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Tue 2038-01-05 10:00 | panel-answered | la-exec, police-exec, health-exec, la-partner, police-partner, health-partner, business-manager',
    'Tue 2038-01-12 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2038-01-14 10:00 | panel-answered | la-exec, police-exec, health-exec, la-partner, police-partner, health-partner, business-manager',
    'Mon 2038-01-25 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Mon 2038-01-25 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-25 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-25' });
});

test('A Panel that takes the case up nationally is responded to like any other', () => {
  const story = told.plain('the Panel takes it up nationally');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-08 10:00'),
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-04' });
});

test('A Panel that disagrees puts the decision up again, and a local review may stop', () => {
  const story = told.plain('the Panel disagrees and the local review stops');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-22 10:00'),
    'Tue 2037-12-22 10:00 | review-decision-reopened | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2037-12-22 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer, national-panel',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-04' });
});

test('A Panel that disagrees puts the decision up again, and a practice learning review may take the place of a local one', () => {
  const story = told.plain('the Panel disagrees and a practice learning review takes its place');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-22 10:00'),
    'Tue 2037-12-22 10:00 | review-decision-reopened | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2037-12-22 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer, national-panel',
    'Tue 2037-12-22 10:00 | learning-event-to-support | la-partner, police-partner, health-partner, scrutineer',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-02-01 10:00 | learning-event-held | author, business-manager',
    'Thu 2038-02-04 10:00 | learning-shared | sub-group-chair, sub-group-member x6, wider-partner x4',
    'Thu 2038-02-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'practice-learning-review', closedOn: '2038-02-04' });
});

test('A Rapid Review that is not held by day 14 goes up its ladder, to the Exec partners as a breach on day 15', () => {
  const story = told.plain('missed: the Rapid Review');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-01 10:00'),
    'Fri 2037-12-04 09:00 | rapid-review-meeting coming | business-manager, spr-coordinator, administrator x2',
    'Mon 2037-12-07 09:00 | rapid-review-meeting coming | business-manager',
    'Tue 2037-12-08 09:00 | rapid-review-meeting coming | business-manager',
    'Wed 2037-12-09 09:00 | rapid-review-meeting coming | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Fri 2037-12-11 09:00 | rapid-review-meeting breach | la-exec, police-exec, health-exec',
    'Fri 2037-12-11 09:00 | rapid-review-meeting overdue | business-manager',
    'Tue 2037-12-15 09:00 | rapid-review-meeting overdue | business-manager',
    'Tue 2037-12-15 10:00 | determination-to-make | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2037-12-15 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer',
    'Thu 2037-12-17 09:00 | submission overdue | scrutineer, business-manager',
    'Fri 2037-12-18 10:00 | submitted-to-panel | la-exec, police-exec, health-exec, business-manager',
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-04' });
});

test('What is overdue is reminded of every second working morning, to the Scrutineer too from the third', () => {
  const story = told.plain('missed: the Front Door');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-11-24 09:00'),
    'Wed 2037-11-25 09:00 | naming:la coming + summary:la coming | la-partner',
    'Wed 2037-11-25 09:00 | naming:police coming + summary:police coming | police-partner',
    'Wed 2037-11-25 09:00 | naming:health coming + summary:health coming | health-partner',
    'Thu 2037-11-26 09:00 | front-door coming | service-director',
    'Thu 2037-11-26 09:00 | decision-meeting coming | business-manager',
    'Thu 2037-11-26 09:00 | information coming | spr-coordinator',
    'Fri 2037-11-27 09:00 | naming:la overdue + summary:la overdue | la-partner',
    'Fri 2037-11-27 09:00 | naming:la overdue + summary:la overdue + naming:police overdue + summary:police overdue + naming:health overdue + summary:health overdue | business-manager',
    'Fri 2037-11-27 09:00 | naming:police overdue + summary:police overdue | police-partner',
    'Fri 2037-11-27 09:00 | naming:health overdue + summary:health overdue | health-partner',
    'Mon 2037-11-30 09:00 | front-door overdue | service-director',
    'Mon 2037-11-30 09:00 | front-door overdue + decision-meeting overdue | business-manager',
    'Mon 2037-11-30 09:00 | information coming | spr-coordinator',
    'Tue 2037-12-01 09:00 | naming:la overdue + summary:la overdue | la-partner',
    'Tue 2037-12-01 09:00 | naming:la overdue + summary:la overdue + naming:police overdue + summary:police overdue + naming:health overdue + summary:health overdue | business-manager',
    'Tue 2037-12-01 09:00 | naming:police overdue + summary:police overdue | police-partner',
    'Tue 2037-12-01 09:00 | naming:health overdue + summary:health overdue | health-partner',
    'Wed 2037-12-02 09:00 | front-door overdue | service-director',
    'Wed 2037-12-02 09:00 | front-door overdue + decision-meeting overdue + information overdue | business-manager',
    'Wed 2037-12-02 09:00 | information overdue | spr-coordinator',
    'Thu 2037-12-03 09:00 | naming:la overdue + summary:la overdue | la-partner',
    'Thu 2037-12-03 09:00 | naming:la overdue + summary:la overdue + naming:police overdue + summary:police overdue + naming:health overdue + summary:health overdue | business-manager, scrutineer',
    'Thu 2037-12-03 09:00 | naming:police overdue + summary:police overdue | police-partner',
    'Thu 2037-12-03 09:00 | naming:health overdue + summary:health overdue | health-partner',
    'Fri 2037-12-04 09:00 | front-door overdue | service-director',
    'Fri 2037-12-04 09:00 | front-door overdue + decision-meeting overdue + information overdue | business-manager',
    'Fri 2037-12-04 09:00 | front-door overdue + decision-meeting overdue | scrutineer',
    'Fri 2037-12-04 09:00 | information overdue | spr-coordinator',
    'Mon 2037-12-07 09:00 | naming:la overdue + summary:la overdue | la-partner',
    'Mon 2037-12-07 09:00 | naming:la overdue + summary:la overdue + naming:police overdue + summary:police overdue + naming:health overdue + summary:health overdue | business-manager, scrutineer',
    'Mon 2037-12-07 09:00 | naming:police overdue + summary:police overdue | police-partner',
    'Mon 2037-12-07 09:00 | naming:health overdue + summary:health overdue | health-partner',
    'Tue 2037-12-08 09:00 | front-door overdue | service-director',
    'Tue 2037-12-08 09:00 | front-door overdue + decision-meeting overdue + information overdue | business-manager, scrutineer',
    'Tue 2037-12-08 09:00 | information overdue | spr-coordinator',
    'Wed 2037-12-09 09:00 | naming:la overdue + summary:la overdue | la-partner',
    'Wed 2037-12-09 09:00 | naming:la overdue + summary:la overdue + naming:police overdue + summary:police overdue + naming:health overdue + summary:health overdue | business-manager, scrutineer',
    'Wed 2037-12-09 09:00 | naming:police overdue + summary:police overdue | police-partner',
    'Wed 2037-12-09 09:00 | naming:health overdue + summary:health overdue | health-partner',
    'Thu 2037-12-10 09:00 | front-door overdue | service-director',
    'Thu 2037-12-10 09:00 | front-door overdue + decision-meeting overdue + information overdue | business-manager, scrutineer',
    'Thu 2037-12-10 09:00 | information overdue | spr-coordinator',
    'Fri 2037-12-11 10:00 | outcome-to-decide | la-partner',
    'Fri 2037-12-11 10:00 | not-to-proceed | sub-group-chair, sub-group-member x6, business-manager',
    'Fri 2037-12-11 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'did-not-proceed', closedOn: '2037-12-11' });
});

test('A disagreement of the partners goes to the Exec partners, and their answer back before the outcome', () => {
  const story = told.plain('disagreement escalated');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Wed 2037-11-25 09:00'),
    'Wed 2037-11-25 10:00 | disagreement-escalated | la-exec, police-exec, health-exec, scrutineer',
    'Wed 2037-11-25 10:00 | exec-answered | la-partner, police-partner, health-partner, business-manager',
    'Wed 2037-11-25 10:00 | notification-to-make | spr-coordinator, business-manager',
    'Thu 2037-11-26 09:00 | outcome coming + information coming | spr-coordinator',
    'Thu 2037-11-26 10:00 | ofsted-notified | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-11-26 10:00 | information-asked | agency-contact x2',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test('A case that was opened in error is withdrawn and closes', () => {
  const story = told.plain('withdrawn');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-01 10:00'),
    'Wed 2037-12-02 11:00 | case-withdrawn | business-manager, spr-coordinator, la-partner, police-partner, health-partner, scrutineer, service-director',
    'Wed 2037-12-02 11:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'withdrawn', closedOn: '2037-12-02' });
});

test('A closed case that did not proceed is reopened under its reference, on clocks that count from that day', () => {
  const story = told.plain('reopened after not proceeding');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Wed 2037-11-25 09:00'),
    'Wed 2037-11-25 10:00 | outcome-to-decide | la-partner',
    'Wed 2037-11-25 10:00 | not-to-proceed | sub-group-chair, sub-group-member x6, business-manager',
    'Thu 2037-11-26 09:00 | outcome coming | spr-coordinator',
    'Thu 2037-11-26 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
    'Mon 2038-01-18 11:00 | case-reopened | business-manager, spr-coordinator, la-partner, police-partner, health-partner, scrutineer, sub-group-chair, sub-group-member x6',
    'Tue 2038-01-19 09:00 | decision-meeting coming | business-manager',
    'Tue 2038-01-19 09:00 | naming:la coming | la-partner',
    'Tue 2038-01-19 09:00 | naming:police coming | police-partner',
    'Tue 2038-01-19 09:00 | naming:health coming | health-partner',
    'Wed 2038-01-20 09:00 | naming:la coming | la-partner',
    'Wed 2038-01-20 09:00 | naming:police coming | police-partner',
    'Wed 2038-01-20 09:00 | naming:health coming | health-partner',
    'Wed 2038-01-20 10:00 | outcome-to-decide | la-partner',
    'Wed 2038-01-20 10:00 | notification-to-make | spr-coordinator, business-manager',
    'Wed 2038-01-20 10:00 | proceeds-after-all | sub-group-chair, sub-group-member x6',
    'Thu 2038-01-21 09:00 | outcome coming + information coming | spr-coordinator',
    'Thu 2038-01-21 10:00 | ofsted-notified | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2038-01-21 10:00 | information-asked | agency-contact x2',
    'Fri 2038-01-22 09:00 | return:gp coming | agency-contact',
    'Fri 2038-01-22 09:00 | return:locala coming | agency-contact',
    'Mon 2038-01-25 09:00 | information coming | spr-coordinator',
    'Tue 2038-01-26 10:00 | rapid-review-arranged | la-partner, police-partner, health-partner, scrutineer, legal',
    'Thu 2038-01-28 10:00 | determination-to-make | la-partner, police-partner, health-partner, scrutineer',
    'Fri 2038-01-29 09:00 | submission coming | business-manager, spr-coordinator, administrator x2',
    'Fri 2038-01-29 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer',
    'Mon 2038-02-01 09:00 | submission coming | scrutineer',
    'Tue 2038-02-02 09:00 | submission coming | business-manager',
    'Tue 2038-02-02 10:00 | submitted-to-panel | la-exec, police-exec, health-exec, business-manager',
    'Tue 2038-02-16 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2038-02-18 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Fri 2038-02-19 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-02-19' });
});

test('A withdrawn case that is reopened goes on where it was', () => {
  const story = told.plain('reopened after it was withdrawn');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Tue 2037-12-01 10:00'),
    'Wed 2037-12-02 11:00 | case-withdrawn | business-manager, spr-coordinator, la-partner, police-partner, health-partner, scrutineer, service-director',
    'Wed 2037-12-02 11:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
    'Thu 2037-12-03 11:00 | case-reopened | business-manager, spr-coordinator, la-partner, police-partner, health-partner, scrutineer, sub-group-chair, service-director',
    'Thu 2037-12-03 11:00 | determination-to-make | la-partner, police-partner, health-partner, scrutineer',
    'Fri 2037-12-04 09:00 | submission coming | business-manager, spr-coordinator, administrator x2',
    'Fri 2037-12-04 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer',
    'Mon 2037-12-07 09:00 | submission coming | scrutineer',
    'Tue 2037-12-08 09:00 | submission coming | business-manager',
    'Tue 2037-12-08 10:00 | submitted-to-panel | la-exec, police-exec, health-exec, business-manager',
    'Tue 2037-12-22 10:00 | panel-replied | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-12-24 10:00 | dissemination-agreed | la-partner, police-partner, health-partner, sub-group-chair, business-manager',
    'Mon 2038-01-04 10:00 | case-closed | business-manager, spr-coordinator, sub-group-chair',
  ]);
  expect(endOf(story)).toEqual({ ending: 'no-review', closedOn: '2038-01-04' });
});

test('Whoever takes a part over is told, and receives its emails from then on', () => {
  const story = told.plain('people replaced');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Mon 2037-11-23 10:00'),
    'Mon 2037-11-23 11:00 | person-replaced | spr-coordinator',
    'Tue 2037-11-24 09:00 | front-door coming | service-director',
    'Tue 2037-11-24 09:00 | decision-meeting coming | business-manager',
    'Wed 2037-11-25 09:00 | naming:la coming | la-partner',
    'Wed 2037-11-25 09:00 | naming:police coming | police-partner',
    'Wed 2037-11-25 09:00 | naming:health coming | health-partner',
    'Wed 2037-11-25 10:00 | outcome-to-decide | la-partner',
    'Wed 2037-11-25 10:00 | notification-to-make | spr-coordinator, business-manager',
    'Thu 2037-11-26 09:00 | outcome coming + information coming | spr-coordinator',
    'Thu 2037-11-26 10:00 | ofsted-notified | la-partner, police-partner, health-partner, scrutineer, business-manager',
    'Thu 2037-11-26 10:00 | information-asked | agency-contact x2',
    'Fri 2037-11-27 09:00 | return:gp coming | agency-contact',
    'Fri 2037-11-27 09:00 | return:locala coming | agency-contact',
    'Mon 2037-11-30 09:00 | information coming | spr-coordinator',
    'Tue 2037-12-01 10:00 | rapid-review-arranged | la-partner, police-partner, health-partner, scrutineer, legal',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
  const since = story.told.sent.filter(({ notice }) => notice.as === 'spr-coordinator').map(({ notice }) => notice.to);
  expect(since[0]).toBe('P02');
  expect(new Set(since.slice(1))).toEqual(new Set(['P88']));
});

test('An extended deadline is reminded of by its new date, and the day 14 ladder stays where it is', () => {
  const story = told.plain('a deadline extended');
  expect(emailsOf(story.told.sent)).toEqual([
    ...straightUntil('Thu 2037-11-26 10:00'),
    'Fri 2037-11-27 09:00 | return:gp coming | agency-contact',
    'Fri 2037-11-27 09:00 | return:locala coming | agency-contact',
    'Fri 2037-11-27 11:00 | deadline-extended | spr-coordinator, business-manager',
    'Wed 2037-12-02 09:00 | return:gp coming | agency-contact',
    'Wed 2037-12-02 09:00 | return:locala coming | agency-contact',
    'Thu 2037-12-03 09:00 | information coming | spr-coordinator',
    'Fri 2037-12-04 09:00 | rapid-review-meeting coming | business-manager, spr-coordinator, administrator x2',
    'Fri 2037-12-04 09:00 | return:gp coming | agency-contact',
    'Fri 2037-12-04 09:00 | return:locala coming | agency-contact',
    'Mon 2037-12-07 09:00 | information coming | spr-coordinator',
    'Tue 2037-12-08 09:00 | return:gp overdue + return:locala overdue + rapid-review-meeting coming | business-manager',
    'Tue 2037-12-08 09:00 | return:gp overdue | agency-contact',
    'Tue 2037-12-08 09:00 | return:locala overdue | agency-contact',
    'Tue 2037-12-08 10:00 | rapid-review-arranged | la-partner, police-partner, health-partner, scrutineer, legal',
    'Tue 2037-12-08 10:00 | determination-to-make | la-partner, police-partner, health-partner, scrutineer',
    'Tue 2037-12-08 10:00 | determination-told | sub-group-chair, sub-group-member x6, wider-partner x4, business-manager, spr-coordinator, scrutineer',
    'Tue 2037-12-08 10:00 | submitted-to-panel | la-exec, police-exec, health-exec, business-manager',
  ]);
  expect(endOf(story)).toEqual({ ending: 'under-way', closedOn: undefined });
});

test.each(names)('Going on in a new run wherever the case waits changes neither events nor emails: %s', (name) => {
  expect(told.runs(name)).toBeGreaterThan(1);
  expect(cameTo(told.movedOn(name))).toEqual(cameTo(told.plain(name)));
});

test('The history of each of these cases can be replayed with the workflows that are shipped', async () => {
  const stories = names.map((name) => told.plain(name));
  const { replayed, broken } = await replayRunsOf(told.engine(), stories);
  expect(broken).toEqual([]);
  expect(replayed).toBeGreaterThanOrEqual(stories.length);
}, 300_000);
