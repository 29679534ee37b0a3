import fc from 'fast-check';
import * as z from 'zod/mini';
import { closureForm } from '../../src/casework/calendar';
import { newPersonForm } from '../../src/casework/partnership-people';
import { catalogue } from '../../src/procedure/catalogue';
import { asking } from '../../src/procedure/forms';
import { notificationForm } from '../../src/procedure/notification/notification-form';
import { isReadable, unwritableIn, writable } from '../../src/procedure/written-text';

const nothingToRead: Readonly<Record<string, string>> = {
  'no character': '',
  blanks: ' \t\n',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
  'a byte order mark': '\ufeff',
  'a joiner': '\u200d',
  'a mark for the direction': '\u202e',
  'a soft hyphen': '\u00ad',
  'combining marks alone': '\u0301\u0327',
  'a combining sign of Devanagari alone': '\u0903',
  'the blank of braille': '\u2800',
  'the fillers of Hangul': '\u3164\u115f\u1160\uffa0',
  'tags of a flag without the flag': '\u{e0067}\u{e007f}',
  'variation selectors': '\ufe0f\u{e0100}',
  'line and paragraph separators': '\u2028\u2029',
  'a null notehead': '\u{1d159}',
  'an object that was lost': '\ufffc',
  'characters that were lost': '\ufffd\ufffd',
  'private use': '\ue000\u{f0000}',
  'no characters at all': '\ufffe\uffff\u{1ffff}',
};

test.each(Object.entries(nothingToRead))('There is nothing to read in %s', (_what, text) => {
  expect(isReadable(text)).toBe(false);
});

test.each(['-', '.', '0', 'é', 'e\u0301', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'نعم', 'क\u0903', '\u200bseen', '…', '한'])(
  'There is something to read in %s',
  (text) => {
    expect(isReadable(text)).toBe(true);
  },
);

/** What XML 1.0 allows in a document, as section 2.2 has it. */
const isCharOfXml = (code: number): boolean =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

test('What XML 1.0 does not allow is dropped, and nothing else', () => {
  const otherwise = Array.from({ length: 0x1_1000 }, (_, code) => code).filter((code) => {
    const text = `a${String.fromCodePoint(code)}b`;
    const stays = isCharOfXml(code);
    return writable(text) !== (stays ? text : 'ab') || (unwritableIn(text) === undefined) !== stays;
  });
  expect(otherwise).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = writable(text);
      expect(unwritableIn(kept)).toBeUndefined();
      expect(Array.from(kept).every((one) => isCharOfXml(one.codePointAt(0) ?? 0))).toBe(true);
    }),
  );
});

interface Def {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

/** The schemas of all texts in a form, each with its path. */
function textsOf(schema: z.core.$ZodType, path: string): readonly (readonly [string, z.core.$ZodType])[] {
  const def: Def = schema._zod.def;
  const inner = def.in ?? def.innerType ?? def.element;
  if (inner !== undefined) return textsOf(inner, path);
  if (def.shape !== undefined) return Object.entries(def.shape).flatMap(([key, one]) => textsOf(one, `${path}.${key}`));
  return def.type === 'string' && asking.get(schema)?.as === undefined ? [[path, schema]] : [];
}

const forms: readonly (readonly [string, z.core.$ZodType])[] = [
  ...catalogue.map(({ name, form }) => [name, form] as const),
  ['the notification', notificationForm()],
  ['a closure', closureForm],
  ['a new person', newPersonForm],
];

test.each(forms.flatMap(([name, form]) => textsOf(form, name)))(
  '%s: a text without anything to read in it, or that cannot be written, is refused',
  (_path, schema) => {
    for (const text of Object.values(nothingToRead)) expect(z.safeParse(schema, text).success).toBe(false);
    for (const text of ['St Mary\u2019s\ufffe', 'a\u0001b', 'a\ud800b'])
      expect(z.safeParse(schema, text).success).toBe(false);
  },
);
