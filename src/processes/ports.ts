import { createServer } from 'node:net';

/** Returns Node's code, such as EADDRINUSE, for why a server could not listen there now; undefined if it could. */
export function whyNoListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** True when a server could listen there now. */
export const portIsFree = async (host: string, port: number): Promise<boolean> =>
  (await whyNoListening(host, port)) === undefined;

/** A port for whoever listens at once, and asks for another where it was taken meanwhile: one of the system's own. */
export function portForNow(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port: 0 }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port was given.'));
        else resolve(address.port);
      });
    });
  });
}

/**
 * Ports that systems do not give to outgoing connections by themselves: Linux begins at 32,768, others further up. One
 * that the system hands out may be a connection's the next moment, and nobody can listen there until that ends.
 */
const [lowest, highest] = [11_000, 32_000];
/** Processes that start at the same time draw different ports, as long as their ids differ in their last digits to this base. */
const [base, mostTries] = [64, 200];
const given = new Set<number>();

/**
 * A port for later: nobody listened on it a moment ago, no outgoing connection takes it meanwhile, this process is given
 * it once, and hardly another one is.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const drawn = Math.floor((Math.random() * (highest - lowest)) / base);
    const port = lowest + drawn * base + (process.pid % base);
    if (given.has(port) || !(await portIsFree(host, port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`None of ${mostTries} ports between ${lowest} and ${highest} was free on ${host}.`);
}
