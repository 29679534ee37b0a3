import { checkPage, sendChecked } from './check-page';
import type { AnswerPage } from './desk';
import { addEntry, changeEntry, changeEntryPage, entriesPage, removeEntry } from './entries-page';
import { nilPage, sendNil } from './nil-page';
import { passOnPage, sendPassOn } from './pass-on-page';
import { requestPage } from './request-page';
import { sentPage } from './sent-page';

/** The pages below the address of a request, for whoever answers it, by a link or signed in. */
export const answerPages: readonly {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly page: AnswerPage;
}[] = [
  { method: 'get', path: '/request', page: requestPage },
  { method: 'get', path: '/nil', page: nilPage },
  { method: 'post', path: '/nil', page: sendNil },
  { method: 'get', path: '/entries', page: entriesPage },
  { method: 'post', path: '/entries', page: addEntry },
  { method: 'get', path: '/entries/:line', page: changeEntryPage },
  { method: 'post', path: '/entries/:line', page: changeEntry },
  { method: 'post', path: '/entries/:line/remove', page: removeEntry },
  { method: 'get', path: '/pass-on', page: passOnPage },
  { method: 'post', path: '/pass-on', page: sendPassOn },
  { method: 'get', path: '/check', page: checkPage },
  { method: 'post', path: '/check', page: sendChecked },
  { method: 'get', path: '/sent', page: sentPage },
];
