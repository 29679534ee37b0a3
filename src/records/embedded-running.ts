import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Who the embedded PostgreSQL is asked as, and for which database. */
export const USER = 'records';
export const DATABASE = 'records';

/** The address of the embedded PostgreSQL's database at this port of this machine. */
export const addressOf = (port: number, password: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

/** Where another process of this machine has the data folder's PostgreSQL running, or undefined where none does. */
export function runningPostgres(dataDir: string): string | undefined {
  const folder = path.join(path.resolve(dataDir), 'records');
  const [pidFile, passwordFile] = [path.join(folder, 'db', 'postmaster.pid'), path.join(folder, 'password')];
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return undefined;
  // Its manual says what each line is: the fourth is the port.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? addressOf(port, readFileSync(passwordFile, 'utf8').trim()) : undefined;
}
