import { actionOf } from '../case/actions';
import { authorOf } from '../case/author';
import type { CaseFile, DecisionName, Forms } from '../case/case-file';
import { sayDate } from '../time/dates';
import { currentDue } from '../dates/deadlines';
import { fact, factsOf } from '../case/facts';
import { holdsOn } from '../case/holds';
import { agenciesOutstanding, chronologies, information, type Inquiry } from '../case/inquiries';
import type { NoticeKind } from './notice-kinds';
import { partnerOf } from '../case/partners';
import { plannedDates } from '../dates/plan';
import { determination, isWithdrawn, outcome, reviewDecisionIsOpen } from '../case/position';
import type { Notice } from '../case/record';
import { partners } from '../roles';
import { completion, isRequired, isSettled } from '../dates/steps';
import { isStep, type StepId } from '../step-ids';
import { stepLabel } from '../step-names';
import { membersToAnswer } from '../case/sub-group';
import { tasksOf } from '../dates/tasks';
import type { IsoDate } from '../time/time';

/* Rules for how long each kind of notice is true, beside what holds for all of them (still-true.ts). */

/** Values of a notice, by name. */
export type Values = Readonly<Record<string, string>>;
/**
 * A rule for one kind of notice. Returns why the notice is no longer true, or the values that have changed in it;
 * undefined while it stands as it is.
 */
type Rule = (notice: Notice, file: CaseFile, today: IsoDate) => string | { readonly values: Values } | undefined;

/** The number of the entry that a notice was decided with; its key says it. */
export const entryOf = ({ key }: Notice): number => Number(key.split('/')[1]);

const stands: Rule = () => undefined;

const first =
  (...rules: readonly Rule[]): Rule =>
  (notice, file, today) =>
    rules.reduce<ReturnType<Rule>>((found, rule) => found ?? rule(notice, file, today), undefined);

/** Says these values as they are now. */
const asNow =
  (valuesOf: (file: CaseFile) => Readonly<Record<string, string | undefined>>): Rule =>
  (notice, file) => ({
    values: Object.fromEntries(
      Object.entries(valuesOf(file)).flatMap(([name, now]) =>
        now === undefined || notice.values[name] === undefined ? [] : [[name, now]],
      ),
    ),
  });

/** Stops asking people to come to a meeting once its day has passed. */
const untilMeeting =
  (name: 'arrangeRapidReviewMeeting' | 'sendExecPapers'): Rule =>
  (_notice, file, today) => {
    const meetingOn = fact(file, name)?.form.meetingOn;
    return meetingOn === undefined || meetingOn >= today
      ? undefined
      : `The day of the meeting, ${sayDate(meetingOn)}, has passed.`;
  };

/** Asked until the step is done, or no longer needed. */
const untilStep =
  (...wanted: readonly [StepId, ...StepId[]]): Rule =>
  (_notice, file) => {
    if (!wanted.every((step) => isSettled(file, step))) return undefined;
    const said = wanted.map((step) => {
      const done = isRequired(file, step) ? completion(file, step) : undefined;
      return `${stepLabel(step)} ${done === undefined ? 'is no longer needed' : `was done on ${sayDate(done.on)}`}`;
    });
    return `${said.join(', ')}.`;
  };

/** Says what is to come, which a withdrawn case has no more. */
const unlessWithdrawn: Rule = (_notice, file) => (isWithdrawn(file) ? 'The case was withdrawn.' : undefined);

const isToBeNotified: Rule = (_notice, file) =>
  outcome(file) === 'notify' ? undefined : 'The case is not to be notified any more.';

/** Asked until this is on the record; what was set aside is not. */
const untilDecided =
  (name: DecisionName, said: string): Rule =>
  (_notice, file) => {
    const done = fact(file, name);
    return done === undefined ? undefined : `${said} on ${sayDate(done.on)}.`;
  };

/** Asked while each agency that it lists owes an answer; of several, those that answered are left out. */
const untilReturned =
  (inquiry: Inquiry, step: StepId): Rule =>
  (notice, file, today) => {
    const listed = (notice.values['agency'] ?? '').split(',');
    const outstanding = agenciesOutstanding(file, inquiry);
    const owing = listed.filter((agency) => outstanding.includes(agency));
    if (owing.length === 0) return 'It has been answered, or the case went ahead without it.';
    return untilStep(step)(notice, file, today) ?? { values: { agency: owing.join(',') } };
  };

