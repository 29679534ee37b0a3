import { compiled } from './compiled.mjs';
import { run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

await run(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const { main } = compiled('src/programs/place.js');
  await main(process.argv.slice(2));
});
