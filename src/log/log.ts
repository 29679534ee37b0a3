import { ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import type { Log } from '../casework/office';
import { standardOutput, type LogDestination } from './destination';
import type { LogLevel } from '../config/settings';
import type { Warning } from '../temporal/case-worker';

/** The program's log, a line of JSON each. It is never given what people wrote, nor whom an email is for. */
export const createLog = (level: LogLevel, into: Pick<LogDestination, 'write'> = standardOutput): Log =>
  pino({ level, base: null }, into);

/**
 * Returns the parts of an error that are logged. Of an error that an activity foresaw, only the kind is logged: the
 * message may quote a mail server's answer, and so an address. The full answer is on the record, for those who may see
 * it.
 */
export function errorInLog(error: unknown): object {
  if (error instanceof ApplicationFailure) return { kind: error.type ?? error.name };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (isOfAway(error)) return { kind: name, message };
  return { kind: name, message, stack };
}

/** Names of the errors of a part that is unavailable, and phrases in their messages. Their stack helps nobody. */
const awayNames = ['CasesUnavailable', 'RecordsUnavailable', 'ServiceError', 'TransportError'];
const awaySaid =
  /\bUNAVAILABLE\b|transport error|connection refused|ECONNREFUSED|ECONNRESET|connection dropped|channel closed/i;

/** Says whether an error means that Temporal or the records are unavailable, and not that the program is wrong. */
const isOfAway = (error: unknown): boolean =>
  error instanceof Error && (awayNames.includes(error.name) || awaySaid.test(error.message));

/** An error for whoever looks at the terminal: one line where a part is away, else with where it came from. */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isOfAway(error) ? (error.message.split('\n')[0] ?? error.message) : (error.stack ?? error.message);
}

/** Milliseconds in which the SDK's same warning of a part that is away is logged once. */
const onceInMs = 60_000;

/** Puts what Temporal's SDK warns of into the log, with the case's reference; what it says of a server that is away, once a minute. */
export function logWarningsOf(log: Log): (warning: Warning) => void {
  const last = new Map<string, { readonly at: number; left: number }>();
  return ({ isError, message, reference, activity, attempt, error }) => {
    const about = { reference, activity, attempt, ...(error === undefined ? {} : { error: errorInLog(error) }) };
    if (!isOfAway(error)) return log[isError ? 'error' : 'warn'](about, `Temporal: ${message}`);
    // Every poller and case says the same of a server that is away.
    const before = last.get(message);
    if (before !== undefined && performance.now() - before.at < onceInMs) {
      before.left += 1;
      return;
    }
    last.set(message, { at: performance.now(), left: 0 });
    const more = before === undefined || before.left === 0 ? {} : { alsoSaid: before.left };
    log[isError ? 'error' : 'warn']({ ...about, ...more }, `Temporal: ${message}`);
  };
}
