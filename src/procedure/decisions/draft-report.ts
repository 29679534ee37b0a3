import * as z from 'zod/mini';
import { define } from '../decision';
import { choice, keptAt, words } from '../forms';
import { tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import { draftReportIn, learningEventHeld, learningEventToSupport, materialSent } from './draft-report-notices';

/* Steps 10 to 12: the author's material, the Practitioner Learning Event, and the draft report. */

const sent = { sent: 'Sent to the author' } as const;
const sendMaterialForm = z.strictObject({
  chronology: choice('The collated chronology', sent),
  rapidReviewTemplate: choice('The completed Rapid Review template', sent),
});
const recordInitialDraftForm = z.strictObject({ keptAt: keptAt('The initial draft') });
const recordLearningEventForm = z.strictObject({
  attended: words('Who attended'),
  keptAt: z.optional(keptAt('The notes')),
});
const recordDraftForm = z.strictObject({ keptAt: keptAt('The draft report') });

declare module '../case/case-file' {
  interface Forms {
    sendMaterial: z.infer<typeof sendMaterialForm>;
    recordInitialDraft: z.infer<typeof recordInitialDraftForm>;
    recordLearningEvent: z.infer<typeof recordLearningEventForm>;
    recordDraft: z.infer<typeof recordDraftForm>;
  }
}

export const sendMaterial = define({
  name: 'sendMaterial',
  step: 'author-material',
  title: 'Send the material to the author',
  past: 'sent the material to the author',
  source: 'step 10',
  roles: businessUnit,
  form: sendMaterialForm,
  once: true,
  notices: [materialSent, learningEventToSupport],
  tells: () => [tell(materialSent), tell(learningEventToSupport, { step: 'learning-event' })],
});

export const recordInitialDraft = define({
  name: 'recordInitialDraft',
  step: 'author-material',
  title: "Record the author's initial draft",
  past: "recorded the author's initial draft",
  confirmation: "Author's initial draft recorded",
  source: 'step 10',
  roles: ['author', ...businessUnit],
  form: recordInitialDraftForm,
  once: true,
  follows: ['sendMaterial'],
});

export const recordLearningEvent = define({
  name: 'recordLearningEvent',
  step: 'learning-event',
  title: 'Record the Practitioner Learning Event',
  past: 'recorded the Practitioner Learning Event',
  confirmation: 'Practitioner Learning Event recorded',
  source: 'step 11',
  roles: ['author', 'scrutineer', ...businessUnit],
  form: recordLearningEventForm,
  once: true,
  notices: [learningEventHeld],
  tells: () => [tell(learningEventHeld, { step: 'draft', to: ['author', 'business-manager'] })],
});

export const recordDraft = define({
  name: 'recordDraft',
  step: 'draft',
  title: 'Record the draft report',
  past: 'recorded the draft report',
  confirmation: 'Draft report recorded',
  source: 'step 12',
  roles: ['author', ...businessUnit],
  form: recordDraftForm,
  once: true,
  notices: [draftReportIn],
  tells: () => [tell(draftReportIn)],
});
