import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startGuarded } from '../../src/processes/guarded';
import type { Guarded } from '../../src/processes/guarded';
import { identify } from '../../src/processes/identity';
import { temporaryFolder, until } from '../support/keeper';

describe('a program under guard', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(remove);

  const start = (script: string, name: string, graceMs = 20_000): Promise<Guarded> =>
    startGuarded({
      name,
      command: process.execPath,
      args: ['-e', script],
      env: {},
      dataDir: folder,
      stop: { signal: 'SIGTERM', graceMs },
    });

  test('is stopped with its own signal, and what it says is in its log', async () => {
    const program = await start(
      `process.on('SIGTERM', () => { console.log('goodbye'); process.exit(3); }); console.log('hello'); setInterval(() => {}, 1000);`,
      'polite',
    );
    await until(() => readFileSync(program.logFile, 'utf8').includes('hello'));
    expect(await program.stop()).toEqual({ code: 3, signal: null });
    expect(readFileSync(program.logFile, 'utf8')).toBe('hello\ngoodbye\n');
    expect(identify(program.pid)).toBeUndefined();
    expect(await program.stop()).toEqual({ code: 3, signal: null });
  });

  test('is killed when it does not listen', async () => {
    const program = await start(
      `process.on('SIGTERM', () => undefined); console.log('hello'); setInterval(() => {}, 1000);`,
      'deaf',
      300,
    );
    await until(() => readFileSync(program.logFile, 'utf8').includes('hello'));
    expect(await program.stop()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('tells how it ended by itself', async () => {
    const program = await start('process.exit(7)', 'short');
    expect(await program.exited).toEqual({ code: 7, signal: null });
  });

  test('is not started where its entry cannot be written, on a full disk, say', async () => {
    mkdirSync(path.join(folder, 'run', 'unwritten.json'), { recursive: true });
    await expect(start(`console.log('hello')`, 'unwritten')).rejects.toThrow('EISDIR');
    await pause(500);
    expect(readFileSync(path.join(folder, 'logs', 'unwritten.log'), 'utf8')).toBe('');
  });

  test('that does not exist is an error, not a hang', async () => {
    const program = { name: 'none', command: '/nowhere/at/all', args: [], env: {}, dataDir: folder };
    await expect(startGuarded({ ...program, stop: { signal: 'SIGTERM', graceMs: 300 } })).rejects.toThrow('ENOENT');
  });
});
