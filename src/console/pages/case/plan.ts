import { caseNow, planPart } from '../../../casework/reading';
import { describeCase } from '../../../procedure/describe';
import { holdsOf } from '../../../procedure/case/holds';
import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { caseFrame } from '../../case-frame/case-frame';
import { clocksOfView, conflictsOfView } from './clocks-view';
import { ganttOf } from '../../case-frame/gantt';
import { planRows, plannedMeetingsOf } from './plan-view';

/** The plan of a case: as a picture, and the same as a table. */
export const casePlanPages: readonly PageRoute[] = [
  getPage('/cases/:reference/plan', whoSees('state', { page: 'case', shows: 'plan' }), (asked) => {
    const { known, now } = asked;
    const { file } = known;
    const described = describeCase(file, caseNow(now, known));
    return view('pages/case/plan.njk', `Plan of ${file.reference}`, {
      ...caseFrame(asked, 'plan'),
      dayOne: described.dayOne,
      receivedOn: described.receivedOn,
      gantt: ganttOf({
        plan: planPart(described),
        calendar: file.calendar,
        holds: holdsOf(file),
        closedOn: file.closedOn,
      }),
      rows: planRows(file, described),
      clocks: clocksOfView(file, described),
      conflicts: conflictsOfView(described),
      meetings: plannedMeetingsOf(described),
    });
  }),
];
