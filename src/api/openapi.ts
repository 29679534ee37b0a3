import { catalogue } from '../procedure/catalogue';
import { mayTake } from '../procedure/take';
import type { Dependencies } from './dependencies';
import { exampleOf, type JsonSchema } from './examples';
import { jsonSchemaOf } from './json-schema';
import { problems } from './problems';
import type { GetRoute, PostRoute, Route } from './route';
import { schemas } from './schemas';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** What every route may refuse, by its method. */
const usual = {
  get: [401, 403, 405, 422, 500, 503, 504],
  post: [400, 401, 403, 405, 409, 413, 415, 422, 500, 503, 504],
} as const;

/** What a status means here: the titles of the problems that have it. */
const meaning = (status: number): string =>
  Object.values(problems)
    .filter((one) => one.status === status)
    .map(({ title }) => title)
    .join('; ');

const problemReplies = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: `${meaning(status)}.`,
        content: { 'application/problem+json': { schema: ref('Problem') } },
        ...(status === 409 || status >= 503 ? { headers: { 'Retry-After': { schema: { type: 'string' } } } } : {}),
      },
    ]),
  );

const replies = ({ replies: told }: Route): Json =>
  Object.fromEntries(
    Object.entries(told).map(([status, { description, schema }]) => [
      status,
      {
        description,
        ...(schema === undefined ? {} : { content: { 'application/json': { schema: ref(schema) } } }),
        ...(status === '201' && schema === 'Case' ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
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

function queryParameters({ query }: GetRoute): readonly Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({
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

const actingAs = (required: boolean) =>
  header('X-Acting-As', required, 'The person of the profile on whose authority this is asked, by id.', 'P01');

const idempotencyKey = header(
  'Idempotency-Key',
  true,
  'A new one for each new request. Should the answer be lost, the same key with the same body asks for it again.',
  '8f6f1e1e-3a2c-4c57-9d0e-2f6f5f0f7a11',
);

const statusesOf = (route: Route): readonly number[] =>
  [...new Set([...(route.open ? [405] : usual[route.method]), ...(route.refuses ?? [])])].sort();

/** `/api/cases/:reference` as OpenAPI writes it. */
const braced = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

const operationId = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method}${path.replace(/[:{}]/g, '').replace(/(^|[/.-]+)([a-z]?)/g, (_all, _sign, letter: string) => letter.toUpperCase())}`;

const question = (route: GetRoute): Json => ({
  operationId: operationId(route),
  tags: [route.tag],
  summary: route.summary,
  ...(route.description === undefined ? {} : { description: route.description }),
  parameters: [...pathParameters(route.path), ...queryParameters(route), ...(route.open ? [] : [actingAs(false)])],
  responses: { ...replies(route), ...problemReplies(statusesOf(route)) },
  ...(route.open ? { security: [] } : {}),
});

interface Order {
  readonly path: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly body: Json;
  readonly examples: Readonly<Record<string, unknown>>;
}

const order = (route: PostRoute, { path, summary, description, body, examples }: Order): Json => ({
  operationId: operationId({ method: 'post', path }),
  tags: [route.tag],
  summary,
  ...(description === undefined ? {} : { description }),
  parameters: [...pathParameters(path), actingAs(true), idempotencyKey],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: body,
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
    },
  },
  responses: { ...replies(route), ...problemReplies(statusesOf(route)) },
});

const on: JsonSchema = {
  type: 'string',
  format: 'date',
  title: 'The day it was taken or happened, where that was before today',
};

/** A decision's form with the day beside it. */
const decisionBody = (form: JsonSchema): JsonSchema => ({ ...form, properties: { ...form.properties, on } });

/** One path a decision, each with its own form. */
const decisionPaths = (route: PostRoute, profile: Dependencies['profile']): readonly (readonly [string, Json])[] =>
  catalogue.map((entry) => {
    const { name, title, source, onBehalfOf } = entry;
    const titles = mayTake(profile, name).map((role) => profile.policy.roleTitles[role]);
    const forWhom = onBehalfOf === undefined ? '' : ` On behalf of: ${profile.policy.roleTitles[onBehalfOf]}.`;
    const path = route.path.replace(':decision', name);
    const told = {
      path,
      summary: title,
      description: `Source: ${source}. For: ${titles.join(', ')}.${forWhom}`,
      body: ref(`decision-${name}`),
      examples: { example: exampleOf(jsonSchemaOf(entry.form)) },
    };
    return [braced(path), { post: order(route, told) }] as const;
  });

function pathsOf(routes: readonly Route[], profile: Dependencies['profile']): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const { path, summary, description } = route;
    if (route.method === 'get') paths[braced(path)] = { ...paths[braced(path)], get: question(route) };
    else if (path.includes(':decision')) Object.assign(paths, Object.fromEntries(decisionPaths(route, profile)));
    else {
      const body = { ...jsonSchemaOf(route.body) };
      paths[braced(path)] = {
        ...paths[braced(path)],
        post: order(route, { path, summary, description, body, examples: route.examples }),
      };
    }
  }
  return paths;
}

interface Described extends Pick<Dependencies, 'publicUrl' | 'version' | 'profile'> {
  readonly routes: readonly Route[];
}

/** The description of the API (OpenAPI 3.1), made from the schemas that check what it is sent. */
export const openapi = ({ routes, publicUrl, version, profile }: Described): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Serious incident reviews',
    version,
    description:
      "Runs a safeguarding partnership's reviews, from notification to closure. Every POST needs X-Acting-As and an Idempotency-Key. 400: the request cannot be read. 422: a field is wrong. 403: not this person. 409: not now, or not in this case. 503 and 504: send it again with the same key; nothing is half done.",
  },
  servers: [{ url: publicUrl }],
  security: [{ token: [] }],
  tags: ['Cases', 'Decisions', 'Plan', 'Practice', 'Calendar', 'Health'].map((name) => ({ name })),
  paths: pathsOf(routes, profile),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema, 'output')])),
      ...Object.fromEntries(catalogue.map(({ name, form }) => [`decision-${name}`, decisionBody(jsonSchemaOf(form))])),
    },
  },
});
