import { instant, isoDate } from '../../src/procedure/time/dates';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { kindOfNotice } from '../../src/procedure/reminders/notice-kinds';
import type { Notice } from '../../src/procedure/case/record';
import { inOrderOfRecord, truthOf } from '../../src/procedure/reminders/still-true';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

/* "Emails": before every attempt, still true? What asks is true until it is done; what informs, until it is replaced. */

const reason = words('The reason');
const practiceReview = () =>
  aCase().choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] });
const ending = (outcome: 'improvements-only' | 'not-to-publish') =>
  aCase().choosing({ recordSignOff: [{ outcome, reason }] });

const told = (one: CaseBuilder, kind: NoticeKind, to?: string): Notice => {
  const found = one.notices.findLast((notice) => notice.kind === kind && (to === undefined || notice.to === to));
  if (found === undefined) throw new Error(`The case tells nobody ${kind}.`);
  return found;
};
const truth = (notice: Notice, { file, now }: CaseBuilder) => truthOf(notice, { file, now, newer: [] });
const why = (notice: Notice, one: CaseBuilder) => {
  const found = truth(notice, one);
  return found.kind === 'true' ? undefined : found.why;
};
const values = (notice: Notice, one: CaseBuilder) => {
  const found = truth(notice, one);
  return found.kind === 'true' ? found.notice.values : undefined;
};

test.each([
  ['straight', () => aCase()],
  ['improvements only', () => ending('improvements-only')],
  ['not published', () => ending('not-to-publish')],
  ['a practice learning review', practiceReview],
  ['not to proceed', () => aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })],
  ['the Panel disagrees', () => aCase().choosing({ recordPanelReply: [{ reply: 'disagrees' }] })],
])('Every email of a case that goes the way "%s" is true at the moment at which it is decided', (_way, begin) => {
  let [one, seen]: [CaseBuilder | undefined, number] = [begin(), 0];
  while (one !== undefined) {
    const stands: CaseBuilder = one;
    const fresh = stands.notices.slice(seen);
    expect(fresh.filter((notice) => why(notice, stands) !== undefined)).toEqual([]);
    // Nothing in it has changed either.
    for (const notice of fresh) expect(values(notice, stands)).toEqual(notice.values);
    seen = stands.notices.length;
    one = stands.next();
  }
});

