import { contributionsOf, isAwaited, type Contribution } from '../../../procedure/asking/contributions';
import type { CaseFile } from '../../../procedure/case/case-file';
import { mayReadRequest } from '../../../procedure/asking/answered-by';
import { recordsSeveral } from '../../../procedure/several-at-once';
import type { Viewer } from '../../../procedure/permissions';
import { ownersOf } from '../../../procedure/reminders/recipients';
import { sayShortDate } from '../../../procedure/time/dates';
import { agencyNameOf } from '../../wording/agency-name';
import { answerStateWords } from '../../wording/answer-state';
import { typographic } from '../../wording/letters';
import { nameOf, type People } from '../../wording/name-of';
import { requestAddress, severalFrom, whereDone } from '../../wording/where-done';

/* The list of what a case waits for from others: how many have answered, who has not, since when and by when. */

interface Waited {
  readonly file: CaseFile;
  readonly profile: People;
  readonly viewer: Viewer;
}

const headings: Readonly<Record<Contribution['kind'], string>> = {
  naming: 'Agencies to ask, from the delegated partners',
  summary: 'Agency summaries',
  return: 'Information from agencies',
  chronology: 'Chronologies',
  further: 'Further information',
  comments: 'Comments on the draft',
  statement: 'Media statement',
  dissemination: 'Dissemination of the response to the National Panel',
  confirmation: 'Confirmation of what was recorded on somebody’s behalf',
};

const names = ({ file, profile }: Waited, { owner }: Contribution): string =>
  ownersOf(file, owner)
    .map(({ person }) => nameOf(profile, person))
    .join(', ');

function whose(waited: Waited, one: Contribution): string {
  const { file, profile } = waited;
  const person = names(waited, one);
  return one.agency === undefined
    ? person
    : `${agencyNameOf({ profile, policy: file.policy }, one.agency)} (${person})`;
}

function row(waited: Waited, one: Contribution) {
  const { file, viewer } = waited;
  const isRequest = mayReadRequest(file, viewer, one.id);
  return {
    who: typographic(whose(waited, one)),
    state: answerStateWords[one.state],
    since: sayShortDate(one.since),
    due: one.due,
    href: isRequest
      ? requestAddress(file.reference, one.id)
      : one.kind === 'comments'
        ? undefined
        : whereDone(file.reference, one.id),
  };
}

/** Lists what is waited for, by kind: those that are still owed first, and how many of how many have answered. */
export function waitingOf(waited: Waited) {
  const { file } = waited;
  const all = contributionsOf(file);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const these = all.filter((one) => one.kind === kind);
    const owed = these.filter((one) => isAwaited(file, one));
    // Leaves out what nobody waits for any more, but for answers that are still to be accepted.
    const toRead = these.filter(({ state, agency }) => state === 'answered' && agency !== undefined);
    if (owed.length + toRead.length === 0) return [];
    return [
      {
        heading: headings[kind],
        several: severalFrom(waited, recordsSeveral(kind)),
        count: `${these.length - owed.length} of ${these.length}`,
        owed: owed.map((one) => row(waited, one)),
        toRead: toRead.map((one) => row(waited, one)),
      },
    ];
  });
}
