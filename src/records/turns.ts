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

/** A turn of a person, and its case. */
export interface TurnInCase {
  readonly turn: Turn;
  readonly reference: CaseReference;
  readonly stage: string;
  readonly practice: boolean;
  /** The distance by which a practice case's clock runs ahead of the wall clock, in milliseconds. */
  readonly practiceOffsetMs: number;
}

/** Conditions on turns. */
export interface TurnsQuestion {
  readonly visibleTo: Visibility;
  /** The people whose turns are meant. */
  readonly people: readonly PersonId[];
  readonly practice?: boolean;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

/** A page of turns, soonest due first, and the cursor of the next page if there is one. */
export interface TurnsPage {
  readonly turns: readonly TurnInCase[];
  readonly next?: string;
}

/** Number of turns, and of the overdue ones among them. */
export interface TurnCount {
  readonly all: number;
  readonly overdue: number;
}

/** Turns of one kind that wait for one role, across cases. */
export interface WaitingTurns {
  /** Id of a step, or the kind of a task: `action` of `action:A12`. */
  readonly what: string;
  readonly owner: Role;
  readonly turns: number;
  readonly overdue: number;
  /** Date of the turn that is due first. */
  readonly earliest: IsoDate;
}

/** Turns of people, across cases. Only a recording writes to them. */
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
    /** Lists a page of the turns of any of these people, soonest due first. Throws `InvalidCursor`. */
    async list(question: TurnsQuestion): Promise<TurnsPage> {
      return page(question, true);
    },

    /** Lists a page of the turns that none of these people have, soonest due first. Throws `InvalidCursor`. */
    async others(question: TurnsQuestion): Promise<TurnsPage> {
      return page(question, false);
    },

    /** Counts the turns of these people and those of others. Practice cases are checked by their own clock. */
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
     * Returns a text that changes as soon as anything is written to the database, turns or not. It names the
     * transactions that are visible. If the text is the same, so is everything that can be read.
     */
    async state(): Promise<string> {
      const [row] = await db.query('SELECT pg_current_snapshot()::text AS state');
      return row?.text('state') ?? '';
    },

    /** Counts the turns by step or kind of task, and by role. Practice cases are checked by their own clock. */
    async waiting(
      question: Pick<TurnsQuestion, 'visibleTo' | 'practice'> & { readonly asOf: Instant },
    ): Promise<readonly WaitingTurns[]> {
      // Reads open cases only. A closed case has no turns, and open cases are few among all cases.
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
        // The cast is safe: turns are written from the same type. A role that a later release dropped stays until the
        // next recording.
        owner: row.text('owner') as Role,
        turns: row.wholeNumber('turns'),
        overdue: row.wholeNumber('overdue'),
        earliest: row.date('earliest'),
      }));
    },
  };
}

/** Turns of people, across cases. */
export type TurnsRepository = ReturnType<typeof turnsRepository>;

function asked({ visibleTo, practice }: Pick<TurnsQuestion, 'visibleTo' | 'practice'>): Where {
  const where = new Where();
  visibleOnly(where, visibleTo);
  if (practice !== undefined) where.and(`c.practice = ${where.given(practice)}`);
  return where;
}

/**
 * Writes the condition that a turn is overdue. For real cases, whose clock is the wall clock, it leaves out the offset,
 * since the condition is evaluated for every turn.
 */
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
      // The casts are safe: turns are written from the same type. A dropped step or role stays until the next
      // recording.
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
