import type { CaseFile } from '../procedure/case/case-file';
import type { CaseReference } from '../procedure/time/time';
import { versionOf, type KeptFiles } from './case-file-cache';
import type { ReadFile } from './cases';
import type { Db } from './db';

const VERSION = versionOf('c');

const SEVERAL = `SELECT c.reference, ${VERSION} AS version,
    CASE WHEN ${VERSION} <> asked.version THEN c.file END AS file
  FROM unnest($1::text[], $2::text[]) AS asked (of, version) JOIN cases AS c ON c.reference = asked.of`;

/** The files of cases, for pages that show several cases. */
export function caseFilesRepository(
  db: Db,
  { kept, readFile }: { readonly kept: KeptFiles; readonly readFile: ReadFile },
) {
  return {
    /**
     * The files of these cases as they were last recorded, by reference; a case that is not on the record is left out. The
     * database sends no file that is cached in its version.
     */
    async several(references: readonly CaseReference[]): Promise<ReadonlyMap<CaseReference, CaseFile>> {
      const asked = new Map(references.map((reference) => [reference, kept.of(reference)] as const));
      if (asked.size === 0) return new Map();
      const versions = [...asked.values()].map((known) => known?.version ?? '');
      const rows = await db.query(SEVERAL, [[...asked.keys()], versions]);
      return new Map(
        rows.map((row) => {
          const reference = row.reference();
          const known = asked.get(reference);
          const file =
            row.has('file') || known === undefined
              ? readFile(row.object('file', 'version', 'reference', 'seq'))
              : known.file;
          return [reference, kept.keep(reference, { version: row.text('version'), file })] as const;
        }),
      );
    },
  };
}

/** The files of cases, for pages that show several cases. */
export type CaseFilesRepository = ReturnType<typeof caseFilesRepository>;
