import { spawnSync } from 'node:child_process';
import { root, run, say } from './project.mjs';
import { ensureDependencies } from './setup.mjs';
import { runTests } from './test.mjs';

const stages = [
  { name: 'format', script: 'format:check' },
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'typecheck' },
];

await run(async () => {
  await ensureDependencies();
  const failed = stages.filter(({ name, script }) => {
    say(`Checking the ${name}.`);
    const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 2, 2] });
    return status !== 0;
  });
  if (failed.length > 0) {
    process.exitCode = 1;
    say(`Stopped before the tests: the ${failed.map(({ name }) => name).join(' and the ')} failed.`);
  } else if (!(await runTests())) process.exitCode = 1;
});
