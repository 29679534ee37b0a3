import { setTimeout as pause } from 'node:timers/promises';
import { compareOne, compareWithEngine, type Found } from './casework/comparing';
import { sayFinding } from './casework/engine-finding';
import type { Office } from './casework/office';
import { findCase } from './casework/reading';
import { addTask, restartCase } from './casework/restarting';
import type { CaseReference } from './procedure/time';

const minute = 60_000;
const hour = 60 * minute;

/** What is to be done of a case that does not go on as it should. */
export interface ReconcilerSettings {
  /** It is restarted from its record at once; otherwise somebody is told. */
  readonly restarts: boolean;
  /** How often all are looked at, and how often those whose record refuses what they write, in milliseconds. */
  readonly everyMs?: number;
  readonly contradictedEveryMs?: number;
  /** How long the first look is waited for, in milliseconds. */
  readonly firstLookMs?: number;
}

/**
 * Holds open cases against the engine, now and every hour, and says of each that does not go on as it should: in the
 * log, and to the Business Unit where it is not restarted by itself. One that has parted from its record cannot be
 * decided in until it was restarted, and the record knows of it: such are looked for every minute. A time when records
 * or engine are away is passed over. Resolves with what stops it, once it has looked for the first time, or has looked
 * for long: after a morning of thousands each of them is asked, and nobody is to wait for that before they can decide.
 */
export async function keepReconciled(
  office: Office,
  { restarts, everyMs = hour, contradictedEveryMs = minute, firstLookMs = 10_000 }: ReconcilerSettings,
): Promise<() => Promise<void>> {
  let stopped = false;
  /** Those of which somebody was told since all were looked at. */
  const told = new Set<CaseReference>();

  const see = async (one: Found): Promise<void> => {
    const { reference, finding } = one;
    office.log?.warn({ reference, found: finding.kind }, sayFinding(reference, finding));
    if (restarts) {
      await restartCase(office, reference);
      return;
    }
    told.add(reference);
    await addTask(office, one, (await findCase(office, reference))?.file.seq ?? 0);
  };

  const lookAtAll = async (): Promise<void> => {
    told.clear();
    for (const one of (await compareWithEngine(office)).found) if (!stopped) await see(one);
  };

  const lookAtContradicted = async (): Promise<void> => {
    for (const reference of await office.records.cases.contradicted()) {
      const finding = stopped || told.has(reference) ? undefined : await compareOne(office, reference);
      if (finding !== undefined) await see({ reference, finding });
    }
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
    setInterval(() => inTurn(lookAtContradicted, 'a minute'), contradictedEveryMs),
  ];
  for (const timer of timers) timer.unref();
  return async () => {
    stopped = true;
    for (const timer of timers) clearInterval(timer);
    await looking;
  };
}
