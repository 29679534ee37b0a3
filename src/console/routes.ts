import { accessRoutes } from './access/access';
import { accessibilityRoutes } from './accessibility/accessibility';
import { accountRoutes } from './account/account';
import { actionsRoutes } from './actions/actions';
import { calendarRoutes } from './calendar/calendar';
import { mailboxRoutes } from './mailbox/mailbox';
import { caseRoutes } from './case/case';
import { decideRoutes } from './decide/decide';
import { engineRoutes } from './engine/engine';
import { guideRoutes } from './guide/guide';
import { matrixRoutes } from './matrix/matrix';
import { meetingsRoutes } from './meetings/meetings';
import { moreRoutes } from './more';
import { notifyRoutes } from './notify/notify';
import type { PageRoute } from './page';
import { placeRoutes } from './place/place';
import { practiceRoutes } from './practice/practice';
import { peopleRoutes } from './people/people';
import { planRoutes } from './plan/plan';
import { profileRoutes } from './profile/profile';
import { reportsRoutes } from './reports/reports';
import { signingInRoutes } from './signing-in/signing-in';
import { todayRoutes } from './today/today';

/** Every page of the console. */
export const pageRoutes: readonly PageRoute[] = [
  ...signingInRoutes,
  ...todayRoutes,
  ...matrixRoutes,
  ...caseRoutes,
  ...decideRoutes,
  ...accountRoutes,
  ...moreRoutes,
  ...notifyRoutes,
  ...practiceRoutes,
  ...guideRoutes,
  ...planRoutes,
  ...reportsRoutes,
  ...accessRoutes,
  ...accessibilityRoutes,
  ...actionsRoutes,
  ...calendarRoutes,
  ...engineRoutes,
  ...mailboxRoutes,
  ...meetingsRoutes,
  ...peopleRoutes,
  ...placeRoutes,
  ...profileRoutes,
];
