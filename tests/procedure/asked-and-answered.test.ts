import { contributionsOf } from '../../src/procedure/asking/contributions';
import { whyNotOpen } from '../../src/procedure/not-open';
import { plannedDates } from '../../src/procedure/dates/plan';
import { mayBeRecordedFor, mayRecordForOthers } from '../../src/procedure/may-take';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';

/* Asks who is asked for what, and when: obligations of the procedure that concern several decisions, a test for each. */

test('Step 3: the Business Manager, who receives the outcome of the partners’ meeting, can record it for the Local Authority', () => {
  const { file } = aCase().at('outcome');
  const [manager] = file.people['business-manager'] ?? [];
  expect(mayBeRecordedFor(file, 'recordOutcome')).toContain('la-partner');
  expect(mayRecordForOthers(file, 'recordOutcome', manager as PersonId)).toBe(true);
});

test('Step 5: each agency that is asked owes its information before the Business Unit collates', () => {
  const { file } = aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
  const { due = '' } = plannedDates(file, 'information');
  const asked = contributionsOf(file).filter(({ id }) => id.startsWith('return:'));
  expect(asked.map(({ agency }) => agency)).toEqual(['gp', 'housing']);
  for (const one of asked) expect(String(one.due) < due).toBe(true);
});

test('Step 7: further information that is wanted is a request to the agencies, each with its own date', () => {
  const decided = aCase().past('determination');
  expect(whyNotOpen(decided.file, 'askFurther')).toBeUndefined();
  const { file } = decided.with('askFurther', { agencies: ['gp'] });
  const further = contributionsOf(file).filter(({ id }) => id.startsWith('further:'));
  expect(further.map(({ agency, isOver }) => [agency, isOver])).toEqual([['gp', false]]);
  expect(further[0]?.due).toBeDefined();
});
