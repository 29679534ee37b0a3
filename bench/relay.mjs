import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A mail server on this machine that takes everything at once, and says when the n-th email from now on has come. */
export async function startRelay() {
  const { SMTPServer } = require('smtp-server');
  let left = 0;
  let whenAll = () => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.resume();
      stream.once('end', () => {
        done();
        left -= 1;
        if (left === 0) whenAll(Date.now());
      });
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    allCome(count) {
      left = count;
      return new Promise((resolve) => (whenAll = resolve));
    },
    stillToCome: () => left,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
