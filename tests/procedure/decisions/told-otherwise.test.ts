import { aCase, type CaseBuilder } from '../../support/a-case';
import { truthOf } from '../../../src/procedure/reminders/still-true';

/* Whoever was told how a case ended is told when that is not so any more. */

const subGroup = ['P16', 'P17', 'P18', 'P19', 'P20', 'P21', 'P22'];
const not = { outcome: 'not-to-proceed' } as const;
/** Emails of the last decision of a case: their kind, and to whom each went. */
const told = (one: CaseBuilder) =>
  one.notices.filter(({ key }) => key.split('/')[1] === String(one.file.seq)).map(({ kind, to }) => `${kind} ${to}`);
const toldOf = (kind: string, one: CaseBuilder) =>
  told(one).flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));

describe('The sub-group, told that a case does not proceed', () => {
  const ended = () => aCase().at('outcome').with('recordOutcome', not);

  test('is told that it is to be notified after all, and which email that replaces', () => {
    const one = ended().with('recordOutcome', { outcome: 'notify' });
    expect(toldOf('proceeds-after-all', one)).toEqual(subGroup);
    expect(toldOf('notification-to-make', one)).toEqual(['P02', 'P01']);
    const notice = one.notices.find(({ kind }) => kind === 'proceeds-after-all');
    expect(notice?.values).toMatchObject({ replaces: ended().today, step: 'Outcome and Ofsted notification' });
  });

  test('is told anew each time that it is decided otherwise', () => {
    const again = ended().with('recordOutcome', { outcome: 'notify' }).with('recordOutcome', not);
    expect(toldOf('not-to-proceed', again)).toEqual([...subGroup, 'P01', 'P02']);
    expect(toldOf('proceeds-after-all', again.with('recordOutcome', { outcome: 'notify' }))).toEqual(subGroup);
  });

  test('is told of a case that is reopened, and of its new outcome', () => {
    const reopened = ended().with('enterOnMatrix').with('reopenCase', {}, { on: '2027-02-01' });
    expect(toldOf('case-reopened', reopened)).toEqual(expect.arrayContaining(subGroup));
    const notified = reopened.before('recordOutcome').with('recordOutcome', { outcome: 'notify' });
    expect(toldOf('proceeds-after-all', notified)).toEqual(subGroup);
    expect(toldOf('proceeds-after-all', reopened.before('recordOutcome').with('recordOutcome', not))).toEqual([]);
  });

  test('is told that its case is withdrawn, and that it goes on', () => {
    const withdrawn = ended().with('withdrawCase');
    expect(toldOf('case-withdrawn', withdrawn)).toEqual(expect.arrayContaining(subGroup));
    expect(toldOf('case-reopened', withdrawn.with('reopenCase'))).toEqual(expect.arrayContaining(subGroup));
  });

  test('is told that the entry that told it was corrected, or set aside', () => {
    const entry = ended().file.facts.recordOutcome?.[0]?.seq;
    const corrected = ended().with('correctFact', { entry, field: 'reason', value: 'W9' });
    expect(toldOf('fact-corrected', corrected)).toEqual(expect.arrayContaining(subGroup));
    const aside = ended().with('setEntryAside', { entry });
    expect(toldOf('fact-corrected', aside)).toEqual(expect.arrayContaining(subGroup));
    expect(toldOf('proceeds-after-all', aside.with('recordOutcome', { outcome: 'notify' }))).toEqual(subGroup);
  });

  test('is not told that what was told since is true no longer', () => {
    const one = ended().with('recordOutcome', { outcome: 'notify' });
    const notice = one.notices.find(({ kind }) => kind === 'proceeds-after-all');
    if (notice === undefined) throw new Error('Nobody was told.');
    const truth = (later: CaseBuilder) => truthOf(notice, { file: later.file, now: later.now, newer: [] });
    expect(truth(one).kind).toBe('true');
    expect(truth(one.with('recordOfstedNotification')).kind).toBe('true');
    expect(truth(one.with('recordOutcome', not))).toMatchObject({ why: 'The case is not to be notified any more.' });
    expect(truth(one.with('withdrawCase'))).toMatchObject({ why: 'The case was withdrawn.' });
    const twice = one.with('recordOutcome', not).with('recordOutcome', { outcome: 'notify' });
    expect(truth(twice)).toMatchObject({ why: expect.stringContaining('decided again') as unknown });
  });
});

test('A case that is to be notified from the beginning is told to the Business Unit alone', () => {
  const one = aCase().at('outcome').with('recordOutcome');
  expect(told(one)).toEqual(['notification-to-make P02', 'notification-to-make P01']);
  expect(toldOf('case-withdrawn', one.with('withdrawCase'))).not.toEqual(expect.arrayContaining(subGroup));
  expect(toldOf('case-reopened', one.with('withdrawCase').with('reopenCase'))).not.toContain('P17');
});

describe('Where the criteria proved not to be met', () => {
  const byAuthority = { by: 'la-partner' } as const;
  const ended = () => aCase().past('outcome').with('recordCriteriaNotMet', {}, byAuthority);

  test('the Business Unit, which had notified, is told', () => {
    expect(toldOf('criteria-not-met', ended())).toEqual(expect.arrayContaining([...subGroup, 'P01', 'P02']));
  });

  test('the wider partners are told where they were told of a review', () => {
    const wider = 'P25';
    expect(aCase().file.people['wider-partner']).toContain(wider);
    expect(toldOf('criteria-not-met', ended())).not.toContain(wider);
    const determined = aCase().before('recordDetermination').with('recordDetermination');
    expect(toldOf('criteria-not-met', determined.with('recordCriteriaNotMet', {}, byAuthority))).toContain(wider);
  });

  test('everybody who was told so is told that the case is reopened', () => {
    const told = toldOf('criteria-not-met', ended());
    expect(toldOf('case-reopened', ended().with('reopenCase'))).toEqual(expect.arrayContaining(told));
  });
});

test('Whoever was told that a case is withdrawn is told that it is reopened', () => {
  const withdrawn = aCase().at('comments').with('withdrawCase');
  expect(toldOf('case-withdrawn', withdrawn)).toEqual(expect.arrayContaining(subGroup));
  expect(toldOf('case-reopened', withdrawn.with('reopenCase'))).toEqual(
    expect.arrayContaining(toldOf('case-withdrawn', withdrawn)),
  );
});
