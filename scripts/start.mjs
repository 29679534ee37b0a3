import { compiled } from './compiled.mjs';
import { run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

await run(async () => {
  await ensureDependencies();
  await ensureBuilt();
  process.setSourceMapsEnabled(true);
  say('Starting.');
  // In this process, not in a child: whoever stops or kills `node scripts/start.mjs` stops or kills the application.
  const { main } = compiled('src/programs/server.js');
  await main();
});