/** Stands until the same decision is taken again; a value that was corrected since is said as it is now. */
const asLastDecided =
  <N extends DecisionName>(name: N, valuesOf: (form: Forms[N]) => Values): Rule =>
  (notice, file) => {
    const last = fact(file, name);
    if (last === undefined) return undefined;
    return last.seq > entryOf(notice)
      ? `A newer email replaces it: it was decided again on ${sayDate(last.on)}.`
      : { values: valuesOf(last.form) };
  };

const untilPartnerAnswered =
  (...names: readonly ('recordAgencySummary' | 'goAheadWithoutSummary' | 'nameAgencies')[]): Rule =>
  ({ as }, file) => {
    const partner = partners.find((one) => partnerOf(one) === as);
    const done = names.flatMap((name) => [...factsOf(file, name)]).find((one) => one.form.partner === partner);
    return done === undefined ? undefined : `It was put on the record on ${sayDate(done.on)}.`;
  };

const untilAnsweredByMember: Rule = ({ to }, file) =>
  membersToAnswer(file).includes(to) ? undefined : 'They have answered, or are not asked any more.';

const actionStands: Rule = ({ to, values }, file) => {
  // 0.1.0 wrote "Action A12" for A12.
  const action = actionOf(file, /A\d+$/.exec(values['action'] ?? '')?.[0] ?? '');
  if (action === undefined) return 'The action is no longer on the record.';
  if (action.completedOn !== undefined) return `The action was complete on ${sayDate(action.completedOn)}.`;
  if (action.owner !== to) return 'The action has been given to somebody else.';
  return { values: { action: action.id, due: action.dueOn } };
};

const extensionStands: Rule = (notice, file) => {
  const deadline = notice.values['deadline'] ?? '';
  const due = currentDue(file, deadline);
  if (due === undefined) return 'The deadline is met, or no longer needed.';
  const last = factsOf(file, 'extendDeadline').findLast((one) => one.form.deadline === deadline);
  if (last === undefined) return undefined;
  return last.seq > entryOf(notice)
    ? `A newer email replaces it: the deadline was extended again, to ${sayDate(last.form.to)}.`
    : { values: { due: last.form.to } };
};

const holdStands: Rule = (notice, file) => {
  const { step } = notice;
  const hold = step === undefined || !isStep(step) ? undefined : holdsOn(file, step)[0];
  if (hold === undefined) return 'The hold was lifted.';
  const looked = factsOf(file, 'lookAtHoldAgain').findLast(({ form }) => form.hold === hold.id);
  return looked !== undefined &&
    looked.seq > entryOf(notice) &&
    looked.form.lookAgainOn !== notice.values['lookAgainOn']
    ? `A newer email replaces it: the hold is looked at again on ${sayDate(hold.lookAgainOn)}.`
    : { values: { lookAgainOn: hold.lookAgainOn } };
};

/**
 * Rules by kind of notice, beside what holds for all of them: see `truthOf`. What informs stays true until something
 * newer replaces it; what asks, until it is done.
 */
