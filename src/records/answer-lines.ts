import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** A line that somebody typed to answer a request: what happened, when, and where that is recorded. */
interface AnswerLine {
  /** Its own name, which stays the same when the line is changed. */
  readonly line: string;
  /** A date, a month or a year: `2026-09-03`, `2026-09`, `2026`. */
  readonly happened: string;
  /** True if the date may not be exact. */
  readonly approximate: boolean;
  /** Codes of the children and relatives it is about. */
  readonly about: readonly string[];
  readonly what: string;
  readonly source: string;
}

/** A line as it stands, with who saved it last and when. */
export interface SavedLine extends AnswerLine {
  readonly person: PersonId;
  readonly at: Instant;
}

/** The request that a line is part of an answer to. */
interface OfRequest {
  readonly reference: CaseReference;
  readonly contribution: string;
}

/** The number of lines that are saved for a request. */
export interface SavedLines extends OfRequest {
  readonly lines: number;
}

/** A line to save, with who saves it. */
interface LineToSave extends OfRequest {
  readonly line: AnswerLine;
  readonly person: PersonId;
  /** By the clock of the case. */
  readonly at: Instant;
}

const LINES = `
SELECT line, happened, approximate, about, what, source, person, at FROM (
  SELECT DISTINCT ON (line) * FROM answer_lines
  WHERE reference = $1 AND contribution = $2 AND ($3::timestamptz IS NULL OR at <= $3)
  ORDER BY line, saved_as DESC
) AS last WHERE NOT removed ORDER BY happened, line`;

const COUNTS = `
SELECT reference, contribution, count(*) AS lines FROM (
  SELECT DISTINCT ON (reference, contribution, line) reference, contribution, removed FROM answer_lines
  WHERE reference = ANY ($1::text[])
  ORDER BY reference, contribution, line, saved_as DESC
) AS last WHERE NOT removed GROUP BY reference, contribution`;

/** Lines that people type to answer requests. None is ever deleted: a change and a removal are new rows. */
export function answerLinesRepository(db: Db) {
  const write = async ({ reference, contribution, line, person, at }: LineToSave, removed: boolean): Promise<void> => {
    await db.query(
      `INSERT INTO answer_lines
         (reference, contribution, line, happened, approximate, about, what, source, removed, person, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[reference, contribution, line.line, line.happened, line.approximate, line.about, line.what, line.source],
        ...[removed, person, at],
      ],
    );
  };
  return {
    /** Saves a line, in place of the one of the same name. */
    save: (toSave: LineToSave): Promise<void> => write(toSave, false),

    /** Removes a line. What was sent before still has it. */
    remove: (toRemove: LineToSave): Promise<void> => write(toRemove, true),

    /** Counts the lines that are saved in these cases, by case and request. A request without lines is left out. */
    async counts(references: readonly CaseReference[]): Promise<readonly SavedLines[]> {
      if (references.length === 0) return [];
      const rows = await db.query(COUNTS, [references]);
      return rows.map((row) => ({
        reference: row.reference(),
        contribution: row.text('contribution'),
        lines: row.wholeNumber('lines'),
      }));
    },

    /** Lists the lines of an answer by their dates: as they stand, or as they stood at a moment. */
    async list({ reference, contribution }: OfRequest, asOf?: Instant): Promise<readonly SavedLine[]> {
      return (await db.query(LINES, [reference, contribution, asOf])).map(savedLine);
    },
  };
}

const savedLine = (row: Row): SavedLine => ({
  line: row.text('line'),
  happened: row.text('happened'),
  approximate: row.flag('approximate'),
  about: row.texts('about'),
  what: row.text('what'),
  source: row.text('source'),
  person: row.text('person') as PersonId,
  at: row.moment('at'),
});

/** The lines of answers. */
export type AnswerLinesRepository = ReturnType<typeof answerLinesRepository>;
