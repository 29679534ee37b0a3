import type { CaseFile } from '../procedure/case/case-file';
import { namesSince } from '../procedure/names';
import type { ChildDetail } from '../procedure/notification/notification-people';
import type { CaseReference, IsoDate, WordsReference } from '../procedure/time/time';
import { nameKey, nameParts } from './name-key';
import { contentSince, textsNeeded } from './content-since';
import type { Db } from './db';
import { searchKey } from './search-key';
import { readJson } from './stored';
import { storedContent, type StoredContent } from './stored-content';

/** A child of a case by name, with the answers that are read with it. The workflow knows only the `ref`. */
export interface ChildContent extends Partial<Readonly<Record<ChildDetail, string>>> {
  readonly ref: string;
  readonly name: string;
  readonly dateOfBirth?: IsoDate;
  readonly [more: string]: unknown;
}

/** A member of the family by name. */
export interface FamilyContent {
  readonly ref: string;
  readonly name: string;
  readonly relation: string;
  readonly [more: string]: unknown;
}

/** The person who sent the notification. */
export interface NotifierContent {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly role?: string;
}

/** The part of a notification that must never be in a workflow, an email or a log. The caller has validated it. */
export interface CaseContent {
  readonly children: readonly ChildContent[];
  readonly family: readonly FamilyContent[];
  readonly notifier: NotifierContent;
  readonly home?: string;
  readonly circumstances?: string;
  readonly incidentTime?: string;
  readonly incidentPlace?: string;
  readonly [more: string]: unknown;
}

/** Content to save, with the facts by which similar cases are found. */
export interface ContentToSave {
  readonly reference: CaseReference;
  readonly content: CaseContent;
  readonly receivedOn: IsoDate;
  readonly practice: boolean;
}

/** The children for whom similar cases are sought, and the bounds of the search. */
export interface AlikeQuestion {
  readonly children: readonly Pick<ChildContent, 'name' | 'dateOfBirth'>[];
  /** Calendar days between the two days of receipt, whichever came first. */
  readonly withinDays: number;
  readonly receivedOn: IsoDate;
  /** Practice cases are compared with practice cases only. */
  readonly practice: boolean;
  /** The case that asks. Only cases that saved their content before this one are found; without it, all cases. */
  readonly savedBefore?: CaseReference;
}

/** A case on the record for which similar cases are sought. */
export interface CaseAlikeQuestion extends Omit<AlikeQuestion, 'children' | 'savedBefore'> {
  readonly reference: CaseReference;
}

const SAVE = `
WITH saved AS (
  INSERT INTO case_content (reference, content, search) VALUES ($1, $2::jsonb, $3)
  ON CONFLICT (reference) DO UPDATE SET content = excluded.content, search = excluded.search, recorded_at = now()
), gone AS (
  DELETE FROM case_children WHERE reference = $1
    AND ref NOT IN (SELECT child->>'ref' FROM jsonb_array_elements($4::jsonb) AS child)
)
INSERT INTO case_children (reference, ref, name_key, name_parts, date_of_birth, received_on, practice)
SELECT $1, child->>'ref', child->>'nameKey', ARRAY(SELECT jsonb_array_elements_text(child->'nameParts')),
  (child->>'dateOfBirth')::date, $5::date, $6::boolean
FROM jsonb_array_elements($4::jsonb) AS child
ON CONFLICT (reference, ref) DO UPDATE SET name_key = excluded.name_key, name_parts = excluded.name_parts,
  date_of_birth = excluded.date_of_birth, received_on = excluded.received_on, practice = excluded.practice`;

/**
 * Finds similar children: born on the same day, with the same name or a part of it; or, if a date of birth is not
 * known, with the same name.
 */
const alikeTo = (children: string): string => `
SELECT DISTINCT known.reference FROM case_children AS known JOIN (${children}) AS child ON
  CASE WHEN known.date_of_birth IS NULL OR child.date_of_birth IS NULL THEN known.name_key = child.name_key
       ELSE known.date_of_birth = child.date_of_birth AND (
         known.name_key = child.name_key OR known.name_parts && child.name_parts) END
WHERE known.received_on BETWEEN $2::date - $3::integer AND $2::date + $3::integer
  AND known.practice = $4 AND known.reference IS DISTINCT FROM $5`;

const ALIKE = `${alikeTo(`
  SELECT child->>'nameKey' AS name_key, ARRAY(SELECT jsonb_array_elements_text(child->'nameParts')) AS name_parts,
    (child->>'dateOfBirth')::date AS date_of_birth
  FROM jsonb_array_elements($1::jsonb) AS child`)}
  AND ($5::text IS NULL OR (SELECT saved_as FROM case_content WHERE reference = known.reference)
    < (SELECT saved_as FROM case_content WHERE reference = $5))
ORDER BY known.reference`;

/** Finds only cases on the record. A form whose sending broke off has content here, but is not a case. */
const CASES_LIKE = {
  name: 'cases-like',
  text: `${alikeTo('SELECT name_key, name_parts, date_of_birth FROM case_children WHERE reference = $1')}
  AND known.reference IN (SELECT reference FROM cases)
ORDER BY known.reference`,
} as const;

