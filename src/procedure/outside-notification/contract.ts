import type { Instant } from '../time/time';
import type { ReceiptNumber } from './receipt-number';

/*
 * Names and shapes on which the workflow of a notification from outside and its clients agree. Temporal stores them, so
 * none of them is ever renamed, taken away or used for something else.
 */

/** The type of the workflow; the worker finds the workflow by it in `workflows/outside-notification.ts`. */
export const outsideWorkflowType = 'outsideNotification';

/** The Signal that something happened to the notification that its workflow is to look at now. */
export const outsideChanged = 'outsideChanged';

/** The id of the workflow of a notification. The beginning sets it apart from the cases, whose ids are references. */
export const outsideWorkflowId = (number: ReceiptNumber): string => `outside-${number}`;

/** The argument of the workflow. It carries the number alone: everything else is asked of the records. */
export interface OutsideCarried {
  readonly number: ReceiptNumber;
}

/** The workflow of a notification from outside. */
export type OutsideWorkflow = (carried: OutsideCarried) => Promise<void>;

/** The answer of the records about a notification: whether it is over, and when to look again if it is not. */
export type OutsideStanding = { readonly kind: 'over' } | { readonly kind: 'waiting'; readonly lookAgainAt: Instant };
