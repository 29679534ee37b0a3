import * as z from 'zod/mini';
import { exampleOf, type JsonSchema } from '../../src/api/examples';
import { jsonSchemaOf } from '../../src/api/json-schema';
import { catalogue } from '../../src/procedure/catalogue';
import { notificationForm } from '../../src/procedure/notification/notification-form';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object; readonly examples: object }>>;
  };
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly security: readonly object[];
}

const described = async () => (await api.ask('GET', '/openapi.json')).body as unknown as Description;

const everyReference = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) =>
        key === '$ref' && typeof one === 'string' ? [one] : everyReference(one),
      );

test('the description is OpenAPI 3.1, and everything it refers to is in it', async () => {
  const description = await described();
  expect(description.openapi).toBe('3.1.0');
  expect(description.security).toEqual([{ token: [] }]);
  const references = everyReference(description);
  expect(references.length).toBeGreaterThan(100);
  for (const reference of references) {
    const found = reference
      .replace('#/', '')
      .split('/')
      .reduce<unknown>(
        (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
        description,
      );
    expect([reference, typeof found]).toEqual([reference, 'object']);
  }
});

test('every decision has its own path with its own form and an example that the form takes', async () => {
  const { paths, components } = await described();
  for (const { name, form } of catalogue) {
    const operation = paths[`/api/cases/{reference}/decisions/${name}`]?.['post'];
    expect([name, operation?.requestBody?.content['application/json']?.schema]).toEqual([
      name,
      { $ref: `#/components/schemas/decision-${name}` },
    ]);
    expect(components.schemas[`decision-${name}`]?.properties).toHaveProperty('on');
    const example = exampleOf(jsonSchemaOf(form));
    expect([name, z.safeParse(form, example).error?.issues]).toEqual([name, undefined]);
  }
});

test('every operation has a name of its own, says what it does, and describes its problems', async () => {
  const { paths } = await described();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, method, operation } of operations) {
    expect(operation.summary).not.toBe('');
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    if (method !== 'post') continue;
    const headers = operation.parameters.filter((one) => one.in === 'header');
    expect(headers.map(({ name, required }) => [name, required])).toEqual([
      ['X-Acting-As', false],
      // A search changes nothing.
      ...(path === '/api/cases/search' ? [] : [['Idempotency-Key', true]]),
      ...(/\/decisions\/|\/calendar\/|\/people/.test(path) ? [['If-Match', false]] : []),
    ]);
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '413', '415', '422', '503', '504']),
    );
    expect('409' in operation.responses).toBe(path !== '/api/cases/search');
  }
});

test('every operation says for whom it is, by the one table of permissions', async () => {
  const { paths } = await described();
  const descriptionOf = (path: string, method: string) => paths[path]?.[method]?.description;
  expect(descriptionOf('/api/calendar/closures', 'post')).toBe('For: Business Manager.');
  expect(descriptionOf('/api/calendar', 'get')).toMatch(/^For: Business Manager, SPR co-ordinator/);
  expect(descriptionOf('/api/notifications', 'post')).toMatch(/For everybody of the partnership\.$/);
  expect(descriptionOf('/api/cases/{reference}/practice/advance', 'post')).toContain(
    'For: Business Manager, SPR co-ordinator, Business Unit administrator.',
  );
  for (const [path, methods] of Object.entries(paths).filter(([one]) => one.startsWith('/api/'))) {
    for (const { description = '', responses } of Object.values(methods)) {
      expect([path, /\bFor(:| everybody)|of which you see nothing/.test(description)]).toEqual([path, true]);
      if (path.includes('{reference}')) expect(Object.keys(responses)).toContain('404');
    }
  }
});

test('a notification is described with its example and with dates as dates', async () => {
  const { paths } = await described();
  const body = paths['/api/notifications']?.['post']?.requestBody?.content['application/json'];
  expect(body?.schema).toMatchObject({ properties: { incidentOn: { type: 'string', format: 'date' } } });
  const { sample } = body?.examples as { sample: { value: unknown } };
  expect(z.safeParse(notificationForm(), sample.value).success).toBe(true);
});

test('the schemas of the forms mark dates and nothing else as dates', () => {
  const find = (name: string) => jsonSchemaOf(catalogue.find((one) => one.name === name)?.form ?? z.never());
  expect(find('extendDeadline').properties).toMatchObject({ to: { format: 'date' } });
  expect(find('extendDeadline').properties?.['reason']).not.toHaveProperty('format');
  expect(find('replacePerson').properties?.['joins']).not.toHaveProperty('format');
});

test('the documentation is read without the internet and without a script in the page', async () => {
  const page = await api.ask('GET', '/docs');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.text).not.toMatch(/https?:\/\//);
  const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
  expect(sources.length).toBeGreaterThan(3);
  for (const source of sources) expect([source, (await api.ask('GET', source)).status]).toEqual([source, 200]);
  expect([...page.text.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, script]) => script)).toEqual(['', '']);
});

test('If-Match, 412 with what changed, who was first, and what health answers are described', async () => {
  const { paths, components } = await described();
  const extend = paths['/api/cases/{reference}/decisions/extendDeadline']?.['post'];
  expect(extend?.parameters.map(({ name }) => name)).toContain('If-Match');
  expect(extend?.responses['412']?.description).toContain('changed since');
  expect(paths['/api/calendar/closures']?.['post']?.parameters.map(({ name }) => name)).toContain('If-Match');
  expect(paths['/api/notifications']?.['post']?.parameters.map(({ name }) => name)).not.toContain('If-Match');
  expect(paths['/api/cases']?.['get']?.parameters.map(({ name }) => name)).not.toContain('text');
  const problem = components.schemas['Problem']?.properties ?? {};
  expect(Object.keys(problem)).toEqual(expect.arrayContaining(['first', 'changed', 'records', 'engine', 'draining']));
  expect(Object.keys(components.schemas['Health']?.properties ?? {})).toEqual(
    expect.arrayContaining(['status', 'version', 'records', 'engine', 'worker', 'draining']),
  );
});

test('That a request under a key which is being answered is told 409 with Retry-After is described', async () => {
  const text = (await api.ask('GET', '/openapi.json')).text;
  expect(text).toContain('of requests that come with one key at the same time, one is answered');
  expect(text).toContain('Of `in-progress` alone: how many seconds to wait');
});
