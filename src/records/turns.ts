import { parseInstant } from '../procedure/time/dates';
import type { Visibility } from '../procedure/permissions';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { Turn } from '../procedure/reminders/turns';
import { isReference } from './case-reference';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';
import { visibleOnly } from './visibility';
import { pageSize, Where } from './where';

/** Somebody's turn, and of which case. */
export interface TurnInCase {
  readonly turn: Turn;
  readonly reference: CaseReference;
  readonly stage: string;
  readonly practice: boolean;
  /** How far a practice case's clock runs ahead of the wall's. */
  readonly practiceOffsetMs: number;
}

/** Which turns to list. */
export interface TurnsQuestion {
  readonly visibleTo: Visibility;
  /** Whose turns: those of any of these people. */
  readonly people: readonly PersonId[];
  readonly practice?: boolean;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

/** One page of turns, the soonest due first, and the cursor of the next page if there is one. */
export interface TurnsPage {
  readonly turns: readonly TurnInCase[];
  readonly next?: string;
}

/** How many turns there are, and how many of them are overdue. */
export interface TurnCount {
  readonly all: number;
  readonly overdue: number;
}

/** Turns of one kind that wait for one part, across cases. */
export interface WaitingTurns {
  /** A step's id, or what a task is: `action` of `action:A12`. */
  readonly what: string;
  readonly owner: Role;
  readonly turns: number;
  readonly overdue: number;
  /** The date of the one that is due first. */
  readonly earliest: IsoDate;
}

/** Whose turn it is, across cases. Only recordings write to it. */
export function turnsRepository(db: Db) {
  const page = async (question: TurnsQuestion, theirs: boolean): Promise<TurnsPage> => {
    const where = asked(question);
    where.and(`${theirs ? '' : 'NOT '}t.people && ${where.given(question.people)}::text[]`);
    if (question.cursor !== undefined) {
      const [due, reference, id] = readCursor(question.cursor, [
        (part) => parseInstant(part) === part,
        isReference,
        (part) => part !== '',
      ]);
      const place = `${where.given(due)}::timestamptz, ${where.given(reference)}, ${where.given(id)}`;
      where.and(`(t.due_at, t.reference, t.id) > (${place})`);
    }
    const limit = pageSize(question.limit);
    const rows = await db.query(
      `SELECT t.reference, t.id, t.step, t.title, t.owner, t.people, t.due, t.due_at, t.why,
         c.stage, c.practice, c.practice_offset_ms
       FROM case_turns AS t JOIN cases AS c USING (reference) ${where.sql}
       ORDER BY t.due_at, t.reference, t.id LIMIT ${limit + 1}`,
      where.values,
    );
    const turns = rows.slice(0, limit).map(turnInCase);
    const last = rows.length > limit ? turns.at(-1) : undefined;
    return last === undefined ? { turns } : { turns, next: writeCursor(last.turn.dueAt, last.reference, last.turn.id) };
  };
  return {
    /** One page of the turns of any of these people, the soonest due first. Throws `InvalidCursor`. */
    async list(question: TurnsQuestion): Promise<TurnsPage> {
      return page(question, true);
    },

    /** One page of the turns of none of these people, the soonest due first. Throws `InvalidCursor`. */
    async others(question: TurnsQuestion): Promise<TurnsPage> {
      return page(question, false);
    },

    /** How many turns these people have and how many others have; a practice case is asked by its own clock. */
    async counts(
      question: Omit<TurnsQuestion, 'cursor' | 'limit'> & { readonly asOf: Instant },
    ): Promise<{ readonly theirs: TurnCount; readonly others: TurnCount }> {
      const where = asked(question);
      const theirs = `t.people && ${where.given(question.people)}::text[]`;
      const overdue = isOverdue(where, question);
      const rows = await db.query(
        `SELECT ${theirs} AS theirs, ${overdue} AS overdue, count(*) AS turns
         FROM case_turns AS t JOIN cases AS c USING (reference) ${where.sql} GROUP BY 1, 2`,
        where.values,
      );
      return { theirs: countOf(rows, true), others: countOf(rows, false) };
    },

    /**
     * A text that is another one as soon as anything is written to the database, turns or not: which transactions can
     * be seen. Where it is the same, so is everything that can be read.
     */
    async state(): Promise<string> {
      const [row] = await db.query('SELECT pg_current_snapshot()::text AS state');
      return row?.text('state') ?? '';
    },

    /** What is waited for and of which part, with how many turns; a practice case is asked by its own clock. */
    async waiting(
      question: Pick<TurnsQuestion, 'visibleTo' | 'practice'> & { readonly asOf: Instant },
    ): Promise<readonly WaitingTurns[]> {
      // Nothing waits in a closed case, and open ones are few among all that there ever were.
      const where = asked(question).and('c.closed_on IS NULL');
      const overdue = isOverdue(where, question);
      const rows = await db.query(
        `SELECT coalesce(t.step, split_part(t.id, ':', 1)) AS what, t.owner, count(*) AS turns,
           count(*) FILTER (WHERE ${overdue}) AS overdue, min(t.due) AS earliest
         FROM case_turns AS t JOIN cases AS c USING (reference) ${where.sql} GROUP BY 1, 2 ORDER BY 1, 2`,
        where.values,
      );
      return rows.map((row) => ({
        what: row.text('what'),
        // Written from the same type; a part that a later release dropped keeps its name until it is recorded.
        owner: row.text('owner') as Role,
        turns: row.wholeNumber('turns'),
        overdue: row.wholeNumber('overdue'),
        earliest: row.date('earliest'),
      }));
    },
  };
}

/** Whose turn it is, across cases. */
export type TurnsRepository = ReturnType<typeof turnsRepository>;

function asked({ visibleTo, practice }: Pick<TurnsQuestion, 'visibleTo' | 'practice'>): Where {
  const where = new Where();
  visibleOnly(where, visibleTo);
  if (practice !== undefined) where.and(`c.practice = ${where.given(practice)}`);
  return where;
}

/** Reckoned for each of all turns: the clocks of real cases are the wall's, and nothing is to be added to it. */
function isOverdue(where: Where, { asOf, practice }: { readonly asOf: Instant; readonly practice?: boolean }): string {
  const ahead = practice === false ? '' : " + c.practice_offset_ms * interval '1 ms'";
  return `t.due_at < ${where.given(asOf)}::timestamptz${ahead}`;
}

function countOf(rows: readonly Row[], theirs: boolean): TurnCount {
  const among = rows.filter((row) => row.flag('theirs') === theirs);
  const sum = (some: readonly Row[]): number => some.reduce((total, row) => total + row.wholeNumber('turns'), 0);
  return { all: sum(among), overdue: sum(among.filter((row) => row.flag('overdue'))) };
}

function turnInCase(row: Row): TurnInCase {
  return {
    turn: {
      id: row.text('id'),
      // Written from the same type; a step or part that a later release dropped keeps its name until it is recorded.
      ...(row.has('step') && { step: row.text('step') as StepId }),
      title: row.text('title'),
      owner: row.text('owner') as Role,
      people: row.people('people'),
      due: row.date('due'),
      dueAt: row.moment('due_at'),
      why: row.text('why'),
    },
    reference: row.reference(),
    stage: row.text('stage'),
    practice: row.flag('practice'),
    practiceOffsetMs: row.wholeNumber('practice_offset_ms'),
  };
}
