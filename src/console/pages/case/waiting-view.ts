import type { Contribution } from '../../../procedure/asking/contributions';
import { requestAddress, whereDone } from '../../../procedure/asking/places';
import { lastChased, waitingIn } from '../../../procedure/asking/waiting';
import type { CaseFile } from '../../../procedure/case/case-file';
import { mayReadRequest } from '../../../procedure/asking/answered-by';
import { mayTakeAsOwn } from '../../../procedure/may-take';
import { recordsSeveral } from '../../../procedure/several-at-once';
import type { Viewer } from '../../../procedure/permissions';
import { sayShortDate } from '../../../procedure/time/dates';
import { answerStateWords } from '../../wording/answer-state';
import { contributionHeadings, remindAddress, whoseContribution } from '../../wording/contributions';
import type { People } from '../../wording/name-of';
import { severalFrom } from '../../wording/where-done';

/* The list of what a case waits for from others: how many have answered, who has not, since when and by when. */

interface Waited {
  readonly file: CaseFile;
  readonly profile: People;
  readonly viewer: Viewer;
}

function hrefOf({ file, viewer }: Waited, { id, kind }: Contribution): string | undefined {
  if (mayReadRequest(file, viewer, id)) return requestAddress(file.reference, id);
  // Nobody answers for a member of the sub-group, or for whoever decided something, from here.
  return kind === 'comments' || kind === 'confirmation' ? undefined : whereDone(file.reference, id);
}

function row(waited: Waited, one: Contribution) {
  const last = lastChased(waited.file, one.id);
  return {
    who: whoseContribution(waited, one),
    state: `${answerStateWords[one.state]}${last === undefined ? '' : `. Reminded ${sayShortDate(last)}`}`,
    since: sayShortDate(one.since),
    due: one.due,
    href: hrefOf(waited, one),
  };
}

/** Lists what is waited for, by kind: those that are still owed first, and how many of how many have answered. */
export function waitingOf(waited: Waited) {
  const { file, viewer } = waited;
  const reminds = mayTakeAsOwn(file, 'chaseAnswers', viewer.id);
  return waitingIn(file).map(({ kind, all, settled, owed, toChase, toRead }) => ({
    heading: contributionHeadings[kind],
    several: severalFrom(waited, recordsSeveral(kind)),
    count: `${settled.length} of ${all.length}`,
    owed: owed.map((one) => row(waited, one)),
    toRead: toRead.map((one) => row(waited, one)),
    remind: reminds && toChase.length > 0 ? remindAddress(file.reference, kind) : undefined,
  }));
}
