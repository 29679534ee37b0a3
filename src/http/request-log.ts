import type { Request, RequestHandler } from 'express';
import type { Log } from '../casework/office';
import { pathForLog } from './link-paths';

/** Logs one line a request: never its body, nor its query, which may hold a name that is searched for. */
export const requestLog =
  (log: Log | undefined): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    const { method } = request;
    const path = pathForLog(request.path);
    response.once('finish', () => {
      log?.info({ method, path, status: response.statusCode, ms: Math.round(performance.now() - began) }, 'answered');
    });
    next();
  };

/** Puts an error that nobody foresaw into the log, with where it came from and nothing of what was sent. */
export function logFault(log: Log | undefined, { method, path }: Pick<Request, 'method' | 'path'>, error: unknown) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log?.error({ method, path: pathForLog(path), error: { name, message, stack } }, 'An error that nobody foresaw.');
}
