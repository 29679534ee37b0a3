import { contributionsOf } from '../../../src/procedure/asking/contributions';
import { correspondentsOf, isCorrespondent, isOfOrganisation } from '../../../src/procedure/asking/correspondents';
import { contributionsIn, linkStanding } from '../../../src/procedure/asking/links';
import { waitingIn } from '../../../src/procedure/asking/waiting';
import { agenciesAsked, agenciesOutstanding, information } from '../../../src/procedure/case/inquiries';
import { sightOfEntry } from '../../../src/procedure/entries-seen';
import { piecesFor, rolesNow } from '../../../src/procedure/parts';
import { remindersDue } from '../../../src/procedure/reminders/reminders';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import { toMillis, fromMillis } from '../../../src/procedure/time/dates';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Step 5, 9 and further: an organisation that is not in the settings is asked by name and address in the request. */

const circus = { organisation: words('A circus'), name: words('Jo Bloggs'), address: words('jo@circus.example.org') };
const school = { organisation: words('A school'), name: words('Al Brown'), address: words('al@school.example.org') };
const asked = (form: object = { agencies: [], organisations: [circus] }): CaseBuilder =>
  aCase().with('askAgencies', form);
/** The first organisation that the last entry names. */
const named = (one: CaseBuilder, nth = 1): PersonId => `C-${one.file.reference}-${one.file.seq}-${nth}` as PersonId;
const first = (): PersonId => named(asked());
const requestTo = (kind: string): string => `${kind}:${first()}`;
const contribution = (one: CaseBuilder, id = requestTo('return')) =>
  contributionsOf(one.file).find((other) => other.id === id);
const told = (one: CaseBuilder, kind: string) => one.notices.filter((notice) => notice.kind === kind);
const chronologies = () => aCase().before('askChronologies').trying('appointAuthor', {}, { by: 'la-partner' });

