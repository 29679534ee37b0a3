import type { DecisionName } from '../../../src/procedure/case/case-file';
import { catalogue } from '../../../src/procedure/catalogue';
import { factsOf } from '../../../src/procedure/case/facts';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';
import { takenIn } from '../../support/open-decisions';

/* Fields that decide are decided again, never corrected: the course of a case, its parts, whom it is about. */

const disagrees = () => aCase().choosing({ recordPanelReply: [{ reply: 'disagrees' }] });
const noted = () => aCase().with('addNote');
const corrected = () => noted().with('correctFact', { entry: 2, field: 'note', value: 'Another', reason: 'A slip' });
const answered = () => takenIn('confirmEntry');

const arranged = () => aCase().with('arrangeMeeting', { link: words('https://meet.example.org/a') });

const table: readonly (readonly [DecisionName, string, unknown, () => CaseBuilder])[] = [
  ['recordOutcome', 'outcome', 'not-to-proceed', () => aCase().past('outcome')],
  ['recordDetermination', 'reviewType', 'none', () => aCase().past('determination')],
  ['recordPanelReply', 'reply', 'agrees', () => disagrees().at('review-decision')],
  ['decideReviewAgain', 'reviewType', 'none', () => disagrees().past('review-decision')],
  ['appointAuthor', 'author', 'P37', () => aCase().past('planning')],
  ['replaceAuthor', 'author', 'P38', () => aCase().at('draft').with('replaceAuthor', {}, { by: 'la-partner' })],
  ['recordPlanningMeeting', 'identifiedProfessional', 'P37', () => aCase().past('planning')],
  ['recordSignOff', 'outcome', 'publish', () => aCase().past('sign-off')],
  ['arrangeMeeting', 'beginsAt', '2026-12-01T10:00:00.000Z', arranged],
  ['moveMeeting', 'beginsAt', '2026-12-01T10:00:00.000Z', () => arranged().with('moveMeeting')],
  ['arrangeMeeting', 'invited', ['P18'], arranged],
  ['moveMeeting', 'invited', ['P18'], () => arranged().with('moveMeeting')],
  ['arrangeMeeting', 'link', 'https://meet.example.org/x', arranged],
  ['moveMeeting', 'link', 'https://meet.example.org/x', () => arranged().with('moveMeeting')],
  ['arrangeMeeting', 'meeting', 'exec', arranged],
  ['moveMeeting', 'meeting', 'exec', () => arranged().with('moveMeeting')],
  ['arrangeMeeting', 'minutes', 30, arranged],
  ['moveMeeting', 'minutes', 30, () => arranged().with('moveMeeting')],
  ['arrangeMeeting', 'place', 'Room 4', arranged],
  ['moveMeeting', 'place', 'Room 4', () => arranged().with('moveMeeting')],
  ['cancelMeeting', 'meeting', 'exec', () => arranged().with('cancelMeeting')],
  ['inviteToMeeting', 'meeting', 'exec', () => arranged().with('inviteToMeeting')],
  ['inviteToMeeting', 'name', 'Another Name', () => arranged().with('inviteToMeeting')],
  ['inviteToMeeting', 'address', 'another@example.org', () => arranged().with('inviteToMeeting')],
  ['shutOut', 'person', 'P04', () => aCase().with('shutOut', { person: 'P03' })],
  ['letBackIn', 'person', 'P04', () => aCase().with('shutOut').with('letBackIn')],
  ['replacePerson', 'role', 'legal', () => aCase().with('replacePerson')],
  ['replacePerson', 'leaves', 'P09', () => aCase().with('replacePerson')],
  ['replacePerson', 'joins', 'P78', () => aCase().with('replacePerson')],
  ['addChild', 'ref', 'child-3', () => aCase().with('addChild')],
  ['addChild', 'criteria', ['serious-harm'], () => aCase().with('addChild')],
  ['addChild', 'seriousHarm', ['other'], () => aCase().with('addChild')],
  ['addChild', 'confirmed', ['care-leaver-under-16'], () => aCase().with('addChild')],
  ['removeChild', 'ref', 'child-1', () => aCase().with('addChild').with('removeChild', { ref: 'child-2' })],
  ['addFamilyMember', 'ref', 'family-3', () => aCase().with('addFamilyMember')],
  ['removeFamilyMember', 'ref', 'family-2', () => aCase().with('removeFamilyMember')],
  ['askAgencies', 'organisations', [], () => aCase().with('askAgencies')],
  ['askChronologies', 'organisations', [], () => aCase().past('planning')],
  ['askFurther', 'organisations', [], () => aCase().with('askFurther')],
  ['settleColleague', 'colleague', 'C-SIN-2026-0001-2', () => takenIn('settleColleague')],
  ['settleColleague', 'answer', 'declined', () => takenIn('settleColleague')],
  ['chaseAnswers', 'contributions', ['return:school'], () => takenIn('chaseAnswers')],
  ['confirmEntry', 'entry', 1, answered],
  ['confirmEntry', 'agrees', 'no', answered],
  ['confirmEntry', 'objection', 'Something else', answered],
  ['setEntryAside', 'entry', 1, () => noted().with('setEntryAside')],
  ['correctFact', 'entry', 1, corrected],
  ['correctFact', 'field', 'on', corrected],
  ['correctFact', 'value', 'A third', corrected],
  ['correctFact', 'confirmed', ['harmed-and-died'], corrected],
];

test.each(table)('%s: %s', (name, field, value, given) => {
  const one = given();
  const entry = factsOf(one.file, name).at(-1)?.seq;
  expect(one.refusal('correctFact', { entry, field, value, reason: words('A slip') })).toMatchObject({
    code: 'against-the-record',
    sentence: expect.stringMatching(/is what was decided, and cannot be corrected/) as unknown,
  });
});

test('The table has every field that decides', () => {
  const fields = catalogue.flatMap(({ name, decides = [] }) => decides.map((field) => `${name}: ${field}`));
  expect(fields.sort()).toEqual(table.map(([name, field]) => `${name}: ${field}`).sort());
});
