import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/** A proxy in front of several servers, as an installation of several processes has one. */
export interface Front {
  readonly port: number;
  stop(): Promise<void>;
}

/** Hands requests to the servers in turn, at these ports; what a lost one could not be handed goes to the next. */
export async function startFront(port: number, servers: readonly number[]): Promise<Front> {
  let turn = 0;
  const proxy = createServer((incoming, outgoing) => {
    const next = (): number | undefined => servers[turn++ % servers.length];
    hand(incoming, outgoing, { next, left: servers.length });
  });
  proxy.listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

interface Turn {
  next(): number | undefined;
  readonly left: number;
}

function hand(incoming: IncomingMessage, outgoing: ServerResponse, { next, left }: Turn): void {
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
  const asked = ask({ host: '127.0.0.1', port: next(), method: incoming.method, path: incoming.url, headers });
  asked.once('error', (error) => {
    // Passes the request to the next server: where the connection was refused, no byte of the body was sent.
    if ('code' in error && error.code === 'ECONNREFUSED' && left > 1)
      return hand(incoming, outgoing, { next, left: left - 1 });
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  asked.once('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  asked.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', () => incoming.pipe(asked));
    else incoming.pipe(asked);
  });
  outgoing.once('close', () => asked.destroy());
}
