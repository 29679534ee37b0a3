import { Pool, types } from 'pg';
import type { CustomTypesConfig } from 'pg';
import { Row } from './row';
import { asRecordsError } from './unavailable';

/** A statement. A named statement is prepared once for each connection; name those that run often. */
interface Statement {
  readonly name?: string;
  readonly text: string;
}

/**
 * The part of PostgreSQL that a repository uses. If the database is away, calls reject with `RecordsUnavailable`. There
 * are no transactions of several statements: changes that belong together are one statement, and one round trip.
 */
export interface Db {
  /** Runs a statement as a transaction of its own. Values are always passed as parameters. */
  query(statement: string | Statement, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A bounded pool of connections to one database. */
export interface Connections extends Db {
  /** Numbers of open connections, of idle ones among them, and of callers that wait for one. */
  pool(): { readonly open: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** The address of the database, and limits on connections and waiting. */
export interface ConnectionSettings {
  readonly url: string;
  /** Greatest number of connections; 10 by default. */
  readonly size?: number;
  /** The time to wait for a connection, and for a statement, in milliseconds; 5,000 by default. */
  readonly patience?: number;
  /** Called with a sentence about each connection that broke while idle. */
  readonly log?: (sentence: string) => void;
}

/** Opens a pool. Connects only at the first query, so that query is the first to fail if the database is away. */
export function connect({ url, size = 10, patience = 5_000, log }: ConnectionSettings): Connections {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    // Longer than the server's own timeout, which gives a reason. This one is for a server that does not answer at all.
    query_timeout: patience + 1_000,
    keepAlive: true,
    application_name: 'serious-incident-reviews',
    types: readingDatesAsText,
  });
  // Without a listener a connection that breaks while idle would end the process; the pool replaces it by itself.
  pool.on('error', (error) => log?.(`A connection to the records broke while idle: ${error.message}`));
  let closing: Promise<void> | undefined;
  return {
    query: (statement, values = []) => run(pool, { statement, values }),
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => (closing ??= pool.end()), // a pool refuses to be ended twice
  };
}

/**
 * Reads a calendar date as text. The driver would make it a local-time `Date`, which is another day in other time
 * zones.
 */
const readingDatesAsText: CustomTypesConfig = {
  getTypeParser(type, format): unknown {
    if (type === types.builtins.DATE) return (value: string) => value;
    const parser: unknown = types.getTypeParser(type, format);
    return parser;
  },
};

interface Asked {
  readonly statement: string | Statement;
  readonly values: readonly unknown[];
}

async function run(pool: Pool, { statement, values }: Asked): Promise<readonly Row[]> {
  const asked = typeof statement === 'string' ? { text: statement } : statement;
  try {
    const answer = await pool.query<Record<string, unknown>>({ ...asked, values: [...values] });
    return answer.rows.map((columns) => new Row(columns));
  } catch (error) {
    throw asRecordsError(error);
  }
}
