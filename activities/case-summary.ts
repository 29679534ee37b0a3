import { actionsOf } from '../src/procedure/case/actions';
import type { CaseFile } from '../src/procedure/case/case-file';
import { nextDeadline } from '../src/procedure/dates/deadlines';
import { endingOf, stageOf } from '../src/procedure/describe';
import { agenciesAsked, inquiries } from '../src/procedure/case/inquiries';
import { milestonesOf } from '../src/procedure/dates/milestones';
import { dayOneOf } from '../src/procedure/dates/plan';
import { invitedIn } from '../src/procedure/meetings/arranged-meetings';
import { replyOfPanel, reviewType } from '../src/procedure/case/position';
import { peopleIn, shutOutOf } from '../src/procedure/case/shut-out';
import { answeringIn, partsIn, type Piece } from '../src/procedure/parts';
import { holders } from '../src/procedure/reminders/recipients';
import { partnerRoles } from '../src/procedure/roles';
import { openSteps } from '../src/procedure/dates/steps';
import { turnsOf } from '../src/procedure/reminders/turns';
import { carriedPrint } from '../src/records/carried';
import type { CaseSummary } from '../src/records/case-summary';

/** The agencies that notified or were asked, by their names, and the eCase reference. */
function alsoFoundBy(file: CaseFile): readonly string[] {
  const { notifyingAgency, eCaseReference } = file.notification;
  const asked = inquiries.flatMap((inquiry) => agenciesAsked(file, inquiry));
  return [
    notifyingAgency,
    ...asked.map((code) => file.policy.agencies[code]?.name ?? code),
    ...(eCaseReference === undefined ? [] : [eCaseReference]),
  ];
}

/**
 * Returns the summary of a case for lists. Called once, when the case is recorded. If a rule throws, the summary holds
 * only what can be said without the rules, so that the record is still written.
 */
export function caseSummary(file: CaseFile): CaseSummary {
  try {
    return wholeSummary(file);
  } catch {
    return leastSummary(file);
  }
}

type SeenBy = Pick<CaseSummary, 'people' | 'seesState' | 'seesWhole'>;

/** Lists who sees the case, and how much of it. The owners of actions, and whoever is invited, may hold no role in it. */
function seenBy(file: CaseFile): SeenBy {
  const owners = actionsOf(file).map(({ owner }) => owner);
  const named = [...new Set([...peopleIn(file), ...answeringIn(file), ...invitedIn(file), ...owners])];
  const people = named.filter((person) => partsIn(file, person).length > 0);
  const who = (...shown: readonly Piece[]) =>
    people.filter((person) => partsIn(file, person).some((one) => one.shows.some((piece) => shown.includes(piece))));
  return { people, seesState: who('whole', 'state'), seesWhole: who('whole') };
}

/** Lists who sees a case whose rules fail: those who lead it, whose part needs no rule. */
function leadingIn(file: CaseFile): SeenBy {
  const people = [...partnerRoles, 'scrutineer' as const]
    .flatMap((role) => holders(file, role))
    .map(({ person }) => person);
  return { people, seesState: people, seesWhole: people };
}

/** Returns a summary without the dates and steps that the rules would have to work out. */
function leastSummary(file: CaseFile): CaseSummary {
  const { receivedOn, agencies, criteria, notifyingAgency } = file.notification;
  return {
    reference: file.reference,
    partnership: file.policy.partnership.id,
    profile: file.policy.profile,
    practice: file.practice,
    stage: file.closedOn === undefined ? 'deciding' : 'closed',
    steps: [],
    nextDue: undefined,
    nextDueAt: undefined,
    reviewType: undefined,
    openedAt: file.openedAt,
    receivedOn,
    agencies,
    ...leadingIn(file),
    shutOut: shutOutOf(file),
    dayOne: receivedOn,
    ending: 'under-way',
    panel: undefined,
    turns: [],
    milestones: {
      receivedOn,
      dayOne: receivedOn,
      criteria,
      notifyingAgency,
      within24Hours: false,
      limits: {},
      steps: {},
      ending: 'under-way',
      openActions: [],
    },
    carried: carriedPrint(file),
    ...(file.closedOn === undefined ? {} : { closedOn: file.closedOn }),
  };
}

function wholeSummary(file: CaseFile): CaseSummary {
  const next = nextDeadline(file);
  return {
    reference: file.reference,
    partnership: file.policy.partnership.id,
    profile: file.policy.profile,
    practice: file.practice,
    stage: stageOf(file),
    steps: openSteps(file),
    nextDue: next?.due,
    nextDueAt: next?.dueAt,
    reviewType: reviewType(file),
    openedAt: file.openedAt,
    receivedOn: file.notification.receivedOn,
    agencies: file.notification.agencies,
    alsoFoundBy: alsoFoundBy(file),
    ...seenBy(file),
    shutOut: shutOutOf(file),
    dayOne: dayOneOf(file),
    ending: endingOf(file),
    panel: replyOfPanel(file)?.form.reply,
    turns: turnsOf(file),
    milestones: milestonesOf(file),
    carried: carriedPrint(file),
    ...(file.closedOn === undefined ? {} : { closedOn: file.closedOn }),
  };
}
