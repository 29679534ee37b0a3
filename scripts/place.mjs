import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

await run(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const { main } = createRequire(import.meta.url)(path.join(root, 'dist', 'src', 'placing.js'));
  await main(process.argv.slice(2));
});
