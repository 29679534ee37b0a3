import { Client } from 'pg';
import type { CaseReference } from '../procedure/time/time';
import { isReference } from './case-reference';
import type { Db } from './db';

/** The channel that announces each recording of a case's file: the reference, a space, the number of the last entry. */
const RECORDED = 'case_recorded';

const TELL = { name: 'tell', text: `SELECT pg_notify('${RECORDED}', told) FROM unnest($1::text[]) AS told` } as const;

const TOLD_AFTER_MS = 50;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const ASKED_EVERY_MS = 20_000;
const PATIENCE_MS = 5_000;

/** Called with each case whose file has just been recorded, by any process. */
export type OnRecorded = (reference: CaseReference, seq: number) => void;

/**
 * Notifies listeners a moment after the recording, not in its transaction. PostgreSQL commits transactions that notify
 * one at a time, which halved the throughput of concurrent recordings when measured here. Recordings within that moment
 * are announced together. An announcement that fails is dropped: no caller depends on it.
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

/** The address of the records, and the callbacks of a listener. */
export interface LiveSettings {
  readonly url: string;
  readonly onRecorded: OnRecorded;
  /** Called when the connection is back after a break. Recordings in between were missed. */
  readonly onMissed?: (() => void) | undefined;
  readonly log?: ((sentence: string) => void) | undefined;
}

/**
 * Listens to the recordings of every process on a connection of its own, and reconnects whenever that breaks. Resolves
 * with a stop function after the first attempt, even if it failed, so that no caller waits for a database that is away.
 */
export async function listenToRecordings(settings: LiveSettings): Promise<() => Promise<void>> {
  const ear = new Ear(settings);
  await ear.listen();
  return () => ear.stop();
}

/** Keeps a connection that listens, and replaces it when it breaks. */
class Ear {
  #client: Client | undefined;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #hasListened = false;

  constructor(private readonly settings: LiveSettings) {}

  /** Tries to connect once, and schedules the next attempt if that fails. */
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

  /** Queries the connection at intervals. A connection may be dead without an error, above all behind a firewall. */
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
