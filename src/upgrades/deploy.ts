import { setTimeout as pause } from 'node:timers/promises';
import { whyNotCarried } from '../procedure/case/carried';
import type { CaseReference, Instant } from '../procedure/time/time';
import type { Records } from '../records/records';
import type { Cases } from '../temporal/cases';
import { severalAtOnce } from '../temporal/concurrency';
import type { Versions } from '../temporal/versions';

/* Deploys to several processes: a new worker takes over from the old one beside it, case by case, without a pause. */

/** Thrown when a deployment cannot go on; the message says why, and what to do. */
export class CannotDeploy extends Error {
  override readonly name = 'CannotDeploy';
}

/**
 * Number of cases that are looked at concurrently. One after another, ten thousand would take a minute in each round.
 */
const lookedAtAtOnce = 16;

export interface Deployment {
  readonly buildId: string;
  readonly versions: Versions;
  readonly cases: Pick<Cases, 'takeUpCurrentCode' | 'outside'>;
  readonly records: Pick<Records, 'cases' | 'outsideNotifications'>;
  readonly now: () => Instant;
  readonly say: (sentence: string) => void;
  /** Starts the new worker; it may be running already. */
  readonly startNew: () => Promise<void>;
  /** Stops the old one, on which no case is any more. */
  readonly stopOld: () => Promise<void>;
  readonly limits: {
    readonly workerMs: number;
    readonly casesMs: number;
    /** After so long whoever is still elsewhere is asked once more. */
    readonly againMs: number;
    readonly pollMs: number;
  };
}

/**
 * Brings cases onto a build whose worker runs beside the one before. Up to the moment at which it is made current
 * nothing has changed; from then on doing it again goes on where it broke off.
 */
export async function deploy(deployment: Deployment): Promise<void> {
  const { buildId, versions, cases, records, say } = deployment;
  const before = await versions.current();
  say(before === undefined ? 'No version is current yet.' : `Cases are on ${before} now.`);
  await deployment.startNew();
  say(`Waiting for a worker of ${buildId}.`);
  await waitFor(deployment, deployment.limits.workerMs, () => versions.isKnown(buildId), {
    orElse: `No worker of ${buildId} has asked for work. Start one, with WORKER_BUILD_ID=${buildId} and the same Temporal server; nothing has changed.`,
  });
  const open = await records.cases.openReferences();
  await checkFiles(deployment, open);
  if (before !== buildId) await versions.makeCurrent(buildId);
  say(`${buildId} is current: asking ${open.length} open cases to go on under it.`);
  await cases.takeUpCurrentCode(open);
  await beginOutsideAnew(deployment);
  await allOn(deployment, open);
  say(`No open case is on another version than ${buildId} any more.`);
  await deployment.stopOld();
}

/** Notifications from outside carry nothing that a new run would not find in the records. */
async function beginOutsideAnew({ cases, records }: Deployment): Promise<void> {
  const waiting = await records.outsideNotifications.toWatch();
  await severalAtOnce(lookedAtAtOnce, waiting, (number) => cases.outside.beginAnew(number));
}

/** Every open case's file, as this build reads it. */
async function checkFiles({ records, now, say }: Deployment, open: readonly CaseReference[]): Promise<void> {
  const wrong: string[] = [];
  for (const reference of open) {
    const why = await records.cases.get(reference).then(
      (known) => (known === undefined ? undefined : whyNotCarried(known.file, now())),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (why !== undefined) wrong.push(`${reference}: ${why}`);
  }
  wrong.forEach(say);
  if (wrong.length > 0)
    throw new CannotDeploy(
      `This build cannot read the files of ${wrong.length} open cases (above). Nothing has changed; stop its worker.`,
    );
  say(`This build reads the files of all ${open.length} open cases.`);
}

async function allOn(deployment: Deployment, open: readonly CaseReference[]): Promise<void> {
  const { versions, buildId, cases, limits } = deployment;
  let elsewhere = open;
  let askedAt = Date.now();
  const moved = async () => {
    const left: CaseReference[] = [];
    await severalAtOnce(lookedAtAtOnce, elsewhere, async (reference) => {
      const on = await versions.buildOf(reference);
      if (on !== undefined && on.buildId !== buildId) left.push(reference);
    });
    elsewhere = left.sort();
    // The server's task queues hear of the current version one by one: who went on before that is on the old one again.
    if (left.length > 0 && Date.now() - askedAt > limits.againMs) {
      await cases.takeUpCurrentCode(elsewhere);
      askedAt = Date.now();
    }
    return left.length === 0;
  };
  await waitFor(deployment, limits.casesMs, moved, {
    get orElse() {
      return `Still on another version: ${elsewhere.slice(0, 10).join(', ')}${elsewhere.length > 10 ? ' and others' : ''}. Leave the old worker running, look at these in Temporal's pages, and deploy again.`;
    },
  });
}

async function waitFor(
  { limits }: Deployment,
  ms: number,
  holds: () => Promise<boolean>,
  no: { readonly orElse: string },
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new CannotDeploy(no.orElse);
    await pause(limits.pollMs);
  }
}
