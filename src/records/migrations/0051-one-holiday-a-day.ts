import type { Migration } from './migration';

/**
 * Adds a constraint: only one change at a time makes a day a bank holiday, whether it moves a holiday there or adds
 * one.
 */
export const oneHolidayADay: Migration = {
  number: 51,
  name: 'one-holiday-a-day',
  sql: `
CREATE UNIQUE INDEX holiday_changes_one_to_a_day ON holiday_changes (coalesce(to_date, date))
  WHERE withdrawn_at IS NULL AND change <> 'removed';
`,
};