describe('What asks', () => {
  test.each<[NoticeKind, (one: CaseBuilder) => CaseBuilder, (one: CaseBuilder) => CaseBuilder]>([
    ['case-opened', (one) => one, (one) => one.past('front-door').past('decision-meeting')],
    ['agency-summary-asked', (one) => one, (one) => one.past('decision-meeting')],
    ['agencies-to-ask', (one) => one, (one) => one.past('information')],
    ['oversight-asked', (one) => one.with('sendToFrontDoor'), (one) => one.past('front-door')],
    ['notification-to-make', (one) => one.before('recordOfstedNotification'), (one) => one.past('outcome')],
    ['information-asked', (one) => one.with('askAgencies'), (one) => one.past('information')],
    ['determination-to-make', (one) => one.before('fileMinutes'), (one) => one.past('determination')],
    ['dissemination-agreed', (one) => one.before('recordDissemination'), (one) => one.past('response')],
    ['chronology-asked', (one) => one.before('recordChronologyReturn'), (one) => one.past('planning')],
    ['material-sent', (one) => one.before('recordInitialDraft'), (one) => one.past('author-material')],
    ['draft-in', (one) => one.at('draft-to-sub-group'), (one) => one.past('draft-to-sub-group')],
    ['draft-shared', (one) => one.at('comments'), (one) => one.past('comments')],
    ['amendments-sent', (one) => one.at('final-draft'), (one) => one.past('final-draft')],
    ['communications-told', (one) => one.before('recordMediaStatement'), (one) => one.past('amendments')],
    ['final-draft-in', (one) => one.before('approveFinalDraft'), (one) => one.past('final-draft')],
    ['exec-papers', (one) => one.before('recordSignOff'), (one) => one.past('sign-off')],
    ['family-contact-asked', (one) => one.at('family-contact'), (one) => one.past('family-contact')],
  ])('%s is asked until it is done, and nobody of a withdrawn case', (kind, asking, done) => {
    const asked = asking(aCase());
    const notice = told(asked, kind);
    expect(kindOfNotice(kind).asks).toBeDefined();
    expect(why(notice, asked)).toBeUndefined();
    expect(why(notice, done(asked))).toMatch(/\.$/);
    expect(why(notice, asked.with('withdrawCase'))).toMatch(/^The case was withdrawn; it no longer asks for /);
    const closed = asked.as({ ...asked.file, closedOn: isoDate('2027-01-04') });
    expect(why(notice, closed)).toMatch(/^The case is closed/);
  });

  test('is asked of a partner until that partner has answered, whatever the others do', () => {
    const opened = aCase();
    const [la, police] = [told(opened, 'agency-summary-asked', 'P07'), told(opened, 'agency-summary-asked', 'P08')];
    const answered = opened.with('recordAgencySummary', { partner: 'la' }, { by: 'la-partner' });
    expect(why(la, answered)).toMatch(/put on the record/);
    expect(why(police, answered)).toBeUndefined();
  });

  test('is asked of nobody who has left the part, and of whoever is still in it', () => {
    const opened = aCase();
    const replaced = opened.with('replacePerson', {
      role: 'la-partner',
      leaves: 'P07' as PersonId,
      joins: 'P12' as PersonId,
    });
    expect(why(told(opened, 'agencies-to-ask', 'P07'), replaced)).toMatch(/no longer has this role/);
    expect(why(told(opened, 'agencies-to-ask', 'P08'), replaced)).toBeUndefined();
  });

  test('carries the date by which it is due now', () => {
    const opened = aCase();
    const extended = opened.with('extendDeadline', { deadline: 'information', to: isoDate('2026-12-08') });
    expect(values(told(opened, 'agencies-to-ask'), extended)).toMatchObject({ due: '2026-12-08' });
  });

  test('an agency of several that has answered is left out of what its contact is asked for', () => {
    const { policy, ...file } = aCase().file;
    const contact = policy.agencies['gp']?.contact ?? ('' as PersonId);
    const agencies = Object.fromEntries(Object.entries(policy.agencies).map(([id, one]) => [id, { ...one, contact }]));
    const [first = '', second = ''] = Object.keys(agencies);
    const asked = aCase()
      .as({ ...file, policy: { ...policy, agencies } })
      .with('askAgencies', { agencies: [first, second] });
    expect(values(told(asked, 'information-asked'), asked.with('recordReturn', { agency: first }))).toMatchObject({
      agency: second,
    });
  });

  test('an action is asked of its owner, with its date, until it is complete', () => {
    const added = aCase().with('addAction', { owner: 'P18' as PersonId, dueOn: isoDate('2027-01-15') });
    const action = `A${added.file.seq}`;
    const notice = told(added, 'action-assigned');
    expect(why(notice, added.with('completeAction', { action }))).toMatch(/complete/);
    expect(why(notice, added.with('reassignAction', { action, owner: 'P19' as PersonId }))).toMatch(/somebody else/);
    const old = { ...notice, values: { ...notice.values, action: `Action ${action}` } };
    expect(values(old, added)).toMatchObject({ action, number: '1' });
  });
});

