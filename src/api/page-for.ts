import { casePage, type CasePage, type ReadableCase } from '../casework/reading';
import type { Viewer } from '../procedure/permissions';
import type { Dependencies } from './dependencies';

/**
 * The case as it stands after an order, as far as whoever gave it sees it; nothing where that is nothing, as of a case
 * that one has just left. Never with names: an answer is kept under its key, and names are kept in one place only.
 */
export async function pageFor(
  dependencies: Dependencies,
  known: ReadableCase,
  actor: Viewer,
): Promise<Omit<CasePage, 'content'> | undefined> {
  const page = await casePage(dependencies, known, actor);
  if (page === undefined || !('content' in page)) return page;
  const { content: _names, ...rest } = page;
  return rest;
}
