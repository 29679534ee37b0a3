import { catalogue } from '../procedure/catalogue';
import { mayDo, mayOpen } from '../procedure/permissions';
import type { Role } from '../procedure/roles';
import { mayBeRecordedFor, mayTake } from '../procedure/may-take';
import { decisionBody, sayOnBehalf } from './decision-docs';
import type { ApiDependencies } from './dependencies';
import { exampleOf, type JsonSchema } from './examples';
import { jsonSchemaOf } from './json-schema';
import { problems } from './problems';
import { isOpen, type GetRoute, type PostRoute, type Route, type SearchRoute } from './route';
import { schemas } from './schemas';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Statuses with which every route may refuse, by method. */
const usual = {
  get: [400, 401, 403, 405, 422, 429, 500, 503, 504],
  search: [400, 401, 403, 405, 413, 415, 422, 429, 500, 503, 504],
  post: [400, 401, 403, 405, 409, 413, 415, 422, 429, 500, 503, 504],
} as const;

/** Returns the titles of the problems that have this status. */
const meaning = (status: number): string =>
  Object.values(problems)
    .filter((one) => one.status === status)
    .map(({ title }) => title)
    .join('; ');

/** A problem that passes by itself says when to send the request again. */
function headersOfProblem(status: number): Json {
  if (status === 412) return { headers: entryTagHeader };
  if (status !== 409 && status < 503) return {};
  const description =
    status === 409
      ? 'Of `in-progress` alone: how many seconds to wait before the same request is sent again with the same key'
      : 'How many seconds to wait before the same request is sent again with the same key';
  return { headers: { 'Retry-After': { description, schema: { type: 'string' } } } };
}

const problemReplies = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: `${meaning(status)}.`,
        content: { 'application/problem+json': { schema: ref('Problem') } },
        ...headersOfProblem(status),
      },
    ]),
  );

const entryTagHeader: Json = {
  ETag: {
    description:
      "The number of the last entry of the case's record, in quotes; of the calendar and the people, how often they were changed: what If-Match takes",
    schema: { type: 'string' },
    example: '"12"',
  },
};

const replies = ({ replies: told }: Route): Json =>
  Object.fromEntries(
    Object.entries(told).map(([status, { description, schema, tagged }]) => [
      status,
      {
        description,
        ...(schema === undefined ? {} : { content: { 'application/json': { schema: ref(schema) } } }),
        ...(status === '201' && schema === 'Opened' ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
        ...(tagged === true ? { headers: entryTagHeader } : {}),
      },
    ]),
  );

const parameterSchemas: Readonly<Record<string, JsonSchema>> = {
  reference: { type: 'string', pattern: '^SIN-\\d{4}-\\d{4}$', title: 'The reference of the case' },
};

const pathParameters = (path: string): readonly Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: parameterSchemas[name] ?? { type: 'string' },
    ...(name === 'reference' ? { example: 'SIN-2026-0007' } : {}),
  }));

/** A parameter that is refused by name, so that its refusal can say what to do instead, is none. */
const isTaken = ([, schema]: readonly [string, JsonSchema]): boolean => !('not' in schema);

function queryParameters({ query }: GetRoute): readonly Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(query);
  return Object.entries(properties)
    .filter(isTaken)
    .map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(schema.title === undefined ? {} : { description: schema.title }),
      schema,
    }));
}

const header = (name: string, required: boolean, description: string, example: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
});

const isQuestion = (route: Route): boolean => route.method === 'get' || route.isQuestion;

const actingAs = (route: Route) =>
  header(
    'X-Acting-As',
    false,
    isQuestion(route)
      ? "The person of the partnership who asks, by id. Without it the installation's token reads as the installation: every case, what people wrote in it too, and no names. A person's own token needs none."
      : "The person of the partnership on whose authority this is done, by id. The installation's token must send it; a person's own token needs none.",
    'P01',
  );

const idempotencyKey = header(
  'Idempotency-Key',
  true,
  'A new one for each new request. Should the answer be lost, the same key with the same body asks for it again.',
  '8f6f1e1e-3a2c-4c57-9d0e-2f6f5f0f7a11',
);

const ifMatch = header(
  'If-Match',
  false,
  'The ETag of the case, the calendar or the people as you read them. Where they were changed since, it is answered 412 with what changed, and nothing is recorded. Without the header nothing is asked of what happened since.',
  '"12"',
);

const ofCase = ({ needs }: Route): boolean => needs !== 'nothing' && needs.sight !== undefined;

const kindOf = (route: Route): keyof typeof usual =>
  route.method === 'get' ? 'get' : route.isQuestion ? 'search' : 'post';

const statusesOf = (route: Route): readonly number[] =>
  [
    ...new Set([
      ...(isOpen(route) ? [405] : usual[kindOf(route)]),
      ...(ofCase(route) ? [404] : []),
      ...(route.refuses ?? []),
    ]),
  ].sort();

/** Says who may call a route, from the permission table. */
function forWhom({ needs }: Route, { policy }: ApiDependencies['profile']): string | undefined {
  if (needs === 'nothing') return undefined;
  const named = (allowed: readonly Role[] | 'everybody') =>
    allowed === 'everybody'
      ? 'For everybody of the partnership.'
      : `For: ${allowed.map((role) => policy.roleTitles[role]).join(', ')}.`;
  if (needs.page !== undefined) return named(mayOpen[needs.page]);
  const who = needs.act === undefined ? [] : [named(mayDo[needs.act])];
  return [
    ...who,
    ...(needs.sight !== undefined ? ['A case of which you see nothing is answered as one that there is not.'] : []),
  ].join(' ');
}

