import { once } from 'node:events';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The mail server of the measurements.
 *
 * @typedef {Awaited<ReturnType<typeof startRelay>>} Relay
 */

/** Starts a mail server on this machine that takes everything at once, and says when the n-th email from now on has come. */
export async function startRelay() {
  /** @type {typeof import('smtp-server')} */
  const { SMTPServer } = require('smtp-server');
  let left = 0;
  /** @type {(at: number) => void} */
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
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = server.server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${bound.port}`,
    /**
     * Resolves when so many have come, with the moment.
     *
     * @param {number} count
     * @returns {Promise<number>}
     */
    allCome(count) {
      left = count;
      return new Promise((resolve) => (whenAll = resolve));
    },
    /** @returns {Promise<void>} */
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
