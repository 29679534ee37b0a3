import { parseArgs } from 'node:util';
import { compiled } from './compiled.mjs';
import { Problem, isStarted, run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * Brings the open cases onto the worker of WORKER_BUILD_ID, beside the one before: see docs/for-it.md, "Upgrading".
 * npm run deploy [-- --start "command that starts the new worker" --stop "command that stops the old one"]
 */

/** @param {string[]} args */
async function deploy(args) {
  const { values } = parseArgs({ args, options: { start: { type: 'string' }, stop: { type: 'string' } } });
  await ensureDependencies();
  await ensureBuilt();
  const { main } = compiled('src/programs/deploy.js');
  try {
    await main(values);
  } catch (error) {
    throw error instanceof Error && error.name === 'CannotDeploy' ? new Problem(error.message) : error;
  }
}

if (isStarted(import.meta.url)) await run(() => deploy(process.argv.slice(2)));
