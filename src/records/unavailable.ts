import { isNativeError } from 'node:util/types';

/**
 * Thrown when the database cannot answer just now. Nothing is half done: each statement took effect or did not. Every
 * writer is idempotent, so the same call may be made again.
 */
export class RecordsUnavailable extends Error {
  override readonly name = 'RecordsUnavailable';

  /** `why` is the reason in words, as the end of a sentence without its full stop. */
  constructor(
    readonly why: string,
    cause: unknown,
  ) {
    super(`The records cannot be reached: ${why}.`, { cause });
  }
}

/** Reasons for Node's network errors, in words. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at the address of the database',
  ECONNRESET: 'the connection to the database broke',
  ECONNABORTED: 'the connection to the database broke',
  EPIPE: 'the connection to the database broke',
  ETIMEDOUT: 'the database did not answer in time',
  EHOSTUNREACH: "the database's machine is not reachable",
  ENETUNREACH: "the database's machine is not reachable",
  ENOTFOUND: "the database's name is not known",
  EAI_AGAIN: "the database's name cannot be looked up just now",
  ENOENT: 'the socket of the database is not there',
};

/** Reasons for PostgreSQL's errors, by SQLSTATE or its first two letters (appendix A of its manual). */
const POSTGRES: Readonly<Record<string, string>> = {
  '08': 'the connection to the database broke',
  '28': 'the database refuses the user name or password it was given',
  '3D': 'the database server has no database of that name',
  '53': 'the database server is out of connections, memory or disk',
  '53100': 'the disk of the database is full',
  '57': 'the database is stopping, starting, or gave up on a slow statement',
  '58': 'the database server has trouble with its disk',
  '25006': 'the database takes no writing just now',
  '25P03': 'the database gave up on a slow transaction',
  '40001': 'the database was too busy with the same rows',
  '40P01': 'the database was too busy with the same rows',
  '55P03': 'the database was too busy with the same rows',
};

/** Reasons for the driver's own errors, which have no codes, by the beginning of the message. */
const DRIVER: readonly (readonly [beginning: string, why: string])[] = [
  ['Connection terminated', 'the connection to the database broke'],
  ['timeout expired', 'the database did not answer in time'],
  ['timeout exceeded when trying to connect', 'every connection to the database is in use'],
  ['Query read timeout', 'the database did not answer in time'],
  ['Client has encountered a connection error', 'the connection to the database broke'],
  ['Client was closed', 'the connection to the database broke'],
  ['Cannot use a pool after calling end', 'they are closed'],
];

/** Says in a sentence why the records did not do what was asked; undefined if they did. Rethrows any other error. */
export async function whyNot(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (error instanceof RecordsUnavailable) return error.message;
    throw error;
  }
}

/** Turns an error into `RecordsUnavailable` if the database is away; otherwise returns the error itself. */
export function asRecordsError(error: unknown): unknown {
  const why = whyUnavailable(error);
  return why === undefined ? error : new RecordsUnavailable(why, error);
}

function whyUnavailable(error: unknown): string | undefined {
  // Avoids `instanceof`: in a VM context, as in Jest, Node's own errors come from another realm.
  if (!isNativeError(error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const ofCode = NETWORK[code] ?? POSTGRES[code] ?? (code.length === 5 ? POSTGRES[code.slice(0, 2)] : undefined);
  return ofCode ?? DRIVER.find(([beginning]) => error.message.startsWith(beginning))?.[1];
}
