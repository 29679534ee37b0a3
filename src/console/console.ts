import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { logFault, requestLog } from '../http/request-log';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { withPeopleOfToday } from '../casework/partnership-people';
import type { Answer, View } from './http/answer';
import { assetRoutes, assetsVersion } from './http/assets';
import { readCookies } from './http/cookies';
import type { ConsoleDependencies } from './http/dependencies';
import { errorView } from './errors/error-view';
import { one } from './http/fields';
import { sourceOf, type SentFrom } from './http/csrf';
import { isOfLink } from '../http/link-paths';
import { onlyThisMachine, securityHeaders } from './http/headers';
import { keepTyped, typedBefore } from './http/interrupted-form';
import { Lines } from './http/lines';
import { navigationFor } from './http/navigation';
import { readFormBody, refuseNonUtf8Address, valuesOf } from './http/read-form';
import type { Asked, PageRoute, Visitor } from './http/page';
import { heldBackBy, mustAnswerFirst, pageOfPlace } from './layout/held-back';
import { createRendering, type Frame } from './http/rendering';
import { pageRoutes } from './routes';
import { arrivalOf, visitorOf, type Arrival } from './http/sessions';
import { whereTo } from './pages/signing-in/where-to';

/** Requests that one address may make in a minute; a busy office behind one address makes a few hundred. */
const requestsAMinute = 1_200;

/** The console: pages for people, under everything that is not the API's. */
export function createConsole(given: ConsoleDependencies): Router {
  const { office: dependencies, look } = withPeopleOfToday(given);
  const router = express.Router();
  const render = createRendering();
  const answering = answerer(dependencies, { render, look });
  router.use(securityHeaders(dependencies));
  router.use(requestLog(dependencies.log));
  if (dependencies.signingIn.kind === 'trying-out') router.use(onlyThisMachine(dependencies.publicUrl));
  router.use(assetRoutes());
  router.use(refuseNonUtf8Address);
  router.use(
    rateLimit({
      windowMs: 60_000,
      limit: dependencies.requestsAMinute ?? requestsAMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (request, response) => {
        answering.show(request, response, errorView('too-many'), { kind: 'nobody' });
      },
    }),
  );
  router.use(async (_request, _response, next) => {
    await look();
    next();
  });
  const routes = pageRoutes;
  for (const route of routes) {
    if (route.method === 'get') router.get(route.path, answering.of(route));
    else router.post(route.path, ...limiterOf(route, answering.show), ...readFormBody, answering.of(route));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    router.all(path, (request, response) => {
      answering.show(request, response, errorView('not-this-way'), { kind: 'nobody' });
    });
  }
  router.use(answering.nothingHere);
  router.use(answering.failed);
  return router;
}

/** Turns away whoever sends more often than the route allows; a form is not even read then. */
function limiterOf({ atMost }: PageRoute, show: ReturnType<typeof answerer>['show']): readonly RequestHandler[] {
  if (atMost === undefined) return [];
  return [
    rateLimit({
      windowMs: atMost.minutes * 60_000,
      limit: atMost.times,
      skipSuccessfulRequests: atMost.onlyRefused === true,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (request, response) => {
        show(request, response, errorView('too-often', atMost.sentence), { kind: 'nobody' });
      },
    }),
  ];
}

/** Paths that can also be opened with GET, so that what was sent to them can be shown again. */
const shownPaths = new Set(pageRoutes.filter(({ method }) => method === 'get').map(({ path }) => path));

/** Forms that need no sign-in. A page of theirs stays valid when the browser signs in on another tab. */
const ofNobody = /^\/(?:notify|sign-in|answer)(?:\/|$)/;

/** Reads where a form was sent from. */
const sentFrom = (request: Request, { fields }: Pick<Asked, 'fields'>): SentFrom => ({
  origin: request.get('origin'),
  fetchSite: request.get('sec-fetch-site'),
  token: one(fields, '_csrf'),
  isSecret: isOfLink(request.path),
});

/** Paths to which a form is sent. */
const formPaths = new Set(pageRoutes.filter(({ method }) => method === 'post').map(({ path }) => path));

type Live = Extract<Answer, { kind: 'live' }>;

/** A page that is to be told of changes, and who looks at it. */
interface Following {
  readonly route: PageRoute;
  readonly answer: Live;
  readonly visitor: Visitor;
}

/** Reads what a request asks for. */
const requestAsked = (
  request: Request,
  { publicUrl, now }: Pick<ConsoleDependencies, 'publicUrl'> & Pick<Asked, 'now'>,
): Asked => ({
  params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
  query: valuesOf(request.query),
  fields: valuesOf(request.body),
  cookies: readCookies(request.headers.cookie, publicUrl),
  ...(request.ip === undefined ? {} : { from: ipKeyGenerator(request.ip) }),
  address: request.originalUrl,
  isHead: request.method === 'HEAD',
  now,
});

