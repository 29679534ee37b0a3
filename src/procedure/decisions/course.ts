import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { opened } from '../closed-periods';
import { metDates } from '../dates/deadlines';
import { define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { part, says } from '../sentence';
import { fact, supersede } from '../case/facts';
import { choice, code, words } from '../forms';
import { determination, isProceeding, isWithdrawn, reviewDecisionIsOpen } from '../case/position';
import { withDayOneCorrected } from '../case/reopened';
import { partnerRoles } from '../roles';
import { toldOfReopening, toldOfWithdrawal } from '../case/told-otherwise';
import { defineNotice, tell } from '../reminders/notice';
import { stands } from '../reminders/true-until';
import { meetingsToCome } from '../meetings/arranged-meetings';
import { cancellationsTo, meetingCancelled } from './arranging-notices';
import { reviewDecisionReopened } from './panel-notices';

/* Always open: what changes the course of a case. Nothing recorded is lost. */

const reopenReviewDecisionForm = z.strictObject({ reason: words('The new facts') });
const withdrawCaseForm = z.strictObject({
  why: choice('Why', { 'opened-in-error': 'It was opened in error', duplicate: 'It duplicates another case' }),
  duplicateOf: z.optional(code('The case it duplicates', 'Its reference, such as SIN-2026-0007')),
  reason: words('The reason'),
});
const reopenCaseForm = z.strictObject({ reason: words('The reason') });
const moveToCurrentProfileForm = z.strictObject({ reason: words('The reason') });

declare module '../reminders/notice' {
  interface Notices {
    'case-withdrawn': typeof caseWithdrawn;
    'case-reopened': typeof caseReopened;
  }
}

declare module '../case/case-file' {
  interface Forms {
    reopenReviewDecision: z.infer<typeof reopenReviewDecisionForm>;
    withdrawCase: z.infer<typeof withdrawCaseForm>;
    reopenCase: z.infer<typeof reopenCaseForm>;
    moveToCurrentProfile: z.infer<typeof moveToCurrentProfileForm>;
  }
}

const caseWithdrawn = defineNotice({
  kind: 'case-withdrawn',
  title: 'A case has been withdrawn',
  ofCase: true,
  stillTrue: stands,
});

const caseReopened = defineNotice({
  kind: 'case-reopened',
  title: 'A case has been reopened',
  ofCase: true,
  stillTrue: (_notice, file) => (file.closedOn === undefined ? undefined : 'The case has been closed since.'),
});

const changeCourse = (file: CaseFile): CaseFile => ({ ...file, course: file.course + 1 });

export const reopenReviewDecision = define({
  name: 'reopenReviewDecision',
  title: 'Reopen the review decision',
  past: 'reopened the review decision',
  confirmation: 'Review decision reopened',
  source: 'always open: new facts arrive',
  roles: ['business-manager', 'scrutineer', ...partnerRoles],
  form: reopenReviewDecisionForm,
  notOpen: (file) => {
    if (!isProceeding(file) || fact(file, 'recordDetermination') === undefined) {
      return refusal('too-early', 'No review decision has been taken in this case yet.');
    }
    return reviewDecisionIsOpen(file)
      ? refusal('already-decided', says`The review decision is open already${part.by('decideReviewAgain')}.`)
      : undefined;
  },
  follows: ['recordDetermination'],
  refuse: (file, _form, taking) => notBefore(determination(file), taking, 'The review was last decided on, on'),
  // Before the submission the determination of step 7 is simply taken again; after it, the review decision is.
  effect: (file, taken) =>
    fact(file, 'submitRapidReview') === undefined
      ? supersede(changeCourse(file), ['recordDetermination'], taken.seq)
      : changeCourse(file),
  notices: [reviewDecisionReopened],
  tells: (file) => [
    tell(reviewDecisionReopened, {
      step: reviewDecisionIsOpen(file) ? 'review-decision' : 'determination',
      to: [...partnerRoles, 'scrutineer', 'business-manager'],
    }),
  ],
});

export const withdrawCase = define({
  name: 'withdrawCase',
  title: 'Withdraw the case',
  past: 'withdrew the case',
  confirmation: 'Case withdrawn',
  source: 'always open: opened in error, or a duplicate',
  roles: ['business-manager'],
  form: withdrawCaseForm,
  notOpen: (file) => (isWithdrawn(file) ? refusal('already-decided', 'The case is withdrawn already.') : undefined),
  refuse: (file, form, { correcting }) => {
    const superfluous = correcting === true && form.why !== 'duplicate';
    if ((form.why === 'duplicate') === (form.duplicateOf === undefined) && !superfluous) {
      return refusal('invalid', 'Name the case that this one duplicates, and only for a duplicate.');
    }
    return form.duplicateOf === file.reference ? refusal('invalid', 'A case cannot duplicate itself.') : undefined;
  },
  effect: changeCourse,
  notices: [caseWithdrawn, meetingCancelled],
  tells: (file, { seq }, before) => [
    tell(caseWithdrawn, { to: toldOfWithdrawal(file, seq) }),
    ...meetingsToCome(before).flatMap((meeting) => cancellationsTo(file, meeting, meeting.invited)),
  ],
});

/**
 * Goes on under the same reference. What did not proceed is decided anew from step 4, on clocks that count from this
 * day; a withdrawn case goes on where it was; any other has its review decision put up again.
 */
export const reopenCase = define({
  name: 'reopenCase',
  title: 'Reopen the case',
  past: 'reopened the case',
  confirmation: 'Case reopened',
  source: 'always open: a closed case, one that did not proceed above all',
  roles: ['business-manager', ...partnerRoles],
  form: reopenCaseForm,
  notOpen: (file) =>
    file.closedOn !== undefined ||
    isWithdrawn(file) ||
    (fact(file, 'recordOutcome') !== undefined && !isProceeding(file))
      ? undefined
      : refusal('against-the-record', 'The case is open; there is nothing to reopen.'),
  refuse: (file, _form, taking) => {
    if (file.closedOn !== undefined && taking.on < file.closedOn) {
      return refusal(
        'against-the-record',
        says`The case was closed on ${part.day(file.closedOn)}; it is reopened after that.`,
      );
    }
    const ended = fact(file, 'withdrawCase') ?? fact(file, 'recordCriteriaNotMet') ?? fact(file, 'recordOutcome');
    return notBefore(ended, taking, 'What ended the case was decided on');
  },
  effect: (file, taken) => {
    const open = opened(changeCourse(file), taken.seq);
    if (isWithdrawn(file)) return supersede(open, ['withdrawCase'], taken.seq);
    if (fact(file, 'recordCriteriaNotMet') !== undefined) return supersede(open, ['recordCriteriaNotMet'], taken.seq);
    if (fact(file, 'recordOutcome')?.form.outcome !== 'not-to-proceed') return open;
    const anew = supersede(
      open,
      ['recordDecisionMeeting', 'recordExecAnswer', 'recordOutcome', 'enterOnMatrix'],
      taken.seq,
    );
    return { ...anew, met: metDates(anew), countsFrom: taken.on };
  },
  corrected: withDayOneCorrected,
  notices: [caseReopened],
  tells: (file, { seq }) => [tell(caseReopened, { to: toldOfReopening(file, seq) })],
});

/** A case keeps the profile it began with until someone takes this decision; dates already met do not move. */
export const moveToCurrentProfile = define({
  name: 'moveToCurrentProfile',
  title: "Move the case to the partnership's current settings",
  past: "moved the case to the partnership's current settings",
  source: 'design: a case keeps the settings it began with',
  roles: ['business-manager'],
  form: moveToCurrentProfileForm,
  notOpen: () => undefined,
});
