import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseReference } from '../procedure/time/time';
import type { Records } from '../records/records';
import type { HeldBack } from '../temporal/cases';
import type { CannotGoOn } from '../temporal/replay-open-cases';

/*
 * Replay gate of an installation in one process: the build before has stopped, and this build goes on with its cases.
 */

/** The fact of the installation that says which build ran last. */
const buildFact = 'build';
/** The fact that says with which key every open case was last asked to go on. */
const keyFact = 'key of open cases';

/**
 * Names a build by its workflows, and by whether they are given what was sent unencrypted: a history in which that was
 * taken is another where that is refused. What else changes cannot keep a case from going on.
 */
export function buildOf(bundle: string, plainPayloads: 'accepted' | 'refused'): string {
  const digest = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 12);
  return plainPayloads === 'accepted' ? digest : `${digest}-encrypted`;
}

export interface Takeover {
  readonly records: Pick<Records, 'cases' | 'installation'>;
  readonly build: string;
  /** The name of the key with which cases are written from now on. */
  readonly writesWith: string;
  readonly say: (sentence: string) => void;
  /** Replays these cases and returns those with which this build cannot go on. */
  readonly replay: (references: readonly CaseReference[]) => Promise<readonly CannotGoOn[]>;
}

/**
 * Result of the replay gate: whether this build may go on with the cases; `open` are the cases that still have to be
 * told to take it up.
 */
export type TakenOver =
  { readonly kind: 'may-go-on'; readonly open: readonly CaseReference[] } | ({ readonly kind: 'held-back' } & HeldBack);

/**
 * Tries this build on every open case before it takes a task of any. Where the last one that ran was the same, nothing
 * has to be tried, and cases are told only where they are to go on under another key: one at rest is written once.
 * Where it cannot go on with a case, nothing is touched: the build before still can.
 */
export async function takeOver({ records, build, writesWith, say, replay }: Takeover): Promise<TakenOver> {
  const before = await records.installation.fact(buildFact);
  if (before === build) {
    const isSameKey = (await records.installation.fact(keyFact)) === writesWith;
    return { kind: 'may-go-on', open: isSameKey ? [] : await records.cases.openReferences() };
  }
  const open = await records.cases.openReferences();
  if (open.length === 0) return { kind: 'may-go-on', open };
  say(`This is another build than the last (${build}): trying it on ${open.length} open cases.`);
  const broken = await replay(open);
  const [first] = broken;
  if (first === undefined) return { kind: 'may-go-on', open };
  for (const { reference, why } of broken) say(`${reference} cannot go on under this build: ${why}`);
  const others = broken.length === 1 ? '' : ` and ${broken.length - 1} others or more`;
  const last = typeof before === 'string' ? ` (${before})` : '';
  return {
    kind: 'held-back',
    why: 'release',
    sentence: `Case ${first.reference}${others} cannot go on under this release, so that no case is touched and no decision is taken. Start the release before it${last}, stop it with Ctrl-C, and start this one again; or tell whoever made it.`,
  };
}

/** Keeps that open cases have been told of this build and this key; the next start of them need not do it again. */
export async function tookOver(
  { installation }: Pick<Records, 'installation'>,
  { build, writesWith }: Pick<Takeover, 'build' | 'writesWith'>,
): Promise<void> {
  await installation.setFact(buildFact, build);
  await installation.setFact(keyFact, writesWith);
}
