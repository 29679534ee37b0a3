import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { answerUnreadable } from '../../src/api/unreadable-requests';
import { schemas } from '../../src/api/schemas';

/* Requests that are not HTTP are answered as every other wrong request is: by a problem that says what is wrong. */

let server: Server;
beforeAll(async () => {
  server = createServer({ requestTimeout: 300, connectionsCheckingInterval: 100 }, (asked, response) => {
    if (asked.url === '/slow') response.write('half an answer');
    else asked.resume().on('end', () => response.end('whole'));
  });
  answerUnreadable(server, 'https://reviews.example/problems');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Returns all that the server says to these bytes, and to others once it has begun to answer, until the end. */
const said = (bytes: string, others?: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    if (others !== undefined) socket.once('data', () => socket.write(others, 'latin1'));
    socket.on('data', (some) => (heard += some.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(heard);
    });
  });

test.each([
  ['a header with a control character', 'GET / HTTP/1.1\r\nHost: a\r\nIf-Match: \x8e\x0f\r\n\r\n', /character/],
  ['a header line without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n', /not HTTP/],
  ['what is no request at all', 'MAIL FROM:<a@b.example>\r\n\r\n', /not HTTP/],
  [
    'two lengths that contradict each other',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    /not HTTP/,
  ],
  ['headers that are too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /too long/],
  ['a request that does not end', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx', /in time/],
])('%s: 400, and what is wrong', async (_what, bytes, sentence) => {
  const [head = '', body = ''] = (await said(bytes)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toMatch(/Content-Type: application\/problem\+json/);
  const problem: unknown = JSON.parse(body);
  expect(schemas.Problem.safeParse(problem).success).toBe(true);
  expect(problem).toMatchObject({
    type: 'https://reviews.example/problems/malformed',
    status: 400,
    detail: expect.stringMatching(sentence),
  });
});

test('What comes after half an answer ends the connection, and nothing is said into that answer', async () => {
  const heard = await said('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n', 'GET / HTTP/1.1\r\nIf-Match: \x0f\r\n\r\n');
  expect(heard).toContain('half an answer');
  expect(heard).not.toContain('problem');
});

test('A request that is as it should be is answered by its route', async () => {
  expect(await said('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/200 OK[^]*whole/);
});