export const trueUntil: Readonly<Record<Exclude<NoticeKind, 'reminders'>, Rule>> = {
  'case-opened': first(
    untilStep('front-door', 'decision-meeting'),
    asNow(({ notification: { receivedOn, notifyingAgency: agency } }) => ({ receivedOn, agency })),
  ),
  'agency-summary-asked': first(
    untilPartnerAnswered('recordAgencySummary', 'goAheadWithoutSummary'),
    untilStep('decision-meeting'),
  ),
  'agencies-to-ask': first(untilPartnerAnswered('nameAgencies'), untilStep('information')),
  'looks-like-another': (_notice, file) => {
    const found = factsOf(file, 'dismissLookAlike').map((one) => one.form.other);
    const { looksLike } = file.notification;
    return looksLike.length > 0 && looksLike.every((one) => found.includes(one))
      ? 'It was found not to be the same as any of them.'
      : undefined;
  },
  'oversight-asked': untilStep('front-door'),
  'disagreement-escalated': first(
    untilDecided('recordExecAnswer', 'The Executive partners answered'),
    untilDecided('recordOutcome', 'The decision whether to notify was taken'),
  ),
  'exec-answered': untilDecided('recordOutcome', 'The decision whether to notify was taken'),
  'notification-to-make': first(
    isToBeNotified,
    untilDecided('recordOfstedNotification', 'Ofsted and the National Panel were notified'),
  ),
  'not-to-proceed': asLastDecided('recordOutcome', () => ({})),
  'proceeds-after-all': first(
    unlessWithdrawn,
    isToBeNotified,
    asLastDecided('recordOutcome', () => ({})),
  ),
  'ofsted-notified': stands,
  'criteria-not-met': stands,
  'information-asked': untilReturned(information, 'information'),
  'rapid-review-arranged': first(
    untilDecided('recordRapidReviewMeeting', 'The Rapid Review meeting was held'),
    untilMeeting('arrangeRapidReviewMeeting'),
    asLastDecided('arrangeRapidReviewMeeting', ({ meetingOn }) => ({ meetingOn })),
  ),
  'determination-to-make': untilStep('determination'),
  'determination-told': (notice, file) =>
    (determination(file)?.seq ?? 0) > entryOf(notice) ? 'A newer email replaces it: it was decided again.' : undefined,
  'submitted-to-panel': asNow((file) => ({ panelDue: plannedDates(file, 'panel-reply').due })),
  'panel-replied': first(
    untilStep('response'),
    asLastDecided('recordPanelReply', ({ reply }) => ({ reply })),
  ),
  'panel-answered': (notice, file) =>
    (fact(file, 'recordPanelReply')?.seq ?? 0) > entryOf(notice)
      ? 'The National Panel has replied since.'
      : { values: { panelDue: plannedDates(file, 'panel-reply').due ?? '' } },
  'review-decision-reopened': (_notice, file) =>
    determination(file) === undefined || reviewDecisionIsOpen(file) ? undefined : 'It has been decided again.',
  'dissemination-agreed': untilStep('response'),
  'author-appointed': first(unlessWithdrawn, (notice, file) =>
    notice.as === 'author' && authorOf(file) !== notice.to ? 'Somebody else is the author now.' : undefined,
  ),
  'chronology-asked': untilReturned(chronologies, 'planning'),
  'identified-professional-named': unlessWithdrawn,
  'material-sent': untilDecided('recordInitialDraft', 'The initial draft came'),
  'learning-event-held': (notice, file) =>
    notice.values['reportIn'] === undefined &&
    (fact(file, 'recordDraft') ?? fact(file, 'recordLearningReviewReport')) !== undefined
      ? 'The report is in.'
      : undefined,
  'draft-in': untilStep('draft-to-sub-group'),
  'draft-shared': first(
    untilStep('comments'),
    untilAnsweredByMember,
    asLastDecided('shareDraft', ({ meetingOn }) => ({ meetingOn })),
  ),
  'amendments-sent': untilDecided('recordFinalDraft', 'The final draft came'),
  'communications-told': first(
    untilDecided('recordMediaStatement', 'The media statement came'),
    asLastDecided('tellCommunications', ({ expectedOn }) => ({ expectedOn })),
  ),
  'final-draft-in': untilDecided('approveFinalDraft', 'The final draft was approved'),
  'exec-papers': first(
    untilDecided('recordSignOff', 'The Executive group decided'),
    untilMeeting('sendExecPapers'),
    asLastDecided('sendExecPapers', ({ meetingOn }) => ({ meetingOn })),
  ),
  'signed-off': stands,
  'further-action-asked': untilStep('sign-off'),
  'not-to-be-published': stands,
  'family-contact-asked': first(
    untilStep('family-contact'),
    asNow((file) => ({ expectedOn: fact(file, 'tellCommunications')?.form.expectedOn })),
  ),
  'family-to-be-told': (_notice, file) =>
    tasksOf(file).some(({ id }) => id === 'family-told') ? undefined : 'The family has been told, or need not be.',
  'reasons-sent': stands,
  'notice-of-intent': first(
    unlessWithdrawn,
    asLastDecided('sendNoticeOfIntent', ({ publishOn }) => ({ publishOn })),
  ),
  published: asLastDecided('recordPublication', ({ link }) => ({ website: link })),
  'learning-shared': stands,
  'action-assigned': actionStands,
  'media-interest': stands,
  'deadline-extended': extensionStands,
  'hold-placed': first(unlessWithdrawn, holdStands),
  'hold-lifted': first(unlessWithdrawn, (notice, file, today) => {
    const { step } = notice;
    if (step === undefined || !isStep(step)) return undefined;
    if (holdsOn(file, step).length > 0) return 'The step is on hold again.';
    return completion(file, step) === undefined ? undefined : untilStep(step)(notice, file, today);
  }),
  'delay-letter': stands,
  'person-replaced': stands,
  'case-withdrawn': stands,
  'case-reopened': (_notice, file) => (file.closedOn === undefined ? undefined : 'The case has been closed since.'),
  'case-closed': (_notice, file) => (file.closedOn === undefined ? 'The case has been reopened since.' : undefined),
  'home-authority-told': stands,
  'fact-corrected': stands,
  'children-changed': asNow((file) => ({ count: String(file.notification.children.length) })),
};
