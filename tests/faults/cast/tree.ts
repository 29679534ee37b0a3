import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { anInstallation } from '../../e2e/installation';
import { signal } from '../../../src/processes/identity';
import { mailFrom, type Site } from './cast';
import { startRelay } from './relay';

/** An installation as `npm start` starts it: one tree of processes, with Temporal and PostgreSQL in it. */
export interface Tree extends Site {
  /** SIGKILL to every process of it at once, those that look after others included. */
  killAll(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The records of an installation that runs on its own data folder. */
export function recordsUrlIn(dataDir: string): string {
  const records = path.join(dataDir, 'records');
  // The fourth line of PostgreSQL's own file says where it listens.
  const port = readFileSync(path.join(records, 'db', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  return `postgres://records:${readFileSync(path.join(records, 'password'), 'utf8').trim()}@127.0.0.1:${port}/records`;
}

/** Starts a whole installation in one process tree. */
export async function startTree(): Promise<Tree> {
  const relay = await startRelay();
  const installation = await anInstallation({
    PRACTICE_SMTP_URL: relay.url,
    MAIL_FROM: `${mailFrom.name} <${mailFrom.address}>`,
    LOG_LEVEL: 'warn',
  });
  const stop = async (): Promise<void> => {
    await installation.stop();
    await relay.stop();
    installation.remove();
  };
  try {
    await installation.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const { url, token, temporalAddress, dataDir } = installation;
  return {
    ...{ url, token, temporalAddress, relay },
    recordsUrl: () => recordsUrlIn(dataDir),
    printed: () => installation.output(),
    async killAll() {
      const run = path.join(dataDir, 'run');
      for (const name of readdirSync(run).filter((file) => file.endsWith('.json'))) {
        const entry = readFileSync(path.join(run, name), 'utf8');
        for (const [, pid] of entry.matchAll(/"pid":(\d+)/g)) signal(Number(pid), 'SIGKILL');
      }
      await installation.kill();
    },
    start: () => installation.start(),
    stop,
  };
}
