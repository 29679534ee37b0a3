import { whyNotWorking } from '../../../procedure/time/calendar';
import { londonDate, parseIsoDate, sayDate } from '../../../procedure/time/dates';
import type { FieldProblem } from '../../../procedure/refusals';
import type { IsoDate } from '../../../procedure/time/time';
import {
  addClosure,
  addedToCalendar,
  closureForm,
  outsideCalendar,
  withdrawalForm,
  withdrawClosure,
} from '../../../casework/calendar';
import { newSecret } from '../../../security/secret';
import { notAllowed, notFound, redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { withoutCase } from '../../forms/context';
import { answersInWords } from '../../forms/in-words';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { partnershipNames, saidOnPage } from '../../wording/said-on-page';
import { changeForm } from '../../forms/change-form';
import { keptFields, wantedOf } from '../../forms/checked';
import { changedPage, changesSeenIn, sinceSeen } from '../../forms/since';
import { asWithdrawn, calendarPage, reasonProblems, withdrawView } from './withdrawing';

const keeper = whoOpens('calendar', 'keep-calendar');
const noSuchClosure =
  'No closure that was added here applies on that day. IT can remove one that is in the settings file.';

const form = changeForm({
  kept: 'calendar',
  schema: closureForm,
  template: 'pages/calendar/add.njk',
  title: 'Add a closure day',
});

/** Shows what the closure day would change, and says if it is not a working day anyway. */
async function checkPage(
  asked: Asked,
  dependencies: ConsoleDependencies,
  { read, day, status = 200 }: { readonly read: unknown; readonly day: IsoDate; readonly status?: number },
): Promise<Answer> {
  const [{ calendar }, open, since] = await Promise.all([
    dependencies.partnership(),
    dependencies.records.cases.count({ open: true }),
    sinceSeen('calendar', dependencies, asked.fields),
  ]);
  const already = whyNotWorking(calendar, day);
  const model = {
    ...since,
    heading: 'Check the closure day',
    action: '/calendar/add',
    button: 'Add the closure day',
    does: 'add',
    answers: answersInWords(closureForm, read, withoutCase(londonDate(asked.now))),
    already: already && `${sayDate(day)} is no working day as it is (${already}), so no date will change.`,
    past: day < londonDate(asked.now),
    open,
    kept: keptFields(asked.fields),
    key: newSecret(),
  };
  return view('pages/calendar/check.njk', 'Check the closure day', model, status);
}

/** Adding a closure and withdrawing one: the Business Manager’s. */
export const calendarChangeRoutes: readonly PageRoute[] = [
  getPage('/calendar/add', keeper, (asked, dependencies) => form(asked, dependencies, asked.typedBefore ?? {})),

  postPage('/calendar/add', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const context = withoutCase(londonDate(now));
    const { form: read, problems } = readFields(closureForm, fields, context);
    const wanted = wantedOf(fields);
    if (wanted === 'change') return form(asked, dependencies, fields);
    if (problems.length > 0) return form(asked, dependencies, fields, problems);
    const { date } = closureForm.parse(read);
    const outside = await outsideCalendar(dependencies, 'date', date);
    const wrong = (found: readonly FieldProblem[]) =>
      form(asked, dependencies, fields, problemsAsNamed(closureForm, fields, found, context));
    if (outside !== undefined) return wrong(outside.refusal.fields ?? []);
    if (wanted === 'check') return checkPage(asked, dependencies, { read, day: date });
    const added = await addClosure(dependencies, {
      key: one(fields, 'key') || newSecret(),
      form: read,
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    if (added.kind === 'refused') {
      if (added.refusal.code === 'changed-since')
        return checkPage(asked, dependencies, { read, day: date, status: 409 });
      const { fields: found } = added.refusal;
      return found === undefined ? notAllowed(saidOnPage(partnershipNames(dependencies), added.refusal)) : wrong(found);
    }
    const what = added.fresh ? 'added' : 'was';
    return redirect(`/calendar?year=${date.slice(0, 4)}&${what}=${date}&asked=${added.casesAsked}`);
  }),

  getPage('/calendar/withdraw', keeper, (asked, dependencies) =>
    withdrawPage(asked, dependencies, asked.query['date'] === undefined ? (asked.typedBefore ?? {}) : asked.query),
  ),

  postPage('/calendar/withdraw', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { form: read, problems } = readFields(withdrawalForm, asWithdrawn(fields), withoutCase(londonDate(now)));
    if (problems.some(({ field }) => field === 'reason')) return withdrawPage(asked, dependencies, fields, problems);
    const withdrawn = await withdrawClosure(dependencies, {
      form: read,
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    switch (withdrawn.kind) {
      case 'withdrawn': {
        const { date, casesAsked } = withdrawn;
        return redirect(`/calendar?year=${date.slice(0, 4)}&withdrawn=${date}&asked=${casesAsked}`);
      }
      case 'refused': {
        if (withdrawn.refusal.code === 'changed-since') return withdrawPage(asked, dependencies, fields);
        const wrong = reasonProblems(withdrawn.refusal.fields);
        return wrong.length > 0 ? withdrawPage(asked, dependencies, fields, wrong) : notFound(noSuchClosure);
      }
      case 'no-such-closure':
        return notFound(noSuchClosure);
    }
  }),
];

async function withdrawPage(
  { now }: Pick<Asked, 'now'>,
  dependencies: ConsoleDependencies,
  typed: Fields,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const day = parseIsoDate(one(typed, 'date'));
  const { closures } = await addedToCalendar(dependencies);
  const closure = closures.find(({ date }) => date === day);
  const since = await sinceSeen('calendar', dependencies, typed);
  if (closure === undefined && since.since.length > 0)
    return changedPage('calendar', dependencies, { fields: typed, back: calendarPage });
  if (closure === undefined) return notFound(noSuchClosure);
  return withdrawView(dependencies, {
    heading: 'Withdraw a closure day',
    action: '/calendar/withdraw',
    button: 'Withdraw the closure day',
    rows: [
      { title: 'The day of the closure', value: sayDate(closure.date) },
      { title: 'The reason', value: closure.reason },
    ],
    change: closure,
    since,
    typed,
    problems,
    today: londonDate(now),
  });
}
