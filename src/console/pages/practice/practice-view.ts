import { caseNow } from '../../../casework/reading';
import { stageTitle } from '../../../procedure/stages';
import type { Instant } from '../../../procedure/time/time';
import type { ListedCase } from '../../../records/cases';
import { caseAddress } from '../../case-frame/case-frame';
import { typographic } from '../../wording/letters';

/** A practice case in a list. */
export function practiceRow(listed: ListedCase, now: Instant, moves: boolean) {
  const { summary, nextTurn } = listed;
  const { reference, stage, closedOn } = summary;
  const clock = caseNow(now, listed);
  const isOpen = closedOn === undefined;
  return {
    reference,
    href: caseAddress(reference),
    stage: stageTitle(stage),
    clock,
    openedAt: summary.openedAt,
    ...(isOpen && nextTurn !== undefined
      ? { next: { title: typographic(nextTurn.title), due: nextTurn.due, overdue: nextTurn.dueAt < clock } }
      : {}),
    tourHref: `/guide?case=${reference}`,
    ...(moves && isOpen ? { moveHref: `${caseAddress(reference)}/practice` } : {}),
  };
}
