import { compareWithEngine, type Found } from './casework/comparing';
import { sayFinding } from './casework/engine-finding';
import type { Office } from './casework/office';
import { findCase } from './casework/reading';
import { addTask, restartCase } from './casework/restarting';

const hour = 3_600_000;

/** What is to be done of a case that does not go on as it should. */
export interface ReconcilerSettings {
  /** It is restarted from its record at once; otherwise somebody is told. */
  readonly restarts: boolean;
  readonly everyMs?: number;
}

/**
 * Holds open cases against the engine, now and every hour, and says of each that does not go on as it should: in the
 * log, and to the Business Unit where it is not restarted by itself. A time when records or engine are away is passed
 * over. Resolves with what stops it, once it has looked for the first time.
 */
export async function keepReconciled(
  office: Office,
  { restarts, everyMs = hour }: ReconcilerSettings,
): Promise<() => Promise<void>> {
  let stopped = false;
  const see = async (one: Found): Promise<void> => {
    const { reference, finding } = one;
    office.log?.warn({ reference, found: finding.kind }, sayFinding(reference, finding));
    if (restarts) await restartCase(office, reference);
    else await addTask(office, one, (await findCase(office, reference))?.file.seq ?? 0);
  };
  const look = async (): Promise<void> => {
    try {
      for (const one of (await compareWithEngine(office)).found) if (!stopped) await see(one);
    } catch (error) {
      if (!stopped)
        office.log?.warn(
          { error: String(error) },
          'Open cases could not be compared with Temporal; in an hour it is tried again.',
        );
    }
  };
  let looking = look();
  await looking;
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking;
  };
}
