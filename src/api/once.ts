import type { Lease } from '../records/idempotency';
import type { ApiDependencies } from './dependencies';
import { Problem, problemOf } from './problems';
import type { Reply } from './route';

/** A request under its key. */
export interface Keyed {
  /** Id of the person to whom the key belongs. */
  readonly scope: string;
  readonly key: string;
  readonly print: string;
  readonly leaseMs: number;
}

const replayed = { 'Idempotent-Replayed': 'true' };

const answeredBefore = (): Problem =>
  new Problem(
    'answered-before',
    'This request was carried out under this Idempotency-Key more than two days ago, and its answer is kept no longer. Read how things stand now; send a new key for something new.',
  );

/** Answers a request the first time, and answers it again once the stored answer has been deleted. */
export interface Answering {
  answer(): Promise<Reply>;
  /** Changes nothing. Resolves with undefined if no case knows the key. */
  again(): Promise<Reply | undefined>;
}

/**
 * Answers a request once for its key. What succeeded is answered again word for word, and after two days from the case;
 * what was refused changed nothing, and may be asked again under the same key, with the same body.
 */
export async function once(
  { records, log }: Pick<ApiDependencies, 'records' | 'log'>,
  { scope, key, print, leaseMs }: Keyed,
  { answer, again }: Answering,
): Promise<Reply> {
  const begun = await records.idempotency.begin({ scope, key, bodyHash: print, leaseMs });
  switch (begun.kind) {
    case 'in-progress':
      throw new Problem(
        'in-progress',
        'A request with this Idempotency-Key is being answered. Wait a moment and send it again.',
        {
          headers: { 'Retry-After': '2' },
        },
      );
    case 'another-body':
      throw new Problem(
        'key-used-for-another',
        'This Idempotency-Key came with another request before. Send a new key for something new, or the first request as it was.',
      );
    case 'done':
      return {
        status: begun.status,
        body: begun.body,
        headers: { ...locationOf(begun), ...replayed },
      };
    case 'forgotten': {
      const reply = await again();
      if (reply === undefined) throw answeredBefore();
      return { ...reply, headers: { ...locationOf(reply), ...reply.headers, ...replayed } };
    }
    case 'fresh':
      break;
  }
  const giveBack = (give: (lease: Lease) => Promise<void>) =>
    give(begun.lease).catch((error: unknown) =>
      log?.warn({ error: String(error) }, 'An idempotency key waits for its lease to run out.'),
    );
  try {
    const reply = await answer();
    if (reply.forNow === true) await giveBack(records.idempotency.release);
    else await records.idempotency.finish(begun.lease, reply);
    return { ...reply, headers: { ...locationOf(reply), ...reply.headers } };
  } catch (error) {
    const untouched = problemOf(error).more.nothingBegun === true;
    await giveBack(untouched ? records.idempotency.forget : records.idempotency.release);
    throw error;
  }
}

/** Returns the `Location` header of a case that was made. */
function locationOf({ status, body }: Pick<Reply, 'status' | 'body'>): Record<string, string> {
  const made = (status === 201 || status === 202) && typeof body === 'object' && body !== null && 'reference' in body;
  return made ? { Location: `/api/cases/${String(body.reference)}` } : {};
}
