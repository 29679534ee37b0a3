import { prepare } from '../../src/casework/preparing';
import { actionsOf } from '../../src/procedure/case/actions';
import { catalogue } from '../../src/procedure/catalogue';
import { currentDue } from '../../src/procedure/dates/deadlines';
import { lastDecided, replacedBy, whyDecidedSince } from '../../src/procedure/case/since';
import { take } from '../../src/procedure/take';
import { openFor } from '../support/open-decisions';
import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';

/* Two people, one thing: a decision that was made from an earlier state of the case is not taken unseen. */

test.each(catalogue.map(({ name }) => name))(
  '%s is not taken where the case was decided on since it was read',
  (name) => {
    const { one, by, form } = openFor(name);
    const { file, now } = one;
    const prepared = prepare(file, { name, form, actor: { id: by }, key: 'since', on: one.today, now });
    if (prepared.kind === 'refused') throw new Error(JSON.stringify(prepared));
    const { call } = prepared;
    const taken = take(file, { ...call, madeFrom: file.seq }, now);
    expect([taken.kind, taken.kind === 'refused' && taken.refusal]).toEqual(['taken', false]);
    expect(take(file, call, now)).toMatchObject({ kind: 'taken' });
    const overtaken = {
      ...file,
      seq: file.seq + 1,
      taken: { ...file.taken, other: { seq: file.seq + 1, fingerprint: '' } },
    };
    const answer = take(overtaken, { ...call, madeFrom: file.seq }, now);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'changed-since' } });
  },
);

test('A reminder that went out since does not stand in the way of a decision', () => {
  const { file } = aCase();
  expect(whyDecidedSince({ ...file, seq: file.seq + 3 }, file.seq)).toBeUndefined();
  expect(whyDecidedSince(file, file.seq + 1)?.code).toBe('changed-since');
});

test('A decision that was taken is answered again under its key, whatever happened since', () => {
  const one = aCase();
  const call = { name: 'addNote', key: 'k', by: one.file.openedBy.person, form: { note: words('A note') } } as const;
  const first = take(one.file, { ...call, by: 'P01' as never, madeFrom: one.file.seq }, one.now);
  if (first.kind !== 'taken') throw new Error(JSON.stringify(first));
  expect(take(first.file, { ...call, by: 'P01' as never, madeFrom: one.file.seq }, one.now)).toEqual({
    kind: 'repeated',
    seq: first.event.seq,
  });
});

test('An extension says the date that it replaced, planned or extended before', () => {
  const one = aCase();
  const planned = currentDue(one.file, 'information');
  const once = one.with('extendDeadline', { deadline: 'information', to: '2026-12-09' as never });
  const twice = once.with('extendDeadline', { deadline: 'information', to: '2026-12-16' as never });
  expect(replacedBy(twice.file, lastDecided(once.file))).toEqual([{ field: 'to', was: planned, is: '2026-12-09' }]);
  expect(replacedBy(twice.file, lastDecided(twice.file))).toEqual([
    { field: 'to', was: '2026-12-09', is: '2026-12-16' },
  ]);
});

test('A correction says the value that it replaced, and a second owner of an action who had it before', () => {
  const one = aCase().with('sendToFrontDoor', { sentBy: words('Robin') });
  const entry = one.file.seq;
  const corrected = one.with('correctFact', { entry, field: 'sentBy', value: 'Sam', reason: words('A slip') });
  expect(replacedBy(corrected.file, corrected.file.seq)).toEqual([{ field: 'sentBy', was: 'Robin', is: 'Sam' }]);
  const acting = aCase().with('addAction');
  const action = actionsOf(acting.file)[0]?.id ?? '';
  const first = acting.with('reassignAction', { action, owner: 'P02' as never });
  const second = first.with('reassignAction', { action, owner: 'P03' as never });
  expect(replacedBy(second.file, second.file.seq)).toContainEqual({ field: 'owner', was: 'P02', is: 'P03' });
});
