import { readConfig, type Config } from '../config/read';
import { CannotOpen } from '../installation/open';
import { BackupProblem } from '../records/backup/manifest';
import { EmbeddedPostgresError } from '../records/embedded';
import { RecordsUnavailable } from '../records/unavailable';
import { CannotStart, Started, type Starting } from '../installation/lifecycle';
import { CasesUnavailable } from '../temporal/cases';
import { LocalTemporalError } from '../temporal/local-server';

const sayable = [
  CannotStart,
  CannotOpen,
  BackupProblem,
  EmbeddedPostgresError,
  RecordsUnavailable,
  CasesUnavailable,
  LocalTemporalError,
];

/**
 * Runs a command that does one thing and ends. What it starts on the way is stopped; what somebody can do something
 * about becomes a line, and exit code 1.
 */
export async function runCommand(act: (starting: Starting) => Promise<void>): Promise<void> {
  const config = configOrSay();
  if (config === undefined) return;
  const started = new Started();
  const say = (sentence: string): void => console.log(sentence);
  // Ignored: when a part stops by itself, whoever was using it gets an error.
  const failed = (): void => undefined;
  try {
    await act({ config, started, say, failed });
  } catch (error) {
    if (!(error instanceof Error) || !sayable.some((kind) => error instanceof kind)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await started.stop();
  }
}

function configOrSay(): Config | undefined {
  const read = readConfig();
  if (read.ok) return read.config;
  for (const { variable, sentence } of read.problems) console.error(`${variable} ${sentence}`);
  process.exitCode = 1;
  return undefined;
}
