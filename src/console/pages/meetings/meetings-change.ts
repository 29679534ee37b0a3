import * as z from 'zod/mini';
import { whyNotWorking } from '../../../procedure/time/calendar';
import { londonDate, parseIsoDate, sayDate } from '../../../procedure/time/dates';
import type { FieldProblem } from '../../../procedure/refusals';
import {
  addedToCalendar,
  addMeeting,
  cancellationForm,
  cancelScheduledMeeting,
  meetingForm,
  outsideCalendar,
} from '../../../casework/calendar';
import { meetingGroupNames } from '../../../casework/calendar-words';
import { meetingGroups } from '../../../records/meetings';
import { notAllowed, notFound, redirect, view, type Answer } from '../../http/answer';
import { changeForm } from '../../forms/change-form';
import { keptFields, wantedOf } from '../../forms/checked';
import { changedPage, changesSeenIn, sinceSeen } from '../../forms/since';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { withoutCase } from '../../forms/context';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { answersInWords } from '../../forms/in-words';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { partnershipNames, saidOnPage } from '../../wording/said-on-page';

const keeper = whoOpens('meetings', 'keep-calendar');
const noSuchMeeting = 'No meeting that was added here is on that day. IT can remove one that is in the settings file.';

const form = changeForm({
  kept: 'calendar',
  schema: meetingForm,
  template: 'pages/meetings/add.njk',
  title: 'Add a meeting',
});

/** Shows the meeting before it is scheduled, and warns if its day is not a working day or has passed. */
async function checkPage(
  asked: Asked,
  dependencies: ConsoleDependencies,
  read: unknown,
  status = 200,
): Promise<Answer> {
  const { partnership, records } = dependencies;
  const { on } = meetingForm.parse(read);
  const [{ calendar }, open, since] = await Promise.all([
    partnership(),
    records.cases.count({ open: true }),
    sinceSeen('calendar', dependencies, asked.fields),
  ]);
  const off = whyNotWorking(calendar, on);
  const model = {
    ...since,
    answers: answersInWords(meetingForm, read, withoutCase(londonDate(asked.now))),
    off: off && `${sayDate(on)} is no working day (${off}). Add it only if the group does meet then.`,
    past: on < londonDate(asked.now),
    open,
    kept: keptFields(asked.fields),
  };
  return view('pages/meetings/check.njk', 'Check the meeting', model, status);
}

/** The meeting that an address, or a form, names; nothing unless it was added and stands. */
async function standingMeeting(dependencies: ConsoleDependencies, named: Fields) {
  const on = parseIsoDate(one(named, 'on'));
  const group = meetingGroups.find((known) => known === one(named, 'group'));
  const { meetings } = await addedToCalendar(dependencies);
  return meetings.find((meeting) => meeting.on === on && meeting.group === group);
}

/** The one field of the page: the meeting is known. */
const reasonForm = z.pick(cancellationForm, { reason: true });

/** The page on which a meeting is cancelled for a reason; one that somebody cancelled in the meantime is said to be. */
async function cancelPage(
  { now }: Pick<Asked, 'now'>,
  dependencies: ConsoleDependencies,
  { typed, problems = [] }: { readonly typed: Fields; readonly problems?: readonly FieldProblem[] },
): Promise<Answer> {
  const [meeting, since] = await Promise.all([
    standingMeeting(dependencies, typed),
    sinceSeen('calendar', dependencies, typed),
  ]);
  if (meeting === undefined && since.since.length > 0)
    return changedPage('calendar', dependencies, { fields: typed, back: { text: 'Meetings', href: '/meetings' } });
  if (meeting === undefined) return notFound(noSuchMeeting);
  const fields = fieldsOf(reasonForm, withoutCase(londonDate(now)), { typed, problems });
  const model = {
    ...since,
    meeting: { ...meeting, name: meetingGroupNames[meeting.group], by: nameOf(dependencies.profile, meeting.by) },
    fields,
    problems,
    errors: errorSummary(problems, fields),
    open: await dependencies.records.cases.count({ open: true }),
  };
  const status = since.since.length > 0 ? 409 : problems.length > 0 ? 422 : 200;
  return view('pages/meetings/cancel.njk', 'Cancel a meeting', model, status);
}

/** Adding a meeting and cancelling one: the Business Manager’s. */
export const meetingChangeRoutes: readonly PageRoute[] = [
  getPage('/meetings/add', keeper, (asked, dependencies) => form(asked, dependencies, asked.typedBefore ?? {})),

  postPage('/meetings/add', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const context = withoutCase(londonDate(now));
    const { form: read, problems } = readFields(meetingForm, fields, context);
    const wanted = wantedOf(fields);
    if (wanted === 'change') return form(asked, dependencies, fields);
    if (problems.length > 0) return form(asked, dependencies, fields, problems);
    const { group, on } = meetingForm.parse(read);
    const wrong = (found: readonly FieldProblem[]) =>
      form(asked, dependencies, fields, problemsAsNamed(meetingForm, fields, found, context));
    const outside = await outsideCalendar(dependencies, 'on', on);
    if (outside !== undefined) return wrong(outside.refusal.fields ?? []);
    if (wanted === 'check') return checkPage(asked, dependencies, read);
    const added = await addMeeting(dependencies, {
      form: read,
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    if (added.kind === 'refused') {
      if (added.refusal.code === 'changed-since') return checkPage(asked, dependencies, read, 409);
      const { fields: found } = added.refusal;
      return found === undefined ? notAllowed(saidOnPage(partnershipNames(dependencies), added.refusal)) : wrong(found);
    }
    const what = added.fresh ? 'added' : 'was';
    return redirect(`/meetings?what=${what}&group=${group}&on=${on}&asked=${added.casesAsked}`);
  }),

  getPage('/meetings/cancel', keeper, ({ query, typedBefore, now }, dependencies) =>
    cancelPage({ now }, dependencies, { typed: one(query, 'on') === '' ? (typedBefore ?? {}) : query }),
  ),

  postPage('/meetings/cancel', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { form: read, problems } = readFields(reasonForm, fields, withoutCase(londonDate(now)));
    if (problems.length > 0) return cancelPage(asked, dependencies, { typed: fields, problems });
    const { reason } = reasonForm.parse(read);
    const cancelled = await cancelScheduledMeeting(dependencies, {
      form: { group: one(fields, 'group'), on: one(fields, 'on'), reason },
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    switch (cancelled.kind) {
      case 'cancelled': {
        const { group, on } = cancelled.meeting;
        return redirect(`/meetings?what=cancelled&group=${group}&on=${on}&asked=${cancelled.casesAsked}`);
      }
      case 'no-such-meeting':
        return notFound(noSuchMeeting);
      case 'refused':
        return cancelled.refusal.code === 'changed-since'
          ? cancelPage(asked, dependencies, { typed: fields })
          : notFound(noSuchMeeting);
    }
  }),
];
