import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** In place of a key: another one for every try. */
export const ofItsOwn = Symbol('a key of its own');

/** What came of a request in the end. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** How often it was sent. */
  readonly tries: number;
}

/** A request as a careful client sends it. */
interface Request {
  readonly by: string;
  /** The same for every try; or one of its own for each, for what may happen again. */
  readonly key: string | typeof ofItsOwn;
  readonly body: unknown;
  /** For how long one try is waited for, and for how long it is sent again. */
  readonly withinMs?: number;
  readonly patienceMs?: number;
}

/** Nothing answered in all the time that there was. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** Somebody who sends everything again under its key until it is answered, as the documentation asks. */
export interface CarefulCaller {
  get(route: string): Promise<Answered>;
  post(route: string, request: Request): Promise<Answered>;
}

/**
 * Not an answer yet: a part is away, too slow, another try of the same is being answered, the case is to be restarted, or
 * it is decided and not on the record. Until that is so nobody has been promised anything.
 */
const isForNow = ({ status, body }: Omit<Answered, 'tries'>): boolean =>
  status === 202 || status === 429 || status >= 500 || ['in-progress', 'not-running'].includes(String(body['code']));

/** Sends everything again for `patienceMs` at most; `every` is told each answer that was none yet. */
export function carefulCaller({
  url,
  token,
  patienceMs: longest,
  every = () => undefined,
}: {
  readonly url: string;
  readonly token: string;
  readonly patienceMs: number;
  readonly every?: (why: string) => void;
}): CarefulCaller {
  async function tried(route: string, init: RequestInit, withinMs: number): Promise<Omit<Answered, 'tries'> | string> {
    try {
      const response = await fetch(`${url}${route}`, { ...init, signal: AbortSignal.timeout(withinMs) });
      // A proxy that reached nobody answers in words of its own, or none.
      const body: unknown = await response.json().catch(() => undefined);
      if (typeof body !== 'object' || body === null) return `status ${response.status} without an object`;
      const answer = { status: response.status, body: body as Answered['body'] };
      return isForNow(answer)
        ? `status ${response.status} ${JSON.stringify(answer.body['code'] ?? 'being recorded')}`
        : answer;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return cause instanceof Error ? ('code' in cause ? String(cause.code) : '') || cause.name : String(cause);
    }
  }

  async function asked(
    route: string,
    make: () => RequestInit,
    { withinMs = 30_000, patienceMs = longest }: Pick<Request, 'withinMs' | 'patienceMs'> = {},
  ): Promise<Answered> {
    const until = Date.now() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      const answer = await tried(route, make(), withinMs);
      if (typeof answer !== 'string') return { ...answer, tries };
      every(answer);
      if (Date.now() > until) throw new Unanswered(`${route}: ${tries} tries, the last: ${answer}`);
      await pause(Math.min(250 * tries, 2_000));
    }
  }

  const authorization = `Bearer ${token}`;
  return {
    get: (route) => asked(route, () => ({ headers: { authorization } })),
    post: (route, { by, key, body, ...limits }) =>
      asked(
        route,
        () => ({
          method: 'POST',
          headers: {
            ...{ authorization, 'content-type': 'application/json', 'x-acting-as': by },
            'idempotency-key': key === ofItsOwn ? randomUUID() : key,
          },
          body: JSON.stringify(body),
        }),
        limits,
      ),
  };
}
