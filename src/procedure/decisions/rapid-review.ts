import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { sayDate } from '../time/dates';
import { against, define, notBefore, refusal, type Taking } from '../decision';
import { fact, toldOn } from '../case/facts';
import { choice, chosenAmong, code, confirmed, date, group, keptAt, line, several, words, yesNo } from '../forms';
import { familyOf } from '../case/family';
import { onDayOff, pastDates } from '../dates/limits';
import { partnerWords } from '../case/partners';
import type { Refusal } from '../refusals';
import { plannedDates } from '../dates/plan';
import { determination, reviewDecisionReopening } from '../case/position';
import { fromItsOwnDayOne, withDayOneCorrected } from '../case/reopened';
import { tell } from '../reminders/notice';
import { businessUnit, partnerRoles } from '../roles';
import { determinationTold, determinationToMake, rapidReviewArranged, submittedToPanel } from './rapid-review-notices';

/* Steps 6 to 8: the Rapid Review meeting, its determination, and the submission to the National Panel. */

const arrangeRapidReviewMeetingForm = z.strictObject({ meetingOn: date('The day of the meeting', 'planned') });
const recordRapidReviewMeetingForm = z.strictObject({
  attended: group('Who attended', {
    la: yesNo('The Local Authority attended'),
    police: yesNo('The police attended'),
    health: yesNo('Health attended'),
    scrutineer: yesNo('The Scrutineer attended'),
    legal: yesNo('The legal representative attended'),
    others: z.optional(several('Other professionals and agencies', line('Who'))),
  }),
  keyPoints: group('The key points', {
    information: words('The information gathered, reviewed and clarified'),
    protection: words('Steps taken to protect children, and the status of the child'),
    parallelProcesses: words('Parallel processes in place or needed'),
    immediateLearning: words('Immediate learning'),
    familyAndPractitioners: words('Engagement with family, and support for the practitioners involved'),
    nextSteps: words('Recommendations on next steps'),
    inequalities: words('How racism and other inequalities bore on the case', "The Panel's guidance"),
  }),
});
const fileMinutesForm = z.strictObject({ keptAt: keptAt('The minutes, on the Rapid Review template') });

const chairs = { scrutineer: 'The Scrutineer', ...partnerWords } as const;
const criterion = (title: string) =>
  group(title, { met: yesNo('It is met', title), reason: words('Why it is or is not met', title) });
const reviewTypes = {
  none: 'No further review',
  PLR: 'A practice learning review',
  LCSPR: 'A local child safeguarding practice review',
} as const;
const determinationForm = z.strictObject({
  criteria: group('The criteria for a local review', {
    improvements: criterion('It highlights improvements needed to safeguard and promote the welfare of children'),
    recurrentThemes: criterion('It highlights recurrent themes'),
    workingTogether: criterion('It highlights concerns about two or more agencies working together'),
    panelView: criterion('The National Panel considered it and concluded that a local review may be more appropriate'),
  }),
  reviewType: choice('The review', reviewTypes, 'Meeting the criteria does not decide it by itself'),
  reason: words('The reason, either way'),
  chair: choice('Who chaired', chairs),
  furtherInformation: z.optional(words('Further information wanted')),
  termsOfReference: z.optional(
    group('Terms of reference', {
      keptAt: keptAt('The terms of reference'),
      periodFrom: date('The period looked at begins', 'looked-at'),
      periodTo: date('The period looked at ends', 'looked-at'),
      familyMembers: several(
        'The family members it relates to',
        chosenAmong('family-member', code('A family member')),
        0,
        'By their codes in this case, such as child-1',
      ),
    }),
  ),
  dueOn: z.optional(date('A practice learning review is due by', 'planned', 'Set with the decision; our own rule')),
});
const submitRapidReviewForm = z.strictObject({
  keptAt: keptAt('The submission'),
  execPartnersTold: confirmed('The three Exec partners are told in the same act'),
});

