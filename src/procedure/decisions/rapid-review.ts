import * as z from 'zod/mini';
import { against, define } from '../decision';
import { refusal } from '../refusals';
import { part, says } from '../sentence';
import { fact, toldOn } from '../case/facts';
import { confirmed, date, group, keptAt, line, several, words, yesNo } from '../forms';
import { onDayOff, pastDates } from '../dates/limits';
import { chairs } from '../case/partners';
import { dayAloneOf, meetingToCome } from '../meetings/arranged-meetings';
import { plannedDates } from '../dates/plan';
import { tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import { determinationToMake, rapidReviewArranged, submittedToPanel } from './rapid-review-notices';

/* Steps 6 and 8: the Rapid Review meeting, and the submission to the National Panel. */

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
    inequalities: words('How racism and other inequalities affected the case', "The Panel's guidance"),
  }),
});
const fileMinutesForm = z.strictObject({ keptAt: keptAt('The minutes, on the Rapid Review template') });

const submitRapidReviewForm = z.strictObject({
  keptAt: keptAt('The submission'),
  execPartnersTold: confirmed('The three Exec partners are told in the same act'),
});

declare module '../case/case-file' {
  interface Forms {
    arrangeRapidReviewMeeting: z.infer<typeof arrangeRapidReviewMeetingForm>;
    recordRapidReviewMeeting: z.infer<typeof recordRapidReviewMeetingForm>;
    fileMinutes: z.infer<typeof fileMinutesForm>;
    submitRapidReview: z.infer<typeof submitRapidReviewForm>;
  }
}

export const arrangeRapidReviewMeeting = define({
  name: 'arrangeRapidReviewMeeting',
  step: 'rapid-review-meeting',
  title: 'Arrange the Rapid Review meeting',
  past: 'arranged the Rapid Review meeting',
  confirmation: 'Rapid Review meeting arranged',
  source: 'step 6',
  roles: businessUnit,
  form: arrangeRapidReviewMeetingForm,
  after: ['outcome'],
  needs: (file) => {
    const arranged = meetingToCome(file, 'rapid-review');
    return arranged === undefined
      ? undefined
      : against(
          arranged.arranged,
          says`The Rapid Review meeting is arranged with people and a place (entry ${arranged.arranged.seq}). Move that instead${part.by('moveMeeting')}.`,
        );
  },
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
  past: 'recorded the Rapid Review meeting',
  confirmation: 'Rapid Review meeting recorded',
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
    const arranged = dayAloneOf(file);
    if (arranged !== undefined && taking.on < arranged.form.meetingOn) {
      return against(
        arranged,
        says`The meeting was arranged for ${part.day(arranged.form.meetingOn)} (entry ${arranged.seq}); ${part.day(taking.on)} is before that. Where it was moved, put that on the record first${part.byEither('arrangeRapidReviewMeeting', 'correctFact')}.`,
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
  past: 'filed the minutes',
  confirmation: 'Minutes filed',
  source: 'step 6',
  roles: businessUnit,
  form: fileMinutesForm,
  once: true,
  follows: ['recordRapidReviewMeeting'],
});

export const submitRapidReview = define({
  name: 'submitRapidReview',
  step: 'submission',
  title: 'Record the submission to the National Panel',
  past: 'recorded the submission to the National Panel',
  source: 'step 8',
  roles: ['scrutineer'],
  onBehalf: true,
  leaves: true,
  form: submitRapidReviewForm,
  once: true,
  notices: [submittedToPanel],
  tells: (file) => [tell(submittedToPanel, { values: { panelDue: plannedDates(file, 'panel-reply').due ?? '' } })],
});
