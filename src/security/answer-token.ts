import { createHmac } from 'node:crypto';
import type { LinkOf } from '../procedure/asking/links';
import type { PayloadKey } from './payload-keys';

/** Hexadecimal digits of a token: 128 bits. They survive every mail program, and can be selected by a double click. */
const tokenDigits = 32;

/** A key of its own for links, made of the installation's, so that neither says anything of the other. */
const linkKey = ({ bytes }: PayloadKey): Buffer => createHmac('sha256', bytes).update('answer-links/1').digest();

/** The token of a link: always the same for one contribution, person and key, and not to be guessed without the key. */
export const answerTokenOf = (key: PayloadKey, { reference, contribution, person }: LinkOf): string =>
  createHmac('sha256', linkKey(key))
    .update(JSON.stringify([reference, contribution, person]))
    .digest('hex')
    .slice(0, tokenDigits);

/** True if a text has the form of a token. */
export const isAnswerToken = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
