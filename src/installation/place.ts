import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod/mini';
import {
  placeAnswers,
  type PlaceAnswered,
  type PlaceAnswering,
  type PlaceOutcome,
  type PlaceStanding,
} from '../casework/place-question';
import type { Config } from '../config/read';
import { sayInstant } from '../procedure/time/dates';
import type { Instant, PersonId } from '../procedure/time/time';
import type { Records } from '../records/records';
import type { HeldBack } from '../temporal/cases';

/* The records know their place. A copy of them that is started elsewhere asks once which of the two goes on. */

/** The fact of the records that says where they are at home. */
const homeFact = 'place';
/** The fact that says at which other place somebody called them a copy to look at. */
const copyFact = 'copy-at';
/** The fact that says in words where they were last started at home, and when. */
const lastFact = 'place-last';
/** The fact that lists every answer to the question which of two places goes on, the last at the end. */
const answersFact = 'place-answers';

type Settings = Pick<Config, 'place' | 'dataDir' | 'databaseUrl'>;
type Kept = Pick<Records, 'installation'>;

/** Records that were last used at another place than this one. */
export interface Elsewhere extends PlaceStanding, HeldBack {
  readonly kind: 'elsewhere';
}

/** Says whether the records are at home here, and what to ask where they are not. */
export type AtHome = { readonly kind: 'at-home' } | Elsewhere;

const commands =
  '"npm run place -- here": this one goes on here, and the other must not be started again. "npm run place -- copy": this is a copy to look at.';

const instant = z.custom<Instant>((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
const lastSeen = z.object({ words: z.string(), at: instant });
const answersKept = z.array(
  z.object({
    said: z.enum(placeAnswers),
    place: z.string(),
    at: instant,
    by: z.optional(z.custom<PersonId>((value) => typeof value === 'string')),
  }),
);

/**
 * Finds out whether these records are where they were last. Records that know of no place, a new installation's or those
 * of 0.1.0, take this one for theirs.
 */
export async function whetherAtHome(config: Settings, { installation }: Kept, now: Instant): Promise<AtHome> {
  const here = await placeOf(config, { installation });
  const home = await installation.fact(homeFact);
  const isUnknown = home === undefined || home === null;
  if (here === undefined || home === here || isUnknown) {
    if (here !== undefined && isUnknown) await installation.setFact(homeFact, here);
    await installation.setFact(lastFact, { words: inWords(config), at: now });
    return { kind: 'at-home' };
  }
  const [answers, last] = await Promise.all([readAnswers({ installation }), installation.fact(lastFact)]);
  const copy = (await installation.fact(copyFact)) === here;
  const seen = z.safeParse(lastSeen, last);
  const found = {
    here: inWords(config),
    ...(seen.success ? { there: seen.data.words, lastStartedAt: seen.data.at } : {}),
  };
  return {
    kind: 'elsewhere',
    found,
    answers: answers.length,
    copy,
    last: answers.at(-1),
    why: copy ? 'copy' : 'place',
    sentence: copy
      ? 'This is a copy to look at: it sends no emails and takes no cases or decisions. For it to go on here after all, run "npm run place -- here" and start it again.'
      : `These records were last used at another place${thereInWords(found)}, and this may be a copy of an installation that goes on there. Until an administrator says which, no email is sent and no case or decision is taken. Answer in the console, or run one of these and start again: ${commands}`,
  };
}

const thereInWords = ({ there, lastStartedAt }: Elsewhere['found']): string =>
  there === undefined || lastStartedAt === undefined ? '' : ` (${there}, started ${sayInstant(lastStartedAt)})`;

/**
 * Records which of two places goes on. With `after`, the number of answers that were there when the question was read,
 * an answer that somebody else gave in the meantime stands.
 */
export async function answerPlace(
  config: Settings,
  { installation }: Kept,
  { after, ...answer }: PlaceAnswering,
): Promise<PlaceOutcome> {
  const place = await placeOf(config, { installation });
  // No question is asked where no place can be told from another.
  if (place === undefined) return { kind: 'answered' };
  if (!(await installation.appendToFact(answersFact, { ...answer, place }, after))) return { kind: 'answered-before' };
  await installation.setFact(answer.said === 'here' ? homeFact : copyFact, place);
  return { kind: 'answered' };
}

async function readAnswers({ installation }: Kept): Promise<readonly PlaceAnswered[]> {
  const kept = z.safeParse(answersKept, await installation.fact(answersFact));
  return kept.success ? kept.data : [];
}

/** The place as somebody who looks after machines knows it. */
function inWords({ place, dataDir, databaseUrl }: Settings): string {
  if (place !== undefined) return `“${place}”`;
  return databaseUrl === undefined
    ? `the folder ${realpathSync(dataDir)} on the machine ${hostname()}`
    : `the database ${new URL(databaseUrl).pathname.slice(1)} on ${new URL(databaseUrl).host}`;
}

/**
 * Returns the digest by which this place is told from another: of INSTALLATION_PLACE where it is set; else of the
 * database server and database of DATABASE_URL, by their own identifiers; else of this machine and the path of the data
 * folder. The name of a container is no part of it: it changes at each start.
 */
async function placeOf({ place, dataDir, databaseUrl }: Settings, { installation }: Kept): Promise<string | undefined> {
  if (place !== undefined) return digest(`set ${place}`);
  if (databaseUrl === undefined) return digest(`folder ${machineId()} ${realpathSync(dataDir)}`);
  const database = await installation.databaseId();
  return database === undefined ? undefined : digest(`database ${database}`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}
