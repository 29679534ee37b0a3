/** A word of the field or of the product, as pages, emails and guides use it. */
export interface GlossaryWord {
  readonly word: string;
  /** One or two plain sentences that say what the word means here. */
  readonly meaning: string;
  /** Other names of the same thing that may be used, such as its abbreviation. */
  readonly also?: readonly string[];
  /** Names of the same thing that pages, emails and guides do not use. */
  readonly notToUse?: readonly string[];
}
