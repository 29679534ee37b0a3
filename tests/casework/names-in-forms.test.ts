import * as z from 'zod/mini';
import { separateWords, withoutNames } from '../../src/casework/free-text';
import { openingForm } from '../../src/procedure/case/opening-entry';
import { catalogue } from '../../src/procedure/catalogue';
import { nameLine, namesIn, words } from '../../src/procedure/forms';
import { definitionOfSchema, titleOf, wrappedIn } from '../../src/procedure/schema-parts';
import type { WordsReference } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';

/* A field that holds a name is marked as one where it is defined, and nobody sees it who may not see names. */

/** Every schema of a form with the names of the fields that lead to it. */
function fieldsOf(schema: z.core.$ZodType, path = ''): readonly (readonly [string, z.core.$ZodType])[] {
  const { shape, element, options, ...definition } = definitionOfSchema(schema);
  const inner = wrappedIn({ ...definition });
  return [
    [path, schema] as const,
    ...(inner === undefined ? [] : fieldsOf(inner, path)),
    ...(element === undefined ? [] : fieldsOf(element, `${path}[]`)),
    ...(options ?? []).flatMap((one) => fieldsOf(one, path)),
    ...Object.entries(shape ?? {}).flatMap(([key, one]) => fieldsOf(one, `${path}.${key}`)),
  ];
}

const forms = [
  ['the notification', openingForm(aCase().file)] as const,
  ...catalogue.map(({ name, form }) => [name, form] as const),
];
const fields = forms.flatMap(([form, schema]) =>
  fieldsOf(schema).map(([path, one]) => [`${form}${path}`, one] as const),
);
/** Titles that ask for somebody's own name, date of birth or address. */
const asksForAName = /\bname\b|date of birth|email address|telephone/i;

test('Every field that asks for a name, a date of birth or an address of a person is marked', () => {
  const asking = fields.filter(([, schema]) => asksForAName.test(titleOf(schema)));
  expect(asking.map(([path]) => path)).toEqual(
    expect.arrayContaining(['addChild.name', 'addChild.dateOfBirth', 'addFamilyMember.name']),
  );
  expect(asking.filter(([, schema]) => !namesIn(schema)).map(([path]) => path)).toEqual([]);
});

describe('Another field that holds a name, added to any form', () => {
  const added = { secondName: nameLine('Their other name'), remark: words('The remark') };
  const id = (path: string) => `words:${path}` as WordsReference;

  test.each(
    catalogue
      .filter(({ form }) => definitionOfSchema(form).shape !== undefined)
      .map(({ name, form }) => [name, form] as const),
  )('%s: is kept with the names, and left out for those who may see none', (_name, form) => {
    const shape = { ...definitionOfSchema(form).shape, ...added } as Record<string, z.ZodMiniType>;
    const nested = z.object({ ...shape, people: z.array(z.optional(z.object(added))) });
    const typed = { secondName: 'Quill', remark: 'Asked', people: [{ secondName: 'Quill', remark: 'Asked' }] };
    const kept = separateWords(nested, typed, id).words;
    expect(kept.filter(({ names }) => names === true).map(({ text }) => text)).toEqual(['Quill', 'Quill']);
    expect(kept.filter(({ names }) => names !== true).map(({ text }) => text)).toEqual(['Asked', 'Asked']);
    expect(withoutNames(nested, typed)).toEqual({
      secondName: null,
      remark: 'Asked',
      people: [{ secondName: null, remark: 'Asked' }],
    });
  });
});
