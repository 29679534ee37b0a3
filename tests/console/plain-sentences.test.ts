import { inPlainWords } from '../../src/console/wording/plain-sentences';
import type { ProfilePerson } from '../../src/profile/load';
import { profile } from '../profile/profiles';

/* The sentences of the rules as people read them. */

const people: readonly ProfilePerson[] = profile('kirklees').people;
const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
const plain = (sentence: string): string => inPlainWords({ people }, sentence);

test('a person is named in place of their id', () => {
  expect(plain('P05 has no role in this case.')).toBe(`${nameOf('P05')} has no role in this case.`);
  expect(plain('It is held by P01, P02.')).toBe(`It is held by ${nameOf('P01')}, ${nameOf('P02')}.`);
});

test('a parallel process whose code looks like a person’s id is not taken for the person', () => {
  expect(plain('There is no parallel process P12 in this case.')).toBe(
    'There is no parallel process P12 in this case.',
  );
  expect(plain('Parallel process P12: its next date')).toBe('Parallel process P12: its next date');
});

test('decisions lose the names that the API has for them, and quotation marks and apostrophes are those of print', () => {
  expect(plain("Record the Exec partners' answer first (recordExecAnswer).")).toBe(
    'Record the Exec partners’ answer first.',
  );
  expect(plain('"Add a note" is for others.')).toBe('“Add a note” is for others.');
});
