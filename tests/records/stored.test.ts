import { catalogue } from '../../src/procedure/catalogue';
import { eventKinds } from '../../src/procedure/case/record';
import { milestonesOf } from '../../src/procedure/dates/milestones';
import type { Refusal } from '../../src/procedure/refusals';
import { Row } from '../../src/records/row';
import { readJson, readStored } from '../../src/records/stored';
import { eventVersion, storedEvents } from '../../src/records/stored-event';
import { storedMilestones } from '../../src/records/stored-milestones';
import { noticeVersion, storedNotices } from '../../src/records/stored-notice';
import { allNotices } from '../support/all-notices';
import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';
import { openFor } from '../support/open-decisions';
import { anEvent, aNotice, someMilestones } from './builders';

/* Events and notices are kept as JSON, and read by every release to come: each row is checked as it is read. */

const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const eventIn = (event: unknown, version = eventVersion) =>
  readStored(new Row({ event: kept(event), version }), 'event', storedEvents);
const noticeIn = (notice: unknown, version = noticeVersion) =>
  readStored(new Row({ notice: kept(notice), version }), 'notice', storedNotices);

describe('An event', () => {
  test.each(catalogue.map(({ name }) => name))('of the decision %s is read as it was written', (name) => {
    const { one, by, form } = openFor(name);
    // Some are asked for a reason, and some have a form of their own where they are sent by a page.
    const asked = [{ by }, { by, because: words('There was no other day') }];
    const answers = asked.flatMap((taken) => [one.attempt(name, form, taken), one.attempt(name, undefined, taken)]);
    const event = answers.flatMap((answer) => (answer.kind === 'taken' ? [answer.event] : []))[0];
    expect(event?.decision).toBe(name);
    expect(eventIn(event)).toEqual(kept(event));
  });

  test('of a decision that passes a limit is read with the limits and the reason', () => {
    const late = aCase()
      .at('rapid-review-meeting')
      .attempt('arrangeRapidReviewMeeting', { meetingOn: '2026-12-18' }, { because: words('Nobody could come') });
    if (late.kind !== 'taken') throw new Error(JSON.stringify(late));
    expect(late.event.passes?.limits.length).toBeGreaterThan(0);
    expect(eventIn(late.event)).toEqual(kept(late.event));
  });

  const refusals: readonly (Refusal | undefined)[] = [
    aCase().refusal('addNote', { note: 7 }),
    aCase().refusal('recordDetermination'),
    aCase().with('sendToFrontDoor').refusal('sendToFrontDoor'),
    aCase().at('rapid-review-meeting').refusal('arrangeRapidReviewMeeting', { meetingOn: '2026-12-18' }),
    aCase().past('outcome').refusal('recordOutcome', undefined, { on: '2026-11-23' }),
  ];
  test.each(refusals)('that was refused is read with all that the refusal says', (refusal) => {
    if (refusal === undefined) throw new Error('It was not refused.');
    const event = anEvent(3, { kind: 'decision-refused', refusal });
    expect(eventIn(event)).toEqual(kept(event));
  });

  test.each(eventKinds)('of the kind %s is read', (kind) => {
    expect(eventIn(anEvent(4, { kind })).kind).toBe(kind);
  });

  test('of a decision, a step and a role that a later release dropped is read', () => {
    const event = { ...anEvent(2), decision: 'recordSomethingElse', step: 'another-step', role: 'another-role' };
    expect(eventIn(event)).toEqual(event);
  });

  test('that a later release wrote is refused, and so is what no release wrote', () => {
    expect(() => eventIn(anEvent(1), 2)).toThrow(
      'The column "event" of the records is of version 2, and this release knows 1: a later release wrote it.',
    );
    expect(() => eventIn({ ...anEvent(1), at: 'yesterday', details: undefined, by: 7 })).toThrow(
      'The column "event" of the records holds what was never written: at, by, details.',
    );
    expect(() => eventIn('Sparrow Ashdown-Pike')).toThrow(/never written: the whole\.$/);
  });
});

describe('A notice', () => {
  test('is read as it was written, whichever its kind', () => {
    for (const notice of allNotices()) expect(noticeIn(notice)).toEqual(kept(notice));
  });

  test('that a later release wrote is refused, and so is what no release wrote', () => {
    expect(() => noticeIn(aNotice('1/opened'), 2)).toThrow(/version 2.*a later release wrote it/);
    expect(() => noticeIn({ ...aNotice('1/opened'), kind: 'gossip', lines: [{ due: '2026-13-01' }] })).toThrow(
      /"notice" of the records holds what was never written: kind, lines\.0\.\w+/,
    );
  });
});

describe('The milestones of a case', () => {
  const milestonesIn = (milestones: unknown) =>
    readJson(new Row({ milestones: kept(milestones) }), 'milestones', storedMilestones);

  test.each(catalogue.map(({ name }) => name))('before the decision %s are read as they were written', (name) => {
    const milestones = milestonesOf(openFor(name).one.file);
    expect(milestonesIn(milestones)).toEqual(kept(milestones));
  });

  test('are refused where no release wrote them, with the fields that are wrong', () => {
    const wrong = { ...someMilestones(), dayOne: '2026-02-31', limits: { outcome: { due: 7 } }, openActions: [{}] };
    expect(() => milestonesIn(wrong)).toThrow(
      /"milestones" of the records holds what was never written: dayOne, limits\.outcome\.due, openActions\.0\.id/,
    );
  });
});
