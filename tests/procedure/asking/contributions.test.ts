import { awaited, contributionsOf, type Contribution } from '../../../src/procedure/asking/contributions';
import { requestAs } from '../../../src/procedure/asking/requests';
import { usualRequests } from '../../../src/procedure/asking/settings';
import type { CaseFile } from '../../../src/procedure/case/case-file';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import { piecesFor, requestsOf, rolesNow } from '../../../src/procedure/parts';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Contributions: what a case waits for from people, whose it is, since when, by when, and what the request says. */

const waiting = ({ file }: CaseBuilder): readonly string[] =>
  awaited(file).map(({ id, owner, due }) => `${id} ${typeof owner === 'string' ? owner : owner.person} ${due ?? '–'}`);
const one = ({ file }: CaseBuilder, id: string): Contribution | undefined =>
  contributionsOf(file).find((each) => each.id === id);
/** The request to the GP practices, as they read it. */
const requestOf = ({ file }: CaseBuilder) => {
  const found = contributionsOf(file).find(({ id }) => id === 'return:gp')?.asked;
  return found === undefined ? undefined : requestAs(file, found);
};
const asked = (form: object = {}) => aCase().with('askAgencies', { agencies: ['gp', 'housing'], ...form });

describe('A case waits for', () => {
  test.each<[string, () => CaseBuilder, readonly string[]]>([
    [
      'the agencies to ask and a summary from each partner, from its opening on',
      aCase,
      [
        'naming:la la-partner 2026-11-26',
        'summary:la la-partner 2026-11-26',
        'naming:police police-partner 2026-11-26',
        'summary:police police-partner 2026-11-26',
        'naming:health health-partner 2026-11-26',
        'summary:health health-partner 2026-11-26',
      ],
    ],
    [
      'each agency that was asked, a working day before the Business Unit’s own date',
      () => aCase().past('outcome').at('information').before('recordReturn'),
      ['return:gp P26 2026-11-30', 'return:locala P27 2026-11-30'],
    ],
    [
      'each agency’s chronology',
      () => aCase().before('recordChronologyReturn'),
      ['chronology:gp P26 2026-12-23', 'chronology:locala P27 2026-12-23'],
    ],
    [
      'word from the partner who agreed to disseminate the response, by the date of that step',
      () => aCase().before('agreeDissemination').with('agreeDissemination', { partner: 'police' }),
      ['dissemination:police police-partner 2027-01-13'],
    ],
    ['nobody to disseminate the response where no partner was named', () => aCase().before('recordDissemination'), []],
    [
      'the answer of whoever decided what was recorded for them',
      () =>
        aCase()
          .at('outcome')
          .before('recordOutcome')
          .with(
            'recordOutcome',
            { outcome: 'not-to-proceed' },
            { by: 'business-manager', onBehalf: { of: 'la-partner' } },
          ),
      ['confirmation:8 la-partner 2026-11-30'],
    ],
    ['the media statement', () => aCase().before('recordMediaStatement'), ['statement communications 2027-03-23']],
    ['nobody once it is closed', () => aCase().atTheEnd(), []],
  ])('%s', (_what, given, expected) => {
    expect(waiting(given())).toEqual(expected);
  });

  test('the comments of each member of the sub-group, by the date of their step', () => {
    const shared = aCase().before('recordComment');
    expect(awaited(shared.file).map(({ kind, due }) => `${kind} ${due ?? ''}`)).toEqual(
      Array.from({ length: 7 }, () => 'comments 2027-02-02'),
    );
    // The step reminds every member; a date of their own would remind them twice.
    expect(openDeadlines(shared.file).filter(({ id }) => id.startsWith('comments'))).toHaveLength(1);
  });

  test('nothing more of whoever answered what was recorded for them, whether they agree or object', () => {
    const recorded = aCase()
      .at('outcome')
      .with('recordOutcome', { outcome: 'not-to-proceed' }, { by: 'business-manager', onBehalf: { of: 'la-partner' } });
    const answers = [{ agrees: 'yes' }, { agrees: 'no', objection: words('It was not so') }].map((form) =>
      waiting(recorded.with('confirmEntry', form, { by: 'la-partner' })),
    );
    expect(answers).toEqual([[], []]);
  });

  test('no agency once its step is not needed any more', () => {
    const ended = asked().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' });
    expect(waiting(ended)).toEqual([]);
  });
});

