import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/processes/ports';

/** Settings of a sign-in service that nobody asks: an installation with real cases does not start without one. */
export const signIn = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'reviews',
  OIDC_CLIENT_SECRET: 'a-secret-for-this-test-only',
};

const root = path.join(__dirname, '..', '..');

/** A whole installation, started as a person starts it, in a folder of its own. */
export interface RunningInstallation {
  readonly url: string;
  readonly token: string;
  readonly dataDir: string;
  readonly temporalAddress: string;
  /** With what it is started, for commands that are to find it. */
  readonly environment: NodeJS.ProcessEnv;
  /** What it printed so far. */
  output(): string;
  /** Starts it, with these settings in place of those that it has otherwise; or the release in another folder. */
  start(otherwise?: Readonly<Record<string, string>>, release?: string): Promise<void>;
  /** Resolves when it can do its work, as after a start that it makes by itself. */
  isReady(): Promise<void>;
  /** SIGKILL: no chance to say goodbye. */
  kill(): Promise<void>;
  /** Ctrl-C, or as a service is stopped. Resolves with the exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** Removes the folder. */
  remove(): void;
}

const patience = 300_000;

export async function anInstallation(settings: Readonly<Record<string, string>> = {}): Promise<RunningInstallation> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'installation-'));
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const token = 'a-token-that-is-for-this-test-only';
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';

  const ended = (of: ChildProcess): Promise<number | null> =>
    of.exitCode !== null || of.signalCode !== null
      ? Promise.resolve(of.exitCode)
      : new Promise((resolve) => of.once('exit', (code) => resolve(code)));

  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    API_TOKEN: token,
    // For folders that an earlier release began; unless people are to sign in, or the test is about that.
    ...('OIDC_ISSUER' in settings || 'TRY_OUT' in settings ? {} : { TRY_OUT: 'yes' }),
    ...settings,
  };

  return {
    url,
    token,
    dataDir,
    environment,
    temporalAddress: `127.0.0.1:${temporalPort}`,
    output: () => printed,
    async start(otherwise = {}, release = root) {
      const before = printed.length;
      const starting = spawn(process.execPath, [path.join(release, 'scripts', 'start.mjs')], {
        cwd: release,
        env: { ...environment, ...otherwise },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = starting;
      starting.stdout.on('data', (some: Buffer) => (printed += some.toString()));
      starting.stderr.on('data', (some: Buffer) => (printed += some.toString()));
      const until = Date.now() + patience;
      while (Date.now() < until) {
        if (starting.exitCode !== null) throw new Error(`It ended before it was ready:\n${printed}`);
        if ((await isReady(url)) || printed.slice(before).includes('READ ONLY')) return;
        await pause(200);
      }
      throw new Error(`It was not ready in time:\n${printed}`);
    },
    async isReady() {
      for (const until = Date.now() + patience; Date.now() < until; await pause(200)) if (await isReady(url)) return;
      throw new Error(`It was not ready in time:\n${printed}`);
    },
    async kill() {
      if (child === undefined) return;
      const dying = child;
      dying.kill('SIGKILL');
      await ended(dying);
    },
    async stop(signal = 'SIGINT') {
      if (child === undefined) return null;
      const stopping = child;
      if (stopping.exitCode === null) stopping.kill(signal);
      return ended(stopping);
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
