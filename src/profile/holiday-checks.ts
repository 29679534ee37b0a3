import { sayShortDate, weekday } from '../procedure/time/dates';
import type { IsoDate } from '../procedure/time/time';
import { bankHolidays, buildCalendar, type HolidayMoved } from './holidays';
import type { ProfileProblem } from './problems';
import type { WrittenProfile } from './schema';

/** The bank holidays that a profile moves or takes away, as the calendar is built from them. */
export const movedHolidays = ({ moved, removed }: WrittenProfile['holidays']): readonly HolidayMoved[] => [
  ...moved.map(({ from, to, name }) => (name === undefined ? { from, to } : { from, to, name })),
  ...removed.map(({ date }) => ({ from: date })),
];

/** Only a bank holiday can be moved or taken away, each once, and to a weekday that is none yet. */
export function holidayProblems({ region, extra, moved, removed }: WrittenProfile['holidays']): ProfileProblem[] {
  const gone = [
    ...moved.map(({ from }, at) => ({ date: from, path: `holidays.moved.${at}.from` })),
    ...removed.map(({ date }, at) => ({ date, path: `holidays.removed.${at}.date` })),
  ];
  const isHoliday = (date: IsoDate): boolean =>
    bankHolidays({ region, from: date, until: date })[date] !== undefined || extra.some((one) => one.date === date);
  return [
    ...gone.flatMap(({ date, path }, at) => {
      if (!isHoliday(date)) return [{ path, sentence: `${sayShortDate(date)} is no bank holiday that could move.` }];
      return gone.findIndex((one) => one.date === date) < at
        ? [{ path, sentence: `${sayShortDate(date)} is moved or taken away already.` }]
        : [];
    }),
    ...moved.flatMap(({ to }, at) => {
      const path = `holidays.moved.${at}.to`;
      const day = weekday(to);
      if (day === 'Saturday' || day === 'Sunday')
        return [{ path, sentence: `${sayShortDate(to)} is a ${day}; give the weekday that is a holiday instead.` }];
      return isHoliday(to) && !gone.some(({ date }) => date === to)
        ? [{ path, sentence: `${sayShortDate(to)} is a bank holiday already.` }]
        : [];
    }),
  ];
}

/** The bank holidays between the first and the last of some dates, as the profile has them: date and name. */
export function holidaysAmong(
  { closingHour, holidays }: WrittenProfile,
  dates: readonly IsoDate[],
): readonly (readonly [string, string])[] {
  const [first, last] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const extraHolidays = Object.fromEntries(holidays.extra.map(({ date, name }) => [date, name]));
  const span = { region: holidays.region, from: first, until: last };
  const calendar = buildCalendar({
    ...span,
    closingHour,
    closures: {},
    extraHolidays,
    movedHolidays: movedHolidays(holidays),
  });
  return Object.entries(calendar.holidays);
}
