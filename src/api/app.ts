import express from 'express';
import { logFault, requestLog } from '../http/request-log';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { withPeopleOfToday } from '../casework/partnership-people';
import { printOf } from '../casework/content-hash';
import type { Coming } from '../http/access';
import { Callers } from './callers';
import type { ApiDependencies } from './dependencies';
import { setUpDocs } from './docs';
import { readBody, requireKeepable, requireKey, requireUtf8Address, timeLimit } from './gates';
import { once } from './once';
import { Problem, problemBody, problemOf, problemPages, problems } from './problems';
import { isOpen, usualMs, type GetRoute, type PostRoute, type Reply, type Route, type SearchRoute } from './route';
import { routesOf } from './routes/all';

/**
 * Lease of an idempotency key, in milliseconds. If its process dies, another request can take the key after this time.
 * To carry out a request twice is harmless, except to move time forward: that lease lasts as long as its time limit.
 */
const leaseMs = 20_000;

/** The API as an Express application; everything it uses is handed in. */
export function createApp(given: ApiDependencies): Express {
  const { office: dependencies, look } = withPeopleOfToday(given);
  const app = express();
  app.disable('etag');
  app.disable('x-powered-by');
  app.set('trust proxy', given.proxies ?? 0);
  app.use(security(dependencies.publicUrl));
  app.use(neverKept);
  app.use(requestLog(dependencies.log));
  app.use(requireUtf8Address);
  const routes = routesOf(dependencies);
  const callers = new Callers(dependencies);
  setUpDocs(app, dependencies, routes);
  setUp(app, routes.filter(isOpen), { dependencies, callers });
  app.use(async (_request, _response, next) => {
    await look();
    next();
  });
  app.use(callers.gate);
  setUp(
    app,
    routes.filter((route) => !isOpen(route)),
    { dependencies, callers },
  );
  app.use(nothingHere);
  app.use(saysProblems(dependencies));
  return app;
}

/** Helmet's defaults, without what the documentation page does not need and without sending http to https. */
const security = (publicUrl: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'font-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': publicUrl.startsWith('https:') ? [] : null,
      },
    },
  });

const neverKept: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', 'no-store');
  // An entry's number says whether a case was changed; what is answered of it differs by reader and by day.
  delete request.headers['if-none-match'];
  next();
};

/** Objects that every request handler uses. */
interface Desk {
  readonly dependencies: ApiDependencies;
  readonly callers: Callers;
}

function setUp(app: Express, routes: readonly Route[], desk: Desk): void {
  for (const route of routes) {
    if (route.method === 'get') app.get(route.path, ...answering(desk, route));
    else if (route.isQuestion) app.post(route.path, ...searching(desk, route));
    else app.post(route.path, ...ordering(desk, route));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    app.all(path, onlyThese(routes.filter((route) => route.path === path)));
  }
}

const within = ({ limits }: ApiDependencies, ms: number) => timeLimit(limits?.requestMs ?? ms);

const answering = ({ dependencies, callers }: Desk, route: GetRoute): RequestHandler[] => [
  within(dependencies, usualMs),
  async (request, response) => {
    requireKeepable(request.query);
    const params = paramsOf(request);
    const answer = await route.admit(
      dependencies,
      isOpen(route) ? { reader: undefined, params } : comingBy(callers, request),
    );
    send(response, await answer({ params, query: request.query }));
  },
];

const searching = ({ dependencies, callers }: Desk, route: SearchRoute): RequestHandler[] => [
  within(dependencies, usualMs),
  (request, _response, next) => {
    callers.reader(request);
    next();
  },
  ...readBody,
  async (request, response) => {
    const body: unknown = request.body ?? {};
    requireKeepable(body);
    const answer = await route.admit(dependencies, comingBy(callers, request));
    send(response, await answer({ body }));
  },
];

const ordering = ({ dependencies, callers }: Desk, route: PostRoute): RequestHandler[] => [
  within(dependencies, route.withinMs),
  (request, _response, next) => {
    callers.actor(request);
    requireKey(request);
    next();
  },
  ...readBody,
  async (request, response) => {
    const body: unknown = request.body ?? {};
    requireKeepable(body);
    const actor = callers.actor(request);
    const key = requireKey(request);
    const params = paramsOf(request);
    // Before a key is looked up: what was answered under it may be of a case that this person sees no longer.
    const carryOut = await route.admit(dependencies, { reader: actor, params });
    const print = printOf(`POST ${route.path} ${JSON.stringify(params)}`, body);
    const keyed = {
      scope: actor.id,
      key,
      print,
      leaseMs: Math.max(leaseMs, route.withinMs > usualMs ? route.withinMs : 0),
    };
    const ordered = { params, body, actor, key: `${actor.id}:${key}`, print, ifMatch: request.get('if-match') };
    const answering = { answer: () => carryOut.answer(ordered), again: () => carryOut.again(ordered) };
    send(response, await once(dependencies, keyed, answering));
  },
];

const onlyThese =
  (routes: readonly Route[]): RequestHandler =>
  (request) => {
    const allow = routes.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']));
    throw new Problem(
      'method-not-allowed',
      `${request.method} is not for this address; it takes ${allow.join(', ')}.`,
      {
        headers: { Allow: allow.join(', ') },
      },
    );
  };

/** The caller of a route that is not open, and the token by which they came. */
const comingBy = (callers: Callers, request: Request): Coming => ({
  reader: callers.reader(request),
  params: paramsOf(request),
  credential: callers.credential(request),
  isHead: request.method === 'HEAD',
});

/** Parameters of a path by name; none of ours stands for several. */
const paramsOf = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));

function send(response: Response, { status, body, headers = {} }: Reply): void {
  // Too late: it has been said that it took too long.
  if (response.headersSent) return;
  response.status(status).set(headers).json(body);
}

const nothingHere: RequestHandler = () => {
  throw new Problem('not-found', 'There is nothing at this address; /docs lists what there is.');
};

const saysProblems =
  ({ publicUrl, log }: ApiDependencies): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  (error: unknown, request, response, _next) => {
    const problem = problemOf(error);
    if (problem.code === 'fault') {
      logFault(log, request, error);
    }
    if (response.headersSent) return;
    response
      .status(problems[problem.code].status)
      .set(problem.more.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, { base: problemPages(publicUrl), instance: request.path })));
  };
