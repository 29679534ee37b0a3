import { catalogue } from '../../src/procedure/catalogue';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { Notice } from '../../src/procedure/case/record';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { kindOfNotice, noticeKinds } from '../../src/procedure/reminders/notice-kinds';
import { readNoticeKey } from '../../src/procedure/reminders/notice-key';
import { placeOfLine, placeOfNotice } from '../../src/procedure/reminders/place-of-notice';
import { turnsOf } from '../../src/procedure/reminders/turns';
import type { Role } from '../../src/procedure/roles';
import { isoDate } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { emailOfNotice } from '../../src/mail/notice-email';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import { takenIn } from '../support/open-decisions';
import { templates } from './notices';

/* Each email leads to the form that it asks for, where its reader can use it; an email that only tells leads to the case. */

interface Told {
  readonly file: CaseFile;
  readonly notice: Notice;
}

/** The emails of the last act of a case, with the case as it stands then. */
const lastOf = ({ file, notices }: Pick<CaseBuilder, 'file' | 'notices'>): readonly Told[] =>
  notices.filter(({ key }) => readNoticeKey(key).entry === file.seq).map((notice) => ({ file, notice }));

const reason = words('The reason');
const signedOff = (outcome: 'further-action' | 'not-to-publish') =>
  aCase()
    .before('recordSignOff')
    .with('recordSignOff', { outcome, reason }, { on: isoDate('2027-03-18') });

/** Acts that send other emails than the first time that the decision is taken. */
const otherActs = (): readonly CaseBuilder[] => [
  aCase()
    .at('outcome')
    .with('recordOutcome', {}, { by: 'business-manager', onBehalf: { of: 'la-partner' } }),
  aCase()
    .choosing({
      recordDecisionMeeting: [
        {
          views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
          disagreement: { scrutineerInput: reason, escalated: true, reason },
        },
      ],
    })
    .past('decision-meeting'),
  signedOff('further-action'),
  signedOff('not-to-publish'),
];

let told: readonly Told[];
beforeAll(() => {
  const acts = catalogue.filter(({ notices = [] }) => notices.length > 0).map(({ name }) => takenIn(name));
  told = [aCase(), ...acts, ...otherActs()].flatMap(lastOf);
});

const at = '/cases/SIN-2026-0007';
const form = (rest: string) => `${at}/decisions/${rest}`;
const request = (id: string) => `${at}/requests/${encodeURIComponent(id)}/request`;

/** The places to which asking emails lead, by kind and by each role to which they go and that can do it. */
const leads: readonly (readonly [NoticeKind, Role, string])[] = [
  ['case-opened', 'business-manager', form('sendToFrontDoor')],
  ['agency-summary-asked', 'police-partner', form('recordAgencySummary?partner=police')],
  ['agencies-to-ask', 'health-partner', form('nameAgencies?partner=health')],
  ['oversight-asked', 'service-director', form('recordOversight')],
  ['disagreement-escalated', 'la-exec', form('recordExecAnswer')],
  ['exec-answered', 'la-partner', form('recordOutcome')],
  ['outcome-to-decide', 'la-partner', form('recordOutcome')],
  ['notification-to-make', 'spr-coordinator', form('recordOfstedNotification')],
  ['information-asked', 'agency-contact', request('return:gp')],
  ['chronology-asked', 'agency-contact', request('chronology:gp')],
  ['further-asked', 'agency-contact', request('further:2-gp')],
  ['answer-chased', 'agency-contact', request('return:gp')],
  ['answer-sent-back', 'agency-contact', request('return:gp')],
  ['request-passed-on', 'agency-contact', request('return:gp')],
  ['colleague-named', 'business-manager', form('settleColleague?colleague=C-SIN-2026-0007-3')],
  ['meeting-invitation', 'scrutineer', `${at}/meetings`],
  ['meeting-moved', 'scrutineer', `${at}/meetings`],
  ['determination-to-make', 'scrutineer', form('recordDetermination')],
  ['review-decision-reopened', 'scrutineer', form('decideReviewAgain')],
  ['dissemination-agreed', 'la-partner', form('recordDissemination')],
  ['material-sent', 'author', form('recordInitialDraft')],
  ['draft-in', 'business-manager', form('shareDraft')],
  ['draft-shared', 'sub-group-member', form('recordComment?member=P17')],
  ['amendments-sent', 'author', form('recordFinalDraft')],
  ['communications-told', 'communications', form('recordMediaStatement')],
  ['final-draft-in', 'sub-group-chair', form('approveFinalDraft')],
  ['further-action-asked', 'author', form('recordFinalDraft')],
  ['family-contact-asked', 'identified-professional', `${at}/family`],
  ['family-to-be-told', 'identified-professional', `${at}/family`],
  ['action-assigned', 'wider-partner', form('completeAction?action=A2')],
  ['recorded-for-you', 'la-partner', form('confirmEntry?entry=8')],
];

