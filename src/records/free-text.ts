import type { CaseReference, WordsReference } from '../procedure/time/time';
import type { Db } from './db';
import { searchKey } from './search-key';

/** Text that somebody wrote, by the reference under which a case knows it. */
export interface KeptWords {
  readonly id: WordsReference;
  readonly text: string;
  /** Marks a name, or a text that only readers of names may read. Other readers do not find the case by it either. */
  readonly names?: true;
}

const KEEP = {
  name: 'words-keep',
  text: `INSERT INTO case_words (reference, id, words, search)
    SELECT $1, id, words, setweight(to_tsvector('simple', search), CASE WHEN names THEN 'A' ELSE 'D' END::"char")
    FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) AS given (id, words, search, names)
    ON CONFLICT (reference, id) DO NOTHING RETURNING id`,
} as const;

const READ = {
  name: 'words-of',
  text: `SELECT id, words FROM case_words
    WHERE reference = $1 AND ($2::text[] IS NULL OR id = ANY ($2::text[])) ORDER BY recorded_at, id`,
} as const;

/** Texts that people wrote. A case carries only references to them. */
export function wordsRepository(db: Db) {
  return {
    /**
     * Keeps words. Words whose id is kept already stay as they were. Returns the number of words that were not kept
     * before.
     */
    async keepWords(reference: CaseReference, words: readonly KeptWords[]): Promise<number> {
      if (words.length === 0) return 0;
      const rows = await db.query(KEEP, [
        reference,
        words.map(({ id }) => id),
        words.map(({ text }) => text),
        words.map(({ text }) => searchKey(text)),
        words.map(({ names }) => names === true),
      ]);
      return rows.length;
    },

    /** Reads the words of a case by id: those asked for, or all. Words that are not kept are not in the map. */
    async wordsOf(
      reference: CaseReference,
      ids?: readonly WordsReference[],
    ): Promise<ReadonlyMap<WordsReference, string>> {
      const rows = await db.query(READ, [reference, ids]);
      return new Map(rows.map((row) => [row.text('id') as WordsReference, row.text('words')]));
    },

    /** Reads one text for each of several cases. A case whose text is not kept is not in the map. */
    async wordsAcross(
      asked: readonly { readonly reference: CaseReference; readonly id: WordsReference }[],
    ): Promise<ReadonlyMap<CaseReference, string>> {
      if (asked.length === 0) return new Map();
      const rows = await db.query(
        `SELECT reference, words FROM case_words
         WHERE (reference, id) IN (SELECT reference, id FROM unnest($1::text[], $2::text[]) AS asked (reference, id))`,
        [asked.map(({ reference }) => reference), asked.map(({ id }) => id)],
      );
      return new Map(rows.map((row) => [row.reference(), row.text('words')]));
    },
  };
}

/** Texts that people wrote. */
export type WordsRepository = ReturnType<typeof wordsRepository>;
