import type { ApiDependencies } from '../dependencies';
import type { Route } from '../route';
import { answeringRoutes } from './answering';
import { calendarRoutes } from './calendar';
import { caseRoutes } from './cases';
import { decisionRoutes } from './decisions';
import { healthRoutes } from './health';
import { notificationRoutes } from './notifications';
import { peopleRoutes } from './people';
import { planRoutes } from './plan';
import { practiceRoutes } from './practice';
import { receivedNotificationRoutes } from './received';
import { readingRoutes } from './readings';
import { reconciliationRoutes } from './reconciliation';

/** Every route of the API. */
export const routesOf = (dependencies: ApiDependencies): readonly Route[] => [
  ...notificationRoutes(dependencies),
  ...receivedNotificationRoutes(dependencies),
  ...caseRoutes(dependencies),
  ...decisionRoutes(dependencies),
  ...answeringRoutes(dependencies),
  ...planRoutes(dependencies),
  ...practiceRoutes(dependencies),
  ...calendarRoutes(dependencies),
  ...peopleRoutes(dependencies),
  ...reconciliationRoutes(dependencies),
  ...readingRoutes(dependencies),
  ...healthRoutes(dependencies),
];