/** Emails that ask for what is done on no form: to compare, to read, to come to a meeting, or one of several things. */
const doneOnNoForm: readonly NoticeKind[] = [
  'opening-told',
  'looks-like-another',
  'rapid-review-arranged',
  'exec-papers',
  'objection-made',
];

const placesOf = (kind: NoticeKind, as: Role) =>
  told
    .filter(({ notice }) => notice.kind === kind && notice.as === as)
    .map((one) => placeOfNotice(one.file, one.notice)?.address);

test.each(leads)('%s leads the %s to %s', (kind, as, address) => {
  expect(placesOf(kind, as)).toContain(address);
});

test('Every kind that asks leads somebody to a form, but for what is done on no form', () => {
  const asking = noticeKinds.filter((kind) => kindOfNotice(kind).asks !== undefined);
  const known = new Set([...leads.map(([kind]) => kind), ...doneOnNoForm]);
  expect(asking.filter((kind) => !known.has(kind))).toEqual([]);
});

test('Whoever cannot do what an email asks for is led to the case', () => {
  expect(new Set(placesOf('oversight-asked', 'front-door'))).toEqual(new Set([undefined]));
  expect(new Set(placesOf('final-draft-in', 'sub-group-member'))).toEqual(new Set([undefined]));
  expect(new Set(placesOf('exec-answered', 'police-partner'))).toEqual(new Set([undefined]));
});

test('An email that only tells leads to the case', () => {
  const telling = told.filter(
    ({ notice }) => kindOfNotice(notice.kind).asks === undefined && notice.kind !== 'family-to-be-told',
  );
  expect(telling.length).toBeGreaterThan(100);
  expect(telling.filter(({ file, notice }) => placeOfNotice(file, notice) !== undefined)).toEqual([]);
});

/** Every case on the straight way, act by act. */
function* straightWay(): Generator<CaseBuilder> {
  for (let one: CaseBuilder | undefined = aCase(); one !== undefined; one = one.next()) yield one;
}

test('Every line of a reminder leads whoever it is the turn of to where it is done', () => {
  const lost = [...straightWay()].flatMap(({ file }) =>
    turnsOf(file)
      .filter(({ id }) => !id.startsWith('objection:'))
      .flatMap(({ id, people }) => people.map((person) => ({ id, person, place: placeOfLine(file, id, person) })))
      .filter(({ place }) => place === undefined)
      .map(({ id, person }) => `${id} ${person}`),
  );
  expect([...new Set(lost)]).toEqual([]);
});

test('Nobody is led to a decision to go on without an answer', () => {
  const place = placeOfLine(aCase().file, 'decision-meeting', 'P01' as PersonId);
  expect(place?.address).toBe(form('recordDecisionMeeting'));
});

test('The email has the address of the installation before the place', () => {
  const emails = told
    .filter(({ notice }) => notice.kind === 'oversight-asked' && notice.as === 'service-director')
    .map(({ file, notice }) =>
      emailOfNotice(
        { templates, publicUrl: 'https://r.example' },
        { file, notice, person: { name: 'A Person' }, answers: [] },
      ),
    );
  expect(emails.map(({ text }) => text)).toContainEqual(
    expect.stringContaining(`Record the oversight: https://r.example${form('recordOversight')}`),
  );
});