declare module '../case/case-file' {
  interface Forms {
    arrangeRapidReviewMeeting: z.infer<typeof arrangeRapidReviewMeetingForm>;
    recordRapidReviewMeeting: z.infer<typeof recordRapidReviewMeetingForm>;
    fileMinutes: z.infer<typeof fileMinutesForm>;
    recordDetermination: z.infer<typeof determinationForm>;
    decideReviewAgain: z.infer<typeof determinationForm>;
    submitRapidReview: z.infer<typeof submitRapidReviewForm>;
  }
}

export const arrangeRapidReviewMeeting = define({
  name: 'arrangeRapidReviewMeeting',
  step: 'rapid-review-meeting',
  title: 'Arrange the Rapid Review meeting',
  source: 'step 6',
  roles: businessUnit,
  form: arrangeRapidReviewMeetingForm,
  after: ['outcome'],
  refuse: (_file, form, taking) =>
    form.meetingOn < taking.on
      ? refusal('against-the-record', 'That day has passed; give the day the meeting will be.')
      : undefined,
  limits: (file, { meetingOn }) => {
    const set = { date: meetingOn, field: 'meetingOn' };
    return [...pastDates(file, 'rapid-review-meeting', set), ...onDayOff(file, set)];
  },
  notices: [rapidReviewArranged],
  tells: (_file, taken, before) => {
    const { meetingOn } = taken.form;
    const earlier = fact(before, 'arrangeRapidReviewMeeting');
    const moved = earlier !== undefined && earlier.form.meetingOn !== meetingOn;
    const values = moved ? { meetingOn, was: earlier.form.meetingOn, replaces: toldOn(earlier) } : { meetingOn };
    // Invitations are left out if the meeting is over when its arrangement comes on the record.
    return meetingOn < toldOn(taken) ? [] : [tell(rapidReviewArranged, { values })];
  },
});

export const recordRapidReviewMeeting = define({
  name: 'recordRapidReviewMeeting',
  step: 'rapid-review-meeting',
  title: 'Record the Rapid Review meeting',
  source: 'step 6',
  roles: businessUnit,
  form: recordRapidReviewMeetingForm,
  once: true,
  refuse: (file, { attended }, taking) => {
    const { others = [], ...named } = attended;
    if (others.length === 0 && !Object.values(named).some(Boolean)) {
      const sentence = 'Say who attended: a meeting that nobody attended was not held';
      return { code: 'invalid', sentence, fields: [{ field: 'attended', sentence }] };
    }
    const arranged = fact(file, 'arrangeRapidReviewMeeting');
    if (arranged !== undefined && taking.on < arranged.form.meetingOn) {
      return against(
        arranged,
        `The meeting was arranged for ${sayDate(arranged.form.meetingOn)} (entry ${arranged.seq}); ${sayDate(taking.on)} is before that. Where it was moved, put that on the record first (arrangeRapidReviewMeeting, or correctFact).`,
      );
    }
    const determined = fact(file, 'recordDetermination');
    return determined === undefined || attended[determined.form.chair]
      ? undefined
      : against(
          determined,
          `${chairs[determined.form.chair]} chaired the determination (entry ${determined.seq}), and cannot have been absent.`,
        );
  },
  notices: [determinationToMake],
  tells: () => [tell(determinationToMake, { step: 'determination' })],
});

export const fileMinutes = define({
  name: 'fileMinutes',
  step: 'rapid-review-meeting',
  title: 'File the minutes',
  source: 'step 6',
  roles: businessUnit,
  form: fileMinutesForm,
  once: true,
  follows: ['recordRapidReviewMeeting'],
});

