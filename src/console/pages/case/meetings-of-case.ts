import { randomUUID } from 'node:crypto';
import { decide } from '../../../casework/deciding';
import { nothingCanBeAdded } from '../../../casework/not-running';
import { caseNow, spelledOut } from '../../../casework/reading';
import { whoSees } from '../../../http/access';
import { requestSettings } from '../../../procedure/asking/settings';
import type { FieldProblem } from '../../../procedure/refusals';
import { meetingToCome } from '../../../procedure/meetings/arranged-meetings';
import { kindsOfMeeting, meetingTitle, type MeetingKind } from '../../../procedure/meetings/kinds-of-meeting';
import { isMeetingKind } from '../../../procedure/meetings/usual-meetings';
import { lawfulDays } from '../../../procedure/meetings/days-offered';
import { whyNotArranged } from '../../../procedure/meetings/why-not-yet';
import { dayOneOf, plannedDates } from '../../../procedure/dates/plan';
import { londonDate } from '../../../procedure/time/dates';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Asked, type PageRoute, type VisitOfCase } from '../../http/page';
import { dayOfCase } from '../../wording/case-status';
import { typographic } from '../../wording/letters';
import { saidOnPage } from '../../wording/said-on-page';
import { meetingAddress } from '../../../procedure/asking/places';
import { withItsWords } from './by-sight';
import { inviteesOf } from './invitees';
import { anotherDay, fieldOnPage, firstTyped, readMeeting, typedMeeting, type MeetingTyped } from './meeting-form';
import { arranges, meetingsView, type LooksAtMeetings } from './meetings-view';

/* The meetings of a case: what is arranged, and the page on which a meeting is arranged or changed. */

type AskedOfCase = Asked & VisitOfCase;

const looksOf = (asked: AskedOfCase, { profile }: ConsoleDependencies): LooksAtMeetings => ({
  file: asked.known.file,
  viewer: asked.visitor.person,
  sight: asked.sight,
  profile,
});

async function listPage(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const { file } = asked.known;
  const shown = meetingsView(looksOf(asked, dependencies));
  return view('pages/case/meetings-of-case.njk', `Meetings of ${file.reference}`, {
    ...caseFrame(asked, 'meetings'),
    ...(await withItsWords(dependencies, file, 'names', shown)),
  });
}

/** The form as it is shown: what is typed, and what is wrong with it. */
interface Shown {
  readonly key: string;
  readonly typed?: MeetingTyped;
  readonly problems?: readonly FieldProblem[];
  readonly status?: number;
}

/** The days of the form: those that keep the limits, each with its number in the case. */
function daysOf({ known: { file } }: AskedOfCase, kind: MeetingKind, today: ReturnType<typeof londonDate>) {
  const { days, first, last } = lawfulDays(file, kind, today);
  const step = plannedDates(file, kindsOfMeeting[kind].step);
  return {
    days: days.map((day) => ({ day, number: dayOfCase(file, dayOneOf(file), day) })),
    first,
    last,
    why: typographic(step.why),
  };
}

async function formPage(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { kind, shown }: { readonly kind: MeetingKind; readonly shown: Shown },
): Promise<Answer> {
  const { file } = asked.known;
  const today = londonDate(caseNow(asked.now, asked.known));
  const meeting = meetingToCome(file, kind);
  const { place, link } = meeting ?? {};
  const words = await spelledOut(dependencies, file.reference, {
    ...(place === undefined ? {} : { place }),
    ...(link === undefined ? {} : { link }),
  });
  const typed = shown.typed ?? firstTyped(file, kind, { today, words });
  const title = `${meeting === undefined ? 'Arrange' : 'Change'} the ${kindsOfMeeting[kind].title}`;
  const problems = (shown.problems ?? []).map(({ field, sentence }) => ({ text: sentence, href: `#${field}` }));
  const model = {
    ...caseFrame(asked, { called: title }),
    ...daysOf(asked, kind, today),
    meetingTitle: meetingTitle(kind),
    isArranged: meeting !== undefined,
    anotherDay,
    typed,
    problems,
    wrong: Object.fromEntries((shown.problems ?? []).map(({ field, sentence }) => [field, { text: sentence }])),
    invitees: inviteesOf(file, kind, dependencies.profile).map((invitee) => ({
      ...invitee,
      ticked: typed.invited?.includes(invitee.id) ?? invitee.ticked,
    })),
    telephone: requestSettings(file).telephone,
    action: meetingAddress(file.reference, kind),
    key: shown.key,
  };
  return view('pages/case/meeting.njk', title, model, shown.status ?? 200);
}

