import type { Calendar } from '../../src/procedure/time/calendar';
import { isoDate, timeOfDay } from '../../src/procedure/time/dates';
import { buildCalendar } from '../../src/profile/holidays';

/** England's calendar for the years 2025 to 2030, without closure days. */
export const englandTo2030: Calendar = buildCalendar({
  region: 'GB-ENG',
  closingHour: timeOfDay('17:00'),
  closures: {},
  from: isoDate('2025-01-01'),
  until: isoDate('2030-12-31'),
});

/** The same calendar with closure days: date → reason. */
export const shutOn = (closures: Readonly<Record<string, string>>): Calendar => ({ ...englandTo2030, closures });
