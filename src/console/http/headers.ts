import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isOfLink } from '../../http/link-paths';
import { isFromThisMachine } from '../../http/this-machine';
import type { ConsoleDependencies } from './dependencies';

/** Sets headers that allow only our own scripts and styles, no frames around our pages, and no caching. */
export function securityHeaders({ publicUrl }: Pick<ConsoleDependencies, 'publicUrl'>): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'connect-src': ["'self'"],
        'font-src': ["'none'"],
        // The form that signs out is redirected to the provider, whose address may be anything. Where forms lead is
        // checked elsewhere.
        'form-action': secure ? ["'self'", 'https:'] : ["'self'", 'https:', 'http://127.0.0.1:*', 'http://localhost:*'],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  });
  return (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    headers(request, response, () => {
      // The address of a link is a secret, and is not to reach the page that somebody goes on to.
      if (isOfLink(request.path)) response.set('Referrer-Policy', 'no-referrer');
      next();
    });
  };
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/;

/**
 * Answers only requests that come from this machine, by this machine's own names. While nobody has to sign in, this
 * keeps out proxies, and pages elsewhere that point a name of their own at this machine.
 */
export function onlyThisMachine(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).host;
  return (request, response, next) => {
    const host = request.get('host') ?? '';
    if ((host === ours || loopback.test(host)) && isFromThisMachine(request)) return next();
    response
      .status(421)
      .type('text/plain')
      .send(`This demonstration runs on this computer only. Go to ${publicUrl}.\n`);
  };
}
