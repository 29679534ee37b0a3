import type { LinkOf } from '../../src/procedure/asking/links';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { answerTokenOf, isAnswerToken } from '../../src/security/answer-token';
import { newPayloadKey } from '../../src/security/payload-keys';

const key = newPayloadKey('2026-11-30');
const of: LinkOf = {
  reference: 'SIN-2026-0007' as CaseReference,
  contribution: 'return:gp',
  person: 'P26' as PersonId,
};

test('a link has the same token in every email', () => {
  expect(answerTokenOf(key, of)).toBe(answerTokenOf({ ...key }, { ...of }));
});

test('another case, contribution, person or key gives another token', () => {
  const others = [
    answerTokenOf(key, { ...of, reference: 'SIN-2026-0008' as CaseReference }),
    answerTokenOf(key, { ...of, contribution: 'chronology:gp' }),
    answerTokenOf(key, { ...of, person: 'P27' as PersonId }),
    answerTokenOf(newPayloadKey('2026-11-30'), of),
    // Nothing is the same because it was joined differently.
    answerTokenOf(key, { ...of, contribution: 'information', person: ':gpP26' as PersonId }),
  ];
  expect(new Set([answerTokenOf(key, of), ...others]).size).toBe(others.length + 1);
});

test('a token has 128 bits in letters and digits that every mail program keeps', () => {
  expect(answerTokenOf(key, of)).toMatch(/^[0-9a-f]{32}$/);
  expect(isAnswerToken(answerTokenOf(key, of))).toBe(true);
  for (const text of ['', 'x'.repeat(32), '0'.repeat(31), '0'.repeat(33), 'A'.repeat(32)])
    expect(isAnswerToken(text)).toBe(false);
});
