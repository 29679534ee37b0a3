import type { IsoDate } from '../procedure/time/time';
import { datedChanges, readDated, type DatedChange } from './dated-changes';
import type { Db } from './db';
import type { Row } from './row';

/** Ways in which a bank holiday can differ from the calendar's package. */
export const holidayChangeKinds = ['moved', 'removed', 'added'] as const;
export type HolidayChangeKind = (typeof holidayChangeKinds)[number];

/**
 * A bank holiday that was moved, taken away or added after the profile was written. `date` is its day before the
 * change, or the new day of an added one.
 */
export interface HolidayChange extends DatedChange {
  readonly change: HolidayChangeKind;
  /** The day to which it was moved. */
  readonly to?: IsoDate;
  readonly name?: string;
}

/** Changes of bank holidays. Nothing is deleted; one can be withdrawn. */
export function holidayChangesRepository(db: Db) {
  const { add, ...others } = datedChanges<HolidayChange>(db, {
    name: 'holiday_changes',
    own: ['change', 'to_date', 'name'],
    days: 'ARRAY[date, to_date]',
    values: ({ change, to, name }) => [change, to ?? null, name ?? null],
    read: holidayChange,
  });
  return {
    ...others,
    /**
     * Records a change and returns the one that stands. The same key twice is one change. Of two changes that take one
     * day, whether as the holiday's own or as its new day, the first stands.
     */
    add: (change: Omit<HolidayChange, 'withdrawn'>): Promise<HolidayChange> =>
      add(change, change.to === undefined ? [change.date] : [change.date, change.to]),
  };
}

/** Changes of bank holidays. */
export type HolidayChangesRepository = ReturnType<typeof holidayChangesRepository>;

function holidayChange(row: Row): HolidayChange {
  const change = holidayChangeKinds.find((known) => known === row.text('change'));
  if (change === undefined) throw new TypeError(`The records know no change "${row.text('change')}" of a holiday.`);
  return {
    ...readDated(row),
    change,
    ...(row.has('to_date') && { to: row.date('to_date') }),
    ...(row.has('name') && { name: row.text('name') }),
  };
}
