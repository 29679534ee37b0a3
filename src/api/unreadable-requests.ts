import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem, problemBody, problems } from './problems';

/** Sentences for the requests that Node's parser refuses for a particular reason. */
const particular: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers of the request are too long. Send shorter ones.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not arrive in time. Send it again.',
};
const otherwise =
  'The request is not HTTP as it should be: a header has a character that no header may have, or the message is cut short.';

/**
 * Answers a request that Node's HTTP parser refuses, before any route sees it, by a problem as all others are: 400, and
 * what is wrong. Without this the answer would be empty. An answer that is under way is cut short, as nothing can be
 * said after it. `base` is the address of the pages about problems.
 */
export function answerUnreadable(server: Server, base: string): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => {
    answering.set(socket, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = answering.get(socket);
    const isAnswering = response !== undefined && response.headersSent && !response.writableEnded;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    const problem = new Problem('malformed', particular[error.code ?? ''] ?? otherwise);
    const body = JSON.stringify(problemBody(problem, { base, instance: '' }));
    const { status } = problems[problem.code];
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
