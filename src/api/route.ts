import * as z from 'zod/mini';
import { parseForm } from '../casework/forms';
import { londonDate } from '../procedure/time/dates';
import type { ProfilePerson } from '../profile/load';
import type { Access, Coming, Rule } from '../http/access';
import type { ApiDependencies } from './dependencies';
import { logReading, type ShownCases } from '../http/readings';
import type { Shows } from '../procedure/read-parts';
import { letIn } from './let-in';
import { problemOfRefusal } from './problems';
import type { SchemaName } from './schemas';

/** Answer of a route. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** True for an answer that is not final: a request with the same key is carried out again. */
  readonly forNow?: boolean;
  /** The cases that it shows, for the reading log, where the route is of no one case. */
  readonly shown?: ShownCases;
}

/** Parameters and query of a question. */
interface Asked<Query> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
}

/** Request to change something: who asks for it, and under which idempotency key. */
export interface ChangeRequest {
  readonly params: Readonly<Record<string, string>>;
  /** Whatever was sent; casework reads it. */
  readonly body: unknown;
  readonly actor: ProfilePerson;
  /** The person and their key: two people's equal keys are two keys. */
  readonly key: string;
  /** The `If-Match` header, as it was sent. */
  readonly ifMatch: string | undefined;
  /** Digest of the path, its parameters and the body. The same key with another digest is refused. */
  readonly print: string;
}

/** Description of a route in the API's documentation. */
interface Told {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly replies: Readonly<
    Record<
      number,
      {
        readonly description: string;
        readonly schema?: SchemaName;
        /** True if the answer carries the number of the case's last entry as its ETag. */
        readonly tagged?: true;
      }
    >
  >;
  /** Statuses beside those that every route of its method may answer. */
  readonly refuses?: readonly number[];
}

/** Lets those in who may ask, and then answers them. */
type Admit<Asking> = (dependencies: ApiDependencies, coming: Coming) => Promise<(asking: Asking) => Promise<Reply>>;

/** Carries out an order, or answers again one that was carried out. */
interface CarryingOut {
  answer(ordered: ChangeRequest): Promise<Reply>;
  /** Changes nothing; nothing where no case knows the key. */
  again(ordered: ChangeRequest): Promise<Reply | undefined>;
}

/** A question: it changes nothing. */
export interface GetRoute extends Told {
  readonly method: 'get';
  readonly needs: 'nothing' | Rule;
  readonly shows: Shows;
  readonly query: z.core.$ZodType | undefined;
  readonly admit: Admit<Asked<unknown>>;
}

/** A question whose words stand in the body, for what may be a name has no place in an address: it changes nothing. */
export interface SearchRoute extends Told {
  readonly method: 'post';
  readonly isQuestion: true;
  readonly needs: Rule;
  readonly shows: Shows;
  readonly body: z.core.$ZodType;
  readonly examples: Readonly<Record<string, unknown>>;
  readonly admit: Admit<{ readonly body: unknown }>;
}

/** An order: it changes something, on somebody's authority, once for a key. */
export interface PostRoute extends Told {
  readonly method: 'post';
  readonly isQuestion: false;
  readonly needs: Rule;
  /** Schema of the body, for the documentation. */
  readonly body: z.core.$ZodType;
  readonly examples: Readonly<Record<string, unknown>>;
  /** True if the route takes `If-Match` with the number of the entry that the caller has read. */
  readonly takesIfMatch: boolean;
  /** Time limit of the request, in milliseconds. */
  readonly withinMs: number;
  readonly admit: (dependencies: ApiDependencies, coming: Coming) => Promise<CarryingOut>;
}

export type Route = GetRoute | SearchRoute | PostRoute;

/** Says whether a route is answered without a token. */
export const isOpen = ({ needs }: Pick<Route, 'needs'>): boolean => needs === 'nothing';

/** Time limit of a request, in milliseconds, unless its route has another. */
export const usualMs = 30_000;

const noQuery = z.object({});

/** A route that answers a question of those who have access. */
export function get<Given, Query = object>({
  access,
  query,
  answer,
  ...told
}: Told & {
  readonly access: Access<Given, 'nothing' | Rule>;
  readonly query?: z.core.$ZodType<Query>;
  answer(asked: Asked<Query> & Given): Promise<Reply>;
}): GetRoute {
  // Without a schema there is no query to give, and none is read.
  const schema = query ?? (noQuery as unknown as z.core.$ZodType<Query>);
  return {
    ...told,
    method: 'get',
    needs: access.needs,
    shows: access.shows,
    query,
    async admit(dependencies, coming) {
      const given = await letIn(access, dependencies, coming);
      return async (asked) => {
        const read = parseForm(schema, asked.query, { today: londonDate(dependencies.now()) });
        if (read.kind === 'refused') throw problemOfRefusal(read.refusal, { begun: false, place: 'address' });
        const reply = await answer({ ...given, params: asked.params, query: read.form });
        await logReading(dependencies, { access, coming, given, shown: reply.shown });
        return reply;
      };
    },
  };
}

/** A route that answers a question of those who have access, whose words stand in the body. */
export function search<Given, Body>({
  access,
  body: schema,
  answer,
  ...told
}: Told &
  Pick<SearchRoute, 'examples'> & {
    readonly access: Access<Given, Rule>;
    readonly body: z.core.$ZodType<Body>;
    answer(asked: { readonly body: Body } & Given): Promise<Reply>;
  }): SearchRoute {
  return {
    ...told,
    method: 'post',
    isQuestion: true,
    needs: access.needs,
    shows: access.shows,
    body: schema,
    async admit(dependencies, coming) {
      const given = await letIn(access, dependencies, coming);
      return async (asked) => {
        const read = parseForm(schema, asked.body, { today: londonDate(dependencies.now()) });
        if (read.kind === 'refused') throw problemOfRefusal(read.refusal, { begun: false });
        const reply = await answer({ ...given, body: read.form });
        await logReading(dependencies, { access, coming, given, shown: reply.shown });
        return reply;
      };
    },
  };
}

/** A route that carries out an order of those who have access; nobody orders anything without a token. */
export function post<Given>({
  access,
  answer,
  again,
  withinMs = usualMs,
  examples = {},
  takesIfMatch = false,
  ...told
}: Told &
  Pick<PostRoute, 'body'> &
  Partial<Pick<PostRoute, 'withinMs' | 'examples' | 'takesIfMatch'>> & {
    readonly access: Access<Given, Rule>;
    answer(ordered: ChangeRequest & Given): Promise<Reply>;
    /** Answers again from the case what was carried out under the key, where the first answer is kept no longer. */
    again?(ordered: ChangeRequest & Given): Promise<Reply | undefined>;
  }): PostRoute {
  return {
    ...told,
    method: 'post',
    isQuestion: false,
    needs: access.needs,
    withinMs,
    examples,
    takesIfMatch,
    async admit(dependencies, coming) {
      const given = await letIn(access, dependencies, coming);
      return {
        answer: (ordered) => answer({ ...given, ...ordered }),
        again: async (ordered) => again?.({ ...given, ...ordered }),
      };
    },
  };
}
