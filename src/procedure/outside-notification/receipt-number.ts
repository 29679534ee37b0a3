declare const brand: unique symbol;

/**
 * The number under which a notification from outside is kept, `REC-7KQ4-M2TX`. No case has such a reference, and it does
 * not tell how many notifications there are.
 */
export type ReceiptNumber = string & { readonly [brand]: 'ReceiptNumber' };

/** Letters and digits that nobody mistakes for one another, without vowels, so that they spell no word. */
const alphabet = '23456789BCDFGHJKMNPQRTVWXZ';

/** Number of random bytes that a receipt number is made of. */
export const bytesOfReceiptNumber = 8;

const pattern = new RegExp(`^REC-[${alphabet}]{4}-[${alphabet}]{4}$`);

/** Makes a receipt number of random bytes; `bytesOfReceiptNumber` of them are needed. */
export function receiptNumberOf(bytes: Uint8Array): ReceiptNumber {
  if (bytes.length < bytesOfReceiptNumber) throw new RangeError(`${bytes.length} bytes are too few for a number.`);
  const signs = [...bytes.slice(0, bytesOfReceiptNumber)].map((byte) => alphabet.charAt(byte % alphabet.length));
  return `REC-${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}` as ReceiptNumber;
}

/** Says whether a text is a receipt number. */
export const isReceiptNumber = (text: string): text is ReceiptNumber => pattern.test(text);
