import type { SendDependencies } from '../../activities/send-notices';
import type { Instant } from '../procedure/time/time';
import type { Records } from '../records/records';
import { answerTokenOf } from '../security/answer-token';
import { usableKeys, type PayloadKeys } from '../security/payload-keys';
import { hashOf } from '../security/secret';

/** The objects that links in emails are made from. */
interface LinksFrom {
  readonly records: Pick<Records, 'answerLinks'>;
  readonly keys: PayloadKeys;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  now(): Instant;
}

/**
 * Makes the links in emails by which people answer without an account. They are made with the keys of the
 * installation, and noted so that they work. A contribution keeps its link while the key of its first link is there, so
 * that every reminder carries the same; once that key was thrown away, the next email carries another, and the one
 * before works on. Throws `RecordsUnavailable`.
 */
export const emailLinks = ({
  records: { answerLinks: kept },
  keys,
  publicUrl,
  now,
}: LinksFrom): Pick<SendDependencies, 'answerLink'> => ({
  async answerLink(of) {
    const before = await kept.keyOf(of);
    const key = usableKeys(keys).find(({ id }) => id === before) ?? keys.writing;
    const token = answerTokenOf(key, of);
    await kept.made({ ...of, digest: hashOf(token), keyId: key.id, at: now() });
    return `${publicUrl}/answer/${token}`;
  },
});
