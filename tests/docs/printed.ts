import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** Runs node with these arguments in the project's folder. */
export const node = (...args: string[]): { readonly stdout: string; readonly status: number | null } =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 });

/** A document as it is kept in docs/. */
export const keptDocument = (name: string): string => readFileSync(path.join(root, 'docs', name), 'utf8');

/** Expects that a script of scripts/ would write a document as it is kept. */
export function expectAsKept(script: string, name: string): void {
  const { stdout, status } = node(`scripts/${script}.mjs`, '--print');
  expect(status).toBe(0);
  expect(stdout).toBe(keptDocument(name));
}
