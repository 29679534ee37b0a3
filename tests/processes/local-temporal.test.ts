import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
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

  async function start(
    searchAttributes: Record<string, SearchAttributeType>,
    { port, readOnlyPages = false }: { readonly port?: number; readonly readOnlyPages?: boolean } = {},
  ): Promise<LocalTemporal> {
    const cli = await findBinary({ kind: 'cli', log: quiet });
    if (!cli.ok) throw new Error(cli.sentence);
    const ports = { port: port ?? (await freePort()), uiPort: await freePort() };
    return startLocalTemporal({
      cli: cli.path,
      dataDir: folder,
      ...ports,
      namespace: 'default',
      searchAttributes,
      readOnlyPages,
      log: quiet,
    });
  }

  /** Its pages come up a moment after the server itself. */
  async function answering(uiUrl: string): Promise<void> {
    const isThere = () =>
      fetch(uiUrl).then(
        ({ status }) => status === 200,
        () => false,
      );
    for (let tries = 0; tries < 300 && !(await isThere()); tries += 1) await pause(100);
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

  test.each([
    ['are read-only where people sign in', true],
    ['take what is done in them where nobody does', false],
  ])(
    'has pages that %s',
    async (_what, readOnlyPages) => {
      const { uiUrl, stop } = await start({ Stage: 'Keyword' }, { readOnlyPages });
      const ask = async (path: string, method = 'GET') => (await fetch(`${uiUrl}${path}`, { method })).status;
      const ofCase = '/api/v1/namespaces/default/workflows/SIN-2026-0001';
      await answering(uiUrl);
      expect(await ask('/')).toBe(200);
      expect(await (await fetch(`${uiUrl}/api/v1/settings`)).json()).toMatchObject({
        DisableWriteActions: readOnlyPages,
      });
      expect(await ask('/api/v1/namespaces/default/workflows?query=')).toBe(200);
      for (const act of ['terminate', 'cancel', 'reset', 'signal/addNote', 'update/addNote', '']) {
        expect((await ask(`${ofCase}/${act}`, 'POST')) === 403 && readOnlyPages).toBe(readOnlyPages);
      }
      for (const path of ['', `${ofCase}/query`, `${ofCase}/query/a/b`, '/query/lastEntry'])
        expect((await ask(path, 'POST')) === 403 && readOnlyPages).toBe(readOnlyPages);
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        expect((await ask(ofCase, method)) === 403 && readOnlyPages).toBe(readOnlyPages);
      }
      await stop();
      await expect(fetch(uiUrl)).rejects.toThrow();
    },
    180_000,
  );

  test('lets read-only pages ask a case, which changes nothing', async () => {
    const { uiUrl, stop } = await start({ Stage: 'Keyword' }, { readOnlyPages: true });
    const query = '/api/v1/namespaces/default/workflows/SIN-2026-0001/query/lastEntry';
    await answering(uiUrl);
    const answer = await fetch(`${uiUrl}${query}`, { method: 'POST', body: '{}' });
    expect(await answer.text()).not.toContain('These pages are for looking');
    await stop();
  }, 180_000);

  test('says which variable to set when its port is taken', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start({}, { port })).rejects.toThrow(`Port ${port}, meant for Temporal, is taken`);
    await expect(start({}, { port })).rejects.toThrow('TEMPORAL_PORT');
    await new Promise((resolve) => other.close(resolve));
  });
});
