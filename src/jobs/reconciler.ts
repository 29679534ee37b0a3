import { setTimeout as pause } from 'node:timers/promises';
import { compareWithEngine, lookForStandingStill, type Comparison } from '../casework/comparing';
import { restartsByItself, sayFinding, type Found } from '../casework/engine-finding';
import type { Office } from '../casework/office';
import { findCase } from '../casework/reading';
import { addTask, restartCase } from '../casework/restarting';
import { fromMillis, toMillis } from '../procedure/time/dates';
import type { CaseReference } from '../procedure/time/time';

const minute = 60_000;
const hour = 60 * minute;
/** The engine's lists lag behind by seconds: each look goes back before the one before it. */
const looksBack = 2 * minute;

/** What is to be done of a case that does not go on as it should. */
export interface ReconcilerSettings {
  /** It is restarted from its record at once, where that is right by itself; otherwise somebody is told. */
  readonly restarts: boolean;
  /** How often all are looked at, and how often those that may stand still, in milliseconds. */
  readonly everyMs?: number;
  readonly standingStillEveryMs?: number;
  /** How long the first look is waited for, in milliseconds. */
  readonly firstLookMs?: number;
}

/**
 * Holds open cases against the engine, now and every hour, and says of each that does not go on as it should: in the
 * log, and to the Business Unit where it is not restarted by itself. Those that may have come to a stop are looked at
 * every minute: nothing can be decided in them until they are restarted. A time when records or engine are away is
 * passed over. Resolves with what stops it, once it has looked for the first time, or has looked for long: after a
 * morning of thousands each of them is asked, and nobody is to wait for that before they can decide.
 */
export async function keepReconciled(
  office: Office,
  { restarts, everyMs = hour, standingStillEveryMs = minute, firstLookMs = 10_000 }: ReconcilerSettings,
): Promise<() => Promise<void>> {
  let stopped = false;
  let lookedAt = office.now();
  /** What was said of each case since all were looked at, so that it is said once. */
  const told = new Map<CaseReference, string>();

  const see = async (one: Found): Promise<void> => {
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

  /** Each by itself: what goes wrong with one hides none of the others. */
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

  let looking = Promise.resolve();
  const wanted = new Set<() => Promise<void>>();
  /** One look after the other; one that has not ended yet is not wanted twice. */
  const inTurn = (look: () => Promise<void>, again: string): void => {
    if (wanted.has(look)) return;
    wanted.add(look);
    looking = looking.then(async () => {
      try {
        if (!stopped) await look();
      } catch (error) {
        if (!stopped)
          office.log?.warn(
            { error: String(error) },
            `Open cases could not be compared with Temporal; in ${again} it is tried again.`,
          );
      } finally {
        wanted.delete(look);
      }
    });
  };
  inTurn(lookAtAll, 'an hour');
  await Promise.race([looking, pause(firstLookMs, undefined, { ref: false })]);
  const timers = [
    setInterval(() => inTurn(lookAtAll, 'an hour'), everyMs),
    setInterval(() => inTurn(lookAtSuspects, 'a minute'), standingStillEveryMs),
  ];
  for (const timer of timers) timer.unref();
  return async () => {
    stopped = true;
    for (const timer of timers) clearInterval(timer);
    await looking;
  };
}

const reasonIn = ({ finding }: Found): { readonly reason?: string } =>
  finding.kind === 'task-fails' ? { reason: finding.reason } : {};
