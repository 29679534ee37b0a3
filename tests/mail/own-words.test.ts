import { webAddress } from '../../src/mail/wording';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { isoDate } from '../../src/procedure/time/dates';
import { ownersOf } from '../../src/procedure/reminders/recipients';
import { isStillTrue } from '../../src/procedure/reminders/still-true';
import { tasksOf } from '../../src/procedure/dates/tasks';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import { rendered } from './notices';

/* What emails say of real acts: each with the words and dates of what happened, and of nothing else. */

/** The last email of a kind that a case gave rise to, in words. */
function email(one: CaseBuilder, kind: NoticeKind, values: Readonly<Record<string, string>> = {}) {
  const notice = one.notices.findLast((told) => told.kind === kind);
  if (notice === undefined) throw new Error(`The case tells nobody ${kind}.`);
  return rendered({ ...notice, values: { ...notice.values, ...values } });
}

const reason = words('The reason');
const improvements = () => aCase().choosing({ recordSignOff: [{ outcome: 'improvements-only', reason }] });
const notPublished = () => aCase().choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason }] });

test('The first email of a case says from which agency and on which day the notification came', () => {
  expect(email(aCase(), 'case-opened').text).toContain('received on Monday 23 November 2026 from Hospital trust.');
});

describe('A step on hold', () => {
  const held = (process?: string) =>
    email(
      aCase()
        .with('addParallelProcess')
        .with('placeHold', { step: 'information', lookAgainOn: isoDate('2026-12-18'), process }),
      'hold-placed',
    );

  test('is looked at again on the day that was set, which is not the day on which the step was due', () => {
    expect(held().subject).toMatch(/is on hold – to be reviewed Friday 18 December$/);
    expect(held().text).toContain('The hold is to be reviewed on Friday 18 December 2026.');
  });

  test('is held for a parallel process only where there is one', () => {
    expect(held().text).not.toMatch(/parallel/i);
    expect(held('P2').text).toContain('is on hold for parallel process P2.');
  });
});

test.each([
  ['https://www.kscp.example/reviews/a-review_2027', 'https://www.kscp.example/reviews/a-review_2027'],
  ['www.kscp.example/reviews', 'https://www.kscp.example/reviews'],
  ['On the website, under Reviews', undefined],
  ['javascript:alert(1)', undefined],
  ['https://kscp.example@evil.example/', undefined],
])('Where a review is published, typed as "%s", is the web address %s', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});

test('Whoever is told that a review is published gets its web address and how long it stays there', () => {
  const published = aCase().past('publication');
  const { text, html } = email(published, 'published', { website: 'https://www.kscp.example/reviews/7' });
  expect(text).toContain('Read it on the website: https://www.kscp.example/reviews/7');
  expect(html).toContain('href="https://www.kscp.example/reviews/7"');
  const due = published.file.facts.recordPublication?.[0]?.on ?? '';
  expect(text).toMatch(
    new RegExp(`It stays on the website until \\w+ \\d+ \\w+ ${Number(due.slice(0, 4)) + 1} at least`),
  );
});

test('Where the address is none that can be opened, the email leaves it out', () => {
  const { text } = email(aCase().past('publication'), 'published', { website: 'On our pages' });
  expect(text).not.toMatch(/on the website:/i);
});

test.each(['signed-off', 'family-contact-asked', 'reasons-sent', 'notice-of-intent', 'published'] as const)(
  'Where the improvements alone are published, %s speaks of them and not of a published report',
  (kind) => {
    const { subject, text } = email(improvements().past('publication'), kind);
    expect(text).toMatch(/improvements/);
    expect(subject + text).not.toMatch(
      /(?<!not )publish(?:es|ed)? the (?:full )?report\b|the review is published|agreed to publish/,
    );
  },
);

test('Where nothing is published the reasons say so, and speak of no improvements that are', () => {
  const { subject, text } = email(notPublished().past('reasons-sent'), 'reasons-sent');
  expect(subject).toMatch(/the reasons for not publishing the review$/);
  expect(text).toContain('neither the report nor its improvements');
});

