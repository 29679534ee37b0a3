const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’‘`]/g;
const NOT_WRITTEN = /[^\p{L}\p{N}]+/gu;
/** Letters that people type without their stroke or ligature, and that Unicode does not decompose. */
const TYPED_AS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/**
 * Normalises text for searching: removes case, accents and punctuation, and separates words by one space. "O’Brien-Łee"
 * becomes "obrien lee".
 */
export function searchKey(text: string): string {
  const letters = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const typed = letters.replace(/[łøđıßæœ]/g, (letter) => TYPED_AS[letter] ?? letter);
  return typed.replace(APOSTROPHES, '').replace(NOT_WRITTEN, ' ').trim();
}

/** Splits the content of a search box at its spaces, and returns the search key of each word. */
export function searchTerms(text: string): readonly string[] {
  return text.split(/\s+/).map(searchKey).filter(Boolean);
}
