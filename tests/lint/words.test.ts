import { misusedIn } from '../support/misused-words';
import { textsForPeople, textsOfCode, textsOfGuide, textsOfTemplate } from '../support/texts-for-people';
import { phrases, phrasesIn } from './phrases';

/* The words that people read: one name for one thing, and none of the phrases that made readers stumble. */

describe('The words that people read', () => {
  const texts = textsForPeople();

  test('are found in pages, forms, refusals, emails and guides', () => {
    for (const place of [
      'src/console',
      'src/procedure/decisions',
      'src/procedure/take.ts',
      'src/api',
      'profiles',
      'docs',
    ])
      expect(texts.filter(({ file }) => file.startsWith(place)).length).toBeGreaterThan(3);
    expect(texts.length).toBeGreaterThan(3_000);
  });

  test('are those of the glossary, not the ones that it says not to use', () => {
    const wrong = texts.flatMap(({ file, text }) =>
      misusedIn(text).map(({ found, instead }) => `${file}: “${found}”, say “${instead}”: ${text.slice(0, 140)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('are none of the phrases that made readers stumble', () => {
    const wrong = texts.flatMap(({ file, text }) =>
      phrasesIn(text).map(({ phrase, instead }) => `${file}: “${phrase}”, say “${instead}”: ${text.slice(0, 140)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('are told by each phrase that is to be replaced, in whichever letters', () => {
    for (const { phrase } of phrases) {
      expect(phrasesIn(`Then: ${phrase.toUpperCase()}.`).map((one) => one.phrase)).toContain(phrase);
      expect(phrasesIn(`x${phrase}x`).map((one) => one.phrase)).not.toContain(phrase);
    }
  });
});

describe('The reader of texts', () => {
  test('takes strings and templates of code, and neither names nor imports', () => {
    const code =
      "import a from 'Some Where'; const b = { 'a-b': 'A text', c: `Of ${d} and ${'an inner text'}.`, e: 'id' };";
    expect(textsOfCode(code)).toEqual(['A text', 'Of … and ….', 'an inner text']);
  });

  test('takes what a template shows and says, and no comment', () => {
    const template =
      '{# No comment #}<p class="a b">Two <strong>words</strong>{% if c %} more{% endif %}</p>' +
      `<i aria-label="Read aloud"></i>{{ button({ text: 'Press it' }) }}`;
    expect(textsOfTemplate(template)).toEqual(['Press it', 'Read aloud', 'Two words more']);
  });

  test('takes the lines of a guide, without what is for programs', () => {
    expect(textsOfGuide('# A title\n\n```sh\nnpm run this\n```\nSee [the page](a b.md) of `no one`.\n')).toEqual([
      'A title',
      'See the page of ….',
    ]);
  });
});
