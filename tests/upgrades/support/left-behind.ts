import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/* The data folders that releases left behind, made by `npm run leave-behind`. */

const folder = path.join(__dirname, '..', 'left-behind');

/** Where a case stood when the release that left it behind was stopped. */
export interface LeftCase {
  readonly stage: string;
  readonly closedOn: string | null;
  readonly practice: boolean;
  readonly open: readonly string[];
  readonly entries: number;
}

/** The releases of which there is a data folder. */
export const releases: readonly string[] = readdirSync(folder).sort();

/** Where the cases of a release stood, by reference. */
export const casesLeftBy = (release: string): Readonly<Record<string, LeftCase>> =>
  JSON.parse(readFileSync(path.join(folder, release, 'cases.json'), 'utf8')) as Readonly<Record<string, LeftCase>>;

/** Unpacks the data folder of a release into a new temporary folder. Returns its path; `backup` in it is a backup of the records. */
export function unpack(release: string): string {
  const into = mkdtempSync(path.join(tmpdir(), `left-behind-${release}-`));
  const input = brotliDecompressSync(readFileSync(path.join(folder, release, 'data.tar.br')));
  execFileSync('tar', ['--extract', '--directory', into], { input, stdio: ['pipe', 'ignore', 'inherit'] });
  return into;
}
