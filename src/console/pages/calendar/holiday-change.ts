import {
  changeHoliday,
  daysOfChange,
  holidayForm,
  holidayWithdrawalForm,
  standingHolidayChanges,
  whyNotChange,
  withdrawHolidayChange,
} from '../../../casework/holidays';
import { sayHolidayChange } from '../../../casework/calendar-words';
import { londonDate, parseIsoDate } from '../../../procedure/time/dates';
import type { FieldProblem, Refusal } from '../../../procedure/refusals';
import { newSecret } from '../../../security/secret';
import { notAllowed, notFound, redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { withoutCase } from '../../forms/context';
import { answersInWords } from '../../forms/in-words';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { partnershipNames, problemsOnPage, saidOnPage } from '../../wording/said-on-page';
import { changeForm } from '../../forms/change-form';
import { keptFields, wantedOf } from '../../forms/checked';
import { changedPage, changesSeenIn, sinceSeen } from '../../forms/since';
import { asWithdrawn, calendarPage, reasonProblems, withdrawView } from './withdrawing';

const keeper = whoOpens('calendar', 'keep-calendar');
const noSuchChange =
  'No change of a bank holiday that was made here applies on that day. IT can change one that is in the settings file.';

const form = changeForm({
  kept: 'calendar',
  schema: holidayForm,
  template: 'pages/calendar/holiday.njk',
  title: 'Change a bank holiday',
});

async function checkPage(
  asked: Asked,
  dependencies: ConsoleDependencies,
  read: unknown,
  status = 200,
): Promise<Answer> {
  const today = londonDate(asked.now);
  const model = {
    ...(await sinceSeen('calendar', dependencies, asked.fields)),
    heading: 'Check the change of a bank holiday',
    action: '/calendar/holidays/change',
    button: 'Change the bank holiday',
    does: 'change',
    answers: answersInWords(holidayForm, read, withoutCase(today)),
    past: daysOfChange(holidayForm.parse(read)).some((day) => day < today),
    open: await dependencies.records.cases.count({ open: true }),
    kept: keptFields(asked.fields),
    key: newSecret(),
  };
  return view('pages/calendar/check.njk', 'Check the change of a bank holiday', model, status);
}

/** The form again with what is wrong on its fields; who may not is told so. */
async function refusedChange(asked: Asked, dependencies: ConsoleDependencies, refusal: Refusal): Promise<Answer> {
  const names = partnershipNames(dependencies);
  if (refusal.fields === undefined) return notAllowed(saidOnPage(names, refusal));
  const found = problemsOnPage(names, refusal.fields);
  const context = withoutCase(londonDate(asked.now));
  return form(asked, dependencies, asked.fields, problemsAsNamed(holidayForm, asked.fields, found, context));
}

async function withdrawPage(
  asked: Asked,
  dependencies: ConsoleDependencies,
  { typed, problems = [] }: { readonly typed: Fields; readonly problems?: readonly FieldProblem[] },
): Promise<Answer> {
  const day = parseIsoDate(one(typed, 'date'));
  const change = (await standingHolidayChanges(dependencies)).find(({ date }) => date === day);
  const since = await sinceSeen('calendar', dependencies, typed);
  if (change === undefined && since.since.length > 0)
    return changedPage('calendar', dependencies, { fields: typed, back: calendarPage });
  if (change === undefined) return notFound(noSuchChange);
  return withdrawView(dependencies, {
    heading: 'Withdraw the change of a bank holiday',
    action: '/calendar/holidays/withdraw',
    button: 'Withdraw the change',
    rows: [
      { title: 'The change', value: sayHolidayChange(change) },
      { title: 'The reason', value: change.reason },
    ],
    change,
    since,
    typed,
    problems,
    today: londonDate(asked.now),
  });
}

/** Moving, removing and adding a bank holiday, and withdrawing such a change: the Business Manager’s. */
export const holidayChangeRoutes: readonly PageRoute[] = [
  getPage('/calendar/holidays/change', keeper, (asked, dependencies) =>
    form(asked, dependencies, asked.typedBefore ?? {}),
  ),

  postPage('/calendar/holidays/change', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { form: read, problems } = readFields(holidayForm, fields, withoutCase(londonDate(now)));
    const wanted = wantedOf(fields);
    if (wanted === 'change') return form(asked, dependencies, fields);
    if (problems.length > 0) return form(asked, dependencies, fields, problems);
    if (wanted === 'check') {
      const whyNot = await whyNotChange(dependencies, holidayForm.parse(read));
      return whyNot === undefined
        ? checkPage(asked, dependencies, read)
        : refusedChange(asked, dependencies, whyNot.refusal);
    }
    const key = one(fields, 'key') || newSecret();
    const changed = await changeHoliday(dependencies, {
      key,
      form: read,
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    if (changed.kind === 'refused' && changed.refusal.code === 'changed-since')
      return checkPage(asked, dependencies, read, 409);
    if (changed.kind === 'refused') return refusedChange(asked, dependencies, changed.refusal);
    const { date } = changed.holiday;
    return redirect(`/calendar?year=${date.slice(0, 4)}&changed=${date}&asked=${changed.casesAsked}`);
  }),

  getPage('/calendar/holidays/withdraw', keeper, (asked, dependencies) =>
    withdrawPage(asked, dependencies, {
      typed: asked.query['date'] === undefined ? (asked.typedBefore ?? {}) : asked.query,
    }),
  ),

  postPage('/calendar/holidays/withdraw', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const context = withoutCase(londonDate(now));
    const { form: read, problems } = readFields(holidayWithdrawalForm, asWithdrawn(fields), context);
    const ofReason = problems.filter(({ field }) => field === 'reason');
    if (ofReason.length > 0) return withdrawPage(asked, dependencies, { typed: fields, problems: ofReason });
    const withdrawn = await withdrawHolidayChange(dependencies, {
      form: read,
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    switch (withdrawn.kind) {
      case 'withdrawn': {
        const { date } = withdrawn.holiday;
        return redirect(`/calendar?year=${date.slice(0, 4)}&back=${date}&asked=${withdrawn.casesAsked}`);
      }
      case 'refused': {
        if (withdrawn.refusal.code === 'changed-since') return withdrawPage(asked, dependencies, { typed: fields });
        const wrong = reasonProblems(withdrawn.refusal.fields);
        return wrong.length > 0
          ? withdrawPage(asked, dependencies, { typed: fields, problems: wrong })
          : notFound(noSuchChange);
      }
      case 'no-such-change':
        return notFound(noSuchChange);
    }
  }),
];
