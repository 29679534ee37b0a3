import { existsSync, readFileSync } from 'node:fs';
import { compiled } from './compiled.mjs';
import { Problem, isStarted, run, say } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

const usage = `The keys that encrypt what Temporal stores, in a file (PAYLOAD_KEYS_FILE; by itself data/payload-keys).

  npm run keys -- list FILE         which keys it has, and which one writes
  npm run keys -- make FILE         a new file with one new key
  npm run keys -- rotate FILE       a new key that writes from the next start on; the others still read
  npm run keys -- add FILE          a new key that is only read with, until every process has it…
  npm run keys -- write-with FILE ID  …and then writes
  npm run keys -- retire FILE ID    throws a key away: what was written with it can never be read again`;

/** @import { PayloadKeys } from '../src/security/payload-keys.js' */

/** @param {PayloadKeys} keys */
const described = ({ writing, reading, retired }) => [
  `${writing.id}  writes`,
  ...reading.map((key) => `${key.id}  is read with`),
  ...retired.map((one) => `${one}  was thrown away`),
];

/**
 * Makes, shows and changes a file of keys.
 *
 * @param {readonly string[]} args
 */
export async function keys([what, file, id = '']) {
  await ensureDependencies();
  await ensureBuilt();
  const { newPayloadKey, readPayloadKeys, usableKeys, withKeyAdded, withKeyRetired, writePayloadKeys, writingWith } =
    compiled('src/security/payload-keys.js');
  const { writeSecret } = compiled('src/installation/secret-store.js');
  if (!what || !file) throw new Problem(usage);
  const made = newPayloadKey(new Date().toISOString().slice(0, 10));
  /** @param {PayloadKeys | undefined} changed */
  const put = (changed) => {
    if (!changed) throw new Problem(`${file} has no key ${id} for which this can be done. "list" shows them.`);
    writeSecret(file, writePayloadKeys(changed));
    for (const line of described(changed)) say(line);
  };
  if (what === 'make') {
    if (existsSync(file)) throw new Problem(`${file} is there already; "rotate" adds a key to it.`);
    return put({ writing: made, reading: [], retired: [] });
  }
  if (!existsSync(file)) throw new Problem(`There is no ${file}; "make" makes it.`);
  const read = readPayloadKeys(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Problem(`${file}: ${read.sentence}`);
  switch (what) {
    case 'list':
      return described(read.keys).forEach((line) => say(line));
    case 'add':
      return put(withKeyAdded(read.keys, made));
    case 'rotate':
      return put(writingWith(withKeyAdded(read.keys, made), made.id));
    case 'write-with':
      return put(writingWith(read.keys, id));
    case 'retire':
      if (usableKeys(read.keys).length === 1) throw new Problem('It is the only key; "rotate" first.');
      return put(withKeyRetired(read.keys, id));
    default:
      throw new Problem(usage);
  }
}

if (isStarted(import.meta.url)) await run(() => keys(process.argv.slice(2)));