/** Names, dates of birth, homes and circumstances, by the case's reference. */
export function contentRepository(db: Db) {
  return {
    /** Saves the content of a case, in place of earlier content. Changes nothing if the content was corrected since. */
    async saveContent(toSave: ContentToSave): Promise<void> {
      const stored = await storedOf(db, toSave.reference);
      if (stored?.asItCame === undefined) await db.query(SAVE, savedAs(toSave));
    },

    /** The content of a case as it stands, if it has any. */
    async contentOf(reference: CaseReference): Promise<CaseContent | undefined> {
      const stored = await storedOf(db, reference);
      if (stored === undefined) return undefined;
      const { asItCame: _asItCame, ...content } = stored;
      return content;
    },

    /** Returns the content of a case as the notification form brought it, without later corrections. */
    async asItCame(reference: CaseReference): Promise<CaseContent | undefined> {
      const stored = await storedOf(db, reference);
      return stored?.asItCame ?? stored;
    },

    /**
     * Brings the content up to date with the names that the case has now. Each time the content is worked out from the
     * form as it came, so that a second call changes nothing. People who were removed are no longer found. A case is
     * still found by the earlier spelling of a corrected name.
     */
    async bringUpToDate(file: CaseFile): Promise<void> {
      const { reference, practice, notification } = file;
      const stored = await storedOf(db, reference);
      if (stored === undefined) return;
      const came = stored.asItCame ?? stored;
      const since = namesSince(file);
      const ids = [...textsNeeded(since), ...since.ofRemoved];
      const rows = await db.query('SELECT id, words FROM case_words WHERE reference = $1 AND id = ANY ($2::text[])', [
        reference,
        ids,
      ]);
      const texts = new Map(rows.map((row) => [row.text('id') as WordsReference, row.text('words')]));
      const content = contentSince(came, since, texts);
      await db.query(SAVE, savedAs({ reference, content, receivedOn: notification.receivedOn, practice }, came));
      if (since.ofRemoved.length > 0) {
        await db.query(`UPDATE case_words SET search = '' WHERE reference = $1 AND id = ANY ($2::text[])`, [
          reference,
          since.ofRemoved,
        ]);
      }
    },

    /**
     * Finds the cases that look like the same child and were received within so many days. A new case first saves its
     * content and then asks for the cases that saved theirs before. So of two cases that come at once, exactly one
     * finds the other.
     */
    async findAlike(question: AlikeQuestion): Promise<readonly CaseReference[]> {
      const { children, withinDays, receivedOn, practice, savedBefore } = question;
      const like = JSON.stringify(children.map(compared));
      const rows = await db.query(ALIKE, [like, receivedOn, withinDays, practice, savedBefore]);
      return rows.map((row) => row.reference());
    },

    /** Finds the other cases on the record that look like the children of this one, in one query. */
    async casesLike(question: CaseAlikeQuestion): Promise<readonly CaseReference[]> {
      const { reference, withinDays, receivedOn, practice } = question;
      const rows = await db.query(CASES_LIKE, [reference, receivedOn, withinDays, practice, reference]);
      return rows.map((row) => row.reference());
    },
  };
}

/** Names, dates of birth, homes and circumstances. */
export type ContentRepository = ReturnType<typeof contentRepository>;

async function storedOf(db: Db, reference: CaseReference): Promise<StoredContent | undefined> {
  const [row] = await db.query('SELECT content FROM case_content WHERE reference = $1', [reference]);
  return row && readJson(row, 'content', storedContent);
}

/** Values for the SAVE statement, in its order. */
const savedAs = ({ reference, content, receivedOn, practice }: ContentToSave, asItCame?: CaseContent) => [
  reference,
  JSON.stringify(asItCame === undefined ? content : { ...content, asItCame }),
  searchOf(content, asItCame),
  JSON.stringify(content.children.map(compared)),
  receivedOn,
  practice,
];

function compared(child: Pick<ChildContent, 'name' | 'dateOfBirth'> & { readonly ref?: string }) {
  const { ref, name, dateOfBirth } = child;
  return { ref, dateOfBirth, nameKey: nameKey(name), nameParts: nameParts(name) };
}

/**
 * Writes the names as a search text, each also without its spaces, so that "annemarie" finds Anne-Marie. Includes the
 * earlier names, as the form had them, of people who are still in the case.
 */
function searchOf(content: CaseContent, asItCame: CaseContent = content): string {
  const stands = ({ ref }: { readonly ref: string }) =>
    [...content.children, ...content.family].some((one) => one.ref === ref);
  const before = [...asItCame.children, ...asItCame.family].filter(stands);
  const people = [...content.children, ...content.family, content.notifier, ...before, asItCame.notifier];
  const names = [...new Set(people.map(({ name }) => name))];
  return names.flatMap((name) => [searchKey(name), nameKey(name)]).join(' ');
}