describe('What informs', () => {
  test('stays true in a case that is withdrawn', () => {
    const notified = aCase().past('outcome');
    expect(why(told(notified, 'ofsted-notified'), notified.with('withdrawCase'))).toBeUndefined();
  });

  test('of a withdrawal is not sent once the case goes on', () => {
    const withdrawn = aCase().with('withdrawCase');
    expect(why(told(withdrawn, 'case-withdrawn'), withdrawn)).toBeUndefined();
    expect(why(told(withdrawn, 'case-withdrawn'), withdrawn.with('reopenCase'))).toMatch(/set it aside/);
  });

  test('of a date is replaced by the email of a newer date', () => {
    const noticed = aCase().past('notice-of-intent');
    const again = noticed.with('sendNoticeOfIntent', { publishOn: isoDate('2027-07-14') });
    expect(why(told(noticed, 'notice-of-intent'), again)).toMatch(/^A newer email replaces it/);
    expect(why(told(again, 'notice-of-intent'), again)).toBeUndefined();
    const once = aCase().with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-04') });
    const twice = once.with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-08') });
    expect(why(told(once, 'deadline-extended'), twice)).toMatch(/extended again, to Tuesday 8 December 2026/);
  });

  test('of a hold is replaced by its being lifted, and by another day on which it is looked at again', () => {
    const held = aCase().with('placeHold', { step: 'information', lookAgainOn: isoDate('2026-12-18') });
    const notice = told(held, 'hold-placed');
    const looked = held.with('lookAtHoldAgain', { lookAgainOn: isoDate('2027-01-11') });
    expect(why(notice, looked)).toBe(
      'A newer email replaces it: the hold is to be reviewed on Monday 11 January 2027.',
    );
    expect(values(told(looked, 'hold-placed'), looked)).toMatchObject({ lookAgainOn: '2027-01-11' });
    expect(why(notice, held.with('liftHold'))).toBe('The hold was lifted.');
  });

  test('of a decision that is taken again is replaced by the email of the newer decision', () => {
    const decided = aCase().past('submission').with('reopenReviewDecision');
    const again = decided.with('decideReviewAgain', {
      reviewType: 'none',
      termsOfReference: undefined,
      dueOn: undefined,
    });
    expect(why(told(decided, 'determination-told'), decided)).toBeUndefined();
    expect(why(told(decided, 'determination-told'), again)).toMatch(/decided again/);
    expect(why(told(decided, 'review-decision-reopened'), again)).toBe('It has been decided again.');
  });
});

describe('What waited is said as it is now, or not at all', () => {
  const arranged = () =>
    aCase()
      .before('recordRapidReviewMeeting')
      .with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-08') });
  const onDay = (notice: Notice, { file }: CaseBuilder, day: string) =>
    truthOf(notice, { file, now: instant(`${day}T09:00:00.000Z`), newer: [] });

  test('an invitation to a meeting is not sent once its day has passed', () => {
    const notice = told(arranged(), 'rapid-review-arranged');
    expect(onDay(notice, arranged(), '2026-12-08')).toMatchObject({ kind: 'true' });
    expect(onDay(notice, arranged(), '2026-12-09')).toMatchObject({
      why: 'The day of the meeting, Tuesday 8 December 2026, has passed.',
    });
  });

  test('a date that has been corrected meanwhile is said as it is now', () => {
    const extended = aCase().with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-04') });
    const right = { entry: extended.file.seq, field: 'to', value: '2026-12-08', reason };
    expect(values(told(extended, 'deadline-extended'), extended.with('correctFact', right))).toMatchObject({
      due: '2026-12-08',
    });
    const opened = aCase().with('correctFact', { entry: 1, field: 'notifyingAgency', value: 'Police', reason });
    expect(values(told(aCase(), 'case-opened'), opened)).toMatchObject({ agency: 'Police' });
  });

  test("the Panel's reply is replaced by its next, and the day by which it was to reply is not said once it has", () => {
    const asked = aCase().at('panel-reply').with('recordPanelReply', { reply: 'wants-more' });
    const answered = asked.with('answerPanel');
    const replied = answered.with('recordPanelReply', { reply: 'agrees' });
    expect(why(told(asked, 'panel-replied'), answered)).toBeUndefined();
    expect(why(told(asked, 'panel-replied'), replied)).toMatch(/^A newer email replaces it/);
    expect(why(told(answered, 'panel-answered'), replied)).toBe('The National Panel has replied since.');
  });

  test('what is to come is not said of a case that is withdrawn', () => {
    const noticed = aCase().at('publication');
    for (const kind of ['notice-of-intent', 'author-appointed', 'identified-professional-named'] as const) {
      expect(why(told(noticed, kind), noticed)).toBeUndefined();
      expect(why(told(noticed, kind), noticed.with('withdrawCase'))).toBe('The case was withdrawn.');
    }
    const held = aCase().with('placeHold', { step: 'information' });
    expect(why(told(held, 'hold-placed'), held.with('withdrawCase'))).toBe('The case was withdrawn.');
  });

  test('nobody is asked to go on with a step that is done, or to agree on a response that is out', () => {
    const lifted = aCase().with('placeHold', { step: 'front-door' }).with('liftHold');
    const notice = told(lifted, 'hold-lifted');
    expect(why(notice, lifted)).toBeUndefined();
    expect(why(notice, lifted.past('front-door'))).toMatch(/Step 2, Front Door oversight was done/);
    const replied = aCase().before('recordResponseMeeting');
    expect(why(told(replied, 'panel-replied'), replied)).toBeUndefined();
    expect(why(told(replied, 'panel-replied'), replied.past('response'))).toMatch(/was done on/);
  });

  test('a case is not compared with others once it is found to be none of them', () => {
    const alike = aCase().notifying({ looksLike: ['SIN-2026-0003', 'SIN-2026-0005'] });
    const notice = told(alike, 'looks-like-another');
    const one = alike.with('dismissLookAlike', { other: 'SIN-2026-0003' });
    expect(why(notice, one)).toBeUndefined();
    expect(why(notice, one.with('dismissLookAlike', { other: 'SIN-2026-0005' }))).toMatch(/not to be the same/);
  });

  test('how many children the case is about is said as it is now', () => {
    const two = aCase().with('addChild');
    const three = two.with('addChild', { ref: 'child-3' });
    expect(values(told(two, 'children-changed'), three)).toMatchObject({ count: '3' });
  });
});

