import { z } from 'zod';

const tableSchema = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
  rows: z.number().int().nonnegative(),
});

const manifestSchema = z.object({
  /** What kind of backup it is; a later kind has another number. */
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The release that made it. */
  version: z.string(),
  /** The steps of the schema that the tables stand at, by number. */
  migrations: z.array(z.number().int().positive()).min(1),
  profile: z.object({ name: z.string(), edition: z.string() }),
  /** Keys with which Temporal's histories of these cases were written. They are not in the backup, nor needed for it. */
  payloadKeys: z.array(z.string()),
  cases: z.object({ all: z.number().int(), open: z.number().int() }),
  /** In the order in which they are put back: what is referred to comes first. */
  tables: z.array(tableSchema),
});

/** What a backup says of itself. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;

/** One table of a backup. */
export type TableInBackup = Manifest['tables'][number];

/** What whoever makes a backup knows beside the records. */
export type Origin = Pick<Manifest, 'madeAt' | 'version' | 'profile'>;

/** A backup cannot be made or used; the message is one sentence that says why, and what to do. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

/** The file in which a backup says what it is. */
export const manifestFile = 'manifest.json';

/** The file of a table's rows, within a backup. */
export const fileOf = ({ name }: Pick<TableInBackup, 'name'>): string => `${name}.copy.gz`;

/** Reads what a backup says of itself. Throws `BackupProblem`. */
export function readManifest(text: string): Manifest {
  const read = manifestSchema.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new BackupProblem(
    `Its ${manifestFile} is not one that this release can read; a newer release may have made the backup.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why this release cannot take a backup with these steps of the schema, in a sentence. */
export function whyTooNew(
  { migrations, version }: Pick<Manifest, 'migrations' | 'version'>,
  known: readonly number[],
): string | undefined {
  const unknown = migrations.filter((number) => !known.includes(number));
  return unknown.length === 0
    ? undefined
    : `The backup was made by a newer release (${version}, whose tables are at step ${Math.max(...unknown)}; this one knows ${Math.max(...known)}). Restore it with that release, or a later one.`;
}
