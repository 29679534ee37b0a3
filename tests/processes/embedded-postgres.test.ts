import { spawn } from 'node:child_process';
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { lockDataFolder } from '../../src/processes/data-folder';
import { startEmbeddedPostgres } from '../../src/records/embedded';
import { startKeeper, temporaryFolder, until } from '../support/keeper';

describe('the embedded PostgreSQL', () => {
  const { folder, remove } = temporaryFolder();
  const quiet = (): undefined => undefined;
  afterAll(remove);

  async function numbers(dataDir: string): Promise<number[]> {
    const answer = await lockDataFolder(dataDir, quiet);
    if (!answer.ok) throw new Error(answer.problem.sentence);
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: quiet });
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ number: number }>('select number from rows order by number');
    await client.end();
    await stop();
    answer.lock.release();
    return rows.map(({ number }) => number);
  }

  test('loses no acknowledged row when the application is killed in mid-write, three times', async () => {
    const dataDir = path.join(folder, 'killed');
    let acknowledged = 0;
    for (let kill = 1; kill <= 3; kill += 1) {
      const writer = startKeeper('insert', dataDir);
      const last = (): number => Number(writer.said.at(-1)?.['number'] ?? 0);
      const before = acknowledged;
      await until(() => last() > before + 40 * kill);
      await writer.kill();
      acknowledged = last();
      const kept = await numbers(dataDir);
      // The row in flight may be there or not.
      expect([acknowledged, acknowledged + 1]).toContain(kept.length);
      expect(kept).toEqual(kept.map((_, index) => index + 1));
    }
  }, 180_000);

  test('wants the password that the data folder keeps to itself, and runs with everything written to disk', async () => {
    const dataDir = path.join(folder, 'settings');
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: quiet });
    const client = new Client({ connectionString: url });
    await client.connect();
    const show = async (name: string): Promise<unknown> =>
      (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]?.value;
    expect(await show('fsync')).toBe('on');
    expect(await show('synchronous_commit')).toBe('on');
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    await client.end();
    const stranger = new Client({ connectionString: url.replace(/:[^:@]+@/, ':guessed@') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
    await stop();
    expect(statSync(path.join(dataDir, 'records', 'password')).mode & 0o777).toBe(0o600);
  }, 180_000);

  test('starts again as soon as one that was killed is really gone', async () => {
    const dataDir = path.join(folder, 'left-behind');
    await (await startEmbeddedPostgres({ dataDir, log: quiet })).stop();
    // A process that is still to be collected looks to PostgreSQL like one that runs.
    const lockFile = path.join(dataDir, 'records', 'db', 'postmaster.pid');
    const { uid, gid } = statSync(path.dirname(lockFile));
    const leftBehind = spawn('sleep', ['8'], { stdio: 'ignore', uid, gid });
    writeFileSync(lockFile, `${leftBehind.pid}\n`);
    chownSync(lockFile, uid, gid);
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: quiet });
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.end();
    await stop();
    expect(leftBehind.exitCode).toBe(0);
    expect(readFileSync(path.join(dataDir, 'logs', 'postgresql.log'), 'utf8')).toContain('already exists');
  }, 180_000);
});
