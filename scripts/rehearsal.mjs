import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem, root } from './project.mjs';

/**
 * Reads who is who from the profile of this folder: a case knows people by their ids only.
 *
 * @returns {import('../tools/rehearsal/situation.js').Directory}
 */
export function readDirectory() {
  /** @type {typeof import('yaml')} */
  const { parse } = createRequire(import.meta.url)('yaml');
  const file = path.resolve(process.env['PARTNERSHIP_PROFILE'] || path.join(root, 'profiles', 'kirklees.yaml'));
  let written;
  try {
    written = parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Problem(`The profile ${file} cannot be read (PARTNERSHIP_PROFILE).`);
  }
  const { people, roleTitles, agencies } = written;
  return { profile: path.basename(file).replace(/\.ya?ml$/, ''), people, roleTitles, agencies: Object.keys(agencies) };
}