test('The family is to be told that nothing is published, also where the case has closed in the meantime', () => {
  const decided = ending('not-to-publish').past('sign-off');
  const closed = decided.as({ ...decided.file, closedOn: isoDate('2027-05-04') });
  expect(why(told(decided, 'family-to-be-told'), closed)).toBeUndefined();
  const one = decided
    .with('recordFamilyInvolvement', { familyMember: 'family-1' })
    .with('recordFamilyInvolvement', { familyMember: 'child-1' });
  expect(why(told(decided, 'family-to-be-told'), one)).toBe('The family has been told, or need not be.');
});

describe('A step on hold', () => {
  const held = () => aCase().with('placeHold', { step: 'front-door', lookAgainOn: isoDate('2026-12-04') });
  const saidOf = (one: CaseBuilder, deadline: string) =>
    one
      .reminders('2026-12-04')
      .sent.filter(({ lines }) => lines.some((line) => line.deadline === deadline))
      .map(({ to }) => to);

  test('is no reason to chase whoever owes it, and the Business Manager is reminded to look at the hold again', () => {
    expect(saidOf(aCase(), 'front-door')).not.toEqual([]);
    expect(saidOf(held(), 'front-door')).toEqual([]);
    expect(new Set(saidOf(held(), 'hold:H2'))).toEqual(new Set(['P01']));
  });

  test('is owed again from the morning after the hold was lifted', () => {
    const lifted = held().with('liftHold', undefined, { now: '2026-11-30T15:00:00.000Z', on: '2026-11-30' });
    expect(saidOf(lifted, 'front-door')).not.toEqual([]);
  });

  test('is no excuse before the law: day 14 is told to those whose limit it is, hold or no hold', () => {
    const reached = aCase().at('rapid-review-meeting');
    const onHold = reached.with('placeHold', { step: 'rapid-review-meeting', lookAgainOn: isoDate('2027-01-11') });
    const limits = (one: CaseBuilder) =>
      one
        .reminders('2026-12-15')
        .sent.flatMap(({ at, to, lines }) =>
          lines.filter(({ title }) => title.startsWith('Day 14')).map(() => `${at} ${to}`),
        );
    expect(limits(onHold)).toEqual(limits(reached));
    expect(limits(reached)).not.toEqual([]);
  });

  test('a reminder of it that waited for the mail server does not go', () => {
    const [reminder] = aCase().reminders('2026-11-24').sent;
    if (reminder === undefined) throw new Error('Nobody is reminded.');
    const found = truthOf(reminder, { file: held().file, now: instant('2026-11-24T09:00:00.000Z'), newer: [] });
    expect(found).toMatchObject({ kind: 'no-longer-true', why: expect.stringContaining('it is on hold') });
  });
});

test('Emails of one moment are read in the order of their entries, the ninth before the tenth', () => {
  const [notice] = aCase().notices;
  if (notice === undefined) throw new Error('Nobody is told of the case.');
  const ninth = { ...notice, key: notice.key.replace('/1/', '/9/') };
  const tenth = { ...notice, key: notice.key.replace('/1/', '/10/') };
  expect([tenth, ninth].sort(inOrderOfRecord)).toEqual([ninth, tenth]);
});
