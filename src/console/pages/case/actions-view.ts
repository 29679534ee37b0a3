import { actionsOf, isFinished, lookDue, type Action } from '../../../procedure/case/actions';
import { closingInstant } from '../../../procedure/time/calendar';
import type { CaseFile, Forms } from '../../../procedure/case/case-file';
import { sayDate } from '../../../procedure/time/dates';
import { factsOf } from '../../../procedure/case/facts';
import type { Viewer } from '../../../procedure/permissions';
import type { Instant } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import { nameOf } from '../../wording/name-of';
import { daysLeft } from '../../wording/days-left';
import { writtenIf } from './by-sight';
import { decisionLink } from './people-view';

/** The data that the page of a case's actions is made from. */
export interface ActionsAsked {
  readonly file: CaseFile;
  readonly now: Instant;
  readonly profile: Pick<Profile, 'people'>;
  readonly viewer: Viewer;
  /** True if this viewer reads what was written about an action. */
  readonly reads: (action: string) => boolean;
}

const effectWords: Readonly<Record<Forms['lookAtActionAgain']['effective'], string>> = {
  yes: 'It was effective',
  'in-part': 'It was effective in part',
  no: 'It was not effective',
};

/** The later looks at an action for its effect: those that were taken, and those to come. */
function looksAt({ file, now, viewer, reads }: ActionsAsked, action: Action) {
  const written = writtenIf(reads(action.id));
  return file.policy.actionLooks.map((months) => {
    const taken = factsOf(file, 'lookAtActionAgain').findLast(
      ({ form }) => form.action === action.id && form.months === months,
    );
    const due = lookDue(file, action.id, months);
    return {
      months,
      done: taken && { on: taken.on, says: effectWords[taken.form.effective], effect: written(taken.form.effect) },
      due,
      left: due && daysLeft(file.calendar, { due, dueAt: closingInstant(file.calendar, due) }, now).sentence,
      link:
        taken === undefined && due !== undefined
          ? decisionLink(file, viewer, 'lookAtActionAgain', { action: action.id, months: String(months) })
          : undefined,
    };
  });
}

function stateOf(file: CaseFile, action: Action, now: Instant): { readonly says: string; readonly overdue: boolean } {
  if (action.completedOn !== undefined) {
    const rest = isFinished(file, action) ? '' : '. Its impact is still to be reviewed';
    return { says: `Complete on ${sayDate(action.completedOn)}${rest}`, overdue: false };
  }
  const dueAt = closingInstant(file.calendar, action.dueOn);
  return { says: daysLeft(file.calendar, { due: action.dueOn, dueAt }, now).sentence, overdue: dueAt < now };
}

/** Every action of a case: what, whose, by when, with what evidence, and what came of it. */
export const actionsOfCase = (asked: ActionsAsked) => {
  const { file, profile, viewer, reads } = asked;
  return actionsOf(file).map((action) => {
    const written = writtenIf(reads(action.id));
    const added = factsOf(file, 'addAction').find(({ seq }) => seq === action.addedBySeq);
    const completed = factsOf(file, 'completeAction').find(({ form }) => form.action === action.id);
    const isOpen = action.completedOn === undefined && file.closedOn === undefined;
    return {
      id: action.id,
      number: action.number,
      text: written(added?.form.action),
      owner: nameOf(profile, action.owner),
      agency: action.agency === undefined ? undefined : (file.policy.agencies[action.agency]?.name ?? action.agency),
      due: action.dueOn,
      ...stateOf(file, action, asked.now),
      evidence: written(completed?.form.evidence),
      looks: action.completedOn === undefined ? [] : looksAt(asked, action),
      links: isOpen
        ? (['completeAction', 'reassignAction'] as const).flatMap(
            (decision) => decisionLink(file, viewer, decision, { action: action.id }) ?? [],
          )
        : [],
    };
  });
};
