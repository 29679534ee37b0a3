import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

await run(async () => {
  await ensureDependencies();
  await ensureBuilt();
  process.setSourceMapsEnabled(true);
  say('Starting.');
  // In this process, not in a child: whoever stops or kills `node scripts/start.mjs` stops or kills the application.
  const { main } = createRequire(import.meta.url)(path.join(root, 'dist', 'src', 'main.js'));
  await main();
});
