import { catalogue } from '../../src/procedure/catalogue';
import { addDays } from '../../src/procedure/time/dates';
import { whyNotOpen } from '../../src/procedure/not-open';
import { whyNotOfDay } from '../../src/procedure/take';
import { aCase } from '../support/a-case';

/* Rules that hold for every decision of the catalogue alike; what differs is in decisions/. */

const names = catalogue.map(({ name }) => name);

describe('Whatever is decided', () => {
  const one = aCase().at('planning');
  const { file, today } = one;

  test('is not dated in the future', () => {
    const code = (name: (typeof names)[number]) => whyNotOfDay(file, name, { on: addDays(today, 1), today })?.code;
    expect(names.filter((name) => code(name) !== 'in-the-future')).toEqual([]);
  });

  test('is not dated before the notification was received', () => {
    const on = addDays(file.notification.receivedOn, -1);
    const code = (name: (typeof names)[number]) => whyNotOfDay(file, name, { on, today })?.code;
    expect(names.filter((name) => code(name) !== 'against-the-record')).toEqual([]);
  });

  test('is refused once the case is closed, but for its reopening', () => {
    const closed = { ...file, closedOn: today };
    expect(names.filter((name) => whyNotOpen(closed, name)?.code !== 'closed')).toEqual(['reopenCase']);
  });

  test('is one decision under one key, with the same content', () => {
    const key = 'the-key';
    const form = one.formOf('addNote');
    const after = one.with('addNote', form, { key });
    const same = { on: today, now: after.now, key };
    expect(after.attempt('addNote', form, same)).toEqual({ kind: 'repeated', seq: after.file.seq });
  });

  test.each([
    ['another form', { form: { note: 'Another note' } }],
    ['another day', { taken: { on: addDays(today, -1) } }],
    ['another person', { taken: { by: 'spr-coordinator' as const } }],
  ])('is not another decision under the same key: %s', (_what, { form, taken }: Otherwise) => {
    const key = 'the-key';
    const after = one.with('addNote', undefined, { key });
    const refusal = after.refusal('addNote', form, { on: today, now: after.now, key, ...taken });
    expect(refusal?.code).toBe('key-used-for-another');
  });
});

interface Otherwise {
  readonly form?: object;
  readonly taken?: { readonly on?: string; readonly by?: 'spr-coordinator' };
}
