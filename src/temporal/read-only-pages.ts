import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/* Serves Temporal's pages behind a proxy that refuses every change. The Temporal CLI has no option for that. */

/** The address of the proxy, and the port at which Temporal serves its pages. */
export interface ReadOnlyPages {
  readonly host: string;
  readonly port: number;
  readonly pagesPort: number;
}

/**
 * The path of the pages' settings. The proxy changes them so that the pages hide every button that changes something.
 */
const settingsAddress = '/api/v1/settings';
/** Paths of queries. A query is sent as a POST but changes nothing; the page at the top of a case uses one. */
const query = /^\/api\/v1\/namespaces\/[^/]+\/workflows\/[^/]+\/query\/[^/]+$/;

const mayPass = ({ method, url }: IncomingMessage): boolean =>
  method === 'GET' ||
  method === 'HEAD' ||
  (method === 'POST' && query.test(new URL(url ?? '/', 'http://pages').pathname));

/** Serves Temporal's pages read-only. Resolves with a stop function. */
export async function serveReadOnly({ host, port, pagesPort }: ReadOnlyPages): Promise<() => Promise<void>> {
  const server = createServer((asked, response) => {
    if (!mayPass(asked)) return refuse(response);
    pass(asked, response, { host, pagesPort });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

function refuse(response: ServerResponse): void {
  const message = 'These pages are for looking. Decisions are taken in the console; cases are restarted there too.';
  response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

function pass(asked: IncomingMessage, response: ServerResponse, to: Pick<ReadOnlyPages, 'host' | 'pagesPort'>): void {
  const isSettings = new URL(asked.url ?? '/', 'http://pages').pathname === settingsAddress;
  const { 'accept-encoding': encodings, ...headers } = asked.headers;
  const passed = request(
    {
      host: to.host,
      port: to.pagesPort,
      method: asked.method,
      path: asked.url,
      headers: isSettings || encodings === undefined ? headers : { ...headers, 'accept-encoding': encodings },
    },
    (answer) => {
      if (isSettings && answer.statusCode === 200) return void tellSettings(answer, response);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('Temporal’s pages do not answer.\n');
  });
  asked.pipe(passed);
}

async function tellSettings(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of answer) parts.push(Buffer.from(part as Uint8Array));
    const settings: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const said = JSON.stringify({ ...(settings as object), DisableWriteActions: true });
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(said);
  } catch {
    response.writeHead(502).end();
  }
}