describe('Where the Exec group decides not to publish', () => {
  const decided = () => notPublished().past('sign-off');
  const isOpen = (one: CaseBuilder) => tasksOf(one.file).some(({ id }) => id === 'family-told');

  test('the identified professional is asked to tell the family, by the day of step 16', () => {
    const one = decided();
    const asked = one.notices.filter(({ kind }) => kind === 'family-to-be-told');
    expect(asked.map(({ to }) => to)).toEqual([one.holder('identified-professional')]);
    expect(tasksOf(one.file).find(({ id }) => id === 'family-told')).toMatchObject({
      owner: 'identified-professional',
      due: asked[0]?.values['due'],
    });
    expect(email(one, 'family-to-be-told').text).toMatch(/tell each family member the decision/);
  });

  test('the Business Manager is asked where nobody has that part any more', () => {
    const { file } = decided();
    expect(
      ownersOf({ ...file, people: { ...file.people, 'identified-professional': [] } }, 'identified-professional'),
    ).toEqual([{ person: 'P01', as: 'business-manager' }]);
  });

  test('it is owed until each family member has been told, or there is a reason why not', () => {
    const told = decided().with('recordFamilyInvolvement', { familyMember: 'family-1' });
    expect(isOpen(told)).toBe(true);
    expect(isOpen(told.with('recordFamilyInvolvement', { familyMember: 'child-1' }))).toBe(false);
  });

  test('nothing of the kind is owed where something is published', () => {
    expect(isOpen(aCase().past('sign-off'))).toBe(false);
  });
});

test('A practice learning review whose report is in is not told to work the event into it', () => {
  const at = aCase()
    .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] })
    .at('practice-learning-review');
  const before = email(at.with('recordPracticeLearningEvent'), 'learning-event-held');
  expect(before.text).toContain('work its outcomes into the report');
  const after = email(at.with('recordLearningReviewReport').with('recordPracticeLearningEvent'), 'learning-event-held');
  expect(after.text).not.toContain('work its outcomes into the report');
  expect(after.text).toContain('The report is in already.');
});

