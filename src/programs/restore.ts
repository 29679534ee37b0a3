import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { runCommand } from './command';
import { openInstallation } from '../installation/open';
import { fromMillis } from '../procedure/time/dates';
import { lockDataFolder } from '../processes/data-folder';
import { BackupProblem, type Manifest } from '../records/backup/manifest';
import { openBackup, restoreRecords } from '../records/backup/restore';
import { answerPlace } from '../installation/place';
import { startCases } from '../installation/start-cases';
import { startEngine, type Engine } from '../installation/start-engine';
import { startRecords } from '../installation/start-records';
import { CannotStart, type Starting } from '../installation/lifecycle';
import { casesThere, deleteCases } from '../temporal/delete-all-cases';

const usage = `npm run restore -- FOLDER            puts a backup into an empty installation
npm run restore -- FOLDER --replace  puts it in the place of what is there
npm run restore -- --cases           starts the open cases that do not run, after a restore that was cut short`;

/** Puts a backup into an installation that does not run, and has every open case go on from its record. */
export const main = (args: readonly string[]): Promise<void> =>
  runCommand(async (starting) => {
    const [folder] = args.filter((one) => !one.startsWith('--'));
    const casesOnly = args.includes('--cases');
    if (args.some((one) => one.startsWith('--') && !['--cases', '--replace'].includes(one)) || (folder && casesOnly)) {
      throw new BackupProblem(usage);
    }
    if (casesOnly) return goOn(starting);
    if (folder === undefined) throw new BackupProblem(usage);
    return restore(starting, { folder: path.resolve(folder), replace: args.includes('--replace') });
  });

interface Wanted {
  readonly folder: string;
  readonly replace: boolean;
}

async function restore(starting: Starting, { folder, replace }: Wanted): Promise<void> {
  const { say } = starting;
  say('Checking the backup.');
  const manifest = await openBackup(folder);
  await takeDataFolder(starting);
  makeRoom(starting, replace);
  const [url, engine] = await Promise.all([startRecords(starting), startEngine(starting)]);
  await emptyTemporal(engine, replace);
  say(`Restoring the records of ${manifest.madeAt}.`);
  const steps = await restoreRecords({ url, folder, manifest, replace });
  if (steps.length > 0) say(`The backup is of release ${manifest.version}; its tables were brought up to this one.`);
  await startAll(starting, { url, engine, manifest });
}

async function goOn(starting: Starting): Promise<void> {
  await takeDataFolder(starting);
  const [url, engine] = await Promise.all([startRecords(starting), startEngine(starting)]);
  await startAll(starting, { url, engine });
}

async function startAll(
  { config, say, started }: Starting,
  { url, engine, manifest }: { readonly url: string; readonly engine: Engine; readonly manifest?: Manifest },
): Promise<void> {
  const installation = await openInstallation(config, url, say);
  started.add(installation.close);
  // Whoever restores means the records to go on here.
  await answerPlace(config, installation.records, { said: 'here', at: installation.now() });
  const { profile, edition } = installation.profile.policy;
  if (manifest !== undefined && (manifest.profile.name !== profile || manifest.profile.edition !== edition)) {
    say(
      `The backup was made with another edition of the profile (${manifest.profile.name}) than is here (${profile}).`,
    );
  }
  const connection = await Connection.connect(engine.connection);
  started.add(() => connection.close());
  const count = await startCases({ ...installation, connection, namespace: engine.namespace });
  say(`${count.started} of ${count.open} open cases were started from their record; the others run already.`);
  say('Start the application: they go on where the record has them.');
}

async function takeDataFolder({ config, started, say }: Starting): Promise<void> {
  const folder = await lockDataFolder(config.dataDir, say);
  if (!folder.ok) throw new CannotStart(folder.problem.sentence);
  started.add(async () => folder.lock.release());
}

/** Moves the data of the embedded servers aside and never deletes it: the restore may turn out to be a mistake. */
function makeRoom({ config, say }: Starting, replace: boolean): void {
  const { dataDir, databaseUrl, temporal } = config;
  const embedded = [
    ...(databaseUrl === undefined ? ['records'] : []),
    ...(temporal.kind === 'embedded' ? ['temporal'] : []),
  ].filter((name) => existsSync(path.join(dataDir, name)));
  if (embedded.length === 0) return;
  if (!replace) {
    throw new BackupProblem(
      `There is an installation in ${dataDir} already. Set DATA_DIR to an empty folder, or add --replace: what is there is then put aside.`,
    );
  }
  const aside = path.join(dataDir, `before-restore-${fromMillis(Date.now()).replaceAll(':', '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const name of embedded) renameSync(path.join(dataDir, name), path.join(aside, name));
  say(`What was there is in ${aside}.`);
}

/**
 * Deletes the cases in Temporal; throws a `BackupProblem` without --replace. Those that ran on after the backup hold
 * decisions that the records have lost, and references would be given twice.
 */
async function emptyTemporal({ connection: options, namespace }: Engine, replace: boolean): Promise<void> {
  const connection = await Connection.connect(options);
  try {
    const client = new Client({ connection, namespace });
    const there = await casesThere(client);
    if (there === 0) return;
    if (!replace) {
      throw new BackupProblem(
        `Temporal has ${there} cases in the namespace ${namespace} already. Give the restored installation a namespace of its own (TEMPORAL_NAMESPACE), or add --replace: they are then deleted there.`,
      );
    }
    if (!(await deleteCases(client))) {
      throw new BackupProblem('Temporal is still deleting the cases that it had. Try again in a few minutes.');
    }
  } finally {
    await connection.close();
  }
}

if (require.main === module) void main(process.argv.slice(2));
