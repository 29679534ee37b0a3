import { z } from 'zod';

const tableSchema = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
  rows: z.number().int().nonnegative(),
});

const manifestSchema = z.object({
  /** The version of the backup's format. */
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The release that made it. */
  version: z.string(),
  /** Numbers of the migrations that the tables have had. */
  migrations: z.array(z.number().int().positive()).min(1),
  profile: z.object({ name: z.string(), edition: z.string() }),
  /**
   * Names of the keys with which Temporal's histories of these cases were encrypted. The keys themselves are not in the
   * backup, and restoring it does not need them.
   */
  payloadKeys: z.array(z.string()),
  cases: z.object({ all: z.number().int(), open: z.number().int() }),
  /** Tables in the order in which they are restored: a table comes after those that it refers to. */
  tables: z.array(tableSchema),
});

/** The description of a backup, which is a file in it. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;

/** A table of a backup. */
export type TableInBackup = Manifest['tables'][number];

/** Facts about a backup that the records do not hold; its maker supplies them. */
export type Origin = Pick<Manifest, 'madeAt' | 'version' | 'profile'>;

/** Thrown when a backup cannot be made or used. The message is a sentence that says why, and what to do. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

/** Name of the file that describes a backup. */
export const manifestFile = 'manifest.json';

/** Name of the file with a table's rows, within a backup. */
export const fileOf = ({ name }: Pick<TableInBackup, 'name'>): string => `${name}.copy.gz`;

/** Reads the description of a backup. Throws `BackupProblem`. */
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

/** Says why this release cannot restore a backup with these migrations, in a sentence; undefined if it can. */
export function whyTooNew(
  { migrations, version }: Pick<Manifest, 'migrations' | 'version'>,
  known: readonly number[],
): string | undefined {
  const unknown = migrations.filter((number) => !known.includes(number));
  return unknown.length === 0
    ? undefined
    : `The backup was made by a newer release (${version}, whose tables are at step ${Math.max(...unknown)}; this one knows ${Math.max(...known)}). Restore it with that release, or a later one.`;
}
