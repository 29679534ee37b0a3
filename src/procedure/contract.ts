import type { CaseFile } from './case/case-file';
import type { Recording } from './case/record';
import type { Ending } from './describe';
import type { IsoDate, PersonId } from './time/time';

/*
 * Names and shapes on which the workflow of a case and its clients agree. Temporal stores them with every case, and a
 * case lives longer than a release: none of them is ever renamed, taken away or used for something else. Each decision
 * adds an Update and a Signal of its own name.
 */

/** The type of a case's workflow; the worker finds the workflow by it in `workflows/incident.ts`. */
export const workflowType = 'incident';

/** The task queue of every case. */
export const taskQueue = 'incidents';

/** The type of the failure by which an Update says that a decision was refused; its one detail is the refusal. */
export const refusedType = 'DecisionRefused';

/** Names of the Signals that are no decisions. */
export const signals = {
  /** The partnership's holidays, closures, meetings or people have changed; every open case takes them up. */
  calendarChanged: 'calendarChanged',
  /** Asks the case to go on in a new run at the next quiet moment, from its file and on the code that runs then. */
  takeUpCurrentCode: 'takeUpCurrentCode',
  /** Asks the case to look in the records for emails that wait and that it does not know of, and to send them. */
  sendWaiting: 'sendWaiting',
} as const;

/** Names of the Queries. */
export const queries = {
  /** The number of the last entry of the record, as this run knows it: a run behind its record has lost something. */
  lastEntry: 'lastEntry',
  /** The keys of the notices that this run has still to send. */
  unsent: 'unsent',
} as const;

/** The search attributes of a case and their types; the server has to know them before a case starts. */
export const searchAttributes = {
  CaseStage: 'Keyword',
  CaseStep: 'KeywordList',
  NextDeadline: 'Datetime',
  Overdue: 'Bool',
  ReviewType: 'Keyword',
  Practice: 'Bool',
  Partnership: 'Keyword',
} as const;

/** The events and notices that go on the record when a case opens. */
export type Opening = Pick<Recording, 'events' | 'notices'>;

/** The result of a case's workflow: the ending of the case, and the London day on which it closed. */
export interface Closing {
  readonly ending: Ending;
  readonly closedOn: IsoDate;
}

/** The workflow of a case: what it is begun with, and what it ends with. */
export type IncidentWorkflow = (carried: CaseFile, opening?: Opening) => Promise<Closing>;

/** A decision as Temporal carries it. Without a key the Update's own id is the key. */
export interface DecisionArguments {
  readonly by: PersonId;
  readonly on?: string;
  readonly key?: string;
  readonly form: unknown;
  /** The last entry of the record that its maker had seen. */
  readonly madeFrom?: number;
  /** The reason for deciding although it passes a limit. */
  readonly reasonForPassing?: unknown;
  /** On whose behalf the Business Unit records it: their role, the person, and where it was decided. */
  readonly onBehalf?: unknown;
}

/** The answer to a decision that was taken. `recorded: false`: it is still being written to the records. */
export interface Receipt {
  readonly seq: number;
  readonly recorded: boolean;
  readonly repeated: boolean;
}
