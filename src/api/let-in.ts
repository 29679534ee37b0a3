import type { Access, Coming } from '../http/access';
import { pageTitles } from '../procedure/permission-table';
import type { ApiDependencies } from './dependencies';
import { noSuchCase, Problem, problemOfRefusal } from './problems';

const idOf = ({ reader }: Coming): string => (reader === undefined || reader === 'installation' ? 'Nobody' : reader.id);

/** Returns what a route needs to answer its caller. Throws a `Problem` if the caller may not call the route. */
export async function letIn<Given>(
  access: Access<Given>,
  dependencies: ApiDependencies,
  coming: Coming,
): Promise<Given> {
  const admission = await access.admit(dependencies, coming);
  switch (admission.kind) {
    case 'admitted':
      return admission.given;
    case 'nobody':
      throw new Error('A route that is not open was reached without a token.');
    case 'page-closed':
      throw new Problem(
        'wrong-role',
        `${idOf(coming)}'s role does not include "${pageTitles[admission.page]}". If it should, ask the Business Manager.`,
      );
    case 'act-refused':
      throw problemOfRefusal(admission.why, { begun: false });
    // A case of which somebody sees less than is asked for is answered as one that there is not.
    case 'no-such-case':
    case 'part-not-seen':
      throw noSuchCase(coming.params['reference']);
  }
}
