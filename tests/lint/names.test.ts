import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/* Names mean one thing each: none is exported by two files, but for those of this list. */

/**
 * Names that two files export, with the reason. `main` is where each program begins; the others are a word that fits
 * both, each in a folder of its own.
 */
const twice: readonly string[] = ['date', 'dateParts', 'main', 'moment', 'once', 'onlyIf'];
/** The most names that may be on the list. */
const most = 20;

const root = path.join(__dirname, '..', '..');
const exported = /^export (?:declare )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

/** The files of the product that export a name, by name. */
function exporters(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const folder of ['src', 'workflows', 'activities', 'tools']) {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => one.endsWith('.ts'))) {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      for (const name of new Set([...text.matchAll(exported)].map(([, name = '']) => name)))
        found.set(name, [...(found.get(name) ?? []), `${folder}/${file}`]);
    }
  }
  return found;
}

test('No name is exported by two files, except those of the list', () => {
  const shared = [...exporters()].filter(([, files]) => files.length > 1).map(([name]) => name);
  expect(shared.sort()).toEqual([...twice].sort());
});

test('The list has twenty names at most', () => {
  expect(twice.length).toBeLessThanOrEqual(most);
});
