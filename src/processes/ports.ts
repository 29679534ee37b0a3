import { createServer } from 'node:net';

/** True when a server could listen there now. */
export function portIsFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * Ports that systems do not give to outgoing connections by themselves: Linux begins at 32,768, others further up. One
 * that the system hands out may be a connection's the next moment, and nobody can listen there until that ends.
 */
const [lowest, highest] = [11_000, 32_000];
const mostTries = 200;

/** A port that nobody listened on a moment ago, and that no outgoing connection takes meanwhile. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await portIsFree(host, port)) return port;
  }
  throw new Error(`None of ${mostTries} ports between ${lowest} and ${highest} was free on ${host}.`);
}
