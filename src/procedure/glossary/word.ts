/** A word of the field or of the product, as pages, emails and guides use it. */
export interface GlossaryWord {
  readonly word: string;
  /** The meaning of the word here, in one or two plain sentences. */
  readonly meaning: string;
  /** Other names of the same thing that may be used, such as its abbreviation. */
  readonly also?: readonly string[];
  /** Names of the same thing that pages, emails and guides do not use. */
  readonly notToUse?: readonly string[];
}
