import * as z from 'zod/mini';
import { asking, fieldProblems, isWordsReference, readForm, wordsFields, type FieldSettings } from './forms';
import type { WordsReference } from './time/time';

/* Answers that are read with the names, in decisions: a case carries a reference, and the records keep the answer. */

/** The most characters of such an answer. */
const longest = 200;

const settingsOf = (inner: z.core.$ZodType): FieldSettings => {
  const settings = asking.get(inner) ?? {};
  const as = settings.as ?? (settings.options === undefined ? 'line' : 'choice');
  return { ...settings, as };
};

const whyNot = (inner: z.core.$ZodType<string>, text: unknown): string | undefined => {
  const read = readForm(inner, text);
  return read.success ? undefined : fieldProblems(read.error)[0]?.sentence;
};

/** Writes an answer as its field writes it. A reference stays as it is. */
function asRead(inner: z.core.$ZodType<string>, text: string): string {
  if (isWordsReference(text)) return text;
  const read = readForm(inner, text);
  return read.success ? read.data : text;
}

/**
 * Returns a field that takes whatever another takes, and a reference to it. What a person sends is read by the other
 * field before it is kept.
 */
export function namedAs(inner: z.core.$ZodType<string>) {
  const { title = '', description } = z.globalRegistry.get(inner) ?? {};
  const error = ({ input }: { readonly input?: unknown }) => whyNot(inner, input) ?? `Answer this question: ${title}`;
  return z
    .pipe(
      z.string({ error }).check(
        z.refine((text) => isWordsReference(text) || whyNot(inner, text) === undefined, { error }),
        z.overwrite((text) => asRead(inner, text)),
      ),
      z.custom<WordsReference>(),
    )
    .register(wordsFields, { longest, names: true })
    .register(asking, settingsOf(inner))
    .register(z.globalRegistry, description === undefined ? { title } : { title, description });
}
