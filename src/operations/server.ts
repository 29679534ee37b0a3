import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** Answer at one path. */
export interface PathAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Address at which the server listens, and its answers by path. */
export interface OperationsSettings {
  readonly host: string;
  readonly port: number;
  readonly answers: Readonly<Record<string, () => Promise<PathAnswer>>>;
}

/** A small server for whoever looks after the installation: no sign-in, nothing of any case, on an address of its own. */
export async function serveOperations({ host, port, answers }: OperationsSettings): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://operations');
    const answer = request.method === 'GET' || request.method === 'HEAD' ? answers[pathname] : undefined;
    if (answer === undefined) return send(response, text(404, 'There is nothing at this address.\n'));
    answer().then(
      (given) => send(response, given),
      () => send(response, text(503, 'It cannot be said just now.\n')),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return () => closed(server);
}

/** An answer that programs read. */
export const json = (status: number, body: object): PathAnswer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(body)}\n`,
});

const text = (status: number, body: string): PathAnswer => ({ status, type: 'text/plain', body });

function send(response: ServerResponse, { status, type, body }: PathAnswer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
