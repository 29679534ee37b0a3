import type { Request } from 'express';

const loopback = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Whether a request comes from a program or browser of this machine. What a proxy passes on for somebody else does
 * not, whether or not the proxy was told of in PROXIES.
 */
export function isFromThisMachine(request: Pick<Request, 'socket' | 'get'>): boolean {
  if (request.get('forwarded') !== undefined) return false;
  const passedOn = [request.get('x-forwarded-for'), request.get('x-real-ip')].flatMap((said) => said?.split(',') ?? []);
  return [request.socket.remoteAddress ?? '', ...passedOn].every((address) => loopback.test(address.trim()));
}
