import express, { type Express, type RequestHandler, type Response } from 'express';

/** Addresses that the API answers; every other address is a page. */
const ofApi = /^\/(?:api|docs|health|problems)(?:\/|$)|^\/openapi\.json$/;

/** Kind of an answer and the time that it took, with nothing about the person or case that it was about. */
export interface TimedAnswer {
  readonly surface: 'api' | 'codec' | 'health' | 'live' | 'page';
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

const timing =
  (timed: (answer: TimedAnswer) => void): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      timed({ surface: surfaceOf(path, response), method, status: response.statusCode, seconds });
    });
    next();
  };

function surfaceOf(path: string, response: Response): TimedAnswer['surface'] {
  // A page that is told of changes keeps its line open for as long as somebody looks at it.
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return 'live';
  if (path.startsWith('/health/')) return 'health';
  if (path.startsWith('/codec')) return 'codec';
  return ofApi.test(path) ? 'api' : 'page';
}

/** The one server of the application: the API, the pages for people, and what decrypts for Temporal's. */
export function createWeb({
  api,
  pages,
  codec,
  proxies,
  timed,
}: {
  readonly api: RequestHandler;
  readonly pages: RequestHandler;
  /** Decrypts payloads for Temporal's own pages. */
  readonly codec?: RequestHandler;
  /** Number of proxies in front of the application that name the caller in X-Forwarded-For. */
  readonly proxies: number;
  /** Called with the kind and time of each answer. */
  readonly timed?: (answer: TimedAnswer) => void;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', proxies);
  if (timed !== undefined) app.use(timing(timed));
  if (codec !== undefined) app.use(codec);
  app.use((request, response, next) =>
    ofApi.test(request.path) ? api(request, response, next) : pages(request, response, next),
  );
  return app;
}
