import { temporal } from '@temporalio/proto';
import { instant, toMillis } from '../../src/procedure/time/dates';
import { jumpsIn, pastJumps } from './jumps';

const { EventType } = temporal.api.enums.v1;
const time = (moment: string) => ({ seconds: toMillis(instant(moment)) / 1_000, nanos: 0 }) as never;
const started = {
  eventId: 5 as never,
  eventType: EventType.EVENT_TYPE_TIMER_STARTED,
  eventTime: time('2026-11-30T09:00:00.000Z'),
  timerStartedEventAttributes: { startToFireTimeout: { seconds: 48 * 3_600, nanos: 0 } as never },
};
const fired = (moment: string) => ({
  eventType: EventType.EVENT_TYPE_TIMER_FIRED,
  eventTime: time(moment),
  timerFiredEventAttributes: { startedEventId: 5 as never },
});

test('a timer that is fired when it is due is no jump of the clock', () => {
  expect(jumpsIn([started, fired('2026-12-02T09:00:02.000Z')])).toEqual([]);
});

test('a timer that the clock ran past is one, and what was due then is due after it', () => {
  const jumps = jumpsIn([started, fired('2026-12-03T17:00:00.000Z')]);
  expect(jumps).toEqual([{ from: '2026-12-02T09:00:00.000Z', to: '2026-12-03T17:00:00.000Z' }]);
  expect(pastJumps(jumps, instant('2026-12-02T09:00:00.000Z'))).toBe('2026-12-03T17:00:00.000Z');
  expect(pastJumps(jumps, instant('2026-12-04T09:00:00.000Z'))).toBe('2026-12-04T09:00:00.000Z');
});

describe('Work that the case is given', () => {
  const {
    EVENT_TYPE_WORKFLOW_TASK_SCHEDULED: scheduled,
    EVENT_TYPE_WORKFLOW_TASK_STARTED: begun,
    EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT: timedOut,
    EVENT_TYPE_WORKFLOW_TASK_COMPLETED: completed,
  } = EventType;
  const task = (eventType: temporal.api.enums.v1.EventType, moment: string) => ({ eventType, eventTime: time(moment) });

  test('and that is done at once is no jump', () => {
    expect(
      jumpsIn([
        task(scheduled, '2026-12-02T09:00:00.000Z'),
        task(begun, '2026-12-02T09:00:01.000Z'),
        task(completed, '2026-12-02T09:00:02.000Z'),
      ]),
    ).toEqual([]);
  });

  test('and that the clock did not wait for is one', () => {
    expect(
      jumpsIn([
        task(scheduled, '2026-12-02T09:00:00.000Z'),
        task(begun, '2026-12-02T17:00:00.000Z'),
        task(completed, '2026-12-02T17:00:00.000Z'),
      ]),
    ).toEqual([{ from: '2026-12-02T09:00:00.000Z', to: '2026-12-02T17:00:00.000Z' }]);
  });

  test('and that a worker began and left undone is one, if another worker did the work after the clock had gone on', () => {
    expect(
      jumpsIn([
        task(scheduled, '2026-12-02T09:00:00.000Z'),
        task(begun, '2026-12-02T09:00:00.000Z'),
        task(timedOut, '2026-12-02T17:00:10.000Z'),
        task(scheduled, '2026-12-02T17:00:10.000Z'),
        task(begun, '2026-12-02T17:00:11.000Z'),
        task(completed, '2026-12-02T17:00:11.000Z'),
      ]),
    ).toEqual([{ from: '2026-12-02T09:00:00.000Z', to: '2026-12-02T17:00:11.000Z' }]);
  });
});
