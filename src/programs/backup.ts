import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { runCommand } from './command';
import { fromMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import { lockDataFolder } from '../processes/data-folder';
import { readProfileOf } from '../installation/open';
import { backUpRecords } from '../records/backup/back-up';
import { BackupProblem } from '../records/backup/manifest';
import { runningPostgres } from '../records/embedded-running';
import { lastBackup } from '../records/figures';
import { openRecords } from '../records/records';
import { startRecords } from '../installation/start-records';
import type { Starting } from '../installation/lifecycle';
import { version } from '../config/version';

/** Copies the records into a folder, also while they are in use. */
export const main = (args: readonly string[]): Promise<void> => runCommand((starting) => backUp(starting, args));

async function backUp(starting: Starting, [where]: readonly string[]): Promise<void> {
  const { config, say } = starting;
  const madeAt = fromMillis(Date.now());
  const folder = path.resolve(where ?? path.join('backups', madeAt.replaceAll(':', '-')));
  if (existsSync(folder)) throw new BackupProblem(`${folder} is there already. Give another folder.`);
  const { profile, edition } = readProfileOf(config).policy;
  const url = await whereTheRecordsAre(starting);
  const origin = { madeAt, version: version(), profile: { name: profile, edition } };
  const { cases, tables, payloadKeys } = await backUpRecords({ url, folder, origin });
  await noteBackup(url, madeAt);
  const rows = tables.reduce((all, table) => all + table.rows, 0);
  say(
    `Backed up ${cases.all} ${cases.all === 1 ? 'case' : 'cases'} (${cases.open} open), ${rows} rows in all, into ${folder}.`,
  );
  say(`It is not encrypted, and holds names. Keep it where the records themselves might be kept.`);
  if (payloadKeys.length > 0) {
    say(
      `Not in it: the profile, and the keys ${payloadKeys.join(', ')}, which Temporal's histories need and a restore does not.`,
    );
  }
}

/**
 * Puts into the reading log that every case was copied, by whom, and notes the moment: whoever watches over the
 * installation is told when the last backup is too long ago.
 */
async function noteBackup(url: string, madeAt: Instant): Promise<void> {
  const records = await openRecords({ url });
  const credential = { kind: 'command', name: userOfMachine() } as const;
  try {
    await records.readings.addOfAll({ at: madeAt, person: undefined, credential, part: 'backup' });
    await records.installation.setFact(lastBackup, madeAt);
  } finally {
    await records.close();
  }
}

/** The name of the machine's user who runs the command, or their number where the machine has no name for them. */
function userOfMachine(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

/** A running instance is asked for its records; where none runs, they are opened for as long as the copy takes. */
export async function whereTheRecordsAre(starting: Starting): Promise<string> {
  const { config, started, say } = starting;
  if (config.databaseUrl !== undefined) return startRecords(starting);
  if (!existsSync(path.join(config.dataDir, 'records'))) {
    throw new BackupProblem(`There are no records in ${config.dataDir}. Set DATA_DIR to the folder that has them.`);
  }
  const folder = await lockDataFolder(config.dataDir, say);
  if (folder.ok) {
    started.add(async () => folder.lock.release());
    return startRecords(starting);
  }
  const url = folder.problem.code === 'data-folder-in-use' ? runningPostgres(config.dataDir) : undefined;
  if (url === undefined) throw new BackupProblem(`${folder.problem.sentence} Or try again when it has started.`);
  return url;
}

if (require.main === module) void main(process.argv.slice(2));
