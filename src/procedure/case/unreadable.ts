/**
 * Reasons why a value that came to a case from outside cannot be read. The codec does not throw: it puts a marked value
 * in its place, which the case refuses. An error would stop the case for good, because its history is read again at
 * every replay.
 */
const sentences = {
  'not-encrypted':
    'It was sent unencrypted. Here only what is encrypted with a key of this installation is read: with Temporal’s command line use --codec-endpoint.',
  'unknown-key': 'It is encrypted with a key that this installation never had, or has thrown away.',
  'not-decrypted': 'It cannot be decrypted with the key that it names: it was changed, or is of another key.',
  'another-case': 'It was encrypted for another case.',
  'not-json': 'It is no JSON in UTF-8.',
  imitation: 'It imitates the mark of what cannot be read.',
} as const;

/** The reason why a value could not be read. */
export type WhyUnreadable = keyof typeof sentences;

/** The name of the only property of a marked value. */
const mark = '@unreadable';

/** The value that takes the place of what cannot be read. */
export const markedUnreadable = (why: WhyUnreadable): object => ({ [mark]: why });

/**
 * True if a value has the mark, whoever wrote the value. The codec marks what imitates the mark, so that nobody outside
 * can give the reason why something cannot be read.
 */
export const hasMark = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, mark);

/** Says why a value could not be read; nothing of one that was read. */
export function sayUnreadable(value: unknown): string | undefined {
  if (!hasMark(value)) return undefined;
  const why: unknown = Object.entries(value ?? {}).find(([name]) => name === mark)?.[1];
  return typeof why === 'string' && Object.hasOwn(sentences, why)
    ? sentences[why as WhyUnreadable]
    : sentences.imitation;
}
