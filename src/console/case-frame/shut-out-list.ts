import { visibility, type Viewer } from '../../procedure/permissions';
import type { ConsoleDependencies } from '../http/dependencies';
import { nameOf } from '../wording/name-of';

/**
 * Lists the first 200 cases that people are shut out of, with their names, as far as the viewer may know of the case.
 */
export async function shutOutList(
  { records, profile }: Pick<ConsoleDependencies, 'records' | 'profile'>,
  viewer: Viewer,
) {
  const { cases, next } = await records.cases.list({
    visibleTo: visibility(viewer),
    shutsOut: true,
    order: 'reference',
    limit: 200,
  });
  return {
    cases: cases.map(({ summary: { reference, shutOut, practice } }) => ({
      reference,
      practice,
      people: shutOut.map((id) => nameOf(profile, id)),
    })),
    thereAreMore: next !== undefined,
  };
}
