import { glossaryGroups } from '../../../procedure/glossary';
import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoIsSignedIn } from '../../../http/access';
import { typographic } from '../../wording/letters';

/** The words of the procedure and of these pages, and what they mean. */
export const glossaryRoutes: readonly PageRoute[] = [
  getPage('/glossary', whoIsSignedIn, () =>
    view('pages/glossary/glossary.njk', 'Words we use', {
      groups: glossaryGroups.map(({ id, title, words }) => ({
        id,
        title,
        words: words.map(({ word, also = [], meaning, notToUse = [] }) => ({
          word: typographic(word),
          also: also.map(typographic),
          meaning: typographic(meaning),
          notToUse: notToUse.map(typographic),
        })),
      })),
    }),
  ),
];
