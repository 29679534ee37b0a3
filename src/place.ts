import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import type { Config } from './config';
import type { Records } from './records/records';
import type { HeldBack } from './temporal/cases';

/* The records know their place. A copy of them that is started elsewhere asks once which of the two goes on. */

/** The fact of the records that says where they are at home. */
const homeFact = 'place';
/** The fact that says at which other place somebody called them a copy to look at. */
const copyFact = 'copy-at';

type Settings = Pick<Config, 'place' | 'dataDir' | 'databaseUrl'>;
type Kept = Pick<Records, 'installation'>;

/** Whether the records are at home here; where they are not, what to ask or say in a sentence. */
export type AtHome = { readonly kind: 'at-home' } | ({ readonly kind: 'elsewhere' } & HeldBack);

const answers =
  '"npm run place -- here": this one goes on here, and the other must not be started again. "npm run place -- copy": this is a copy to look at.';

/**
 * Finds out whether these records are where they were last. Records that know of no place, a new installation's or those
 * of 0.1.0, take this one for theirs.
 */
export async function whetherAtHome(config: Settings, records: Kept): Promise<AtHome> {
  const here = await placeOf(config, records);
  const home = await records.installation.fact(homeFact);
  if (here === undefined || home === here) return { kind: 'at-home' };
  if (home === undefined || home === null) {
    await records.installation.setFact(homeFact, here);
    return { kind: 'at-home' };
  }
  const isCopy = (await records.installation.fact(copyFact)) === here;
  return {
    kind: 'elsewhere',
    why: isCopy ? 'copy' : 'place',
    sentence: isCopy
      ? 'This is a copy to look at: it sends no emails and takes no cases or decisions. For it to go on here after all, run "npm run place -- here" and start it again.'
      : `These records were last used at another place, and this may be a copy of an installation that goes on there. Until an administrator says which, no email is sent and no case or decision is taken. Run one of these and start again: ${answers}`,
  };
}

/** Notes that the records are at home here from now on. */
export async function goOnHere(config: Settings, records: Kept): Promise<void> {
  const here = await placeOf(config, records);
  if (here !== undefined) await records.installation.setFact(homeFact, here);
}

/** Notes that the records here are a copy to look at. */
export async function callCopy(config: Settings, records: Kept): Promise<void> {
  const here = await placeOf(config, records);
  if (here !== undefined) await records.installation.setFact(copyFact, here);
}

/**
 * What tells this place from another: INSTALLATION_PLACE where it is set; else the database server and database of
 * DATABASE_URL by their own identifiers; else this machine and the path of the data folder. A container's name changes
 * at each start and is no part of it.
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
