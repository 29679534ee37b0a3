import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod/mini';
import { catalogue } from '../../src/procedure/catalogue';
import { isoDate } from '../../src/procedure/time/dates';
import { aCase } from '../support/a-case';
import { defaultForms, words } from '../support/default-forms';

/*
 * A worker loads the rules once, for all its cases, and Temporal freezes what they share (`deepFreeze` in its
 * reusable-vm.js): what their modules export, whatever hangs on it, and down to what is frozen already.
 */

const load = createRequire(__filename);
const folder = path.join(__dirname, '..', '..', 'src', 'procedure');

let schemasReached = 0;

function freeze(value: unknown, seen = new Set<unknown>()): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  if (Object.isFrozen(value)) return;
  if ('_zod' in value) schemasReached += 1;
  if (typeof value === 'object')
    for (const name of Reflect.ownKeys(value)) freeze((value as Record<PropertyKey, unknown>)[name], seen);
  Object.freeze(value);
}

beforeAll(() => {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts')) freeze(load(path.join(folder, file)));
  expect(schemasReached).toBe(0);
  freeze(z);
});

test.each(catalogue.map((one) => [one.name, one] as const))(
  'The form of %s is read though the rules are frozen',
  (name, { form }) => {
    const { file } = aCase();
    const filledIn = defaultForms[name]({ file, on: isoDate('2026-11-23') });
    expect(z.safeParse(form, filledIn)).toMatchObject({ success: true });
    expect(z.safeParse(form, { ...filledIn, more: 1 })).toMatchObject({ success: false });
    const wrong = Object.fromEntries(Object.keys(filledIn).map((field) => [field, ['?']]));
    expect(z.safeParse(form, { ...wrong, more: 1 })).toMatchObject({ success: false });
  },
);

test.each([
  ['knownAt', '2026-11-22T16:30:00+00:00'],
  ['receivedAt', '2026-11-23T08:00:00Z'],
  ['incidentOn', '2026-11-20'],
])('Entry 1 is corrected in %s though the rules are frozen', (field, value) => {
  const correction = { entry: 1, field, value, reason: words('The form said otherwise') };
  expect(aCase().with('addNote').with('correctFact', correction).file.notification).toHaveProperty(field);
});
