import * as z from 'zod/mini';
import { clocksOf } from '../dates/clocks';
import { against, define } from '../decision';
import { refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { fact, toldOn } from '../case/facts';
import { familyToContact } from '../case/family';
import { asked, chosenAmong, code, confirmed, date, group, keptAt, words } from '../forms';
import { onDayOff, pastSixMonths, tooSoonAfterNotice } from '../dates/limits';
import { improvementsOnly, signedOff } from '../case/position';
import { businessUnit } from '../roles';
import { tell } from '../reminders/notice';
import { noticeOfIntent, reasonsGiven, reviewPublished } from './publishing-notices';

/* Steps 16 to 18: the family, the notice of intent, and publication; and the reasons where the report is not published whole. */

const recordFamilyContactForm = z.strictObject({
  familyMember: chosenAmong('family-to-contact', code('The family member')),
  discussed: z.optional(
    group('What was discussed', {
      wishes: words('Their wishes'),
      inThePlan: confirmed('Their wishes are taken into the publication and media plan'),
    }).register(asked, { whether: 'Were the arrangements discussed?' }),
  ),
  reasonNot: z.optional(words('Why the arrangements were not discussed')),
});
const recordNoFamilyContactForm = z.strictObject({ reason: words('Why nobody of the family is contacted') });
const recordStepsAgainstDistressForm = z.strictObject({
  children: words('What was done for the children?', 'To limit distress; or why nothing was needed'),
  family: words('What was done for the family?', 'To limit distress; or why nothing was needed'),
  practitioners: words('What was done for the practitioners?', 'To limit distress; or why nothing was needed'),
});
const sendReasonsForm = z.strictObject({ keptAt: keptAt('The letter to the Panel and the Secretary of State') });
const sendNoticeOfIntentForm = z.strictObject({
  publishOn: date('The day of publication', 'planned'),
  keptAt: keptAt('The full report as sent'),
  matrixLink: keptAt("The link on the Children's Case Matrix"),
});
const recordPublicationForm = z.strictObject({
  link: keptAt('Where it is published', 'Its address on the website'),
  learningSummary: keptAt('The learning summary'),
  mediaStatement: confirmed('The media statement is published with it'),
});
const decideDisplayForm = z.strictObject({ decision: words('What was decided about keeping it on the website') });

declare module '../case/case-file' {
  interface Forms {
    recordFamilyContact: z.infer<typeof recordFamilyContactForm>;
    recordNoFamilyContact: z.infer<typeof recordNoFamilyContactForm>;
    recordStepsAgainstDistress: z.infer<typeof recordStepsAgainstDistressForm>;
    sendReasons: z.infer<typeof sendReasonsForm>;
    sendNoticeOfIntent: z.infer<typeof sendNoticeOfIntentForm>;
    recordPublication: z.infer<typeof recordPublicationForm>;
    decideDisplay: z.infer<typeof decideDisplayForm>;
  }
}

export const recordFamilyContact = define({
  name: 'recordFamilyContact',
  step: 'family-contact',
  title: 'Record contact with a family member about publication',
  past: 'recorded contact with a family member about publication',
  source: 'step 16',
  roles: ['identified-professional', ...businessUnit],
  onBehalfOf: 'identified-professional',
  form: recordFamilyContactForm,
  once: (form) => form.familyMember,
  refuse: (file, form) => {
    const known = familyToContact(file);
    if (!known.includes(form.familyMember)) {
      return refusal(
        'invalid',
        says`${part.relative(form.familyMember)} is no family member to be spoken to in this case; it has ${known.length === 0 ? 'none' : inList(known.map(part.relative))}. Add a family member who is missing${part.by('addFamilyMember')}.`,
      );
    }
    return (form.discussed === undefined) === (form.reasonNot === undefined)
      ? refusal('invalid', 'Record either what was discussed and their wishes, or the reason why not.')
      : undefined;
  },
});

export const recordNoFamilyContact = define({
  name: 'recordNoFamilyContact',
  step: 'family-contact',
  title: 'Record that nobody else of the family is contacted',
  past: 'recorded that nobody else of the family is contacted',
  source: 'step 16: or the reason why not',
  roles: ['identified-professional', ...businessUnit],
  form: recordNoFamilyContactForm,
  once: true,
});

export const recordStepsAgainstDistress = define({
  name: 'recordStepsAgainstDistress',
  step: 'family-contact',
  title: 'Record what was done to limit distress',
  past: 'recorded what was done to limit distress',
  confirmation: 'Steps against distress recorded',
  source: 'step 16: the effect on children, family and practitioners',
  roles: ['identified-professional', ...businessUnit],
  onBehalfOf: 'identified-professional',
  form: recordStepsAgainstDistressForm,
  once: true,
});

export const sendReasons = define({
  name: 'sendReasons',
  step: 'reasons-sent',
  title: 'Send the Panel and the Secretary of State the reasons',
  past: 'sent the Panel and the Secretary of State the reasons',
  confirmation: 'Reasons sent to the Panel and the Secretary of State',
  source: 'Children Act 2004 s16F: improvements only, or not published',
  roles: businessUnit,
  leaves: true,
  form: sendReasonsForm,
  once: true,
  notices: [reasonsGiven],
  tells: (file) => [
    tell(reasonsGiven, {
      values: {
        improvementsOnly: improvementsOnly(file),
        notPublished: signedOff(file) === 'not-to-publish' ? 'yes' : undefined,
      },
    }),
  ],
});

export const sendNoticeOfIntent = define({
  name: 'sendNoticeOfIntent',
  step: 'notice-of-intent',
  title: 'Record the notice of intent to publish',
  past: 'recorded the notice of intent to publish',
  source: 'step 17; reg. 15',
  roles: businessUnit,
  leaves: true,
  form: sendNoticeOfIntentForm,
  // The notice may be sent again with another day, as long as nothing is published.
  notOpen: (file) =>
    fact(file, 'recordPublication') === undefined ? undefined : refusal('too-late', 'The review is published already.'),
  after: ['response', 'family-contact'],
  refuse: (_file, form, taking) =>
    form.publishOn < taking.on
      ? refusal('against-the-record', says`The notice is of ${part.day(taking.on)}; it is published after that.`)
      : undefined,
  limits: (file, form, taking) => {
    const set = { date: form.publishOn, field: 'publishOn' };
    return [...tooSoonAfterNotice(file, form, taking), ...pastSixMonths(file, set), ...onDayOff(file, set)];
  },
  notices: [noticeOfIntent],
  tells: (file, taken, before) => {
    const earlier = fact(before, 'sendNoticeOfIntent');
    const moved = earlier !== undefined && earlier.form.publishOn !== taken.form.publishOn;
    return [
      tell(noticeOfIntent, {
        values: {
          publishOn: taken.form.publishOn,
          was: moved ? earlier.form.publishOn : undefined,
          replaces: earlier && toldOn(earlier),
          improvementsOnly: improvementsOnly(file),
        },
      }),
    ];
  },
});

export const recordPublication = define({
  name: 'recordPublication',
  step: 'publication',
  title: 'Record the publication',
  past: 'recorded the publication',
  confirmation: 'Publication recorded',
  source: 'step 18',
  roles: businessUnit,
  leaves: true,
  form: recordPublicationForm,
  once: true,
  refuse: (file, _form, taking) => {
    const notice = fact(file, 'sendNoticeOfIntent');
    return notice === undefined || taking.on === notice.form.publishOn
      ? undefined
      : against(
          notice,
          says`The day notified to the Panel is ${part.day(notice.form.publishOn)} (entry ${notice.seq}), and it is published on that day. To publish on another, send a new notice of intent first.`,
        );
  },
  notices: [reviewPublished],
  tells: (file, taken) => [
    tell(reviewPublished, {
      values: {
        displayUntil: clocksOf(file).find(({ id }) => id === 'publicly-available')?.due,
        website: taken.form.link,
        improvementsOnly: improvementsOnly(file),
      },
    }),
  ],
});

export const decideDisplay = define({
  name: 'decideDisplay',
  title: 'Decide the end of the display period',
  past: 'decided the end of the display period',
  confirmation: 'End of the display period decided',
  source: 'step 18: stays up 6 months by the procedure, a year by law',
  roles: businessUnit,
  form: decideDisplayForm,
  notOpen: (file) =>
    fact(file, 'decideDisplay') === undefined
      ? undefined
      : refusal('already-decided', 'The end of the display period has been decided.'),
  follows: ['recordPublication'],
  refuse: (file, _form, taking) => {
    const clock = clocksOf(file).find(({ id }) => id === 'publicly-available');
    return clock !== undefined && taking.on < clock.due
      ? refusal(
          'too-early',
          says`It stays on the website until ${part.day(clock.due)} at least; what follows is decided then. ${clock.why}`,
        )
      : undefined;
  },
});
