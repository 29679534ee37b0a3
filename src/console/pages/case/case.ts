import type { PageRoute } from '../../http/page';
import { caseActionsRoutes } from './actions';
import { emailsRoutes } from './emails';
import { forItRoutes } from './for-it';
import { holdsRoutes } from './holds';
import { caseLiveRoutes } from './live';
import { overviewRoutes } from './overview';
import { caseFamilyRoutes } from './family';
import { caseMeetingsRoutes } from './meetings-of-case';
import { casePeopleRoutes } from './people';
import { casePlanPages } from './plan';
import { recordRoutes } from './record';

/** The pages of a case. */
export const casePages: readonly PageRoute[] = [
  ...overviewRoutes,
  ...casePlanPages,
  ...recordRoutes,
  ...casePeopleRoutes,
  ...caseFamilyRoutes,
  ...caseMeetingsRoutes,
  ...caseActionsRoutes,
  ...holdsRoutes,
  ...emailsRoutes,
  ...forItRoutes,
  ...caseLiveRoutes,
];
