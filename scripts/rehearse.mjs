import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

// One file a path, named as the path is: known before anything is installed or compiled.
const names = readdirSync(path.join(root, 'src', 'rehearsal', 'paths')).map((file) => path.basename(file, '.ts'));
const known = ['straight', ...names.filter((name) => name !== 'straight')];

const usage = `npm run rehearse -- [--path <path>] [--url <address> --token <token>] [--keep]

Takes a practice case through the procedure, from samples/notification.json to its closure, on the real engine.

  --path <path>    which way: ${known.join(', ')}; or all (straight, where nothing is said)
  --url <address>  a running installation, such as http://127.0.0.1:3000; without it one is started in a folder of its own
  --token <token>  its API token (or API_TOKEN)
  --keep           leaves the folder of its own where it is
`;

const startingTakes = 120_000;
const stoppingTakes = 45_000;

/** What belongs to another installation: none of it may reach the one that is started here. */
const ofOthers =
  /^(HOST|PORT|DATA_DIR|DATABASE_URL|SMTP_URL|PRACTICE_SMTP_URL|MAIL_FROM|PUBLIC_URL|API_TOKEN|PROXIES|TRY_OUT|OIDC_.*|TEMPORAL_(?!CLI$).*)$/;

function readArguments() {
  const options = {
    path: { type: 'string', default: 'straight' },
    url: { type: 'string' },
    token: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  };
  let values;
  try {
    ({ values } = parseArgs({ options, allowPositionals: false }));
  } catch (error) {
    throw new Problem(`${error.message.split('. ')[0]}. --help says what there is.`);
  }
  if (values.path !== 'all' && !known.includes(values.path)) {
    throw new Problem(`There is no path "${values.path}". There are: ${known.join(', ')}, and all.`);
  }
  if (values.url === undefined) return values;
  const token = values.token ?? process.env.API_TOKEN;
  if (!token) throw new Problem('Give the API token of that installation: --token or API_TOKEN.');
  if (!URL.canParse(values.url))
    throw new Problem(`${values.url} is no address; give one such as http://127.0.0.1:3000.`);
  return { ...values, token, url: values.url.replace(/\/+$/, '') };
}

/** An installation of the rehearsal's own, that nobody else's settings reach. */
class OwnInstallation {
  #child;
  #printed = '';
  #stopping;

  async start() {
    const { freePort } = dist('processes/ports.js');
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'rehearsal-'));
    const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
    this.url = `http://127.0.0.1:${port}`;
    this.temporalUi = `http://127.0.0.1:${uiPort}`;
    this.token = 'a-token-that-is-for-this-rehearsal';
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
    this.#child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
      cwd: root,
      env: { ...inherited, ...this.settings, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (some) => (this.#printed = `${this.#printed}${some}`.slice(-20_000)));
    }
    while (!(await this.#isReady())) {
      if (this.#stopping) throw new Interrupted();
      if (this.#hasEnded()) throw new Problem(`The installation did not start:\n${this.#printed.trimEnd()}`);
      if (Date.now() - startedAt > startingTakes) {
        throw new Problem(`The installation was not ready in ${startingTakes / 1000} s:\n${this.#printed.trimEnd()}`);
      }
      await pause(150);
    }
    say(`Started (${((Date.now() - startedAt) / 1000).toFixed(1)} s).\n`);
  }

  /** Stops it as Ctrl-C does, and removes its folder; asked twice, it does it once. */
  stop(keep) {
    this.#stopping ??= this.#stop(keep);
    return this.#stopping;
  }

  async #stop(keep) {
    if (this.#child !== undefined && !this.#hasEnded()) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill('SIGINT');
      const late = setTimeout(() => this.#child.kill('SIGKILL'), stoppingTakes);
      await ended;
      clearTimeout(late);
    }
    if (this.dataDir === undefined) return;
    if (keep) {
      const settings = Object.entries(this.settings).map(([name, value]) => `${name}=${value}`);
      say(`Its folder is kept. To look at it: ${settings.join(' ')} npm start`);
    } else rmSync(this.dataDir, { recursive: true, force: true });
  }

  #hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async #isReady() {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

/** Ctrl-C: there is nothing to say about it. */
class Interrupted extends Error {}

const dist = (file) => createRequire(import.meta.url)(path.join(root, 'dist', 'src', file));

/** Who is who, from the profile of this folder: a case knows people by their ids only. */
function readDirectory() {
  const { parse } = createRequire(import.meta.url)('yaml');
  const file = path.resolve(process.env.PARTNERSHIP_PROFILE || path.join(root, 'profiles', 'kirklees.yaml'));
  let written;
  try {
    written = parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Problem(`The profile ${file} cannot be read (PARTNERSHIP_PROFILE).`);
  }
  const { people, roleTitles, agencies } = written;
  return { profile: path.basename(file).replace(/\.ya?ml$/, ''), people, roleTitles, agencies: Object.keys(agencies) };
}

async function rehearseAll({ path: wanted }, { address, temporalUi, isOver = () => false }) {
  const { callerOf } = dist('rehearsal/caller.js');
  const { paths } = dist('rehearsal/paths.js');
  const { rehearse } = dist('rehearsal/rehearse.js');
  const { screenOn } = dist('rehearsal/screen.js');
  const { Unexpected } = dist('rehearsal/situation.js');
  const sample = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'));
  const directory = readDirectory();
  const { stdout } = process;
  const screen = screenOn({
    isTTY: stdout.isTTY,
    columns: stdout.columns,
    // What still comes in while everything is being stopped is not worth a line.
    write: (text) => isOver() || stdout.write(text),
  });
  const links = (reference) => [
    `The case      ${address.url}/api/cases/${reference}`,
    ...(temporalUi ? [`Temporal UI   ${temporalUi}/namespaces/default/workflows/${reference}`] : []),
  ];
  const stage = { caller: callerOf(address), links, sample, directory, screen, now: Date.now };
  const failed = [];
  for (const one of paths.filter(({ name }) => wanted === 'all' || name === wanted)) {
    try {
      await rehearse(stage, one);
    } catch (error) {
      screen.end();
      if (!(error instanceof Unexpected)) throw error;
      failed.push(`${one.name}: ${error.message}`);
      if (wanted === 'all' && !isOver()) say(`${failed.at(-1)}\n`);
    }
    if (isOver()) return;
  }
  if (failed.length > 0) throw new Problem(failed.join('\n'));
}

await run(async () => {
  const wanted = readArguments();
  if (wanted.help) {
    process.stdout.write(usage);
    return;
  }
  await ensureDependencies();
  await ensureBuilt();
  if (wanted.url !== undefined) {
    await rehearseAll(wanted, { address: { url: wanted.url, token: wanted.token } });
    return;
  }
  const own = new OwnInstallation();
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (!interrupted) say('\nStopping.');
      interrupted = true;
      void own.stop(wanted.keep).then(() => process.exit(130));
    });
  }
  try {
    await own.start();
    await rehearseAll(wanted, {
      address: { url: own.url, token: own.token },
      temporalUi: own.temporalUi,
      isOver: () => interrupted,
    });
  } catch (error) {
    // What fails because everything is being stopped is no failure.
    if (!interrupted) throw error;
  } finally {
    await own.stop(wanted.keep);
  }
});
