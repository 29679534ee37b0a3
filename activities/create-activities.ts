import type { PartnershipNow } from '../src/procedure/case/with-partnership';
import type { Activities } from './activities';
import { watchOutsideActivity, type OutsideDependencies } from './outside-notification';
import { recordActivity, type RecordDependencies } from './record';
import { sendNoticesActivity, type SendDependencies } from './send-notices';

export interface ActivityDependencies extends RecordDependencies, SendDependencies, OutsideDependencies {
  readonly records: RecordDependencies['records'] & SendDependencies['records'] & OutsideDependencies['records'];
  readonly postmen: SendDependencies['postmen'];
  readonly partnership: () => Promise<PartnershipNow>;
}

/** Every activity, made from what it touches the world with. */
export const createActivities = (dependencies: ActivityDependencies): Activities => ({
  record: recordActivity(dependencies),
  sendNotices: sendNoticesActivity(dependencies),
  waitingNotices: async ({ reference }) =>
    (await dependencies.records.notices.waiting({ reference })).map(({ notice }) => notice.key),
  readPartnership: dependencies.partnership,
  watchOutside: watchOutsideActivity(dependencies),
});
