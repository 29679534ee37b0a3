import { glossary } from '../../src/procedure/glossary';
import { expectAsKept, keptDocument } from './printed';

describe('the page of the words we use', () => {
  const kept = keptDocument('glossary.md');

  test('is what the code writes now (npm run glossary)', () => {
    expectAsKept('glossary', 'glossary.md');
  });

  test('says every word and what not to call it', () => {
    for (const { word, meaning, notToUse = [] } of glossary)
      for (const text of [word, meaning, ...notToUse]) expect(kept).toContain(text);
  });
});