describe('An email that replaces another says so', () => {
  test('a deadline that is extended again, with the date that no longer holds', () => {
    const extended = aCase()
      .with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-04') })
      .with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-08') });
    const { text } = email(extended, 'deadline-extended');
    expect(text).toContain('extended to Tuesday 8 December 2026. It was Friday 4 December 2026.');
    expect(text).toContain('This replaces our email of Monday 23 November 2026.');
  });

  test('a second notice of intent', () => {
    const noticed = aCase().past('notice-of-intent');
    const was = noticed.file.facts.sendNoticeOfIntent?.[0]?.form.publishOn;
    const { subject, text } = email(
      noticed.with('sendNoticeOfIntent', { publishOn: isoDate('2027-07-14') }),
      'notice-of-intent',
    );
    expect(subject).toMatch(/on Wednesday 14 July – a new date$/);
    expect(text).toMatch(/on Wednesday 14 July 2027, and not on \w+ \d+ \w+ 2027\./);
    expect(text).toMatch(/This replaces our email of /);
    expect(was).not.toBe('2027-07-14');
  });

  test('a Rapid Review meeting that is moved', () => {
    const arranged = aCase()
      .at('rapid-review-meeting')
      .with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-07') });
    expect(email(arranged, 'rapid-review-arranged').text).not.toMatch(/replaces|and not on/);
    const moved = email(
      arranged.with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-09') }),
      'rapid-review-arranged',
    );
    expect(moved.subject).toMatch(/Rapid Review meeting moved to Wednesday 9 December$/);
    expect(moved.text).toContain('takes place on Wednesday 9 December 2026, and not on Monday 7 December 2026.');
    expect(moved.text).toMatch(/This replaces our email of /);
  });

  test('a correction, to whoever was told of the entry, with the day on which they were told last', () => {
    const entry = { entry: 1, field: 'setting', reason: words('Seen in the file') };
    const corrected = aCase()
      .with('addNote', undefined, { on: '2026-11-25' })
      .with('correctFact', { ...entry, value: 'foster-home' });
    expect(email(corrected, 'fact-corrected').text).toContain('This replaces our email of Monday 23 November 2026.');
    const again = corrected
      .with('addNote', undefined, { on: '2026-11-27' })
      .with('correctFact', { ...entry, value: 'community' });
    expect(email(again, 'fact-corrected').text).toContain('This replaces our email of Wednesday 25 November 2026.');
  });

  test('a hold that is looked at again on another day, to everybody who was told of the first', () => {
    const held = aCase().with('placeHold', { step: 'information', lookAgainOn: isoDate('2026-12-01') });
    const hold = `H${held.file.seq}`;
    const toldFirst = held.notices.filter(({ kind }) => kind === 'hold-placed').map(({ to }) => to);
    const looked = held
      .with('addNote', undefined, { on: '2026-12-01' })
      .with('lookAtHoldAgain', { hold, lookAgainOn: isoDate('2026-12-08') });
    const told = looked.notices.slice(held.notices.length).filter(({ kind }) => kind === 'hold-placed');
    expect(told.map(({ to }) => to)).toEqual(toldFirst);
    expect(email(looked, 'hold-placed').text).toContain(
      'to be reviewed on Tuesday 8 December 2026, and not on Tuesday 1 December 2026. This replaces our email of Monday 23 November 2026.',
    );
    const [first] = held.notices.filter(({ kind }) => kind === 'hold-placed');
    expect(first === undefined || isStillTrue(first, looked.file)).toBe(false);
    const same = held.with('lookAtHoldAgain', { hold, lookAgainOn: isoDate('2026-12-01') });
    expect(same.notices).toEqual(held.notices);
  });

  test('another change of the children of a case', () => {
    const two = aCase().with('addChild');
    expect(email(two, 'children-changed').text).not.toMatch(/replaces/);
    const three = two.with('addNote', undefined, { on: '2026-11-25' }).with('addChild');
    expect(email(three, 'children-changed').text).toContain(
      'is now 3. The reason is on the record. This replaces our email of Monday 23 November 2026.',
    );
  });

  test('an action with a new date, to whoever had it before', () => {
    const added = aCase().with('addAction', { owner: 'P18' as PersonId, dueOn: isoDate('2027-01-15') });
    const action = `A${added.file.seq}`;
    expect(email(added, 'action-assigned').text).toMatch(
      /^Dear .*\n\nAction 1 from SIN-2026-0007 has been given to you\./,
    );
    const moved = added.with('reassignAction', { action, owner: 'P18' as PersonId, dueOn: isoDate('2027-02-15') });
    expect(email(moved, 'action-assigned').text).toContain(
      'it was Friday 15 January 2027. This replaces our email of ',
    );
    const given = added.with('reassignAction', { action, owner: 'P19' as PersonId, dueOn: isoDate('2027-02-15') });
    expect(email(given, 'action-assigned').text).not.toMatch(/replaces/);
  });
});

test('Whoever answers for several agencies is asked by one email that lists them', () => {
  const { policy, ...file } = aCase().file;
  const contact = policy.agencies['gp']?.contact ?? ('' as PersonId);
  const agencies = Object.fromEntries(Object.entries(policy.agencies).map(([id, one]) => [id, { ...one, contact }]));
  const [first = '', second = ''] = Object.keys(agencies);
  const asked = aCase()
    .as({ ...file, policy: { ...policy, agencies } })
    .with('askAgencies', { agencies: [first, second] });
  const told = asked.notices.filter(({ kind }) => kind === 'information-asked');
  expect(told.map(({ to, values }) => [to, values['agency']])).toEqual([[contact, `${first},${second}`]]);
  expect(email(asked, 'information-asked').subject).toContain(
    `${policy.agencies[first]?.name ?? ''} and ${policy.agencies[second]?.name ?? ''}, send your information`,
  );
});
