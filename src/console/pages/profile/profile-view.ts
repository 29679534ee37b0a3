import { definitionOf, isDecisionName } from '../../../procedure/catalogue';
import { sayTime } from '../../../procedure/time/dates';
import type { Policy, Rung } from '../../../procedure/policy';
import { kindOfNotice, noticeKinds } from '../../../procedure/reminders/notice-kinds';
import { statutoryLimits } from '../../../procedure/dates/statutory';
import { stepIds } from '../../../procedure/step-ids';
import { stepLabel } from '../../../procedure/step-names';
import { steps } from '../../../procedure/dates/steps';
import { mayTakeTable } from '../../../procedure/permissions';
import { displayIsLengthened, statutoryLimitOf } from '../../../procedure/dates/tightening';
import type { IsoDate } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import { rolesSaid } from '../../wording/roles';
import { nameOf } from '../../wording/name-of';
import { limitSaid, rungSaid, windowSaid } from '../../wording/windows';
import { begin, typographic } from '../../wording/letters';

/** Returns the source of a limit, marked if the source was not confirmed. */
const sourceSaid = ({ source, confirmed }: { readonly source: string; readonly confirmed: boolean }): string =>
  confirmed ? source : `${source} (not confirmed at its source)`;

const windowsOf = ({ windows, pathways }: Policy, today: IsoDate) =>
  stepIds.map((step) => {
    const off = step === 'practice-learning-review' && !pathways.practiceLearningReview;
    const law = statutoryLimitOf(step, today);
    return {
      step: typographic(stepLabel(step)),
      when: off ? 'Not used by this partnership' : windowSaid(windows[step]),
      source: typographic(begin(steps[step].source)),
      law: law === undefined ? '–' : limitSaid(law),
    };
  });

const lawOf = (today: IsoDate) =>
  statutoryLimits(today).map((entry) => ({
    title: typographic(entry.title),
    limit: entry.kind === 'limit' ? limitSaid(entry) : 'A duty without a date',
    source: typographic(sourceSaid(entry)),
  }));

function remindersOf(policy: Policy) {
  const { ladders, morning } = policy;
  const { before, overdueEvery, overdueTo, overdueEscalation, slowing } = ladders;
  const said = (rungs: readonly Rung[]) =>
    rungs.map((rung) => ({ when: rungSaid(rung), to: begin(rolesSaid(policy, rung.to)) }));
  const days = [...before].sort((a, b) => b - a).join(' and ');
  const every = overdueEvery === 1 ? 'every working day' : `every ${overdueEvery} working days`;
  return {
    sentences: [
      `Reminders go out at ${sayTime(morning)} on working days, never at night, at a weekend or on a holiday.`,
      `Before every deadline: ${days} working ${days === '1' ? 'day' : 'days'} before it, to whoever owns the step.`,
      `Overdue: the next working morning and then ${every}, to the owner and to ${rolesSaid(policy, overdueTo)}.`,
      `From overdue reminder ${overdueEscalation.fromReminder} on, to ${rolesSaid(policy, overdueEscalation.to)} too.`,
      ...(slowing === undefined
        ? []
        : [
            `After overdue reminder ${slowing.after} weekly, ${slowing.weekly} times. Then it is a task of the Business Manager. The steps of day 14 and of the six months are reminded of without end.`,
          ]),
    ],
    ladders: [
      { title: 'Day 14: the Rapid Review is not held, or not submitted', rungs: said(ladders.dayFourteen) },
      { title: 'Six months: the review is not published', rungs: said(ladders.sixMonths) },
    ],
  };
}

function otherSettings({ displayMonths, papersBefore, actionLooks, ...policy }: Policy, today: IsoDate) {
  const lengthened = displayIsLengthened({ displayMonths }, today) ? ', which the law lengthens to a year' : '';
  return [
    { name: 'A day ends', value: `At ${sayTime(policy.closingHour)}: “by day 14” means by then` },
    { name: 'Papers for the sub-group', value: `${papersBefore.subGroup} calendar days before the meeting` },
    { name: 'Papers for the Exec group', value: `${papersBefore.exec} calendar days before the meeting` },
    { name: 'On the website', value: `${displayMonths} months${lengthened}` },
    {
      name: 'Progress and quality of a review',
      value: `Checked every ${policy.progressCheckMonths === 1 ? 'month' : `${policy.progressCheckMonths} months`}`,
    },
    { name: 'Impact of a completed action', value: `Reviewed after ${actionLooks.join(' and ')} months` },
    {
      name: 'Practice learning review',
      value: policy.pathways.practiceLearningReview ? 'Used by this partnership' : 'Not used by this partnership',
    },
  ];
}

/** Decisions that this partnership gives to others than the procedure does. */
const replaced = (policy: Policy) =>
  Object.entries(policy.mayTake).flatMap(([name, roles]) =>
    isDecisionName(name) && roles !== undefined
      ? [{ decision: typographic(definitionOf(name).title), who: rolesSaid(policy, roles) }]
      : [],
  );

/** Decisions that the Business Unit may record here on behalf of whoever took them. */
const onBehalf = (policy: Policy) =>
  mayTakeTable(policy).flatMap(({ title, recordedFor }) =>
    recordedFor.length === 0 ? [] : [{ decision: typographic(title), who: rolesSaid(policy, recordedFor) }],
  );

/** Lists all that the partnership has set up for itself, in words, with the law beside it. */
export function profileView(profile: Pick<Profile, 'policy' | 'people'>, today: IsoDate) {
  const { policy } = profile;
  return {
    partnership: policy.partnership,
    edition: { name: policy.profile, number: policy.edition },
    windows: windowsOf(policy, today),
    law: lawOf(today),
    reminders: remindersOf(policy),
    settings: otherSettings(policy, today),
    replaced: replaced(policy),
    onBehalf: onBehalf(policy),
    agencies: Object.values(policy.agencies).map(({ name, contact }) => ({
      name: typographic(name),
      contact: nameOf(profile, contact),
    })),
    templates: noticeKinds.map((kind) => ({ kind, title: kindOfNotice(kind).title })),
  };
}
