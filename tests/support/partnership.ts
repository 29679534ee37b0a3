import path from 'node:path';
import type { Calendar } from '../../src/procedure/time/calendar';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { isoDate } from '../../src/procedure/time/dates';
import type { Role } from '../../src/procedure/roles';
import type { PersonId } from '../../src/procedure/time/time';
import { buildCalendar } from '../../src/profile/holidays';
import { loadProfile } from '../../src/profile/load';

/** What a case is opened with, from a profile of the project. */
export type PartnershipOfTests = Pick<CaseFile, 'policy' | 'calendar' | 'meetings' | 'people' | 'everybody'>;

/** A calendar of England, with these closure days and no others. */
export const england = (
  closures: Readonly<Record<string, string>> = {},
  closingHour = kirklees().policy.closingHour,
): Calendar =>
  buildCalendar({ region: 'GB-ENG', closingHour, closures, from: isoDate('2024-01-01'), until: isoDate('2034-12-31') });

/** Somebody whom no profile has, so that nobody's other parts get in the way of what a test shows. */
const newcomers = ['P77', 'P78', 'P88'] as PersonId[];

const loaded = new Map<string, PartnershipOfTests>();

/** A partnership as its profile has it, read once. */
function partnership(name: string): PartnershipOfTests {
  const known = loaded.get(name) ?? read(name);
  loaded.set(name, known);
  return known;
}

/** Kirklees, whose closure days between Christmas and New Year are in the calendar. */
export const kirklees = (): PartnershipOfTests => partnership('kirklees');
/** Northmoor: other windows, other roles, no practice learning reviews. */
export const northmoor = (): PartnershipOfTests => partnership('example');

function read(name: string): PartnershipOfTests {
  const file = path.join(__dirname, '..', '..', 'profiles', `${name}.yaml`);
  const result = loadProfile({ file, today: isoDate('2026-11-23') });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, undefined, 2));
  const { policy, people, holidays, closures, meetings } = result.profile;
  const holders: Partial<Record<Role, PersonId[]>> = {};
  for (const { id, roles } of people) for (const role of roles) (holders[role] ??= []).push(id);
  const everybody = [...people.map(({ id }) => id), ...newcomers].sort();
  const calendar = buildCalendar({
    region: holidays.region,
    closingHour: policy.closingHour,
    closures: Object.fromEntries(closures.map(({ date, reason }) => [date, reason])),
    extraHolidays: holidays.extra,
    from: isoDate('2024-01-01'),
    until: isoDate('2034-12-31'),
  });
  return { policy, calendar, meetings, people: holders, everybody };
}
