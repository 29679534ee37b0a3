import type { CaseReference, WordsReference } from '../procedure/time';
import type { Db } from './db';
import { searchKey } from './search-key';

/** Text that somebody wrote, by the reference under which a case knows it. */
export interface KeptWords {
  readonly id: WordsReference;
  readonly text: string;
}

/** What people wrote; a case carries only references to it. */
export function wordsRepository(db: Db) {
  return {
    /** Keeps words; those whose id is kept already stay as they were. */
    async keepWords(reference: CaseReference, words: readonly KeptWords[]): Promise<void> {
      if (words.length === 0) return;
      await db.query(
        `INSERT INTO case_words (reference, id, words, search)
         SELECT $1, id, words, to_tsvector('simple', search)
         FROM unnest($2::text[], $3::text[], $4::text[]) AS given (id, words, search)
         ON CONFLICT (reference, id) DO NOTHING`,
        [reference, words.map(({ id }) => id), words.map(({ text }) => text), words.map(({ text }) => searchKey(text))],
      );
    },

    /** The words of a case by id: those asked for, or all of them. What is not kept is not in the map. */
    async wordsOf(
      reference: CaseReference,
      ids?: readonly WordsReference[],
    ): Promise<ReadonlyMap<WordsReference, string>> {
      const rows = await db.query(
        `SELECT id, words FROM case_words
         WHERE reference = $1 AND ($2::text[] IS NULL OR id = ANY ($2::text[])) ORDER BY recorded_at, id`,
        [reference, ids],
      );
      return new Map(rows.map((row) => [row.text('id') as WordsReference, row.text('words')]));
    },
  };
}

/** What people wrote. */
export type WordsRepository = ReturnType<typeof wordsRepository>;