describe('The date of a request', () => {
  test('is the one that was asked for', () => {
    expect(one(asked({ wantedOn: '2026-11-27' }), 'return:gp')?.due).toBe('2026-11-27');
  });

  test('moves with the step where none was asked for', () => {
    const later = asked().with('extendDeadline', { deadline: 'information', to: '2026-12-07' });
    expect(one(later, 'return:gp')?.due).toBe('2026-12-04');
  });

  test('is after the asking, however late that is', () => {
    const late = aCase().with(
      'askAgencies',
      { agencies: ['gp'] },
      { on: '2026-12-09', now: '2026-12-09T10:00:00.000Z' },
    );
    expect(one(late, 'return:gp')?.due).toBe('2026-12-10');
  });

  test('is what the email to the agency says, in place of the Business Unit’s own', () => {
    const told = asked({ wantedOn: '2026-11-27' });
    const email = told.notices.find(({ kind }) => kind === 'information-asked');
    const truth = email && truthOf(email, { file: told.file, now: email.at, newer: [] });
    expect(truth?.kind === 'true' ? truth.notice.values['due'] : truth).toBe('2026-11-27');
  });

  test('can be extended for one agency alone', () => {
    const extended = asked().with('extendDeadline', { deadline: 'return:gp', to: '2026-12-03' });
    const dates = openDeadlines(extended.file).flatMap(({ id, due }) =>
      id.startsWith('return:') ? [`${id} ${due}`] : [],
    );
    expect(dates).toEqual(['return:gp 2026-12-03', 'return:housing 2026-11-30']);
  });
});

describe('A request', () => {
  test('says what the settings say, of the whole family, for the usual period', () => {
    expect(requestOf(asked())).toEqual({
      kind: 'return',
      purpose: usualRequests.return.purpose,
      questions: usualRequests.return.questions,
      periodFrom: '2024-11-22',
      periodTo: '2026-11-23',
      people: ['child-1', 'family-1'],
      wantedOn: '2026-11-30',
      telephone: '01632 960017',
    });
  });

  test('says what was decided, in place of the settings', () => {
    const own = {
      purpose: words('words:why'),
      questions: [words('words:which')],
      periodFrom: '2025-01-01',
      periodTo: '2026-01-01',
      familyMembers: ['child-1'],
      wantedOn: '2026-11-27',
      telephone: words('words:number'),
    };
    const { familyMembers, ...said } = own;
    expect(requestOf(asked(own))).toEqual({ kind: 'return', ...said, people: familyMembers });
  });

  test('has the telephone number of the settings', () => {
    const { file } = asked();
    const policy = { ...file.policy, requests: { ...usualRequests, telephone: '01632 960147' } };
    const with147 = { ...file, policy };
    const requests = contributionsOf(with147).flatMap((each) =>
      each.asked === undefined ? [] : [requestAs(with147, each.asked).telephone],
    );
    expect(new Set(requests)).toEqual(new Set(['01632 960147']));
  });
});

describe('Whoever a request was passed on to', () => {
  const colleague = 'P18' as PersonId;
  const passed = () => asked().with('passRequestOn', { contribution: 'return:gp', to: colleague, sends: 'colleague' });
  const sees = (file: CaseFile) => [...piecesFor(file, colleague)];

  test('sees the request, and nothing else of the case, until the answer is accepted', () => {
    expect(sees(asked().file)).toEqual([]);
    expect(sees(passed().file)).toEqual(['request']);
    expect(requestsOf(passed().file, colleague).map(({ id }) => id)).toEqual(['return:gp']);
    const accepted = passed()
      .with('recordReturn', { agency: 'gp' })
      .with('acceptAnswer', { contribution: 'return:gp' });
    expect(sees(accepted.file)).toEqual([]);
  });

  test('has the role of a contact for that time', () => {
    expect(rolesNow(asked().file, colleague)).not.toContain('agency-contact');
    expect(rolesNow(passed().file, colleague)).toContain('agency-contact');
    expect(rolesNow({ ...passed().file, shutOut: { [colleague]: [] } }, colleague)).toEqual([]);
  });
});

test('An agency that the case went on without sees its request until the answers are collated, and no longer', () => {
  const without = ['la', 'police', 'health']
    .reduce<CaseBuilder>((made, partner) => made.with('nameAgencies', { partner, agencies: [] }), asked())
    .with('recordReturn', { agency: 'gp' })
    .with('goAheadWithoutReturn', { agency: 'housing' });
  const housing = 'P32' as PersonId;
  expect([...piecesFor(without.file, housing)]).toEqual(['request']);
  expect([...piecesFor(without.with('recordChronology').file, housing)]).toEqual([]);
});

describe('An organisation beside the settings', () => {
  const nursery = 'P77' as PersonId;
  const told = () => asked({ agencies: ['gp', nursery] });

  test('is asked through the person who answers for it', () => {
    expect(one(told(), `return:${nursery}`)?.owner).toEqual({ person: nursery, as: 'agency-contact' });
    expect(told().notices.filter(({ to, kind }) => to === nursery && kind === 'information-asked')).toHaveLength(1);
    expect(told().refusal('recordReturn', { agency: nursery }, { by: nursery })).toBeUndefined();
  });

  test('has to be somebody whom the records know', () => {
    expect(aCase().refusal('askAgencies', { agencies: ['P1005'] })?.code).toBe('invalid');
  });
});