/** Leads to the list of meetings where the meeting can be neither arranged nor changed now. */
function ledAway(asked: AskedOfCase, dependencies: ConsoleDependencies, kind: MeetingKind): Answer | undefined {
  const { file } = asked.known;
  const isOpen = meetingToCome(file, kind) !== undefined || whyNotArranged(file, kind) === undefined;
  return isOpen && file.closedOn === undefined && arranges(looksOf(asked, dependencies), kind)
    ? undefined
    : redirect(meetingAddress(file.reference));
}

const kindIn = ({ params }: Asked): MeetingKind | undefined =>
  isMeetingKind(params['meeting']) ? params['meeting'] : undefined;

async function showForm(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const kind = kindIn(asked);
  if (kind === undefined) return notFound();
  return ledAway(asked, dependencies, kind) ?? formPage(asked, dependencies, { kind, shown: { key: randomUUID() } });
}

/** Arranges the meeting, or changes it. Pressing the button twice does so once. */
async function send(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const kind = kindIn(asked);
  if (kind === undefined) return notFound();
  const away = ledAway(asked, dependencies, kind);
  if (away !== undefined) return away;
  const { known, visitor, fields } = asked;
  const { file } = known;
  const typed = typedMeeting(fields);
  const again = (problems: readonly FieldProblem[], status: number) =>
    formPage(asked, dependencies, { kind, shown: { key: randomUUID(), typed, problems, status } });
  const read = readMeeting(file, kind, { typed, today: londonDate(caseNow(asked.now, known)) });
  if (read.kind === 'wrong') return again(read.problems, 422);
  // The form says for which decision it was: a second press sends the same, though the meeting is arranged by then.
  const name = one(fields, 'what') === 'moveMeeting' ? 'moveMeeting' : 'arrangeMeeting';
  const { form, reasonForPassing } = read;
  const decided = await decide(dependencies, {
    ...{ reference: file.reference, known, key: one(fields, 'key') || randomUUID(), actor: visitor.person, name, form },
    ...(reasonForPassing === undefined ? {} : { reasonForPassing }),
  });
  if (decided.kind === 'taken')
    return redirect(`${decisionAddress(file.reference, name)}/recorded?entry=${decided.seq}`);
  if (decided.kind !== 'refused') return again([{ field: 'day', sentence: nothingCanBeAdded }], 503);
  const names = { profile: dependencies.profile, policy: file.policy };
  const { refusal } = decided;
  const problems = refusal.fields?.map(({ field, sentence }) => ({ field: fieldOnPage(field), sentence })) ?? [
    { field: 'day', sentence: saidOnPage(names, refusal) },
  ];
  return again(problems, refusal.fields === undefined ? 409 : 422);
}

const reads = whoSees('part', { page: 'case', piece: 'meeting', shows: 'meeting' });
const arranging = whoSees('names', { page: 'decide', shows: 'decision' });

/** The meetings of a case, and the page on which each is arranged or changed. */
export const caseMeetingsRoutes: readonly PageRoute[] = [
  getPage('/cases/:reference/meetings', reads, listPage),
  getPage('/cases/:reference/meetings/:meeting', arranging, showForm),
  postPage('/cases/:reference/meetings/:meeting', arranging, send),
];
