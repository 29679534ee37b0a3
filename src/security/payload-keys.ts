import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key with which what Temporal stores is encrypted: AES-256, known by its id. */
export interface PayloadKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The keys of an installation. */
export interface PayloadKeys {
  /** Key that encrypts from now on. */
  readonly writing: PayloadKey;
  /** Keys that no longer encrypt, but still decrypt. */
  readonly reading: readonly PayloadKey[];
  /** Ids of keys that were thrown away, so that nobody looks for them. */
  readonly retired: readonly string[];
}

/** Either the keys, or a sentence that says what is wrong with them. */
export type KeysRead =
  { readonly ok: true; readonly keys: PayloadKeys } | { readonly ok: false; readonly sentence: string };

/** Encrypted bytes: the nonce, the tag and the ciphertext, one after the other. */
export type Sealed = Uint8Array;

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** A new key, named by the day on which it was made and eight letters that tell it from another of that day. */
export const newPayloadKey = (today: string): PayloadKey => ({
  id: `${today}-${randomBytes(4).toString('hex')}`,
  bytes: randomBytes(keyBytes),
});

/**
 * Reads keys as they are written in a file or a variable, one a line: an id, a colon, and 32 bytes in base64, or the
 * word "retired". The first that is not retired writes. `#` begins a note.
 */
export function readPayloadKeys(text: string): KeysRead {
  const usable: PayloadKey[] = [];
  const retired: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const [, id, written] = /^\s*([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]{43}=|retired)\s*$/.exec(line) ?? [];
    if (id === undefined || written === undefined)
      return { ok: false, sentence: `line ${at + 1} is not a key: an id, a colon, and 32 bytes in base64.` };
    if (retired.includes(id) || usable.some((key) => key.id === id))
      return { ok: false, sentence: `line ${at + 1} has the id ${id} again.` };
    if (written === 'retired') retired.push(id);
    else usable.push({ id, bytes: Buffer.from(written, 'base64') });
  }
  const [writing, ...reading] = usable;
  return writing === undefined
    ? { ok: false, sentence: 'there is no key in it.' }
    : { ok: true, keys: { writing, reading, retired } };
}

/** Keys as `readPayloadKeys` reads them. */
export const writePayloadKeys = ({ writing, reading, retired }: PayloadKeys): string =>
  [
    '# Keys of what Temporal stores. The first writes, the others still read. Keep a copy apart from the backups.',
    ...[writing, ...reading].map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('base64')}`),
    ...retired.map((id) => `${id}:retired`),
    '',
  ].join('\n');

/** Every key that can still be read with. */
export const usableKeys = ({ writing, reading }: PayloadKeys): readonly PayloadKey[] => [writing, ...reading];

/** The keys with a new one that is only read with, until every process has it. */
export const withKeyAdded = (keys: PayloadKeys, added: PayloadKey): PayloadKeys => ({
  ...keys,
  reading: [...keys.reading, added],
});

/** The keys, written with another of them from now on; nothing where there is none of that id. */
export function writingWith(keys: PayloadKeys, id: string): PayloadKeys | undefined {
  const writing = usableKeys(keys).find((key) => key.id === id);
  return writing && { ...keys, writing, reading: usableKeys(keys).filter((key) => key !== writing) };
}

/** The keys without one that is only read with; nothing where there is none of that id. */
export function withKeyRetired(keys: PayloadKeys, id: string): PayloadKeys | undefined {
  const reading = keys.reading.filter((key) => key.id !== id);
  return reading.length === keys.reading.length ? undefined : { ...keys, reading, retired: [...keys.retired, id] };
}

/** Returns a checksum (HMAC) that shows whether a key is still the same, without giving the key away. */
export const markOf = ({ id, bytes }: PayloadKey): string =>
  createHmac('sha256', bytes).update(`payload-key/${id}`).digest('base64url');

/** Says whether a key has this checksum, in constant time. */
export function isOfMark(key: PayloadKey, mark: string): boolean {
  const [ours, theirs] = [Buffer.from(markOf(key)), Buffer.from(mark)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Encrypts; `bound` is not encrypted, and has to be the same when it is opened. */
export function seal({ bytes }: PayloadKey, content: Uint8Array, bound: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, bytes, nonce);
  sealing.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([sealing.update(content), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** Decrypts; nothing where the key is another, `bound` is, or anything was changed. */
export function unseal({ bytes }: PayloadKey, sealed: Sealed, bound: string): Uint8Array | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, bytes, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(bound));
  opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const content = opening.update(sealed.subarray(nonceBytes + tagBytes));
  try {
    return Buffer.concat([content, opening.final()]);
  } catch {
    return undefined;
  }
}
