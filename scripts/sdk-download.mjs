import { createRequire } from 'node:module';

// Has the SDK download its own binary: it only does so by starting it. Run with a time limit by binaries.mjs.
const [kind, version = '', downloadDir = ''] = process.argv.slice(2);
/** @type {typeof import('@temporalio/testing')} */
const { TestWorkflowEnvironment } = createRequire(import.meta.url)('@temporalio/testing');
/** @type {{ executable: { type: 'cached-download', version: string, downloadDir: string } }} */
const server = { executable: { type: 'cached-download', version, downloadDir } };
const environment = await (kind === 'cli'
  ? TestWorkflowEnvironment.createLocal({ server })
  : TestWorkflowEnvironment.createTimeSkipping({ server }));
await environment.teardown();
