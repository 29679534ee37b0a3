import * as z from 'zod/mini';
import { londonDate, sayDate } from '../../../procedure/time/dates';
import { date } from '../../../procedure/forms';
import type { Policy } from '../../../procedure/policy';
import type { FieldProblem } from '../../../procedure/refusals';
import type { IsoDate } from '../../../procedure/time/time';
import { planFor, type Planned } from '../../../casework/planning';
import type { PlanView } from '../../../casework/reading';
import type { Partnership } from '../../../profile/partnership';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { withoutCase } from '../../forms/context';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { idOf } from '../../forms/names';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { getPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { clocksOfPlan, comparePlans, conflictsOfPlan, meetingsOfPlan, pictureOf, stepsOfPlan } from './plan-view';
import { profileLines, readTried, saysTooMuch, triedFields, windowBoxes, type Tried } from './windows-tried';

/* A plan of a case that does not exist: everything that is asked stands in the address, so that it can be passed on. */

const datesForm = z.strictObject({
  receivedOn: date('The day the notification was received', 'in-calendar'),
  authorityAwareOn: z.optional(
    date(
      'The day the authority became aware',
      'in-calendar',
      'The five working days of the law count from it. Leave it empty for the day of receipt',
    ),
  ),
});

type Dates = z.infer<typeof datesForm>;

const isAsked = (query: Fields): boolean => Object.keys(query).length > 0;

/** The address of this plan with these windows, and with no more than it needs. */
function addressOf({ query }: Pick<Asked, 'query'>, tried: Readonly<Record<string, string>>): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' && value !== '' && !name.startsWith('windows.')) address.set(name, value);
  }
  for (const [name, value] of Object.entries(tried)) address.set(name, value);
  return `/plan?${address.toString()}`;
}

interface Page {
  readonly asked: Asked;
  readonly policy: Policy;
  readonly problems: readonly FieldProblem[];
  /** Values shown below the form, once there is a plan. */
  readonly shown?: object;
}

function planPage({ asked, policy, problems, shown = {} }: Page): Answer {
  const { query, now } = asked;
  const fields = fieldsOf(datesForm, withoutCase(londonDate(now)), { typed: query, problems });
  const errors = [
    ...errorSummary(
      problems.filter(({ field }) => !field.startsWith('windows.')),
      fields,
    ),
    ...problems
      .filter(({ field }) => field.startsWith('windows.'))
      .map(({ field, sentence }) => ({ text: sentence, href: `#${idOf(field)}` })),
  ];
  const model = {
    problems,
    errors,
    fields,
    boxes: windowBoxes(policy, query, problems),
    dates: Object.entries(query).filter(([name]) => !name.startsWith('windows.')),
    ...shown,
  };
  return view('pages/plan/plan.njk', 'Plan a case', model, problems.length === 0 ? 200 : 422);
}

/** The plan as the page shows it. */
const planShown = (
  plan: PlanView,
  dates: Dates,
  { partnership, today }: { readonly partnership: Partnership; readonly today: IsoDate },
) => {
  const { policy, calendar } = partnership;
  return {
    receivedOn: dates.receivedOn,
    authorityAwareOn: dates.authorityAwareOn,
    dayOne: plan.dayOne,
    moved: plan.dayOne !== dates.receivedOn,
    steps: stepsOfPlan(plan, policy.windows, calendar),
    clocks: clocksOfPlan(plan, calendar),
    conflicts: conflictsOfPlan(plan),
    meetings: meetingsOfPlan(plan),
    picture: pictureOf({ plan, calendar, receivedOn: dates.receivedOn, today }),
  };
};

/** The dependencies that plans are worked out with. */
type Planning = Pick<ConsoleDependencies, 'partnership' | 'now'>;

/** Makes the plan with other windows. `too-long` if dates fall after the end of the calendar. */
async function planWith(
  office: Planning,
  dates: Dates,
  { tried: { windows }, until }: { readonly tried: Tried; readonly until: IsoDate },
): Promise<Planned | 'too-long'> {
  const planned = await planFor(office, { ...dates, windows });
  const isBeyond = planned.kind === 'planned' && planned.plan.steps.some(({ due }) => due !== null && due > until);
  return isBeyond ? 'too-long' : planned;
}

async function triedShown(
  office: Planning,
  dates: Dates,
  { plan, tried, partnership }: { readonly plan: PlanView; readonly tried: Tried; readonly partnership: Partnership },
): Promise<{ readonly compared?: object; readonly problems: readonly FieldProblem[] }> {
  const steps = Object.keys(tried.windows);
  if (steps.length === 0 || tried.problems.length > 0) return { problems: [] };
  const other = await planWith(office, dates, { tried, until: partnership.calendar.until });
  if (other === 'too-long' || other.kind === 'refused') {
    const sentence = `With these windows a date would lie beyond the calendar, which ends on ${sayDate(partnership.calendar.until)}; try shorter ones`;
    return { problems: [{ field: `windows.${String(steps[0])}.by`, sentence }] };
  }
  const { policy, calendar } = partnership;
  return {
    problems: [],
    compared: {
      ...comparePlans(plan, other.plan, calendar),
      lines: profileLines(tried.windows),
      file: `profiles/${policy.profile}.yaml`,
    },
  };
}

async function answer(asked: Asked, dependencies: ConsoleDependencies): Promise<Answer> {
  const { query, now } = asked;
  const today: IsoDate = londonDate(now);
  const partnership = await dependencies.partnership();
  const { policy } = partnership;
  if (!isAsked(query)) return planPage({ asked, policy, problems: [] });
  const context = withoutCase(today);
  const read = readFields(datesForm, query, context);
  const tried = readTried(query, policy, today);
  if (read.problems.length > 0) return planPage({ asked, policy, problems: [...read.problems, ...tried.problems] });
  const dates = datesForm.parse(read.form);
  // Both plans are of the same partnership, as it stands now.
  const office: Planning = { partnership: async () => partnership, now: () => now };
  const planned = await planFor(office, dates);
  if (planned.kind === 'refused') {
    const outside = problemsAsNamed(datesForm, query, planned.refusal.fields ?? [], context);
    return planPage({ asked, policy, problems: [...outside, ...tried.problems] });
  }
  const needed = triedFields(policy, tried.windows);
  if (tried.problems.length === 0 && saysTooMuch(query, needed)) return redirect(addressOf(asked, needed));
  const { plan } = planned;
  const { compared, problems } = await triedShown(office, dates, { plan, tried, partnership });
  return planPage({
    asked,
    policy,
    problems: [...tried.problems, ...problems],
    shown: { plan: planShown(plan, dates, { partnership, today }), compared, without: addressOf(asked, {}) },
  });
}

export const planPages: readonly PageRoute[] = [getPage('/plan', whoOpens('plan'), answer)];
