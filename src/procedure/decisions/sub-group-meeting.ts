import * as z from 'zod/mini';
import { against, define } from '../decision';
import { fact } from '../case/facts';
import { keptAt, person, several, words } from '../forms';
import { refusedField, type Refusal } from '../refusals';
import { part, says, type Sentence } from '../sentence';
import { businessUnit } from '../roles';
import { subGroupMembers } from '../case/sub-group';

/* Step 13c: the sub-group's meeting on the draft, before its amendments and its approval. */

const member = () => person('A member of the sub-group', undefined, 'sub-group-member');
const recordSubGroupMeetingForm = z.strictObject({
  attended: several('Members who attended', member()),
  apologies: z.optional(several('Members who sent apologies', member(), 0)),
  agreed: words('The amendments agreed', 'Or that the draft stands as it is'),
  keptAt: z.optional(keptAt('The minutes')),
});

declare module '../case/case-file' {
  interface Forms {
    recordSubGroupMeeting: z.infer<typeof recordSubGroupMeetingForm>;
  }
}

const wrong = (field: string, said: Sentence): Refusal => refusedField('invalid', { field, said });

export const recordSubGroupMeeting = define({
  name: 'recordSubGroupMeeting',
  step: 'amendments',
  title: "Record the sub-group's meeting on the draft",
  past: "recorded the sub-group's meeting on the draft",
  source: 'step 13c; at least 21 days after sharing',
  roles: ['sub-group-chair', 'sub-group-coordinator', ...businessUnit],
  form: recordSubGroupMeetingForm,
  // The decision stays open beside the parts of step 14 that a case of 0.1.0 has done without the meeting.
  notOpen: () => undefined,
  after: ['draft-to-sub-group'],
  once: true,
  refuse: (file, { attended, apologies = [] }, { on }) => {
    const members = subGroupMembers(file);
    const field = attended.every((one) => members.includes(one)) ? 'apologies' : 'attended';
    const stranger = [...attended, ...apologies].find((one) => !members.includes(one));
    if (stranger !== undefined)
      return wrong(field, says`${part.person(stranger)} is not a member of the sub-group in this case`);
    const both = attended.find((one) => apologies.includes(one));
    if (both !== undefined)
      return wrong('apologies', says`${part.person(both)} cannot have attended and sent apologies`);
    const shared = fact(file, 'shareDraft');
    return shared === undefined || on >= shared.form.meetingOn
      ? undefined
      : against(
          shared,
          says`The draft went to the sub-group for its meeting on ${part.day(shared.form.meetingOn)} (entry ${shared.seq}); ${part.day(on)} is before that.`,
        );
  },
});
