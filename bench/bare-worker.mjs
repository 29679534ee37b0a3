import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * The worker of the yardstick's workflows, in a process of its own as ours is. Told `{ expect: n }`, it says when the
 * n-th activity from then on has run.
 */
const [root, address, keptWarm] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  bundleWorkflowCode,
  makeTelemetryFilterString,
} = require('@temporalio/worker');

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
});
let left = 0;
const nothing = async () => {
  left -= 1;
  if (left === 0) process.send({ doneAt: Date.now() });
};
const connection = await NativeConnection.connect({ address });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: path.join(root, 'bench', 'bare-workflow.cjs'),
  logger: new DefaultLogger('WARN'),
});
// As many are kept warm as of ours, or the memory of the two could not be compared.
const worker = await Worker.create({
  connection,
  taskQueue: 'bare',
  workflowBundle,
  activities: { nothing },
  maxCachedWorkflows: Number(keptWarm),
});
process.on('message', ({ expect, stop }) => {
  if (expect !== undefined) left = expect;
  if (stop === true) worker.shutdown();
});
const running = worker.run();
process.send({ ready: true });
await running;
await connection.close();
if (process.connected) process.disconnect();
