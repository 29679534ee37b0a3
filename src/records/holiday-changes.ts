import type { IsoDate } from '../procedure/time/time';
import { datedChanges, readDated, type DatedChange } from './dated-changes';
import type { Db } from './db';
import type { Row } from './row';

/** The ways in which a bank holiday can be another than the calendar's package has it. */
export const holidayChangeKinds = ['moved', 'removed', 'added'] as const;
export type HolidayChangeKind = (typeof holidayChangeKinds)[number];

/** A bank holiday that was moved, taken away or added after the profile was written; `date` of one added is its new day. */
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
     * Records a change and gives the one that stands: the same key twice is one change, and of two that take one day,
     * as the holiday's own or as the day to which it moves, the first stands.
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
