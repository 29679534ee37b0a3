import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/read';
import { shortestToken } from '../config/settings';
import { newSecret } from '../security/secret';
import { CannotStart } from './lifecycle';

/** The API's token: the configured one, else one made at the first start and kept in the data folder. */
export const apiToken = ({ apiToken: set, dataDir }: Pick<Config, 'apiToken' | 'dataDir'>): string =>
  set ?? keptToken(path.join(dataDir, 'api-token'));

/** The token of what decrypts for Temporal's pages: the configured one, else one kept in the data folder. */
export const codecToken = ({ codecToken: set, dataDir }: Pick<Config, 'codecToken' | 'dataDir'>): string =>
  set ?? keptToken(path.join(dataDir, 'codec-token'));

/** A token in a file of the data folder. Throws `CannotStart` where somebody put one there that can be guessed. */
function keptToken(file: string): string {
  const token = keptSecret(file, newSecret);
  if (token.length >= shortestToken) return token;
  throw new CannotStart(
    `The token in ${file} has fewer than ${shortestToken} characters. Delete the file: a new one is made at the next start.`,
  );
}

/** Returns the secret in a file that its owner alone may read; makes the file at the first start. */
export function keptSecret(file: string, make: () => string): string {
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept !== '') {
    chmodSync(file, 0o600);
    return kept;
  }
  const made = make();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeSecret(file, made);
  return made;
}

/**
 * Puts a secret into a file, whole or not at all, and onto the disk: what is written with a key must not outlive it.
 *
 * @public `scripts/keys.mjs` uses it.
 */
export function writeSecret(file: string, secret: string): void {
  const unfinished = `${file}.new`;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    writeFileSync(handle, `${secret.trim()}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
}
