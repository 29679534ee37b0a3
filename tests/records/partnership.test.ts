import { isoDate } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import type { Person } from '../../src/records/people';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { at, later, manager, today } from './builders';

describe('what belongs to the partnership', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  it('keeps its people, those who have left the profile too', async () => {
    const { people } = test.records;
    const aPerson = (id: string, name: string): Person => ({
      id: id as PersonId,
      name,
      email: `${id.toLowerCase()}@example.org`,
      title: 'Business Manager',
      roles: ['business-manager'],
    });
    await people.savePeople([aPerson('P01', 'Ann'), aPerson('P02', 'Ben')]);
    await people.savePeople([{ ...aPerson('P01', 'Anna'), roles: [] }]);

    expect(await people.person(manager)).toEqual({ ...aPerson('P01', 'Anna'), roles: [] });
    expect(await people.people(['P02' as PersonId, 'P09' as PersonId])).toEqual([aPerson('P02', 'Ben')]);
    expect(await people.people()).toHaveLength(2);
    await people.savePeople([aPerson('P03', 'aaron')]);
    expect((await people.all()).map(({ name }) => name)).toEqual(['aaron', 'Anna', 'Ben']);
    expect(await people.person('P09' as PersonId)).toBeUndefined();
  });

  it('gives each person who is added a number above those of profiles, once for a key, and ends them', async () => {
    const { people } = test.records;
    const jo = { name: 'Jo', email: 'jo@example.org', title: 'Nurse', roles: ['legal'] } as const;
    const added = { by: manager, at };
    const { person: first } = await people.add({ ...jo, key: 'k1', added });
    expect(first).toEqual({
      id: 'P1001',
      name: 'Jo',
      email: 'jo@example.org',
      title: 'Nurse',
      roles: ['legal'],
      added,
    });
    expect((await people.add({ ...jo, key: 'k1', added })).person).toEqual(first);
    const many = await Promise.all(
      ['k2', 'k3', 'k4', 'k5'].map((key) =>
        people.add({ ...jo, email: `${key}@example.org`, key, agency: 'trust', added }),
      ),
    );
    expect(many.map(({ person }) => person.id).sort()).toEqual(['P1002', 'P1003', 'P1004', 'P1005']);
    expect(many[0]?.person.agency).toBe('trust');

    expect(await people.end(first.id, { by: manager, at: later })).toBe(true);
    expect(await people.end(first.id, { by: manager, at: later })).toBe(false);
    expect(await people.end('P9999' as PersonId, { by: manager, at })).toBe(false);
    expect((await people.added())[0]).toEqual({ ...first, ended: { by: manager, at: later } });
    expect(await people.addedUnder('k1')).toEqual({ ...first, ended: { by: manager, at: later } });
    // A number is given out once, so what is on the record under it is one person's.
    await people.savePeople([{ ...jo, id: 'P2000' as PersonId }]);
    expect((await people.add({ ...jo, key: 'k6', added })).person.id).toBe('P2001');
  });

  it('adds one person of two with one address at the same moment, and names them to whoever adds the other', async () => {
    const { people } = test.records;
    const jo = { name: 'Jo', title: 'Nurse', roles: ['legal'], added: { by: manager, at } } as const;
    const both = await Promise.all([
      people.add({ ...jo, key: 'k1', email: 'jo@example.org' }),
      people.add({ ...jo, key: 'k2', email: 'Jo@Example.org' }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['added', 'address-taken']);
    expect(both[0]?.person).toEqual(both[1]?.person);
    expect(await people.added()).toHaveLength(1);
    const [{ id } = { id: 'P0' as PersonId }] = await people.added();
    await people.end(id, { by: manager, at: later });
    expect((await people.add({ ...jo, key: 'k3', email: 'jo@example.org' })).kind).toBe('added');
  });

  it('keeps closures: one a day, each added once, withdrawn and never deleted', async () => {
    const { closures } = test.records;
    const closure = { key: 'k1', date: today, reason: 'Training', by: manager, at };
    expect(await closures.add(closure)).toEqual(closure);
    expect(await closures.add({ ...closure, reason: 'Changed' })).toEqual(closure);
    expect(await closures.add({ ...closure, key: 'k2', reason: 'Flood' })).toEqual(closure);

    expect(await closures.withdraw('k1', { by: manager, at: later })).toBe(true);
    expect(await closures.withdraw('k1', { by: manager, at: later })).toBe(false);
    await closures.add({ ...closure, key: 'k2', reason: 'Flood', at: later });
    expect(await closures.list()).toEqual([
      { ...closure, withdrawn: { by: manager, at: later } },
      { ...closure, key: 'k2', reason: 'Flood', at: later },
    ]);
  });

  it('moves one bank holiday to a day, of two that are moved or added there at the same moment', async () => {
    const { holidayChanges } = test.records;
    const to = isoDate('2027-06-04');
    const change = { reason: 'Proclaimed', by: manager, at } as const;
    const spring = { ...change, key: 'k1', change: 'moved', date: isoDate('2027-05-31'), to } as const;
    const may = { ...change, key: 'k2', change: 'moved', date: isoDate('2027-05-03'), to } as const;
    const jubilee = { ...change, key: 'k3', change: 'added', date: to, name: 'Jubilee' } as const;
    for (const ways of [
      [spring, may],
      [spring, jubilee],
    ]) {
      const stands = await Promise.all(ways.map((one) => holidayChanges.add(one)));
      expect(new Set(stands.map(({ key }) => key)).size).toBe(1);
      expect((await holidayChanges.list()).filter(({ withdrawn }) => withdrawn === undefined)).toEqual([stands[0]]);
      expect(await holidayChanges.withdraw(stands[0]?.key ?? '', { by: manager, at: later })).toBe(true);
      await test.clear();
    }
  });

  it('adds a closure whose day another is withdrawn from at the same moment', async () => {
    const { closures } = test.records;
    const closure = { date: today, reason: 'Training', by: manager, at };
    for (const turn of ['a', 'b', 'c', 'd', 'e']) {
      await closures.add({ ...closure, key: `${turn}1` });
      const [, second] = await Promise.all([
        closures.withdraw(`${turn}1`, { by: manager, at: later }),
        closures.add({ ...closure, key: `${turn}2` }),
      ]);
      expect([`${turn}1`, `${turn}2`]).toContain(second.key);
      await closures.withdraw(`${turn}2`, { by: manager, at: later });
    }
  });

  it('keeps scheduled meetings: one a day for each group, cancelled and set again', async () => {
    const { meetings } = test.records;
    const meeting = { group: 'exec', on: isoDate('2027-01-14'), by: manager, at } as const;
    expect(await meetings.add(meeting)).toBe(true);
    expect(await meetings.add(meeting)).toBe(false);
    expect(await meetings.add({ ...meeting, group: 'sub-group' })).toBe(true);

    expect(await meetings.cancel({ ...meeting, at: later, reason: 'Snow' })).toBe(true);
    expect(await meetings.cancel({ ...meeting, at: later, reason: 'Snow' })).toBe(false);
    expect(await meetings.add({ ...meeting, at: later })).toBe(true);
    expect(await meetings.list()).toEqual([
      { ...meeting, cancelled: { by: manager, at: later, reason: 'Snow' } },
      { ...meeting, at: later },
      { ...meeting, group: 'sub-group' },
    ]);
  });

  it('keeps facts of the installation by name', async () => {
    const { installation } = test.records;
    expect(await installation.fact('profile')).toBeUndefined();
    await installation.setFact('profile', { edition: 'one' });
    await installation.setFact('profile', { edition: 'two' });
    expect(await installation.fact('profile')).toEqual({ edition: 'two' });
  });
});
