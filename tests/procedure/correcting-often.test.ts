import { definitionOf } from '../../src/procedure/catalogue';
import { correctionTellings, type FindTelling } from '../../src/procedure/case/correction-tellings';
import { fact } from '../../src/procedure/case/facts';
import { aCase, type CaseBuilder } from '../support/a-case';

/* An entry may be corrected as often as need be: a correction does not look through all those before it. */

const sentOf = (one: CaseBuilder) => fact(one.file, 'sendToFrontDoor')?.seq ?? 0;

/** The case with the day on which it went to the Front Door corrected so many times more. */
const corrected = (one: CaseBuilder, times: number): CaseBuilder =>
  times === 0
    ? one
    : corrected(
        one.with('correctFact', { entry: sentOf(one), field: 'on', value: fact(one.file, 'sendToFrontDoor')?.on }),
        times - 1,
      );

test('A correction asks every entry whom it told, and no earlier correction', () => {
  const one = corrected(aCase().past('front-door'), 2);
  const asked: string[] = [];
  const find: FindTelling = (name) => {
    asked.push(name);
    return definitionOf(name);
  };
  correctionTellings(one.file, one.file, { entry: sentOf(one), field: 'on', find });
  expect(asked).toContain('recordOversight');
  expect(asked).not.toContain('correctFact');
});

test('An entry is corrected twelve times, and each time those who were told of it are told', () => {
  const before = corrected(aCase().past('front-door'), 11);
  const after = corrected(before, 1);
  const sent = after.notices.slice(before.notices.length);
  expect(sent.map(({ kind }) => kind)).toContain('fact-corrected');
  expect(new Set(sent.map(({ kind }) => kind)).size).toBe(1);
});
