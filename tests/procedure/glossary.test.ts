import { glossary, glossaryGroups } from '../../src/procedure/glossary';
import { misusedIn } from '../support/misused-words';

const names = glossary.flatMap(({ word, also = [] }) => [word, ...also]);
const wrong = glossary.flatMap(({ word, notToUse = [] }) => notToUse.map((phrase) => [phrase, word] as const));

describe('The glossary', () => {
  test('has the words of the procedure and of the product', () => {
    const asked = [
      ...[
        'notification',
        'case',
        'reference',
        'Business Unit',
        'SPR co-ordinator',
        'delegated partners',
        'Exec partners',
      ],
      ...[
        'Exec group',
        'Scrutineer',
        'sub-group',
        'National Panel',
        'LCSPR',
        'PLR',
        'working day',
        'Day 1',
        'six months',
      ],
      ...['statutory limit', 'step', 'window', 'Front Door', 'oversight', 'outcome', 'not to proceed', 'chronology'],
      ...['Rapid Review', 'determination', 'submission', 'reply', 'response', 'terms of reference', 'planning meeting'],
      ...['identified professional', 'Practitioner Learning Event', 'Practice Learning Event', 'draft', 'comments'],
      ...[
        'amendments',
        'media statement',
        'sign-off',
        'family contact',
        'notice of intent',
        'publication',
        'learning summary',
      ],
      ...['display period', 'action', 'Matrix', 'hold', 'delay letter', 'parallel process', 'extension', 'correction'],
      ...[
        'breach',
        'conflict of interest',
        'role',
        'settings',
        'reminder',
        'escalation',
        'author',
        'home authority',
        'executive report',
        'sign-off template',
      ],
    ];
    expect(asked.filter((word) => !names.includes(word))).toEqual([]);
  });

  test('has each word once, in the order of the alphabet', () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { words } of glossaryGroups) {
      const said = words.map(({ word }) => word.toLowerCase());
      expect(said).toEqual([...said].sort((a, b) => a.localeCompare(b, 'en-GB')));
    }
    expect(glossary.length).toBe(glossaryGroups.reduce((sum, { words }) => sum + words.length, 0));
  });

  test('says what each word means in one or two sentences', () => {
    for (const { word, meaning } of glossary) {
      const sentences = meaning.split(/(?<=\.)\s+(?=[A-Z])/);
      expect([word, sentences.length <= 3, meaning.endsWith('.')]).toEqual([word, true, true]);
    }
  });

  test('uses no word itself that is not to be used, and forbids none that it uses', () => {
    for (const { word, meaning } of glossary) expect([word, misusedIn(meaning)]).toEqual([word, []]);
    for (const name of names) expect([name, misusedIn(name)]).toEqual([name, []]);
  });
});

describe('A word that is not to be used', () => {
  test.each(wrong)('%s is found, and %s is said to be the word', (phrase, instead) => {
    expect(misusedIn(`Then the ${phrase}, and more.`)).toEqual([{ found: phrase, instead }]);
    expect(misusedIn(phrase.toUpperCase())).toEqual([{ found: phrase.toUpperCase(), instead }]);
  });

  test('is found with either apostrophe and across lines', () => {
    expect(misusedIn("the Rapid Review's\n decision").map(({ instead }) => instead)).toEqual(['determination']);
  });

  test('is none within another word or within a right name', () => {
    expect(misusedIn('profiled, sub-profile, profile-page')).toEqual([]);
    expect(misusedIn('The Practitioner Learning Event and the learning event')).toEqual([
      { found: 'learning event', instead: 'Practitioner Learning Event' },
    ]);
  });
});
