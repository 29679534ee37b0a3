import type { PersonId } from '../../../src/procedure/time/time';
import { aCase } from '../../support/a-case';
import { businessUnit, decision } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Meetings: arranged, moved, cancelled, and people invited by name and address. Received on Monday 23 November 2026. */

const arrangers = [...businessUnit, 'author', 'scrutineer'] as const;
const form = {
  meeting: 'decision',
  beginsAt: '2026-11-25T10:00:00Z',
  minutes: 60,
  link: words('https://meet.example.org/decision'),
};
const people = () => ['la-partner', 'police-partner'].map((role) => aCase().holder(role as 'la-partner'));
const whole = () => ({ ...form, invited: people() });
const arranged = () => aCase().with('arrangeMeeting', whole());
const one = { meeting: 'decision' };
const noneArranged = {
  when: 'no such meeting is arranged',
  given: arranged,
  form: { meeting: 'exec' },
  code: 'against-the-record',
  says: /No Exec group’s meeting on the report is arranged/,
} as const;

const cannotBe = [
  {
    when: 'its day has passed',
    given: () => aCase().with('addNote', {}, { on: '2026-11-26' }),
    form: {},
    code: 'invalid',
    says: /passed/,
  },
  { when: 'it lasts no time', given: aCase, form: { minutes: 0 }, code: 'invalid', says: /1 to 480 minutes/ },
  {
    when: 'nobody can know where to go',
    given: aCase,
    form: { link: undefined, place: undefined },
    code: 'invalid',
    says: /a link/,
  },
  {
    when: 'its link is no address of the web',
    given: aCase,
    form: { link: words('meet me') },
    code: 'invalid',
    says: /begins with https/,
  },
  {
    when: 'somebody is named twice',
    given: aCase,
    form: { invited: ['P18', 'P18'] },
    code: 'invalid',
    says: /once/,
  },
  {
    when: 'the access of somebody invited is restricted',
    given: () => aCase().with('shutOut', { person: 'P18' }),
    form: { invited: ['P18'] },
    code: 'against-the-record',
    says: /restricted/,
  },
] as const;

decision('arrangeMeeting', {
  given: aCase,
  may: arrangers,
  form: whole(),
  tells: { 'meeting-invitation': ['la-partner', 'police-partner'] },
  tooEarly: () => arranged(),
  twice: 'too-early',
  refused: [
    ...cannotBe,
    {
      when: 'its step waits for another',
      given: aCase,
      form: { meeting: 'planning' },
      code: 'too-early',
      says: /waits for/,
    },
    {
      when: 'the Scrutineer arranges what is the Business Unit’s',
      given: aCase,
      taken: { by: 'scrutineer' },
      code: 'wrong-role',
      says: /The Business Unit arranges the decision meeting/,
    },
    {
      when: 'it is before the meeting that its papers went out for',
      given: () => aCase().past('draft-to-sub-group'),
      form: { meeting: 'sub-group-draft', beginsAt: '2027-01-28T10:00:00Z' },
      code: 'against-the-record',
      says: /papers went out for the meeting/,
    },
  ],
});

decision('moveMeeting', {
  given: arranged,
  may: arrangers,
  form: { ...whole(), beginsAt: '2026-11-26T10:00:00Z' },
  tells: { 'meeting-moved': ['la-partner', 'police-partner'] },
  tooEarly: aCase,
  twice: 'taken again',
  refused: [noneArranged],
});

decision('cancelMeeting', {
  given: arranged,
  may: arrangers,
  form: one,
  tells: { 'meeting-cancelled': ['la-partner', 'police-partner'] },
  tooEarly: aCase,
  twice: 'too-early',
  refused: [noneArranged],
});

decision('inviteToMeeting', {
  given: arranged,
  may: businessUnit,
  form: one,
  tells: { 'meeting-invitation': [`C-SIN-2026-0007-${arranged().file.seq + 1}` as PersonId] },
  tooEarly: aCase,
  twice: 'taken again',
  refused: [noneArranged],
});
