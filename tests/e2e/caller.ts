import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Caller {
  get(route: string): Promise<Answer>;
  post(route: string, body: unknown, more: { readonly by: string; readonly key?: string }): Promise<Answer>;
}

/** What the API answers while it cannot say what became of a request: it is asked again under the same key. */
const unsettled = ['too-slow', 'away', 'busy', 'engine-error', 'no-worker', 'no-answer', 'in-progress'];
const mostTries = 60;

/** Connections that `fetch` may have kept open to one address. */
const mostConnections = 10;

const isClosedConnection = (error: unknown): boolean =>
  error instanceof TypeError && error.cause instanceof Error && /other side closed/.test(error.cause.message);

/** Somebody who uses the API over HTTP and nothing else, and asks again where it says so. */
export function callerOf({ url, token }: { readonly url: string; readonly token: string }): Caller {
  const ask = async (
    route: string,
    { headers, ...init }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer> => {
    const sent = { ...init, headers: { authorization: `Bearer ${token}`, ...headers } };
    // Connections of the process that ran before have ended, each of them: the request is sent again, at last on a new one.
    const send = (left: number): Promise<Response> =>
      fetch(`${url}${route}`, sent).catch((error: unknown) => {
        if (left === 0 || !isClosedConnection(error)) throw error;
        return send(left - 1);
      });
    const response = await send(mostConnections);
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null) throw new Error(`${route} answered no object.`);
    return { status: response.status, body: body as Answer['body'] };
  };
  return {
    get: (route) => ask(route, {}),
    async post(route, body, { by, key = randomUUID() }) {
      for (let tries = 1; ; tries += 1) {
        const answer = await ask(route, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-acting-as': by, 'idempotency-key': key },
          body: JSON.stringify(body),
        });
        if (!unsettled.includes(String(answer.body['code'])) || tries === mostTries) return answer;
        await pause(1_000);
      }
    },
  };
}
