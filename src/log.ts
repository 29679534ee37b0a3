import { ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import type { Log } from './casework/office';
import { standardOutput, type LogDestination } from './log-destination';
import type { LogLevel } from './config-settings';
import type { Warning } from './temporal/case-worker';

/** The program's log, a line of JSON each. It is never given what people wrote, nor whom an email is for. */
export const createLog = (level: LogLevel, into: Pick<LogDestination, 'write'> = standardOutput): Log =>
  pino({ level, base: null }, into);

/**
 * What is logged of an error. Of one that an activity foresaw its kind alone: a mail server's answer, which is in the
 * message, may hold an address. It is on the record, where whoever may see it finds it.
 */
export function errorInLog(error: unknown): object {
  if (error instanceof ApplicationFailure) return { kind: error.type ?? error.name };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: name, message, stack };
}

/** Puts what Temporal's SDK warns of into the log, with the case's reference. */
export const logWarningsOf =
  (log: Log) =>
  ({ isError, message, reference, activity, attempt, error }: Warning): void => {
    const about = { reference, activity, attempt, ...(error === undefined ? {} : { error: errorInLog(error) }) };
    log[isError ? 'error' : 'warn'](about, `Temporal: ${message}`);
  };
