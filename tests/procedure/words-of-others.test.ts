import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';

/* A decision brings words of its own: nobody reads words of another entry by naming them in theirs. */

const sentence = /words that are kept for another entry/;
const noted = aCase().with('addNote', { note: words('words:of-the-first-note') });
const refusalOf = (form: object, because?: string) =>
  noted.refusal('addNote', form, because === undefined ? {} : { because });

test('A note that names the words of another entry is refused, and does not repeat what it named', () => {
  const refusal = refusalOf({ note: words('words:of-the-first-note') });
  expect(refusal).toMatchObject({ code: 'invalid', sentence: expect.stringMatching(sentence) as string });
  expect(JSON.stringify(refusal)).not.toContain('of-the-first-note');
});

test('A note that names a name of the notification as it came is refused', () => {
  expect(refusalOf({ note: words('words:entry-1/children.0.name') })?.sentence).toMatch(sentence);
  expect(refusalOf({ note: words('words:entry-1/circumstances') })?.sentence).toMatch(sentence);
});

test('Words of another entry are named neither in a field that the form has not, nor as one, nor as the reason', () => {
  const named = 'words:of-the-first-note';
  expect(refusalOf({ note: words('A note'), more: [{ in: named }] })?.sentence).toMatch(sentence);
  expect(refusalOf({ note: words('A note'), [named]: 1 })?.sentence).toMatch(sentence);
  expect(refusalOf({ note: words('A note') }, named)?.sentence).toMatch(sentence);
});

test('Words that a correction replaced are still those of their entry', () => {
  const corrected = noted.with('correctFact', {
    entry: noted.file.seq,
    field: 'note',
    value: 'words:of-the-correction',
    reason: words('It was wrong'),
  });
  for (const named of ['words:of-the-first-note', 'words:of-the-correction'])
    expect(corrected.refusal('addNote', { note: words(named) })?.sentence).toMatch(sentence);
});

test('Words that no entry has yet are its own, and plain text is text', () => {
  expect(refusalOf({ note: words('words:of-the-second-note') })).toBeUndefined();
  expect(refusalOf({ note: words('In other words: a note') })).toBeUndefined();
});
