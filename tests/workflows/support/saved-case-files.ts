import { writeFileSync } from 'node:fs';
import type { CaseFile } from '../../../src/procedure/case/case-file';
import type { Stored } from '../../../src/procedure/case/upcast';
import { caseFilesOf, compressed, uncompressed } from './histories';

/** Saves case files as a release writes them. */
export const saveCaseFiles = (release: string, files: readonly CaseFile[]): void =>
  writeFileSync(caseFilesOf(release), compressed(files));

/** The case files of a release: of every way, wherever it waited and as it ended. */
export const savedCaseFiles = (release: string): readonly Stored[] =>
  uncompressed(caseFilesOf(release)) as readonly Stored[];
