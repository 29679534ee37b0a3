import type { Express } from 'express';
import type { Server } from 'node:http';
import { problemPages } from '../api/problems';
import { answerUnreadable } from '../api/unreadable-requests';
import type { Config } from '../config/read';

/** Milliseconds that requests already made are given to be answered when the server stops. */
const lastAnswersMs = 3_000;

/** Begins to listen at the address of the configuration. Throws the system's error where that cannot be had. */
export async function listen(app: Express, { host, port, publicUrl }: Config): Promise<Server> {
  const server = app.listen(port, host);
  answerUnreadable(server, problemPages(publicUrl));
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return server;
}

/** Takes nothing new, and gives what was asked before a moment to be answered. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A page that is told of changes keeps its line open for as long as somebody looks at it.
  setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref();
  await closed;
}
