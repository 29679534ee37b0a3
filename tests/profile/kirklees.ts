import { catalogue } from '../../src/procedure/catalogue';
import { instant } from '../../src/procedure/time/dates';
import { loadProfile, type Profile } from '../../src/profile/load';
import { profileFile, today } from './profiles';

/** The morning on which the API and the pages of the tests are asked. */
export const wallNow = instant('2026-11-23T10:00:00.000Z');

/** Kirklees's profile, checked against the decisions that there are. */
export function kirklees(): Profile {
  const read = loadProfile({ file: profileFile('kirklees'), today, decisions: catalogue.map(({ name }) => name) });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.profile;
}
