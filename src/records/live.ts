import { Client } from 'pg';
import type { CaseReference } from '../procedure/time/time';
import { isReference } from './case-reference';
import type { Db } from './db';

/** The channel on which it is said that a case's file was recorded: the reference, a space, the file's number. */
const RECORDED = 'case_recorded';

const TELL = { name: 'tell', text: `SELECT pg_notify('${RECORDED}', told) FROM unnest($1::text[]) AS told` } as const;

const TOLD_AFTER_MS = 50;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const ASKED_EVERY_MS = 20_000;
const PATIENCE_MS = 5_000;

/** Told of a case whose file has just been recorded, by whichever process. */
export type OnRecorded = (reference: CaseReference, seq: number) => void;

/**
 * Tells who listens, a moment after the recording and not with it: PostgreSQL lets the transactions that notify commit
 * only one at a time, which measured here halved what many recordings at once get done. What is recorded within that
 * moment is told together. What cannot be told is not: listening is a convenience.
 */
export function tellRecordings(db: Db): OnRecorded {
  const waiting = new Map<CaseReference, number>();
  const tell = async (): Promise<void> => {
    const payloads = [...waiting].map(([reference, seq]) => `${reference} ${seq}`);
    waiting.clear();
    await db.query(TELL, [payloads]).catch(() => undefined);
  };
  return (reference, seq) => {
    if (waiting.size === 0) setTimeout(() => void tell(), TOLD_AFTER_MS).unref();
    waiting.set(reference, Math.max(seq, waiting.get(reference) ?? 0));
  };
}

/** What listening needs beside the listener. */
export interface LiveSettings {
  readonly url: string;
  readonly onRecorded: OnRecorded;
  /** Told when the connection is there again after it broke: what was recorded meanwhile was not heard. */
  readonly onMissed?: (() => void) | undefined;
  readonly log?: ((sentence: string) => void) | undefined;
}

/**
 * Listens to the recordings of every process on one connection of its own, which is made again whenever it breaks.
 * Resolves, once listening has been tried for the first time, with what stops it: listening is a convenience, and
 * nobody waits for a database that is away.
 */
export async function listenToRecordings(settings: LiveSettings): Promise<() => Promise<void>> {
  const ear = new Ear(settings);
  await ear.listen();
  return () => ear.stop();
}

/** One connection after another, each until it breaks. */
class Ear {
  #client: Client | undefined;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #hasListened = false;

  constructor(private readonly settings: LiveSettings) {}

  /** Tries once, and arranges for the next attempt if that fails. */
  async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      application_name: 'serious-incident-reviews live',
    });
    this.#client = client;
    client.on('error', (error) => this.#broken(client, error));
    client.on('end', () => this.#broken(client));
    client.on('notification', ({ payload }) => this.#heard(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${RECORDED}`);
      if (this.#client !== client) return;
      this.#pauseMs = FIRST_PAUSE_MS;
      this.#later(ASKED_EVERY_MS, () => this.#ask(client));
      if (this.#hasListened) this.settings.onMissed?.();
      this.#hasListened = true;
    } catch (error) {
      this.#broken(client, error);
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#stopped = true;
    this.#client = undefined;
    clearTimeout(this.#timer);
    await client?.end().catch(() => undefined);
  }

  /** A connection may be dead without a word, behind a firewall above all; so it is asked now and then. */
  async #ask(client: Client): Promise<void> {
    try {
      await client.query('SELECT 1');
      if (this.#client === client) this.#later(ASKED_EVERY_MS, () => this.#ask(client));
    } catch (error) {
      this.#broken(client, error);
    }
  }

  #broken(client: Client, error?: unknown): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = undefined;
    const why = error instanceof Error ? `: ${error.message}` : '';
    this.settings.log?.(`The connection that listens to the records broke${why}. It is made again.`);
    client.end().catch(() => undefined);
    this.#later(this.#pauseMs, () => this.listen());
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  #later(ms: number, act: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void act(), ms).unref();
  }

  #heard(payload: string | undefined): void {
    const [reference = '', seq = ''] = payload?.split(' ') ?? [];
    if (!this.#stopped && isReference(reference)) this.settings.onRecorded(reference, Number(seq));
  }
}
