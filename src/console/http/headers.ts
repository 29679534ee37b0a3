import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isFromThisMachine } from '../../http/this-machine';
import type { Dependencies } from './dependencies';

/** No script and no style but ours, no frame around us, nothing kept by a browser or a proxy. */
export function securityHeaders({ publicUrl }: Pick<Dependencies, 'publicUrl'>): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'connect-src': ["'self'"],
        'font-src': ["'none'"],
        // Signing out goes on to the provider, whose address is its own affair: to where forms lead is held elsewhere.
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
    headers(request, response, next);
  };
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/;

/**
 * Answers only what was asked on this machine, of this machine, by its own names. Where nobody has to say who they are,
 * neither a proxy nor a page elsewhere, by a name of its own that leads here, may let others in.
 */
export function onlyThisMachine(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).host;
  return (request, response, next) => {
    const host = request.get('host') ?? '';
    if ((host === ours || loopback.test(host)) && isFromThisMachine(request)) return next();
    response.status(421).type('text/plain').send(`This is for trying out on this machine alone: go to ${publicUrl}.\n`);
  };
}
