import { createServer, type Server } from 'node:http';
import { freePort } from '../../../src/processes/ports';
import { startFront, type Front } from '../../../tools/topology/front';

/** A server that answers its name and what it was sent. */
async function aServer(name: string): Promise<{ readonly port: number; readonly server: Server }> {
  const port = await freePort();
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (some: string) => (body += some));
    incoming.on('end', () =>
      outgoing.end(`${name} was sent ${body} for ${String(incoming.headers['x-forwarded-for'])}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, server };
}
const gone = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

describe('A proxy in front of two servers', () => {
  let front: Front;
  let one: Awaited<ReturnType<typeof aServer>>;
  let two: Awaited<ReturnType<typeof aServer>>;
  const send = async (body: string) => {
    const answer = await fetch(`http://127.0.0.1:${front.port}/`, { method: 'POST', body });
    return { status: answer.status, text: await answer.text() };
  };

  beforeAll(async () => {
    [one, two] = [await aServer('one'), await aServer('two')];
    front = await startFront(await freePort(), [one.port, two.port]);
  });
  afterAll(async () => {
    await front.stop();
    await gone(one.server);
    await gone(two.server);
  });

  test('asks them in turn, and says for whom', async () => {
    const answers = [await send('this'), await send('that'), await send('more')];
    expect(answers.map(({ text }) => text)).toEqual([
      'one was sent this for 127.0.0.1',
      'two was sent that for 127.0.0.1',
      'one was sent more for 127.0.0.1',
    ]);
  });

  test('hands all to the other when one is lost, and says 502 when both are', async () => {
    await gone(one.server);
    for (const body of ['a', 'b', 'c'])
      expect(await send(body)).toEqual({ status: 200, text: `two was sent ${body} for 127.0.0.1` });
    await gone(two.server);
    expect((await send('d')).status).toBe(502);
  });
});
