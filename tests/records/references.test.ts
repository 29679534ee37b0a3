import { openRecords } from '../../src/records/records';
import type { Records } from '../../src/records/records';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';

describe('references of cases', () => {
  let test: TestRecords;
  let another: Records;
  beforeAll(async () => {
    test = await freshRecords();
    another = await openRecords({ url: test.url });
  });
  afterAll(async () => {
    await another.close();
    await test.close();
  });

  it('count from 0001 in each year', async () => {
    const { references } = test.records;
    expect(await references.nextReference(2030)).toBe('SIN-2030-0001');
    expect(await references.nextReference(2030)).toBe('SIN-2030-0002');
    expect(await references.nextReference(2031)).toBe('SIN-2031-0001');
  });

  it('are distinct and without gaps when two processes ask for many at once', async () => {
    const asked = Array.from({ length: 40 }, (_, n) =>
      (n % 2 === 0 ? test.records : another).references.nextReference(2026),
    );
    const given = (await Promise.all(asked)).sort();
    expect(given).toEqual(Array.from({ length: 40 }, (_, n) => `SIN-2026-${String(n + 1).padStart(4, '0')}`));
  });

  it('are the same for the same form sent again, also at the same moment', async () => {
    const asked = Array.from({ length: 10 }, (_, n) =>
      (n % 2 === 0 ? test.records : another).references.nextReference(2027, 'one form'),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['SIN-2027-0001']));
    expect(await test.records.references.nextReference(2028, 'one form')).toBe('SIN-2027-0001');
    expect(await test.records.references.nextReference(2027, 'another form')).toBe('SIN-2027-0002');
  });
});