const described = (sentences: readonly (string | undefined)[]): Json => {
  const said = sentences.filter((one) => one !== undefined);
  return said.length === 0 ? {} : { description: said.join(' ') };
};

/** `/api/cases/:reference` as OpenAPI writes it. */
const braced = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

const operationId = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method}${path.replace(/[:{}]/g, '').replace(/(^|[/.-]+)([a-z]?)/g, (_all, _sign, letter: string) => letter.toUpperCase())}`;

const question = (route: GetRoute, profile: ApiDependencies['profile']): Json => ({
  operationId: operationId(route),
  tags: [route.tag],
  summary: route.summary,
  ...described([route.description, forWhom(route, profile)]),
  parameters: [...pathParameters(route.path), ...queryParameters(route), ...(isOpen(route) ? [] : [actingAs(route)])],
  responses: { ...replies(route), ...problemReplies(statusesOf(route)) },
  ...(isOpen(route) ? { security: [] } : {}),
});

interface Order {
  readonly path: string;
  readonly summary: string;
  readonly sentences: readonly (string | undefined)[];
  readonly body: Json;
  readonly examples: Readonly<Record<string, unknown>>;
}

const jsonBody = (schema: Json, examples: Readonly<Record<string, unknown>>): Json => ({
  required: true,
  content: {
    'application/json': {
      schema,
      examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
    },
  },
});

const order = (route: PostRoute, { path, summary, sentences, body, examples }: Order): Json => ({
  operationId: operationId({ method: 'post', path }),
  tags: [route.tag],
  summary,
  ...described(sentences),
  parameters: [...pathParameters(path), actingAs(route), idempotencyKey, ...(route.takesIfMatch ? [ifMatch] : [])],
  requestBody: jsonBody(body, examples),
  responses: { ...replies(route), ...problemReplies(statusesOf(route)) },
});

/** A question whose words stand in the body: nothing is changed, so it needs no key. */
const searching = (route: SearchRoute, profile: ApiDependencies['profile']): Json => ({
  operationId: operationId(route),
  tags: [route.tag],
  summary: route.summary,
  ...described([route.description, forWhom(route, profile)]),
  parameters: [...pathParameters(route.path), actingAs(route)],
  requestBody: jsonBody({ ...jsonSchemaOf(route.body) }, route.examples),
  responses: { ...replies(route), ...problemReplies(statusesOf(route)) },
});

/** Makes one path for each decision, with the decision's own form. */
const decisionPaths = (route: PostRoute, profile: ApiDependencies['profile']): readonly (readonly [string, Json])[] =>
  catalogue.map((entry) => {
    const { name, title, source, onBehalfOf } = entry;
    const titles = mayTake(profile, name).map((role) => profile.policy.roleTitles[role]);
    const others = onBehalfOf === undefined ? [] : [onBehalfOf];
    const onBehalf = sayOnBehalf(profile, { others, recordedFor: mayBeRecordedFor(profile, name) });
    const path = route.path.replace(':decision', name);
    const told = {
      path,
      summary: title,
      sentences: [`Source: ${source}. For: ${titles.join(', ')}.${onBehalf}`, forWhom(route, profile)],
      body: ref(`decision-${name}`),
      examples: { example: exampleOf(jsonSchemaOf(entry.form)) },
    };
    return [braced(path), { post: order(route, told) }] as const;
  });

function pathsOf(routes: readonly Route[], profile: ApiDependencies['profile']): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const { path, summary, description } = route;
    if (route.method === 'get') paths[braced(path)] = { ...paths[braced(path)], get: question(route, profile) };
    else if (route.isQuestion) paths[braced(path)] = { ...paths[braced(path)], post: searching(route, profile) };
    else if (path.includes(':decision')) Object.assign(paths, Object.fromEntries(decisionPaths(route, profile)));
    else {
      const body = { ...jsonSchemaOf(route.body) };
      paths[braced(path)] = {
        ...paths[braced(path)],
        post: order(route, {
          path,
          summary,
          sentences: [description, forWhom(route, profile)],
          body,
          examples: route.examples,
        }),
      };
    }
  }
  return paths;
}

interface Described extends Pick<ApiDependencies, 'publicUrl' | 'version' | 'profile'> {
  readonly routes: readonly Route[];
}

/** The description of the API (OpenAPI 3.1), made from the schemas that check what it is sent. */
export const openapi = ({ routes, publicUrl, version, profile }: Described): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Serious incident reviews',
    version,
    description:
      "Runs a safeguarding partnership's reviews, from notification to closure. Two kinds of token: the installation's own acts for whomever X-Acting-As names, and without it reads every case but for names; a person's own (`sir_…`) acts for that person only, so X-Acting-As may be left out. Every POST that changes something needs a person and an Idempotency-Key; what is sought stands in a body, never in an address. 400: the request cannot be read. 422: a field is wrong. 403: not this person. 409: not now, or not in this case; of requests that come with one key at the same time, one is answered and the others are told `in-progress`, with Retry-After. 412: it has changed since If-Match. 429: too many wrong tokens. 503 and 504: send it again with the same key; nothing is half done.",
  },
  servers: [{ url: publicUrl }],
  security: [{ token: [] }],
  tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: pathsOf(routes, profile),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema, 'output')])),
      ...Object.fromEntries(catalogue.map((entry) => [`decision-${entry.name}`, decisionBody(entry)])),
    },
  },
});
