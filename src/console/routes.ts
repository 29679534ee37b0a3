import { accessRoutes } from './pages/access/access';
import { accessibilityRoutes } from './pages/accessibility/accessibility';
import { accountRoutes } from './pages/account/account';
import { actionsRoutes } from './pages/actions/actions';
import { answerRoutes } from './pages/answer/answer';
import { caseRequestRoutes } from './pages/answer/case-request';
import { calendarPages } from './pages/calendar/calendar';
import { mailboxRoutes } from './pages/mailbox/mailbox';
import { casePages } from './pages/case/case';
import { decideRoutes } from './pages/decide/decide';
import { engineRoutes } from './pages/engine/engine';
import { glossaryRoutes } from './pages/glossary/glossary';
import { guideRoutes } from './pages/guide/guide';
import { matrixRoutes } from './pages/matrix/matrix';
import { meetingsRoutes } from './pages/meetings/meetings';
import { moreRoutes } from './pages/more/more';
import { notifyRoutes } from './pages/notify/notify';
import type { PageRoute } from './http/page';
import { placeRoutes } from './pages/place/place';
import { practicePages } from './pages/practice/practice';
import { peoplePages } from './pages/people/people';
import { planPages } from './pages/plan/plan';
import { profileRoutes } from './pages/profile/profile';
import { receivedRoutes } from './pages/received/received';
import { remindRoutes } from './pages/remind/remind';
import { readingsRoutes } from './pages/readings/readings';
import { reportsRoutes } from './pages/reports/reports';
import { signingInRoutes } from './pages/signing-in/signing-in';
import { todayRoutes } from './pages/today/today';

/** Every page of the console. */
export const pageRoutes: readonly PageRoute[] = [
  ...signingInRoutes,
  ...todayRoutes,
  ...receivedRoutes,
  ...matrixRoutes,
  ...casePages,
  ...decideRoutes,
  ...remindRoutes,
  ...accountRoutes,
  ...moreRoutes,
  ...notifyRoutes,
  ...answerRoutes,
  ...caseRequestRoutes,
  ...practicePages,
  ...guideRoutes,
  ...glossaryRoutes,
  ...planPages,
  ...reportsRoutes,
  ...readingsRoutes,
  ...accessRoutes,
  ...accessibilityRoutes,
  ...actionsRoutes,
  ...calendarPages,
  ...engineRoutes,
  ...mailboxRoutes,
  ...meetingsRoutes,
  ...peoplePages,
  ...placeRoutes,
  ...profileRoutes,
];