/** Turns what pages answer into what is sent. */
function answerer(
  dependencies: ConsoleDependencies,
  { render, look }: { readonly render: ReturnType<typeof createRendering>; look(): Promise<void> },
) {
  const { publicUrl, records, profile, now, log, version, signingIn } = dependencies;

  const lines = new Lines();

  const frameFor = (request: Request, arrival: Arrival): Frame => {
    const visitor = arrival.kind === 'visitor' ? arrival.visitor : undefined;
    return {
      partnership: profile.policy.partnership.name,
      version,
      navigation: navigationFor(visitor?.person, request.path),
      signedInAs: visitor && { name: visitor.person.name, title: visitor.person.title },
      tryingOut: signingIn.kind === 'trying-out',
      // If the session could not be looked up, it may still be live.
      maySignIn: visitor === undefined && readCookies(request.headers.cookie, publicUrl)['session'] === undefined,
      heldBack: heldBackBy(dependencies, visitor),
      csrf: visitor?.session.csrf ?? '',
      assets: assetsVersion,
    };
  };

  function show(request: Request, response: Response, view: View, arrival: Arrival): void {
    response
      .status(view.status)
      .type('html')
      .send(render(view, frameFor(request, arrival)));
  }

  function send(request: Request, response: Response, answer: Exclude<Answer, Live>, arrival: Arrival): void {
    switch (answer.kind) {
      case 'view':
        return show(request, response, answer, arrival);
      case 'redirect':
        for (const cookie of answer.cookies ?? []) response.append('Set-Cookie', cookie);
        response.redirect(303, answer.to);
        return;
      case 'file': {
        const name = encodeURIComponent(answer.name);
        response.set('Content-Disposition', answer.inline === true ? 'inline' : `attachment; filename*=UTF-8''${name}`);
        response.type(answer.type).send(answer.content);
        return;
      }
      case 'not-found':
        return show(request, response, errorView('not-found', answer.sentence), arrival);
      case 'not-allowed':
        return show(request, response, errorView('not-allowed', answer.sentence), arrival);
    }
  }

  const askedOf = (request: Request) => requestAsked(request, { publicUrl, now: now() });

  const arrivalAt = (asked: Asked) => arrivalOf({ records, profile }, asked.cookies['session'], asked.now);

  /** Returns who sent the request, or nobody while the records are unavailable and the session cannot be looked up. */
  const arrivalIfKnown = (request: Request): Promise<Arrival> =>
    arrivalAt(askedOf(request)).catch((): Arrival => ({ kind: 'nobody' }));

  /** Tells an open page of changes for as long as its session lives and its person may have the page. */
  function follow(request: Request, response: Response, { route, answer, visitor }: Following): void {
    const may = async (): Promise<boolean> => {
      await look();
      const asked = askedOf(request);
      const still = await visitorOf({ records, profile }, asked.cookies['session'], asked.now);
      return (await route.admit(dependencies, asked, still)).kind === 'admitted';
    };
    void lines.follow(response, answer, { session: visitor.session.idHash, may });
  }

  /**
   * Redirects to the sign-in page, and keeps what was typed. After signing in the browser returns to the same address.
   */
  async function signInFirst(request: Request, response: Response, asked: Asked, arrival: Arrival): Promise<void> {
    if (request.method === 'POST' && arrival.kind === 'nobody') await keepTyped(dependencies, asked, arrival.was);
    const ended = arrival.kind === 'nobody' && arrival.was !== undefined ? '&ended=yes' : '';
    response.redirect(303, `/sign-in?to=${encodeURIComponent(whereTo(asked.address))}${ended}`);
  }

  /**
   * Answers a form of an earlier session: changes nothing, and shows what was typed again in a page of this session.
   */
  async function sendAgain(request: Request, response: Response, asked: Asked, route: PageRoute): Promise<void> {
    const arrival = await arrivalAt(asked);
    const page = errorView('signed-in-since');
    const isShownAgain = route.needs !== 'nothing' && shownPaths.has(route.path) && arrival.kind === 'visitor';
    if (!isShownAgain) return show(request, response, page, arrival);
    await keepTyped(dependencies, asked, arrival.visitor.session);
    show(request, response, { ...page, model: { ...page.model, again: asked.address } }, arrival);
  }

  const of =
    (route: PageRoute): RequestHandler =>
    async (request, response) => {
      const asked = askedOf(request);
      const arrival = await arrivalAt(asked);
      const visitor = arrival.kind === 'visitor' ? arrival.visitor : undefined;
      if (route.method === 'post') {
        // After a session has ended nothing is changed in any case, so what was typed is kept before its source is
        // checked.
        if (visitor === undefined && route.needs !== 'nothing') return signInFirst(request, response, asked, arrival);
        const sent = sentFrom(request, asked);
        const source = sourceOf(sent, publicUrl, visitor);
        if (source === 'elsewhere') return show(request, response, errorView('not-from-here'), arrival);
        const isOfNobody = sent.token === '' && ofNobody.test(route.path);
        if (source === 'before-this-session' && !isOfNobody) return sendAgain(request, response, asked, route);
      }
      if (mustAnswerFirst(dependencies, route, visitor)) return response.redirect(303, pageOfPlace);
      const isForm = route.method === 'get' && formPaths.has(route.path);
      const typed = isForm ? await typedBefore(dependencies, asked, visitor) : undefined;
      const whole = typed === undefined ? asked : { ...asked, typedBefore: typed };
      const answer = await route.answer(dependencies, whole, visitor);
      if (answer === 'sign-in-first') return signInFirst(request, response, asked, arrival);
      if (answer.kind !== 'live') send(request, response, answer, arrival);
      else if (visitor !== undefined) follow(request, response, { route, answer, visitor });
      // The request may have ended a session, this one or another.
      if (route.method === 'post' || answer.kind === 'redirect') lines.askAgain();
    };

  const nothingHere: RequestHandler = async (request, response) => {
    show(request, response, errorView('not-found'), await arrivalAt(askedOf(request)));
  };

  // Express recognises an error handler by its four parameters.
  const failed: ErrorRequestHandler = async (error: unknown, request, response, _next) => {
    const view = errorView(error);
    if (view.status === 500) {
      logFault(log, request, error);
    }
    if (response.headersSent) return;
    show(request, response, view, await arrivalIfKnown(request));
  };

  return { of, show, nothingHere, failed };
}
