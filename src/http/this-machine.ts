import type { Request } from 'express';

const loopback = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Says whether a request comes from a program or browser of this machine. A request that a proxy passes on for another
 * machine does not, whether or not PROXIES counts that proxy.
 */
export function isFromThisMachine(request: Pick<Request, 'socket' | 'get'>): boolean {
  if (request.get('forwarded') !== undefined) return false;
  const passedOn = [request.get('x-forwarded-for'), request.get('x-real-ip')].flatMap((said) => said?.split(',') ?? []);
  return [request.socket.remoteAddress ?? '', ...passedOn].every((address) => loopback.test(address.trim()));
}
