import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from './compiled.mjs';
import { Problem, root, say } from './project.mjs';

/* Documents of docs/ that are made from the code. */

/** Returns the policy of the first partnership, whose titles and windows the documents use. */
export function policyOfDocuments() {
  const { isoDate } = compiled('src/procedure/time/dates.js');
  const { readProfile } = compiled('src/profile/load.js');
  const file = path.join(root, 'profiles', 'kirklees.yaml');
  // The day only decides which statutory limits the profile is held against, and no document says a date.
  const read = readProfile({
    text: readFileSync(file, 'utf8'),
    name: 'kirklees',
    folder: path.dirname(file),
    today: isoDate('2026-11-23'),
  });
  if (!read.ok) throw new Problem('profiles/kirklees.yaml is not right; npm start says what is wrong with it.');
  return read.profile.policy;
}

/**
 * Lays a page out as every other document is, so that the formatter finds nothing to change in the page.
 *
 * @param {string} name
 * @param {string} page
 */
export async function laidOut(name, page) {
  const { format, resolveConfig } = await import('prettier');
  const target = path.join(root, 'docs', name);
  return format(page, { ...(await resolveConfig(target)), filepath: target });
}

/**
 * Writes a document into docs/; with `--print` on the command line prints the document, and writes nothing.
 *
 * @param {string} name
 * @param {string} content
 */
export function writeOrPrint(name, content) {
  if (process.argv.includes('--print')) process.stdout.write(content);
  else {
    writeFileSync(path.join(root, 'docs', name), content);
    say(`Wrote docs/${name}.`);
  }
}
