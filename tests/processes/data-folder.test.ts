import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockDataFolder } from '../../src/processes/data-folder';
import { identify } from '../../src/processes/identity';
import { startKeeper, temporaryFolder, until } from '../support/keeper';

describe('the data folder', () => {
  const { folder, remove } = temporaryFolder();
  const quiet = (): undefined => undefined;
  afterAll(remove);

  test('is made, closed to others, and given back', async () => {
    const dataDir = path.join(folder, 'a', 'b');
    const answer = await lockDataFolder(dataDir, quiet);
    if (!answer.ok) throw new Error(answer.problem.sentence);
    expect(existsSync(path.join(dataDir, 'lock'))).toBe(true);
    answer.lock.release();
    const again = await lockDataFolder(dataDir, quiet);
    expect(again.ok).toBe(true);
  });

  test('of another instance is refused, saying whose it is and what to do', async () => {
    const dataDir = path.join(folder, 'taken');
    const other = startKeeper('lock', dataDir);
    await until(() => other.said.length > 0);
    const answer = await lockDataFolder(dataDir, quiet);
    await other.kill();
    expect(answer).toMatchObject({ ok: false, problem: { code: 'data-folder-in-use' } });
    if (!answer.ok) expect(answer.problem.sentence).toContain(`process ${other.pid}`);
    expect((await lockDataFolder(dataDir, quiet)).ok).toBe(true);
  });

  test('goes to one of two that start at the same moment after a crash', async () => {
    const dataDir = path.join(folder, 'race');
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'before the last boot' }));
    const both = [startKeeper('lock', dataDir), startKeeper('lock', dataDir)];
    await until(() => both.every(({ said }) => said.length > 0));
    await Promise.all(both.map(({ kill }) => kill()));
    expect(both.map(({ said }) => said[0]?.['locked']).sort()).toEqual([false, true]);
  });

  test('that cannot be written is refused with what to do', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const answer = await lockDataFolder(path.join(file, 'data'), quiet);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'data-folder-not-writable' } });
    if (!answer.ok) expect(answer.problem.sentence).toContain('DATA_DIR');
  });

  test('that is closed to this user is refused', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Root may write anywhere.
    const expected = process.getuid?.() === 0;
    expect((await lockDataFolder(closed, quiet)).ok).toBe(expected);
  });

  test('is ours only after what a killed predecessor had running is gone', async () => {
    const dataDir = path.join(folder, 'killed');
    const other = startKeeper('guard', dataDir);
    await until(() => other.said.length > 1);
    const pid = Number(other.said[1]?.['pid']);
    expect(identify(pid)).toBeDefined();
    await other.kill();
    const said: string[] = [];
    const answer = await lockDataFolder(dataDir, (sentence) => said.push(sentence));
    expect(answer.ok).toBe(true);
    expect(identify(pid)).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('cut short')]);
  });

  test('is cleared even where the guard was killed too', async () => {
    const dataDir = path.join(folder, 'guard-killed');
    const other = startKeeper('guard', dataDir);
    await until(() => other.said.length > 1);
    const pid = Number(other.said[1]?.['pid']);
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
    const guard = Number(stdout);
    expect(guard).toBeGreaterThan(1);
    const killed = other.kill();
    process.kill(guard, 'SIGKILL');
    await killed;
    expect((await lockDataFolder(dataDir, quiet)).ok).toBe(true);
    expect(identify(pid)).toBeUndefined();
  });
});