describe('An organisation that is asked by name and address', () => {
  test('is told with the agencies, and owes the answer itself', () => {
    const one = asked({ agencies: ['gp'], organisations: [circus, school] });
    expect(agenciesAsked(one.file, information)).toEqual(['gp', named(one), named(one, 2)]);
    expect(told(one, 'information-asked').map(({ to }) => to)).toEqual(['P26', named(one), named(one, 2)]);
    expect(contribution(one)?.owner).toEqual({ person: first(), as: 'agency-contact' });
  });

  test.each([
    ['information', 'askAgencies', 'information-asked', aCase, 'return'],
    ['chronologies', 'askChronologies', 'chronology-asked', chronologies, 'chronology'],
    ['further information', 'askFurther', 'further-asked', aCase, 'further'],
  ] as const)('is asked for %s', (_what, decision, kind, given, prefix) => {
    const one = given().with(decision, { agencies: [], organisations: [circus] });
    const id = prefix === 'further' ? `further:${one.file.seq}-${named(one)}` : `${prefix}:${named(one)}`;
    expect(told(one, kind).map(({ to }) => to)).toEqual([named(one)]);
    expect(contribution(one, id)?.owner).toEqual({ person: named(one), as: 'agency-contact' });
    expect(linkStanding(one.file, id, named(one))).toBe('works');
  });

  test.each(['askAgencies', 'askChronologies', 'askFurther'] as const)('%s to nobody is refused', (decision) => {
    const one = decision === 'askChronologies' ? chronologies() : aCase();
    const why = one.refusal(decision, { agencies: [] });
    const sentence = 'Choose an agency, or give the name and address of an organisation';
    expect(why?.fields).toEqual([{ field: 'agencies', sentence }]);
  });

  test('has a link of that request alone until the answer is accepted', () => {
    const one = asked({ agencies: ['gp'], organisations: [circus] });
    expect(linkStanding(one.file, requestTo('return'), first())).toBe('works');
    expect(linkStanding(one.file, 'return:gp', first())).toBe('passed-over');
    const over = one
      .with('recordReturn', { agency: first() }, { by: first() })
      .with('acceptAnswer', { contribution: requestTo('return') });
    expect(linkStanding(over.file, requestTo('return'), first())).toBe('accepted');
  });

  test.each([
    ['in full', { answer: 'returned' }, 'answered'],
    ['in part', { answer: 'partly', stillToCome: words('The registers, on Monday') }, 'in-part'],
    ['that it holds nothing', { answer: 'nil' }, 'answered'],
  ] as const)('answers %s by its link', (_how, form, state) => {
    const one = asked().with('recordReturn', { agency: first(), ...form }, { by: first() });
    expect(one.file.facts.recordReturn?.at(-1)).toMatchObject({ by: first(), role: 'agency-contact' });
    expect(contribution(one)?.state).toBe(state);
  });

  test('has its answer recorded by the Business Unit, sent back with a question, and is gone on without', () => {
    const recorded = asked().with('recordReturn', { agency: first() }, { by: 'administrator' });
    expect(agenciesOutstanding(recorded.file, information)).toEqual([]);
    const back = recorded.with('sendAnswerBack', { contribution: requestTo('return'), question: words('Which?') });
    expect(told(back, 'answer-sent-back').map(({ to }) => to)).toEqual([first()]);
    expect(contribution(back)?.state).toBe('sent-back');
    const without = asked().with('goAheadWithoutReturn', { agency: first(), reason: words('It closed') });
    expect(contribution(without)?.state).toBe('without');
  });

  test('is reminded by itself, and chased by the Business Unit', () => {
    const one = asked();
    const twoWeeks = fromMillis(toMillis(one.now) + 14 * 24 * 3_600_000);
    expect(remindersDue(one.file, twoWeeks).map(({ to }) => to)).toContain(first());
    const chased = one.with('chaseAnswers', { contributions: [requestTo('return')] });
    expect(told(chased, 'answer-chased').map(({ to }) => to)).toEqual([first()]);
  });

  test('stands under "Waiting for others" with the agencies: returns 1 of 2', () => {
    const one = asked({ agencies: ['gp'], organisations: [circus] }).with('recordReturn', { agency: 'gp' });
    const waiting = waitingIn(one.file).find(({ kind }) => kind === 'return');
    expect([waiting?.all.length, waiting?.settled.length]).toEqual([2, 1]);
    expect(waiting?.toChase.map(({ id }) => id)).toEqual([requestTo('return')]);
    expect(one.refusal('recordChronology')?.sentence).toBeDefined();
  });

  test('passes the request on to a colleague, whom the office confirms first', () => {
    const colleague = { contribution: requestTo('return'), name: words('Ro'), address: words('ro@circus.example.org') };
    const one = asked().with('nameColleague', { ...colleague, sends: 'colleague' }, { by: first() });
    const id = `C-${one.file.reference}-${one.file.seq}` as PersonId;
    expect(linkStanding(one.file, requestTo('return'), id)).toBe('passed-over');
    const confirmed = one.with('settleColleague', { colleague: id, answer: 'confirmed' }, { by: 'business-manager' });
    expect(linkStanding(confirmed.file, requestTo('return'), id)).toBe('works');
    expect(contribution(confirmed)?.answerers).toEqual([first(), id]);
  });

  test('is asked again by its code, in another request', () => {
    const one = asked();
    const again = one.with('askFurther', { agencies: [first()] });
    expect(told(again, 'further-asked').map(({ to }) => to)).toEqual([first()]);
    expect(one.refusal('askAgencies', { agencies: [first()] })?.code).toBe('already-decided');
  });

  test.each(['C-SIN-2026-0007-999-1', 'C-SIN-2026-0001-2-1'])('has to be one of the case: %s is not', (code) => {
    expect(asked().refusal('askFurther', { agencies: [code] })?.code).toBe('invalid');
  });

  test('is not a colleague to whom a request was passed on', () => {
    const one = aCase()
      .with('askAgencies', { agencies: ['gp'] })
      .with('nameColleague', { contribution: 'return:gp', name: words('Ro'), address: words('ro@gp.example.org') });
    const colleague = `C-${one.file.reference}-${one.file.seq}`;
    expect([isCorrespondent(colleague), isOfOrganisation(colleague)]).toEqual([true, false]);
    expect(one.refusal('askFurther', { agencies: [colleague] })?.code).toBe('invalid');
  });
});

