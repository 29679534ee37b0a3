import type { Migration } from './migration';

/** A day becomes a bank holiday by one change at a time, whether a holiday is moved to that day or added on it. */
export const oneHolidayADay: Migration = {
  number: 51,
  name: 'one-holiday-a-day',
  sql: `
CREATE UNIQUE INDEX holiday_changes_one_to_a_day ON holiday_changes (coalesce(to_date, date))
  WHERE withdrawn_at IS NULL AND change <> 'removed';
`,
};
