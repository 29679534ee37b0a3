const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’‘`]/g;
const NOT_WRITTEN = /[^\p{L}\p{N}]+/gu;
/** Letters that are typed without their stroke or ligature, and that Unicode does not take apart. */
const TYPED_AS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/**
 * Text as it is searched: without case, accents and punctuation, its words set apart by one space. "O’Brien-Łee"
 * becomes "obrien lee".
 */
export function searchKey(text: string): string {
  const letters = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const typed = letters.replace(/[łøđıßæœ]/g, (letter) => TYPED_AS[letter] ?? letter);
  return typed.replace(APOSTROPHES, '').replace(NOT_WRITTEN, ' ').trim();
}

/** The search keys of what was typed into a search box, one for each word set apart by spaces. */
export function searchTerms(text: string): readonly string[] {
  return text.split(/\s+/).map(searchKey).filter(Boolean);
}