describe('What an organisation sees', () => {
  test('is its request, and nothing else', () => {
    const one = asked({ agencies: ['gp'], organisations: [circus] });
    expect([...piecesFor(one.file, first())]).toEqual(['request']);
    expect(rolesNow(one.file, first())).toEqual(['agency-contact']);
    expect([...piecesFor(one.file, 'C-SIN-2026-0007-2-9' as PersonId)]).toEqual([]);
    const viewer = { id: first(), roles: [] };
    const entry = (seq: number, decision: 'askAgencies' | 'addNote', details: object = {}) =>
      sightOfEntry(viewer, one.file, {
        ...{ seq, kind: 'decision-taken', at: one.now, by: 'P01' as PersonId, decision },
        details: details as never,
      });
    const { form, seq = 0 } = one.file.facts.askAgencies?.[0] ?? {};
    expect([entry(seq, 'askAgencies', form), entry(seq, 'addNote')]).toEqual(['words', 'part']);
  });

  test('ends once the answer is accepted', () => {
    const over = asked()
      .with('recordReturn', { agency: first() }, { by: first() })
      .with('acceptAnswer', { contribution: requestTo('return') });
    expect([...piecesFor(over.file, first())]).toEqual([]);
  });
});

describe('A request to an organisation that is corrected or set aside', () => {
  const correct = (one: CaseBuilder, field: string, value: string) =>
    one.with('correctFact', { entry: one.file.seq, field, value: words(value), reason: words('Mistyped') });

  test('goes to the right address with its link, and not as a correction', () => {
    const right = correct(asked(), 'organisations.0.address', 'jo.bloggs@circus.example.org');
    const after = right.notices.slice(asked().notices.length);
    expect(after.filter(({ to }) => to === first()).map(({ kind }) => kind)).toEqual(['information-asked']);
    expect(correspondentsOf(right.file)[0]?.address).toBe(words('jo.bloggs@circus.example.org'));
    expect(linkStanding(right.file, requestTo('return'), first())).toBe('works');
  });

  test('keeps the code of the organisation where its name is corrected, and refuses another list', () => {
    const right = correct(asked(), 'organisations.0.name', 'Jo Blogs');
    expect(agenciesAsked(right.file, information)).toEqual([first()]);
    const entry = asked().file.seq;
    expect(asked().refusal('correctFact', { entry, field: 'organisations', value: [school] })?.sentence).toMatch(
      /cannot be corrected/,
    );
  });

  test('is over, and the email that says so leads to its own link', () => {
    const one = asked();
    const aside = one.with('setEntryAside', { entry: one.file.seq });
    expect(agenciesAsked(aside.file, information)).toEqual([]);
    const notice = told(aside, 'fact-corrected').find(({ to }) => to === first());
    if (notice === undefined) throw new Error('The organisation was not told.');
    expect(contributionsIn(aside.file, notice)).toEqual([{ contribution: requestTo('return'), agency: first() }]);
    expect(linkStanding(aside.file, requestTo('return'), first())).toBe('not-asked');
    expect(correspondentsOf(aside.file).map(({ id }) => id)).toEqual([first()]);
  });

  test('cannot be set aside while a later request rests on it', () => {
    const one = asked();
    const again = one.with('askFurther', { agencies: [first()] });
    expect(again.refusal('setEntryAside', { entry: one.file.seq })?.sentence).toMatch(/rests on it/);
  });

  test('leads the organisation to its request where the notification is corrected', () => {
    const one = asked().with('correctFact', { entry: 1, field: 'incidentOn', value: '2026-11-20' });
    const notice = told(one, 'fact-corrected').find(({ to }) => to === first());
    expect(notice && contributionsIn(one.file, notice)).toEqual([
      { contribution: requestTo('return'), agency: first() },
    ]);
  });

  test('is not sent any more once it was answered', () => {
    const one = asked();
    const [notice] = told(one, 'information-asked');
    if (notice === undefined) throw new Error('Nobody was asked.');
    const after = one.with('recordReturn', { agency: first() }, { by: 'administrator' });
    expect(truthOf(notice, { file: one.file, now: one.now, newer: [] }).kind).toBe('true');
    expect(truthOf(notice, { file: after.file, now: after.now, newer: [] }).kind).toBe('no-longer-true');
  });
});
