import { setTimeout as pause } from 'node:timers/promises';
import { compareWithEngine, lookForStandingStill, type Comparison } from '../casework/comparing';
import { restartsByItself, sayFinding, type FoundCase } from '../casework/engine-finding';
import { handOverOrphanedNotices } from '../casework/orphaned-notices';
import type { Office } from '../casework/office';
import { findCase } from '../casework/reading';
import { addTask, restartCase } from '../casework/restarting';
import { fromMillis, toMillis } from '../procedure/time/dates';
import type { CaseReference } from '../procedure/time/time';

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds by which each look reaches back before the last one: Temporal's lists are seconds late. */
const looksBack = 2 * minute;

/** Settings for cases that do not run as they should. */
export interface ReconcilerSettings {
  /** True: such a case is restarted from its record at once, if that is safe. False: the Business Unit is told. */
  readonly restarts: boolean;
  /** Milliseconds between two looks at all open cases, and between two looks at those that may stand still. */
  readonly everyMs?: number;
  readonly standingStillEveryMs?: number;
  /** Milliseconds after which the start no longer waits for the first look. */
  readonly firstLookMs?: number;
}

/**
 * Compares open cases with Temporal, now and every hour, and reports each that does not run as it should: in the log,
 * and to the Business Unit unless the case is restarted. Cases that may stand still are looked at every minute: nothing
 * can be decided in them until they are restarted. Skips a look while records or Temporal are unavailable. Resolves
 * with a function that stops it, after the first look or `firstLookMs`, whichever comes first: with thousands of cases
 * the first look takes long, and nobody should wait for it before they can decide.
 */
export async function keepReconciled(
  office: Office,
  { restarts, everyMs = hour, standingStillEveryMs = minute, firstLookMs = 10_000 }: ReconcilerSettings,
): Promise<() => Promise<void>> {
  let stopped = false;
  let lookedAt = office.now();
  /** Finding last reported for each case since the last look at all cases: a finding is reported once. */
  const told = new Map<CaseReference, string>();

  const see = async (one: FoundCase): Promise<void> => {
    const { reference, finding } = one;
    if (told.get(reference) === finding.kind) return;
    told.set(reference, finding.kind);
    office.log?.warn({ reference, found: finding.kind, ...reasonIn(one) }, sayFinding(reference, finding));
    if (restarts && restartsByItself(finding)) {
      told.delete(reference);
      await restartCase(office, reference);
      return;
    }
    await addTask(office, one, (await findCase(office, reference))?.file.seq ?? 0);
  };

  /** Handles each case by itself: an error in one does not stop the others. */
  const seeAll = async ({ found, nobodyAnswers }: Comparison): Promise<void> => {
    if (nobodyAnswers) {
      office.log?.error(
        {},
        'No case answers in Temporal: no worker runs them, or it has too much to do. Start a worker, or look at its log.',
      );
    }
    const failed: unknown[] = [];
    for (const one of found) if (!stopped) await see(one).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };

  const lookAtAll = async (): Promise<void> => {
    told.clear();
    await seeAll(await compareWithEngine(office));
  };

  const lookAtSuspects = async (): Promise<void> => {
    const since = fromMillis(toMillis(lookedAt) - looksBack);
    const now = office.now();
    const comparison = await lookForStandingStill(office, since);
    lookedAt = now;
    for (const reference of told.keys())
      if (!comparison.found.some((one) => one.reference === reference)) told.delete(reference);
    await seeAll(comparison);
  };

  const { inTurn, all } = looksOf(office, () => stopped);
  const lookForOrphans = async (): Promise<void> => {
    await handOverOrphanedNotices(office);
  };
  const hourly = (): void => {
    inTurn(lookAtAll, 'an hour');
    inTurn(lookForOrphans, 'an hour');
  };
  hourly();
  await Promise.race([all(), pause(firstLookMs, undefined, { ref: false })]);
  const timers = [
    setInterval(hourly, everyMs),
    setInterval(() => inTurn(lookAtSuspects, 'a minute'), standingStillEveryMs),
  ];
  for (const timer of timers) timer.unref();
  return async () => {
    stopped = true;
    for (const timer of timers) clearInterval(timer);
    await all();
  };
}

/** Looks, one after another. */
interface Looks {
  /** Queues a look behind the one that runs; a look that is queued or running is not queued again. */
  inTurn(look: () => Promise<void>, again: string): void;
  /** Resolves when all that are queued are over. */
  all(): Promise<void>;
}

/** A look that fails is logged and made again in its time. */
function looksOf({ log }: Pick<Office, 'log'>, isStopped: () => boolean): Looks {
  let looking = Promise.resolve();
  const wanted = new Set<() => Promise<void>>();
  return {
    inTurn(look, again) {
      if (wanted.has(look)) return;
      wanted.add(look);
      looking = looking.then(async () => {
        try {
          if (!isStopped()) await look();
        } catch (error) {
          const sentence = `Open cases could not be compared with Temporal; in ${again} it is tried again.`;
          if (!isStopped()) log?.warn({ error: String(error) }, sentence);
        } finally {
          wanted.delete(look);
        }
      });
    },
    all: () => looking,
  };
}

const reasonIn = ({ finding }: FoundCase): { readonly reason?: string } =>
  finding.kind === 'task-fails' ? { reason: finding.reason } : {};
