import { whyNotWorking } from '../../procedure/calendar';
import { londonDate, parseIsoDate, sayDate } from '../../procedure/dates';
import type { FieldProblem } from '../../procedure/refusals';
import {
  addedToCalendar,
  addMeeting,
  cancelMeeting,
  meetingForm,
  meetingGroupNames,
  outsideCalendar,
} from '../../casework/calendar';
import { meetingGroups } from '../../records/meetings';
import { notAllowed, notFound, redirect, view, type Answer } from '../answer';
import { keptFields, wantedOf } from '../calendar/checked';
import type { Dependencies } from '../dependencies';
import { one } from '../fields';
import { withoutCase } from '../forms/context';
import { errorSummary } from '../forms/error-summary';
import { fieldsOf } from '../forms/fields-of';
import { answersInWords } from '../forms/in-words';
import { problemsAsNamed, readFields } from '../forms/reading';
import { get, post, whoOpens, type Asked, type Fields, type PageRoute } from '../page';
import { inPlainWords, nameOf } from '../plain-sentences';

const keeper = whoOpens('meetings', 'keep-calendar');
const noSuchMeeting = 'No meeting that was added stands for that day. One that the profile has is taken out there.';

function form({ now }: Pick<Asked, 'now'>, typed: Fields, problems: readonly FieldProblem[] = []): Answer {
  const fields = fieldsOf(meetingForm, withoutCase(londonDate(now)), { typed, problems });
  const model = { fields, problems, errors: errorSummary(problems, fields) };
  return view('meetings/add.njk', 'Add a meeting', model, problems.length === 0 ? 200 : 422);
}

/** What is to be scheduled, with what may be a slip: a day that is no working day, or one that has passed. */
async function checkPage(asked: Asked, { partnership, records }: Dependencies, read: unknown): Promise<Answer> {
  const { on } = meetingForm.parse(read);
  const [{ calendar }, open] = await Promise.all([partnership(), records.cases.count({ open: true })]);
  const off = whyNotWorking(calendar, on);
  return view('meetings/check.njk', 'Check the meeting', {
    answers: answersInWords(meetingForm, read, withoutCase(londonDate(asked.now))),
    off: off && `${sayDate(on)} is no working day (${off}). Add it only if the group does meet then.`,
    past: on < londonDate(asked.now),
    open,
    kept: keptFields(asked.fields),
  });
}

/** The meeting that an address, or a form, names; nothing unless it was added and stands. */
async function standingMeeting(dependencies: Dependencies, named: Fields) {
  const on = parseIsoDate(one(named, 'on'));
  const group = meetingGroups.find((known) => known === one(named, 'group'));
  const { meetings } = await addedToCalendar(dependencies);
  return meetings.find((meeting) => meeting.on === on && meeting.group === group);
}

/** Adding a meeting and cancelling one: the Business Manager’s. */
export const meetingChangeRoutes: readonly PageRoute[] = [
  get('/meetings/add', keeper, (asked) => form(asked, asked.typedBefore ?? {})),

  post('/meetings/add', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const context = withoutCase(londonDate(now));
    const { form: read, problems } = readFields(meetingForm, fields, context);
    const wanted = wantedOf(fields);
    if (wanted === 'change') return form(asked, fields);
    if (problems.length > 0) return form(asked, fields, problems);
    const { group, on } = meetingForm.parse(read);
    const wrong = (found: readonly FieldProblem[]) =>
      form(asked, fields, problemsAsNamed(meetingForm, fields, found, context));
    const outside = await outsideCalendar(dependencies, 'on', on);
    if (outside !== undefined) return wrong(outside.refusal.fields ?? []);
    if (wanted === 'check') return checkPage(asked, dependencies, read);
    const added = await addMeeting(dependencies, { form: read, actor: visitor.person });
    if (added.kind === 'refused') {
      const { fields: found, sentence } = added.refusal;
      return found === undefined ? notAllowed(inPlainWords(dependencies.profile, sentence)) : wrong(found);
    }
    const what = added.fresh ? 'added' : 'was';
    return redirect(`/meetings?what=${what}&group=${group}&on=${on}&asked=${added.casesAsked}`);
  }),

  get('/meetings/cancel', keeper, async ({ query, typedBefore }, dependencies) => {
    const meeting = await standingMeeting(dependencies, one(query, 'on') === '' ? (typedBefore ?? {}) : query);
    if (meeting === undefined) return notFound(noSuchMeeting);
    return view('meetings/cancel.njk', 'Cancel a meeting', {
      meeting: {
        ...meeting,
        name: meetingGroupNames[meeting.group],
        by: nameOf(dependencies.profile, meeting.by),
      },
      open: await dependencies.records.cases.count({ open: true }),
    });
  }),

  post('/meetings/cancel', keeper, async ({ fields, visitor }, dependencies) => {
    const form = { group: one(fields, 'group'), on: one(fields, 'on') };
    const cancelled = await cancelMeeting(dependencies, { form, actor: visitor.person });
    switch (cancelled.kind) {
      case 'cancelled': {
        const { group, on } = cancelled.meeting;
        return redirect(`/meetings?what=cancelled&group=${group}&on=${on}&asked=${cancelled.casesAsked}`);
      }
      case 'no-such-meeting':
      case 'refused':
        return notFound(noSuchMeeting);
    }
  }),
];
