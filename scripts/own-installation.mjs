import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compiled } from './compiled.mjs';
import { Problem, root, say } from './project.mjs';

/** @import { ChildProcess, ChildProcessByStdio } from 'node:child_process' */
/** @import { Readable } from 'node:stream' */

const startingTakes = 120_000;
const stoppingTakes = 45_000;

/** Settings of another installation, which must not reach the one that is started here. */
const ofOthers =
  /^(HOST|PORT|DATA_DIR|DATABASE_URL|SMTP_URL|PRACTICE_SMTP_URL|MAIL_FROM|PUBLIC_URL|API_TOKEN|PROXIES|TRY_OUT|OIDC_.*|TEMPORAL_(?!CLI$).*)$/;

/** An installation in a folder of its own that the caller's settings do not reach; started and stopped as a person does. */
export class OwnInstallation {
  /** Its folder, address and settings: empty until it is started. */
  dataDir = '';
  url = '';
  temporalUi = '';
  /** @type {Record<string, string>} */
  settings = {};
  token = 'a-token-that-is-for-this-rehearsal';

  /** @type {ChildProcessByStdio<null, Readable, Readable> | undefined} */
  #child;
  #printed = '';
  /** @type {Promise<void> | undefined} */
  #stopping;

  async start() {
    const { freePort } = compiled('src/processes/ports.js');
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'rehearsal-'));
    const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
    this.url = `http://127.0.0.1:${port}`;
    this.temporalUi = `http://127.0.0.1:${uiPort}`;
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofOthers.test(name)));
    this.settings = {
      DATA_DIR: this.dataDir,
      PORT: String(port),
      TEMPORAL_PORT: String(temporalPort),
      TEMPORAL_UI_PORT: String(uiPort),
      API_TOKEN: this.token,
    };
    say(`Starting an installation of its own in ${this.dataDir}.`);
    const startedAt = Date.now();
    const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
      cwd: root,
      env: { ...inherited, ...this.settings, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ some) => (this.#printed = `${this.#printed}${some}`.slice(-20_000)));
    }
    while (!(await this.#isReady())) {
      if (this.#stopping) throw new Interrupted();
      if (hasEnded(child)) throw new Problem(`The installation did not start:\n${this.#printed.trimEnd()}`);
      if (Date.now() - startedAt > startingTakes) {
        throw new Problem(`The installation was not ready in ${startingTakes / 1000} s:\n${this.#printed.trimEnd()}`);
      }
      await pause(150);
    }
    say(`Started (${((Date.now() - startedAt) / 1000).toFixed(1)} s).\n`);
  }

  /**
   * Stops it as Ctrl-C does, and removes its folder. Asked twice, does it once.
   *
   * @param {boolean} keep leaves the folder where it is
   */
  stop(keep) {
    this.#stopping ??= this.#stop(keep);
    return this.#stopping;
  }

  /** @param {boolean} keep */
  async #stop(keep) {
    const child = this.#child;
    if (child !== undefined && !hasEnded(child)) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGKILL'), stoppingTakes);
      await ended;
      clearTimeout(late);
    }
    if (this.dataDir === '') return;
    if (keep) {
      const settings = Object.entries(this.settings).map(([name, value]) => `${name}=${value}`);
      say(`Its folder is kept. To look at it: ${settings.join(' ')} npm start`);
    } else rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #isReady() {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

/** @param {ChildProcess} child */
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** Thrown by `start` when the installation is stopped before it is ready. */
export class Interrupted extends Error {}
