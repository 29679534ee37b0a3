import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBinary } from './binaries.mjs';
import { isStarted, root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/*
 * Saves the histories of every way through the procedure as this release writes them. Every release after it replays
 * them: see tests/workflows/histories.test.ts.
 */

async function histories() {
  await ensureDependencies();
  process.env['TEMPORAL_TEST_SERVER'] = await ensureBinary('test-server');
  await ensureBuilt();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  say(`Taking a case down every way for the histories of release ${version}; this takes a few minutes.`);
  const { loadTypeScript } = await import('./typescript.mjs');
  const { saveHistories } = loadTypeScript('tests/workflows/support/save-histories.ts');
  const saved = Object.values(await saveHistories(version));
  const runs = saved.reduce((sum, one) => sum + one.runs, 0);
  const events = saved.reduce((sum, one) => sum + one.events, 0);
  say(`Saved ${runs} runs with ${events} events of ${saved.length} ways.`);
}

if (isStarted(import.meta.url)) await run(histories);
