import type { CaseFile } from './case-file';
import type { PersonId } from './time';

/** Whoever writes the report now. */
export const authorOf = (file: CaseFile): PersonId | undefined => file.people.author?.[0];
