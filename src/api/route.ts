import * as z from 'zod/mini';
import type { ProfilePerson } from '../profile/load';
import { fieldProblems } from '../procedure/forms';
import { wrongFields } from './problems';
import type { SchemaName } from './schemas';

/** What is answered. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not the last word: the same key asks again, and may be answered differently. */
  readonly forNow?: boolean;
}

/** Anything that was asked. */
interface Asked<Query> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The person on whose authority it is asked, where the request names one. */
  readonly actor?: ProfilePerson;
}

/** Something that changes something: who wants it, and under which key. */
export interface Ordered<Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly actor: ProfilePerson;
  /** The person and their key: two people's equal keys are two keys. */
  readonly key: string;
  /** What the request was, so that one thing is not taken for another that came under the same key. */
  readonly print: string;
}

/** How the documentation tells of a route. */
interface Told {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly replies: Readonly<Record<number, { readonly description: string; readonly schema?: SchemaName }>>;
  /** Statuses beside those that every route of its method may answer. */
  readonly refuses?: readonly number[];
}

/** A question: it changes nothing. */
export interface GetRoute extends Told {
  readonly method: 'get';
  /** Answered without a token. */
  readonly open: boolean;
  readonly query: z.core.$ZodType | undefined;
  answer(asked: Asked<unknown>): Promise<Reply>;
}

/** An order: it changes something, on somebody's authority, once for a key. */
export interface PostRoute extends Told {
  readonly method: 'post';
  readonly open: false;
  readonly body: z.core.$ZodType;
  readonly examples: Readonly<Record<string, unknown>>;
  /** How long it may take. */
  readonly withinMs: number;
  answer(ordered: Ordered<unknown>): Promise<Reply>;
}

export type Route = GetRoute | PostRoute;

/** How long a request may take unless its route says otherwise. */
export const usualMs = 30_000;

/** What a schema makes of a value, or a problem with a sentence a field. */
export function checked<T>(schema: z.core.$ZodType<T>, value: unknown, place: 'body' | 'address' = 'body'): T {
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) throw wrongFields(fieldProblems(parsed.error), place);
  return parsed.data;
}

const noQuery = z.object({});

/** A route that answers a question. */
export function get<Query = object>({
  query,
  open = false,
  answer,
  ...told
}: Told & {
  readonly query?: z.core.$ZodType<Query>;
  readonly open?: boolean;
  answer(asked: Asked<Query>): Promise<Reply>;
}): GetRoute {
  // Without a schema there is no query to give, and none is read.
  const schema = query ?? (noQuery as unknown as z.core.$ZodType<Query>);
  return {
    ...told,
    method: 'get',
    open,
    query,
    answer: async (asked) => answer({ ...asked, query: checked(schema, asked.query, 'address') }),
  };
}

/** A route that carries out an order. */
export function post<Body>({
  body,
  withinMs = usualMs,
  examples = {},
  answer,
  ...told
}: Told & {
  readonly body: z.core.$ZodType<Body>;
  readonly withinMs?: number;
  readonly examples?: Readonly<Record<string, unknown>>;
  answer(ordered: Ordered<Body>): Promise<Reply>;
}): PostRoute {
  return {
    ...told,
    method: 'post',
    open: false,
    body,
    examples,
    withinMs,
    answer: async (ordered) => answer({ ...ordered, body: checked(body, ordered.body) }),
  };
}
