import { caseNow } from '../../../casework/reading';
import { whoSees } from '../../../http/access';
import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { caseContext } from '../../forms/case-context';
import { caseFrame } from '../../case-frame/case-frame';
import { familyOfCase } from './family-view';
import { decisionLink } from './people-view';

const decisions = ['recordFamilyInvolvement', 'recordFamilyContact', 'recordNoFamilyContact'] as const;

/** The family page of a case (step 16), for whoever sees the family by name. */
export const caseFamilyRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/family',
    whoSees('part', { page: 'case', piece: 'family', shows: 'family' }),
    async (asked, dependencies) => {
      const { known, visitor, now } = asked;
      const { file } = known;
      const viewer = visitor.person;
      const context = await caseContext(dependencies, { file, viewer, now: caseNow(now, known) });
      return view('pages/case/family.njk', `Family of ${file.reference}`, {
        ...caseFrame(asked, 'family'),
        ...(await familyOfCase({ file, context, dependencies })),
        links: decisions.flatMap((decision) => decisionLink(file, viewer, decision) ?? []),
        record: decisionLink(file, viewer, 'recordStepsAgainstDistress'),
      });
    },
  ),
];
