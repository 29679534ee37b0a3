import { sayDate } from '../procedure/time/dates';
import type { HolidayChange } from '../records/holiday-changes';
import type { MeetingGroup } from '../records/meetings';

/** The groups whose meetings papers go to, as people call them. */
export const meetingGroupNames: Readonly<Record<MeetingGroup, string>> = {
  'sub-group': 'CSPR sub-group',
  exec: 'Exec group',
};

/** Says a change in words: "Monday 31 May 2027 (Spring bank holiday) is moved to Friday 4 June 2027". */
export function sayHolidayChange({ change, date: day, to, name }: HolidayChange): string {
  const called = name === undefined ? sayDate(day) : `${sayDate(day)} (${name})`;
  switch (change) {
    case 'added':
      return `${called} is added as a bank holiday`;
    case 'moved':
      return `${called} is moved to ${to === undefined ? 'another day' : sayDate(to)}`;
    case 'removed':
      return `${called} is no bank holiday`;
  }
}
