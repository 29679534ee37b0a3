import { partsOf, refusal } from '../../src/procedure/refusals';
import { part, says } from '../../src/procedure/sentence';
import { refusalFrom, storedRefusal } from '../../src/procedure/stored-refusal';
import type { PersonId } from '../../src/procedure/time/time';

/* A refusal as it comes from a case or from its record, of this release or of another. */

const read = (value: unknown) => storedRefusal().parse(JSON.parse(JSON.stringify(value)));

test('A refusal is read with the parts that its sentence was made of', () => {
  const why = refusal(
    'wrong-role',
    says`${part.person('P05' as PersonId)} has no role here${part.by('correctFact', { entry: 3 })}.`,
  );
  expect(why.sentence).toBe('P05 has no role here (correctFact, entry 3).');
  expect(read(why)).toEqual(why);
});

test('A refusal of 0.1.0 has no parts, and its sentence is the only one', () => {
  const kept = { code: 'invalid', sentence: 'P05 is nobody of this partnership.' };
  expect(read(kept)).toEqual(kept);
  expect(partsOf(read(kept))).toEqual(['P05 is nobody of this partnership.']);
});

test('A refusal of a later release with parts that this one does not know is said by its sentence', () => {
  const later = {
    code: 'invalid',
    sentence: 'The court of Leeds decides.',
    parts: ['The court of ', { kind: 'court', id: 'leeds' }, ' decides.'],
    fields: [{ field: 'court', sentence: 'Choose Leeds', parts: ['Choose ', { kind: 'court', id: 'leeds' }] }],
  };
  const known = read(later);
  expect(partsOf(known)).toEqual(['The court of Leeds decides.']);
  expect((known.fields ?? []).map(partsOf)).toEqual([['Choose Leeds']]);
});

test('A refusal from a worker of a later release, for a reason that this one does not know, is said by its message', () => {
  const later = { code: 'overruled', sentence: 'A court has decided otherwise.' };
  expect(refusalFrom(later, later.sentence)).toEqual({ code: 'invalid', sentence: 'A court has decided otherwise.' });
  expect(refusalFrom({ ...later, code: 'closed' }, 'Something else')).toEqual({ ...later, code: 'closed' });
});
