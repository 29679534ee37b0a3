import { pageWithoutNames, type CasePage, type ReadableCase } from '../casework/reading';
import type { Viewer } from '../procedure/permissions';
import type { ApiDependencies } from './dependencies';

/**
 * The case as it stands after an order, as far as whoever gave it sees it; nothing where that is nothing, as of a case
 * that one has just left. Never with names: an answer is kept under its key, and names are kept in one place only.
 */
export const pageFor = (
  dependencies: ApiDependencies,
  known: ReadableCase,
  actor: Viewer,
): Promise<Omit<CasePage, 'content'> | undefined> => pageWithoutNames(dependencies, known, actor);
