import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * The worker of the yardstick's workflows, and an Express handler that does nothing but ask one for an update, in a
 * process of their own as ours are. Told `{ expect: n }`, it says when the n-th activity from then on has run.
 */
const [root = '', address = '', keptWarm = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
/** @type {typeof import('@temporalio/worker')} */
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
  if (left === 0) process.send?.({ doneAt: Date.now() });
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
process.on('message', (/** @type {{ expect?: number, stop?: boolean }} */ { expect, stop }) => {
  if (expect !== undefined) left = expect;
  if (stop === true) worker.shutdown();
});
/** @type {typeof import('@temporalio/client')} */
const { Client, Connection } = require('@temporalio/client');
const asking = await Connection.connect({ address });
const { workflow } = new Client({ connection: asking });
/** @type {typeof import('express')} */
const express = require('express');
const app = express();
app.post('/:workflowId', async (request, response) => {
  response.json({ answered: await workflow.getHandle(request.params.workflowId).executeUpdate('answer') });
});
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const running = worker.run();
const bound = server.address();
if (bound === null || typeof bound === 'string') throw new Error('The handler has no port.');
process.send?.({ ready: `http://127.0.0.1:${bound.port}` });
await running;
server.closeAllConnections();
server.close();
await asking.close();
await connection.close();
if (process.connected) process.disconnect();
