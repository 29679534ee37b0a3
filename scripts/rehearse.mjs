import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { OwnInstallation } from './own-installation.mjs';
import { compiled } from './compiled.mjs';
import { Problem, messageOf, root, run, say } from './project.mjs';
import { readDirectory } from './rehearsal.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/** @import { Address } from '../tools/rehearsal/caller.js' */

// Reads the names of the paths from their files, so that they are known before anything is installed or compiled.
const names = readdirSync(path.join(root, 'tools', 'rehearsal', 'paths')).map((file) => path.basename(file, '.ts'));
const known = ['straight', ...names.filter((name) => name !== 'straight')];

const usage = `npm run rehearse -- [--path <path>] [--url <address> --token <token>] [--keep]

Takes a practice case through the procedure, from samples/notification.json to its closure, on the real engine.

  --path <path>    which way: ${known.join(', ')}; or all (straight, where nothing is said)
  --url <address>  a running installation, such as http://127.0.0.1:3000; without it one is started in a folder of its own
  --token <token>  its API token (or API_TOKEN)
  --keep           leaves the folder of its own where it is
`;

function parsed() {
  try {
    const { values } = parseArgs({
      allowPositionals: false,
      options: {
        path: { type: 'string', default: 'straight' },
        url: { type: 'string' },
        token: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Problem(`${messageOf(error).split('. ')[0]}. --help says what there is.`);
  }
}

/** Reads what was asked for: the way, whether the folder is kept, and the installation, where it is one that runs. */
function readArguments() {
  const values = parsed();
  if (values.path !== 'all' && !known.includes(values.path)) {
    throw new Problem(`There is no path "${values.path}". There are: ${known.join(', ')}, and all.`);
  }
  if (values.url === undefined) return { ...values, address: undefined };
  const token = values.token ?? process.env['API_TOKEN'];
  if (!token) throw new Problem('Give the API token of that installation: --token or API_TOKEN.');
  if (!URL.canParse(values.url))
    throw new Problem(`${values.url} is no address; give one such as http://127.0.0.1:3000.`);
  return { ...values, address: { url: values.url.replace(/\/+$/, ''), token } };
}

/**
 * Takes cases along the ways that were asked for, one after the other.
 *
 * @param {{ path: string }} asked
 * @param {{ address: Address, temporalUi?: string, isOver?: () => boolean }} installation
 */
async function rehearseAll({ path: wanted }, { address, temporalUi, isOver = () => false }) {
  const { callerOf } = compiled('tools/rehearsal/caller.js');
  const { paths } = compiled('tools/rehearsal/paths.js');
  const { rehearse } = compiled('tools/rehearsal/rehearse.js');
  const { screenOn } = compiled('tools/rehearsal/screen.js');
  const { Unexpected } = compiled('tools/rehearsal/situation.js');
  const sample = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'));
  const directory = readDirectory();
  const { stdout } = process;
  const screen = screenOn({
    isTTY: stdout.isTTY,
    columns: stdout.columns,
    // Drops the lines that still arrive while everything is being stopped.
    write: (text) => {
      if (!isOver()) stdout.write(text);
    },
  });
  /** @param {string} reference */
  const links = (reference) => [
    `The case      ${address.url}/api/cases/${reference}`,
    ...(temporalUi ? [`Temporal UI   ${temporalUi}/namespaces/default/workflows/${reference}`] : []),
  ];
  const stage = { caller: callerOf(address), links, sample, directory, screen, now: Date.now };
  const failed = [];
  const asked = paths.filter(({ name }) => wanted === 'all' || name === wanted);
  for (const one of asked) {
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
  if (wanted === 'all') say(`${asked.length} rehearsals, ${failed.length} failed`);
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
  if (wanted.address !== undefined) {
    await rehearseAll(wanted, { address: wanted.address });
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
    // Ignores errors after Ctrl-C: they come from everything being stopped.
    if (!interrupted) throw error;
  } finally {
    await own.stop(wanted.keep);
  }
});
