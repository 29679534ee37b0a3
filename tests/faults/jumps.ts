import { temporal } from '@temporalio/proto';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';

/** A case's clock went from one moment to the other while Temporal owed the case something. */
export interface Jump {
  readonly from: Instant;
  readonly to: Instant;
}

type HistoryEvent = Pick<
  temporal.api.history.v1.IHistoryEvent,
  | 'eventId'
  | 'eventType'
  | 'eventTime'
  | 'timerStartedEventAttributes'
  | 'timerFiredEventAttributes'
  | 'timerCanceledEventAttributes'
>;

const { EventType } = temporal.api.enums.v1;
/** Later than this is a jump, and not a machine that has much to do. */
const promptlyMs = 60_000;

const millisOf = (time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1_000_000);

/**
 * Where Temporal let the clock of a practice case run past what was due. A server that is killed right after it moved a
 * clock to a timer does not fire the timer once it is back, and moves the clock past it when it is asked to again. A
 * worker that is stopped with a task in hand leaves it undone, and the clock goes on before another worker does it. For
 * the case that is as if nothing at all had run for so long: what it was to do then waits for the next morning.
 */
export function jumpsIn(history: readonly HistoryEvent[]): readonly Jump[] {
  const due = new Map<number, number>();
  const jumps: Jump[] = [];
  const ended = (from: number | undefined, at: number): void => {
    if (from !== undefined && at - from > promptlyMs) jumps.push({ from: fromMillis(from), to: fromMillis(at) });
  };
  /** The moments at which the task that is not completed yet was first scheduled, and last begun. */
  let owed: number | undefined;
  let begun: number | undefined;
  for (const event of history) {
    const at = millisOf(event.eventTime);
    switch (event.eventType) {
      case EventType.EVENT_TYPE_TIMER_STARTED:
        due.set(Number(event.eventId), at + millisOf(event.timerStartedEventAttributes?.startToFireTimeout));
        break;
      case EventType.EVENT_TYPE_TIMER_FIRED:
        ended(due.get(Number(event.timerFiredEventAttributes?.startedEventId)), at);
        break;
      case EventType.EVENT_TYPE_TIMER_CANCELED:
        ended(due.get(Number(event.timerCanceledEventAttributes?.startedEventId)), at);
        break;
      case EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED:
        owed ??= at;
        break;
      case EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED:
        begun = at;
        break;
      case EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED:
        ended(owed, begun ?? at);
        owed = undefined;
        begun = undefined;
        break;
      default:
        break;
    }
  }
  return jumps;
}

/** The moment at which a case can do what is due, where its clock jumps over that. */
export const pastJumps = (jumps: readonly Jump[], at: Instant): Instant =>
  jumps.reduce(
    (moment, { from, to }) => (toMillis(from) - promptlyMs <= toMillis(moment) && moment < to ? to : moment),
    at,
  );
