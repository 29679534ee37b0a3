import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { outsideBodies } from '../../src/procedure/roles';
import { isoDate } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';
import { allNotices } from '../support/all-notices';
import { words } from '../support/default-forms';
import { rendered, templates } from './notices';
import { emailOfNotice } from '../../src/mail/notice-email';

/*
 * Step 17 and others: outside bodies (National Panel, Secretary of State, Ofsted) never get a link that they cannot open,
 * nor a statement that is not true.
 */

const reason = words('The reason');
const correctedNotice = (one: CaseBuilder) =>
  one.with('correctFact', {
    entry: one.file.facts.sendNoticeOfIntent?.at(-1)?.seq,
    field: 'matrixLink',
    value: words('Another'),
    reason,
  });
const again = () =>
  aCase()
    .choosing({ recordPanelReply: [{ reply: 'disagrees' }] })
    .past('review-decision');
const held = () => {
  const one = aCase()
    .at('planning')
    .with('placeHold', { step: 'planning', lookAgainOn: isoDate('2028-01-10') });
  const hold = `H${one.file.seq}`;
  return one.with('draftDelayLetter', { hold }).with('sendDelayLetter', { hold });
};

const cases: Readonly<Partial<Record<NoticeKind, () => CaseBuilder>>> = {
  'notice-of-intent': () => aCase().past('notice-of-intent'),
  'reasons-sent': () =>
    aCase()
      .choosing({ recordSignOff: [{ outcome: 'improvements-only', reason }] })
      .past('reasons-sent'),
  'delay-letter': held,
  'determination-told': again,
  'criteria-not-met': () => aCase().past('outcome').with('recordCriteriaNotMet', {}, { by: 'la-partner' }),
  'fact-corrected': () => correctedNotice(aCase().past('notice-of-intent')),
};

const toOutside = (one: CaseBuilder, kind: NoticeKind) =>
  one.notices.filter((notice) => notice.kind === kind && outsideBodies.some((body) => body === notice.as));

test.each(Object.entries(cases))('%s reaches them without a link, and says what is sent separately', (name, given) => {
  const kind = name as NoticeKind;
  const theirs = toOutside(given(), kind);
  expect(theirs.length).toBeGreaterThan(0);
  for (const notice of theirs) {
    const { text, html } = rendered(notice);
    expect(`${text}${html}`).not.toMatch(/https?:|is with you|on the record|\bOpen\b|undefined/);
    expect(text).toMatch(/Business Unit/);
    expect(text).toMatch(/What to do: \S/);
  }
});

test('A template of a partnership’s own loses its link for them, too', () => {
  const [notice] = toOutside(aCase().past('notice-of-intent'), 'notice-of-intent');
  if (notice === undefined) throw new Error('The Panel was not told.');
  const { text } = rendered(notice, { link: 'https://reviews.example.org/a_case' });
  expect(text).not.toContain('a_case');
});

test('Each of them reads the reference that Ofsted gave, and nobody else does', () => {
  const one = aCase().past('notice-of-intent');
  const reference = one.file.facts.recordOfstedNotification?.at(-1)?.form.reference ?? 'none';
  const emails = one.notices
    .filter(({ kind }) => kind === 'notice-of-intent')
    .map((notice) => {
      const { text } = emailOfNotice(
        { templates, publicUrl: 'https://reviews.example.org' },
        { file: one.file, notice, person: { name: 'A Person' }, answers: [] },
      );
      const isOutside = outsideBodies.some((body) => body === notice.as);
      return [notice.as, text.includes(`Ofsted’s reference of the notification: ${reference}`) === isOutside];
    });
  expect(emails.length).toBeGreaterThan(3);
  expect(emails.filter(([, right]) => right !== true)).toEqual([]);
});

test('People of the partnership keep the link, and read that the report is with them', () => {
  const notice = aCase()
    .past('notice-of-intent')
    .notices.find(({ kind, as }) => kind === 'notice-of-intent' && as === 'sub-group-chair');
  if (notice === undefined) throw new Error('The chair was not told.');
  expect(rendered(notice).text).toMatch(/The full report is with you ahead of that day[\s\S]*https:/);
});

test('A second notice of intent says that it replaces the first, to them as to others', () => {
  const one = aCase().past('notice-of-intent');
  const first = one.file.facts.sendNoticeOfIntent?.at(-1)?.form.publishOn ?? isoDate('2027-01-01');
  const second = one.with('sendNoticeOfIntent', { publishOn: isoDate('2027-05-28') });
  const texts = toOutside(second, 'notice-of-intent').slice(-3);
  expect(texts).toHaveLength(3);
  expect(first).not.toBe('2027-05-28');
  for (const notice of texts) {
    // The day of the first email is known once it was sent; the sender puts it in.
    const { text, subject } = rendered({ ...notice, values: { ...notice.values, replaces: isoDate('2027-03-01') } });
    expect(subject).toContain('a new date');
    expect(text).toContain('This replaces our email of Monday 1 March 2027');
  }
});

test('Every kind of email that goes to them is in the table', () => {
  const kinds = allNotices().flatMap(({ kind, as }) => (outsideBodies.some((body) => body === as) ? [kind] : []));
  expect(Object.keys(cases)).toEqual(expect.arrayContaining([...new Set(kinds)]));
});
