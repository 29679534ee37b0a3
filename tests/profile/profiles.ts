import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isoDate } from '../../src/procedure/time/dates';
import { readProfile } from '../../src/profile/load';
import type { Profile } from '../../src/profile/load';
import { loadProfile } from '../../src/profile/load';

/** The day on which the profiles of the tests are checked. */
export const today = isoDate('2026-11-23');

export const profileFile = (name: string): string => path.join(__dirname, '..', '..', 'profiles', `${name}.yaml`);

/** A profile of the project, which has to be right. */
export function profile(name: string): Profile {
  const result = loadProfile({ file: profileFile(name), today });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, undefined, 2));
  return result.profile;
}

/** What is wrong with Kirklees's profile once something in its text was replaced, each as `path: sentence`. */
export function problemsAfter(was: string | RegExp, is: string, decisions?: readonly string[]): string[] {
  const text = readFileSync(profileFile('kirklees'), 'utf8');
  const changed = text.replace(was, is);
  if (changed === text) throw new Error(`The profile does not contain ${String(was)}.`);
  const result = readProfile({
    text: changed,
    name: 'kirklees',
    folder: 'profiles',
    today,
    ...(decisions === undefined ? {} : { decisions }),
  });
  return result.ok ? [] : result.problems.map(({ path: at, sentence }) => `${at}: ${sentence}`);
}
