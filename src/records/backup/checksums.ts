import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupProblem } from './manifest';

/** Name of the file of checksums, which `sha256sum --check` reads too. */
export const checksumsFile = 'SHA256SUMS';

/** The SHA-256 of a file, in hexadecimal. */
async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Computes the checksums of these files of a folder, a line each. */
export async function checksums(folder: string, files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${await checksumOf(path.join(folder, file))}  ${file}\n`);
  return lines.join('');
}

/** Throws `BackupProblem` unless each of these files is there and unchanged since the backup was made. */
export async function checkFiles(folder: string, files: readonly string[]): Promise<void> {
  const said = new Map(
    readFileSync(path.join(folder, checksumsFile), 'utf8')
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const file of files) {
    const whole = path.join(folder, file);
    if (!existsSync(whole)) throw new BackupProblem(`The backup is not whole: ${file} is missing.`);
    if (said.get(file) !== (await checksumOf(whole))) {
      throw new BackupProblem(`The backup was changed or damaged: ${file} is not what it was when it was made.`);
    }
  }
}
