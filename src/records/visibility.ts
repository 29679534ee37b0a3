import type { ListedFrom, Visibility } from '../procedure/permissions';
import type { Where } from './where';

/** The number by which `case_people` keeps what somebody sees of a case: the more, the higher. */
export const ranks = { part: 1, state: 2, whole: 3 } as const satisfies Record<ListedFrom, number>;

/** Adds the condition that the case `c` is visible. Without a visibility, adds nothing: every case is visible. */
export function visibleOnly(where: Where, visibility: Visibility | undefined): void {
  switch (visibility?.kind) {
    case undefined:
      return;
    case 'none':
      where.and('false');
      return;
    case 'all':
      where.and(`${where.given(visibility.except)}::text <> ALL (c.shut_out)`);
      return;
    case 'part': {
      const person = where.given(visibility.person);
      const from = ranks[visibility.from];
      where.and(`c.reference IN (SELECT reference FROM case_people WHERE person = ${person} AND sees >= ${from})`);
      where.and(`${person}::text <> ALL (c.shut_out)`);
    }
  }
}
