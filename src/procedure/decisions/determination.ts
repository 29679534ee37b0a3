import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { against, define, notBefore, type Taking } from '../decision';
import { fact, toldOn } from '../case/facts';
import { asked, choice, chosenAmong, code, date, group, keptAt, several, words, yesNo } from '../forms';
import { familyOf } from '../case/family';
import { chairs } from '../case/partners';
import { refusal, refusedField, type Refusal } from '../refusals';
import { inList, part, says, type Sentence } from '../sentence';
import { determination, reviewDecisionReopening } from '../case/position';
import { subGroup } from '../case/told-otherwise';
import { fromItsOwnDayOne, withDayOneCorrected } from '../case/reopened';
import { tell } from '../reminders/notice';
import { partnerRoles } from '../roles';
import { learningEventToSupport } from './draft-report-notices';
import { determinationTold } from './rapid-review-notices';

/* Step 7: which review follows from the Rapid Review, and deciding that again. */

const criterion = (title: string) =>
  group(title, { met: yesNo('Is this criterion met?', title), reason: words('Give your reasons', title) });
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
    }).register(asked, { whether: 'Does the review have terms of reference?' }),
  ),
  dueOn: z.optional(date('A practice learning review is due by', 'planned', 'Set with the decision; our own rule')),
});

declare module '../case/case-file' {
  interface Forms {
    recordDetermination: z.infer<typeof determinationForm>;
    decideReviewAgain: z.infer<typeof determinationForm>;
  }
}

function determinationIsWhole(
  file: CaseFile,
  form: z.infer<typeof determinationForm>,
  taking: Taking,
): Refusal | undefined {
  const missing = (field: string, said: string | Sentence): Refusal => refusedField('invalid', { field, said });
  if (form.reviewType === 'PLR' && !file.policy.pathways.practiceLearningReview) {
    return refusal('against-the-record', 'This partnership does not hold practice learning reviews.');
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
      says`${part.relative(stranger)} is nobody in this case; it has ${inList(familyOf(file).map(part.relative))}. Add a family member who is missing${part.by('addFamilyMember')}.`,
    );
  }
  if (form.reviewType === 'PLR' && form.dueOn === undefined) {
    return missing('dueOn', 'Say by when the practice learning review is due.');
  }
  if (form.dueOn !== undefined && form.dueOn < taking.on) {
    return missing('dueOn', 'The practice learning review cannot be due before it is decided on.');
  }
  if (form.reviewType !== 'PLR' && form.dueOn !== undefined) {
    return missing('dueOn', 'Only a practice learning review has a due date here. Leave this empty.');
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

/** Asks for support of the Practice Learning Event, where a practice learning review follows. */
const eventToSupport = (reviewType: 'none' | 'PLR' | 'LCSPR') =>
  reviewType === 'PLR' ? [tell(learningEventToSupport, { step: 'practice-learning-review' })] : [];

export const recordDetermination = define({
  name: 'recordDetermination',
  step: 'determination',
  title: 'Record the determination',
  past: 'recorded the determination',
  confirmation: 'Determination recorded',
  source: 'step 7',
  roles: ['scrutineer', ...partnerRoles],
  onBehalf: true,
  form: determinationForm,
  decides: ['reviewType'],
  once: true,
  refuse: (file, form, taking) => determinationIsWhole(file, form, taking) ?? chairWasThere(file, form),
  notices: [determinationTold, learningEventToSupport],
  tells: (_file, taken) => [
    tell(determinationTold, {
      to: [...subGroup, 'wider-partner', 'business-manager', 'spr-coordinator', 'scrutineer'],
      values: { reviewType: taken.form.reviewType },
    }),
    ...eventToSupport(taken.form.reviewType),
  ],
});

export const decideReviewAgain = define({
  name: 'decideReviewAgain',
  step: 'review-decision',
  title: 'Decide again which review follows',
  past: 'decided again which review follows',
  source: "the Panel's reply; always open: reopen the review decision",
  roles: ['scrutineer', ...partnerRoles],
  onBehalf: true,
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
  notices: [determinationTold, learningEventToSupport],
  tells: (_file, taken, before) => {
    const earlier = determination(before);
    return [
      tell(determinationTold, {
        to: [...subGroup, 'wider-partner', 'business-manager', 'spr-coordinator', 'scrutineer', 'national-panel'],
        values: { reviewType: taken.form.reviewType, replaces: earlier && toldOn(earlier) },
      }),
      ...eventToSupport(taken.form.reviewType),
    ];
  },
});
