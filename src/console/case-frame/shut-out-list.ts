import { visibility, type Viewer } from '../../procedure/permissions';
import type { Dependencies } from '../http/dependencies';
import { nameOf } from '../wording/plain-sentences';

/** Who is kept out of which case, as far as the viewer may know that there is such a case. */
export async function shutOutList({ records, profile }: Pick<Dependencies, 'records' | 'profile'>, viewer: Viewer) {
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
