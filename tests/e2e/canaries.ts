import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { separateWords, wordsIn, withWords } from '../../src/casework/free-text';
import type { DecisionName } from '../../src/procedure/case/case-file';
import { definitionOf } from '../../src/procedure/catalogue';
import { isWordsReference } from '../../src/procedure/forms';

type Form = Readonly<Record<string, unknown>>;

/** Made-up names that are put into every text of a case, to be looked for where no text of a case may be. */
export class Canaries {
  #count = 0;
  readonly #flown: string[] = [];

  /** A canary that has never been seen before. */
  one(): string {
    this.#count += 1;
    const canary = `Zeisig${String(this.#count).padStart(3, '0')}Quill`;
    this.#flown.push(canary);
    return canary;
  }

  /** Every canary so far. */
  get all(): readonly string[] {
    return this.#flown;
  }

  /** The form of a decision with a canary in everything that people write in their own words. */
  inForm(decision: DecisionName, form: Form): Form {
    let at = 0;
    const { form: separated, words } = separateWords(definitionOf(decision).form, form, () => {
      at += 1;
      return `words:${at}` as ReturnType<Parameters<typeof separateWords>[2]>;
    });
    const texts = new Map(
      words.map(({ id, text }) => [id, `${isWordsReference(text) ? '' : text} ${this.one()}`.trim()]),
    );
    // Only what was a text above is one again: the same value but for those.
    return wordsIn(separated).length === 0 ? form : (withWords(separated, texts) as Form);
  }

  /** The canaries that are in any file of a folder, with the file in which they were found. */
  foundBelow(folder: string): readonly string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return this.foundIn(readFileSync(file)).map((canary) => `${canary} in ${path.relative(folder, file)}`);
      });
  }

  /** The canaries that are in a text, or in bytes as the letters of UTF-8, UTF-16 or base64. */
  foundIn(text: string | Buffer): readonly string[] {
    const bytes = Buffer.from(text);
    return this.#flown.filter((canary) => spellings(canary).some((spelling) => bytes.includes(spelling)));
  }
}

/** Base64 differs with where the name begins among its neighbours; the middle of each is the name's own. */
function spellings(canary: string): readonly Buffer[] {
  const inBase64 = [0, 1, 2].map((before) =>
    Buffer.from(`${' '.repeat(before)}${canary}`)
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );
  return [Buffer.from(canary), Buffer.from(canary, 'utf16le'), ...inBase64.map((text) => Buffer.from(text))];
}
