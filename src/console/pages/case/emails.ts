import { noticesOnRecord, type NoticeView } from '../../../casework/notices-read';
import { opens } from '../../../procedure/permissions';
import { view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, type PageRoute, type VisitOfCase } from '../../http/page';
import { whoSees } from '../../../http/access';
import { caseAddress, caseFrame } from '../../case-frame/case-frame';
import { countsOf, emailRow, statesByUrgency } from './emails-view';

const onePage = 100;

/** Returns the messages that this person can read in the mailbox inside. */
async function insideOf(
  { records }: ConsoleDependencies,
  { visitor }: VisitOfCase,
  notices: readonly NoticeView[],
): Promise<ReadonlySet<string>> {
  if (!opens(visitor.person, 'mailbox')) return new Set();
  const ids = notices.flatMap(({ messageId }) => messageId ?? []);
  const found = await Promise.all(ids.map((id) => records.mailbox.get(id)));
  return new Set(found.flatMap((message) => message?.messageId ?? []));
}

/** The emails of a case as far as somebody sees them, and what became of each; none of them to the IT officer. */
export const emailsRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/emails',
    whoSees('part', { page: 'decide', shows: 'emails' }),
    async (asked, dependencies) => {
      const { known, visitor, query } = asked;
      const { file } = known;
      const all = await noticesOnRecord(dependencies, file, visitor.person);
      const state = statesByUrgency.find((standing) => standing === one(query, 'state'));
      const chosen = all.filter((notice) => state === undefined || notice.state === state).toReversed();
      const pages = Math.max(Math.ceil(chosen.length / onePage), 1);
      const page = Math.min(Math.max(Number.parseInt(one(query, 'page'), 10) || 1, 1), pages);
      const shown = chosen.slice((page - 1) * onePage, page * onePage);
      const inside = await insideOf(dependencies, asked, shown);
      const address = `${caseAddress(file.reference)}/emails`;
      const at = (number: number): string =>
        `${address}?${new URLSearchParams({ ...(state === undefined ? {} : { state }), page: String(number) }).toString()}`;
      return view('pages/case/emails.njk', `Emails of ${file.reference}`, {
        ...caseFrame(asked, 'emails'),
        emails: shown.map((notice) => emailRow(file, dependencies.profile, inside, notice)),
        counts: countsOf(all).map((count) => ({
          ...count,
          href: `${address}?state=${count.state}`,
          chosen: count.state === state,
        })),
        total: all.length,
        all: state === undefined ? undefined : address,
        practice: file.practice,
        pagination:
          pages === 1
            ? undefined
            : {
                ...(page > 1 ? { previous: { href: at(page - 1) } } : {}),
                ...(page < pages ? { next: { href: at(page + 1) } } : {}),
                items: Array.from({ length: pages }, (_, index) => ({
                  number: index + 1,
                  current: index + 1 === page,
                  href: at(index + 1),
                })),
              },
      });
    },
  ),
];
