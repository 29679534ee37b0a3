import express, { type Express, type RequestHandler } from 'express';

/** What lies below these is the API's; every other address is a page. */
const ofApi = /^\/(?:api|docs|health|problems)(?:\/|$)|^\/openapi\.json$/;

/** The one server of the application: the API, the pages for people, and what decrypts for Temporal's. */
export function createWeb({
  api,
  pages,
  codec,
  proxies,
}: {
  readonly api: RequestHandler;
  readonly pages: RequestHandler;
  /** What decrypts for Temporal's own pages. */
  readonly codec?: RequestHandler;
  /** How many proxies in front of it say for whom they ask. */
  readonly proxies: number;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', proxies);
  if (codec !== undefined) app.use(codec);
  app.use((request, response, next) =>
    ofApi.test(request.path) ? api(request, response, next) : pages(request, response, next),
  );
  return app;
}
