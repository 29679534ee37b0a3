import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../src/processes/ports';

/** How what stands behind a proxy is reached: as it is, slowly, not at all, or by connections that nothing comes of. */
type Reach = 'open' | 'slow' | 'refuses' | 'hangs';

/** A way to a server on this machine that can be disturbed. */
export interface Proxy {
  readonly port: number;
  /** The port of the server behind it, which another server may have after it was started again. */
  leadTo(port: number): void;
  /** Disturbs it, or puts it right again. What hung is cut off then. */
  be(reach: Reach): Promise<void>;
  /** Cuts every connection that there is. */
  cut(): void;
  close(): Promise<void>;
}

/** How long each packet takes where it is slow, in milliseconds. */
const slowMs = 250;

/** Starts a proxy on a free port of this machine. */
export async function startProxy(): Promise<Proxy> {
  let behind = 0;
  let now: Reach = 'open';
  const sockets = new Set<Socket>();
  const known = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const carry = (from: Socket, to: Socket): void => {
    let before = Promise.resolve();
    from.on('data', (some) => {
      // One after the other, so that what is slow overtakes nothing.
      before = before.then(async () => {
        if (now === 'slow') await pause(slowMs);
        if (now !== 'hangs' && !to.destroyed) to.write(some);
      });
    });
    from.once('close', () => void before.then(() => to.destroy()));
  };
  const server = createServer((caller) => {
    known(caller);
    if (now === 'hangs') return;
    const called = known(connect(behind, '127.0.0.1'));
    carry(caller, called);
    carry(called, caller);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const port = await freePort();
  await listen(port);
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    port,
    leadTo(other) {
      behind = other;
    },
    async be(reach) {
      const before = now;
      now = reach;
      if (before === 'hangs') cut();
      if (reach === 'refuses' && server.listening) await close();
      if (reach !== 'refuses' && !server.listening) await listen(port);
    },
    cut,
    close: async () => {
      if (server.listening) await close();
    },
  };
}
