import type { Visibility } from '../procedure/permissions';
import type { Where } from './where';

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
      where.and(`c.reference IN (SELECT reference FROM case_people WHERE person = ${person})`);
      where.and(`${person}::text <> ALL (c.shut_out)`);
    }
  }
}
