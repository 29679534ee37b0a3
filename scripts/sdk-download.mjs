import { createRequire } from 'node:module';

// Has the SDK download its own binary: it only does so by starting it. Run with a time limit by binaries.mjs.
const [kind, version, downloadDir] = process.argv.slice(2);
const { TestWorkflowEnvironment } = createRequire(import.meta.url)('@temporalio/testing');
const server = { executable: { type: 'cached-download', version, downloadDir } };
const start = kind === 'cli' ? 'createLocal' : 'createTimeSkipping';
const environment = await TestWorkflowEnvironment[start]({ server });
await environment.teardown();
