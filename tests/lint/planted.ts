import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Code that is not there, and the file in which it would be. */
export interface Planted {
  readonly filePath: string;
  readonly code: string;
}

/** What these rules say of each piece of planted code, in its order. */
export function lintPlanted(rules: readonly string[], planted: readonly Planted[]): string[][] {
  const root = path.join(__dirname, '..', '..');
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(__dirname, 'lint-texts.mjs')], {
    cwd: root,
    input: JSON.stringify([rules, planted]),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}