function determinationIsWhole(
  file: CaseFile,
  form: z.infer<typeof determinationForm>,
  taking: Taking,
): Refusal | undefined {
  const missing = (field: string, sentence: string): Refusal => ({
    code: 'invalid',
    sentence,
    fields: [{ field, sentence }],
  });
  if (form.reviewType === 'PLR' && !file.policy.pathways.practiceLearningReview) {
    return refusal('against-the-record', 'This partnership does not hold practice learning reviews (its profile).');
  }
  if (form.reviewType !== 'none' && form.termsOfReference === undefined) {
    return missing('termsOfReference', 'Where a review follows, add its terms of reference.');
  }
  const terms = form.termsOfReference;
  if (terms !== undefined && terms.periodTo < terms.periodFrom) {
    return missing('termsOfReference.periodTo', 'The period must end after it begins.');
  }
  const stranger = terms?.familyMembers.find((ref) => !familyOf(file).includes(ref));
  if (stranger !== undefined) {
    return missing(
      'termsOfReference.familyMembers',
      `${stranger} is nobody in this case; it has ${familyOf(file).join(', ')} (addFamilyMember adds a relative).`,
    );
  }
  if (form.reviewType === 'PLR' && form.dueOn === undefined) {
    return missing('dueOn', 'Say by when the practice learning review is due.');
  }
  if (form.dueOn !== undefined && form.dueOn < taking.on) {
    return missing('dueOn', 'The practice learning review cannot be due before it is decided on.');
  }
  if (form.reviewType !== 'PLR' && form.dueOn !== undefined) {
    return missing('dueOn', 'Only a practice learning review has a date of its own; leave this out.');
  }
  return undefined;
}

/** Refuses a chair who was not at the Rapid Review meeting that the determination is of. */
function chairWasThere(file: CaseFile, { chair }: z.infer<typeof determinationForm>): Refusal | undefined {
  const held = fact(file, 'recordRapidReviewMeeting');
  if (held === undefined || held.form.attended[chair]) return undefined;
  const sentence = `${chairs[chair]} was not at the Rapid Review meeting (entry ${held.seq}), and cannot have chaired it.`;
  return { ...against(held, sentence), fields: [{ field: 'chair', sentence }] };
}

export const recordDetermination = define({
  name: 'recordDetermination',
  step: 'determination',
  title: 'Record the determination',
  source: 'step 7',
  roles: ['scrutineer', ...partnerRoles],
  form: determinationForm,
  decides: ['reviewType'],
  once: true,
  refuse: (file, form, taking) => determinationIsWhole(file, form, taking) ?? chairWasThere(file, form),
  notices: [determinationTold],
  tells: (_file, taken) => [
    tell(determinationTold, {
      to: ['wider-partner', 'business-manager', 'spr-coordinator', 'scrutineer'],
      values: { reviewType: taken.form.reviewType },
    }),
  ],
});

export const submitRapidReview = define({
  name: 'submitRapidReview',
  step: 'submission',
  title: 'Record the submission to the National Panel',
  source: 'step 8',
  roles: ['scrutineer'],
  form: submitRapidReviewForm,
  once: true,
  notices: [submittedToPanel],
  tells: (file) => [tell(submittedToPanel, { values: { panelDue: plannedDates(file, 'panel-reply').due ?? '' } })],
});

export const decideReviewAgain = define({
  name: 'decideReviewAgain',
  step: 'review-decision',
  title: 'Decide again which review follows',
  source: "the Panel's reply; always open: reopen the review decision",
  roles: ['scrutineer', ...partnerRoles],
  form: determinationForm,
  decides: ['reviewType'],
  refuse: (file, form, taking) => {
    const reopening = reviewDecisionReopening(file);
    return (
      notBefore(reopening, taking, 'The review decision was put up again on') ??
      determinationIsWhole(file, form, taking)
    );
  },
  effect: (file, taken) => fromItsOwnDayOne({ ...file, course: file.course + 1 }, taken),
  corrected: withDayOneCorrected,
  notices: [determinationTold],
  tells: (_file, taken, before) => {
    const earlier = determination(before);
    return [
      tell(determinationTold, {
        to: ['wider-partner', 'business-manager', 'spr-coordinator', 'scrutineer', 'national-panel'],
        values: { reviewType: taken.form.reviewType, replaces: earlier && toldOn(earlier) },
      }),
    ];
  },
});
