import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '../../src/procedure/refusals';
import type { PersonId } from '../../src/procedure/time/time';
import { Unexpected } from './situation';

/** Address of the installation, and the token that lets the rehearsal in. */
export interface Address {
  readonly url: string;
  readonly token: string;
}

/** Refusal of the API (RFC 9457), as far as a rehearsal reads it. */
export interface Refused {
  readonly refused: true;
  readonly code: RefusalCode | (string & {});
  readonly status: number;
  readonly detail: string;
}

interface Request {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The installation, as anybody outside reaches it: by HTTP alone. */
export interface Caller {
  get<T>(route: string): Promise<T>;
  /** Sends something in; the same key goes with every attempt, so that it happens once. */
  send<T>(route: string, by: PersonId, body: object): Promise<T | Refused>;
}

const attempts = 3;

export const isRefused = (answer: object): answer is Refused => 'refused' in answer;

/** Says what a problem says, its fields included, in one line. */
function lineOf(status: number, body: unknown): string {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as {
    readonly detail?: string;
    readonly errors?: readonly { readonly field: string; readonly detail: string }[];
  };
  const fields = (problem.errors ?? []).map(({ field, detail }) => `${field}: ${detail}`);
  return [problem.detail ?? `status ${status}`, ...fields].join(' ');
}

export function callerOf({ url, token }: Address): Caller {
  async function ask(route: string, request: Request): Promise<{ readonly status: number; readonly body: unknown }> {
    const authorised = { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
    let response: Response;
    try {
      response = await fetch(`${url}${route}`, authorised);
    } catch {
      throw new Unexpected(`Nothing answers at ${url}. Is the installation running there?`);
    }
    if (response.status === 401) {
      throw new Unexpected('The API token is not that of this installation (--token or API_TOKEN).');
    }
    const text = await response.text();
    try {
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    } catch {
      throw new Unexpected(`${url} answers ${route} with something that is not JSON (status ${response.status}).`);
    }
  }

  return {
    async get<T>(route: string) {
      const { status, body } = await ask(route, {});
      if (status === 200) return body as T;
      throw new Unexpected(`GET ${route}: ${lineOf(status, body)}`);
    },
    async send<T>(route: string, by: PersonId, form: object) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-acting-as': by };
      for (let attempt = 1; ; attempt += 1) {
        const { status, body } = await ask(route, { method: 'POST', headers, body: JSON.stringify(form) });
        if (status < 300) return body as T;
        if (status >= 500 && attempt < attempts) continue;
        const { code = '' } = body as { readonly code?: string };
        return { refused: true, code, status, detail: lineOf(status, body) };
      }
    },
  };
}
