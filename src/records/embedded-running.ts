import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The user and the database of the embedded PostgreSQL. */
export const USER = 'records';
export const DATABASE = 'records';

/** The address of the embedded PostgreSQL's database at this port of this machine. */
export const databaseAddress = (port: number, password: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

/**
 * Returns the address of the data folder's PostgreSQL if another process of this machine runs it; otherwise undefined.
 */
export function runningPostgres(dataDir: string): string | undefined {
  const folder = path.join(path.resolve(dataDir), 'records');
  const [pidFile, passwordFile] = [path.join(folder, 'db', 'postmaster.pid'), path.join(folder, 'password')];
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return undefined;
  // The fourth line is the port, as PostgreSQL's manual says.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0
    ? databaseAddress(port, readFileSync(passwordFile, 'utf8').trim())
    : undefined;
}
