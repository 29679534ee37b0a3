import { IllegalStateError, TemporalFailure, ValueError } from '@temporalio/common';
import { ContinueAsNew, LocalActivityDoBackoff, WorkflowError } from '@temporalio/workflow';
import { nameOfFault, sayThrown, type AskedOfRules, type RuleFault } from '../src/procedure/case/rule-faults';

/* A rule that throws never fails a workflow task: the case goes on, and its record says what could not be worked out. */

const temporals = [
  TemporalFailure,
  WorkflowError,
  ContinueAsNew,
  LocalActivityDoBackoff,
  IllegalStateError,
  ValueError,
];

/** True if an error is Temporal's own: a cancellation, a failure, nondeterminism. Those are never caught here. */
const isTemporals = (error: unknown): boolean => temporals.some((one) => error instanceof one);

/** Asks a rule. What the rule throws goes to `failed`, in one line; Temporal's own errors are thrown on. */
export function askRule<T>(rule: () => T, failed: (problem: string) => T): T {
  try {
    return rule();
  } catch (error) {
    if (isTemporals(error)) throw error;
    return failed(sayThrown(error));
  }
}

/** Asks the rules of one run of a case, and keeps their faults until they are on its record. */
export interface Guard {
  /** Asks a rule; where the rule throws, the answer is `otherwise`, and the fault is kept to be recorded. */
  ask<T>(asked: AskedOfRules, rule: () => T, otherwise: T): T;
  /** Keeps what was thrown. Throws Temporal's own errors on. */
  keep(asked: AskedOfRules, error: unknown): void;
  /** A fault that is to be recorded; nothing while there is none. */
  readonly next: RuleFault | undefined;
  /** Takes the next fault off, to record it. */
  take(): RuleFault | undefined;
}

/** The guard of a run; `known` names the faults that are on the record already. */
export function guardOf(known: readonly string[]): Guard {
  const seen = new Set(known);
  const waiting: RuleFault[] = [];
  const note = (asked: AskedOfRules, problem: string): void => {
    const fault = { asked, problem };
    if (seen.has(nameOfFault(fault))) return;
    seen.add(nameOfFault(fault));
    waiting.push(fault);
  };
  return {
    ask: (asked, rule, otherwise) =>
      askRule(rule, (problem) => {
        note(asked, problem);
        return otherwise;
      }),
    keep(asked, error) {
      if (isTemporals(error)) throw error;
      note(asked, sayThrown(error));
    },
    get next() {
      return waiting[0];
    },
    take: () => waiting.shift(),
  };
}
