import { saidOnPage } from '../../src/console/wording/said-on-page';
import { refusal } from '../../src/procedure/refusals';
import { inList, part, says, type Sentence } from '../../src/procedure/sentence';
import type { PersonId } from '../../src/procedure/time/time';
import { isoDate } from '../../src/procedure/time/dates';
import { profile } from '../profile/profiles';

/* Refusals as people read them, made of the same parts as those of the API. */

const { people, policy } = profile('kirklees');
const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
const agencyOf = (code: string): string => policy.agencies[code]?.name ?? '';
const names = { profile: { people }, policy };
const onPage = (said: string | Sentence): string => saidOnPage(names, refusal('invalid', said));
const byApi = (said: string | Sentence): string => refusal('invalid', said).sentence;
const person = (id: string) => part.person(id as PersonId);

test('A person is named in place of their id', () => {
  const said = says`Who has it: ${inList([person('P01'), person('P05')])}.`;
  expect(byApi(said)).toBe('Who has it: P01, P05.');
  expect(onPage(said)).toBe(`Who has it: ${nameOf('P01')}, ${nameOf('P05')}.`);
});

test('An agency is named in place of its code, and a code that the settings do not have stays', () => {
  const said = says`${part.agency('gp')} and ${part.agency('nobody')} have been asked.`;
  expect(byApi(said)).toBe('gp and nobody have been asked.');
  expect(onPage(said)).toBe(
    `${agencyOf('gp')} and nobody have been asked.`.replace(/^./, (first) => first.toUpperCase()),
  );
});

test('A text that looks like the id of a person or the code of an agency stays as it is', () => {
  expect(onPage('There is no parallel process P12 in this case, and no gp.')).toBe(
    'There is no parallel process P12 in this case, and no gp.',
  );
});

test('Children and relatives are counted, with a capital where the sentence begins with them', () => {
  const said = says`${part.relative('child-1')} is not ${part.relative('family-2')}.`;
  expect(byApi(said)).toBe('child-1 is not family-2.');
  expect(onPage(said)).toBe('Child 1 is not family member 2.');
});

test('Decisions lose the names that the API has for them, and codes for programs are left out', () => {
  const said = says`The hold${part.code('H3')} stands. Lift it${part.by('liftHold', { hold: 'H3' })}, or correct it${part.byEither('correctFact', 'setEntryAside')}.`;
  expect(byApi(said)).toBe('The hold (H3) stands. Lift it (liftHold, H3), or correct it (correctFact, setEntryAside).');
  expect(onPage(said)).toBe('The hold stands. Lift it, or correct it.');
});

test('Roles, steps and days are said alike at both doors', () => {
  const said = says`${part.step('outcome')} is for: ${part.role('author', policy.roleTitles)}, until ${part.day(isoDate('2026-12-07'))}.`;
  expect(byApi(said)).toMatch(/^Step 4, .* is for: .*, until Monday 7 December 2026\.$/);
  expect(onPage(said)).toBe(byApi(said).replaceAll("'", '’'));
});

test('An option of the notification form is said as the form words it', () => {
  const said = says`The criterion ${part.option('care-leaver-death')} is about a death`;
  expect(byApi(said)).toBe('The criterion "care-leaver-death" is about a death');
  expect(onPage(said)).toBe('The criterion “A care leaver under 25 has died” is about a death');
});

test('Quotation marks and apostrophes are those of print', () => {
  expect(onPage(`"Add a note" is for somebody else's role.`)).toBe('“Add a note” is for somebody else’s role.');
});

test('A refusal that 0.1.0 kept as a sentence is said as it was kept', () => {
  expect(saidOnPage(names, { sentence: 'P05 has no role in this case (replacePerson).' })).toBe(
    'P05 has no role in this case (replacePerson).',
  );
});
