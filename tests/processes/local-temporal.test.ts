import { createServer } from 'node:net';
import { Connection } from '@temporalio/client';
import { freePort } from '../../src/processes/ports';
import { findBinary } from '../../src/temporal/binaries';
import { startLocalTemporal } from '../../src/temporal/local-server';
import type { LocalTemporal } from '../../src/temporal/local-server';
import type { SearchAttributeType } from '../../src/temporal/search-attributes';
import { temporaryFolder } from '../support/keeper';

describe('the embedded Temporal server', () => {
  const { folder, remove } = temporaryFolder();
  const quiet = (): undefined => undefined;
  afterAll(remove);

  async function start(searchAttributes: Record<string, SearchAttributeType>, port?: number): Promise<LocalTemporal> {
    const cli = await findBinary({ kind: 'cli', log: quiet });
    if (!cli.ok) throw new Error(cli.sentence);
    const ports = { port: port ?? (await freePort()), uiPort: await freePort() };
    return startLocalTemporal({
      cli: cli.path,
      dataDir: folder,
      ...ports,
      namespace: 'default',
      searchAttributes,
      log: quiet,
    });
  }

  async function attributesAndDays(address: string): Promise<{ attributes: string[]; days: number }> {
    const connection = await Connection.connect({ address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
    const days = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 86_400;
    return { attributes: Object.keys(customAttributes), days };
  }

  test('keeps closed histories for ninety days, and takes search attributes that a later release adds', async () => {
    const first = await start({ Stage: 'Keyword' });
    expect(await attributesAndDays(first.address)).toEqual({
      attributes: expect.arrayContaining(['Stage']),
      days: 90,
    });
    await first.stop();
    const second = await start({ Stage: 'Keyword', AddedLater: 'Datetime' });
    expect(await attributesAndDays(second.address)).toEqual({
      attributes: expect.arrayContaining(['Stage', 'AddedLater']),
      days: 90,
    });
    await second.stop();
  }, 180_000);

  test('says which variable to set when its port is taken', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start({}, port)).rejects.toThrow(`Port ${port}, meant for Temporal, is taken`);
    await expect(start({}, port)).rejects.toThrow('TEMPORAL_PORT');
    await new Promise((resolve) => other.close(resolve));
  });
});
