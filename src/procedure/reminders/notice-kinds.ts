import { openingNotices } from '../case/opening-tellings';
import { catalogue } from '../catalogue';
import type { KindOfNotice, NoticeKind } from './notice';
import { caseClosed, reminders } from './told-by-the-case';

/* Every kind of notice: those of the decisions, and the few that no decision sends. */

const byKind: ReadonlyMap<NoticeKind, KindOfNotice> = new Map(
  [...openingNotices, ...catalogue.flatMap(({ notices = [] }) => notices), caseClosed, reminders].map(
    (notice): [NoticeKind, KindOfNotice] => [notice.kind, notice],
  ),
);

/** Every kind of notice, in the order of the procedure. */
export const noticeKinds: readonly NoticeKind[] = [...byKind.keys()];

/** The definition of a kind. */
export function kindOfNotice(kind: NoticeKind): KindOfNotice {
  const found = byKind.get(kind);
  if (found === undefined) throw new Error(`No decision sends a notice of the kind "${kind}".`);
  return found;
}
