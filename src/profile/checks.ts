import { catalogue } from '../procedure/catalogue';
import { sayShortDate, weekday } from '../procedure/time/dates';
import type { Policy } from '../procedure/policy';
import { whyOutside } from '../procedure/spans';
import { sayLength, statutoryLimit } from '../procedure/dates/statutory';
import { displayIsLengthened, looserThanStatute } from '../procedure/dates/tightening';
import type { IsoDate } from '../procedure/time/time';
import { holidayProblems, holidaysAmong } from './holiday-checks';
import { neededFor, neededRoles } from './needed-roles';
import type { ProfileProblem } from './problems';
import type { WrittenProfile } from './schema';

/** Day and decisions against which a profile is checked. */
export interface CheckedAgainst {
  /** The day whose statutory limits it may not loosen. */
  readonly today: IsoDate;
  /** The names of all decisions; where given, `mayTake` may name no other. */
  readonly decisions?: readonly string[];
}

/** Lists what is wrong with a profile as a whole, once each setting by itself can be read. */
export function wholeProblems(
  written: WrittenProfile,
  policy: Policy,
  { today, decisions }: CheckedAgainst,
): ProfileProblem[] {
  return [
    ...peopleProblems(written),
    ...agencyProblems(written),
    ...dateProblems(written),
    ...datesOutsideSpan(written, today),
    ...decisionProblems(written, decisions),
    ...onBehalfProblems(written),
    ...looserThanStatute(policy, today),
    ...displayProblems(written, today),
  ];
}

function peopleProblems({ people, agencies }: WrittenProfile): ProfileProblem[] {
  const problems = people.flatMap(({ id, agency, roles: hats }, at) => [
    ...(people.findIndex((other) => other.id === id) < at
      ? [{ path: `people.${at}.id`, sentence: `${id} is already somebody else's id.` }]
      : []),
    ...(new Set(hats).size < hats.length ? [{ path: `people.${at}.roles`, sentence: 'A role is listed twice.' }] : []),
    ...(agency !== undefined && agencies[agency] === undefined
      ? [{ path: `people.${at}.agency`, sentence: `There is no agency "${agency}" among the agencies.` }]
      : []),
  ]);
  const unheld = neededRoles.filter((role) => !people.some((person) => person.roles.includes(role)));
  return [
    ...problems,
    ...unheld.map((role) => ({
      path: 'people',
      sentence: `Nobody holds the role ${role}, which is needed for ${neededFor[role]}.`,
    })),
  ];
}

function agencyProblems({ people, agencies }: WrittenProfile): ProfileProblem[] {
  if (Object.keys(agencies).length === 0) {
    return [{ path: 'agencies', sentence: 'There is no agency that could be asked for information in step 5.' }];
  }
  return Object.entries(agencies).flatMap(([id, { contact }]) => {
    const path = `agencies.${id}.contact`;
    const person = people.find((other) => other.id === contact);
    if (person === undefined) return [{ path, sentence: `There is no person with the id ${contact}.` }];
    if (person.roles.includes('agency-contact')) return [];
    return [{ path, sentence: `${contact} does not hold the role agency-contact, and so could not answer.` }];
  });
}

function dateProblems(written: WrittenProfile): ProfileProblem[] {
  const { closures, holidays, meetings } = written;
  const scheduled = [...meetings.subGroup, ...meetings.exec];
  const shut = new Map<string, string>([
    ...holidaysAmong(written, scheduled),
    ...closures.map(({ date, reason }) => [date, reason] as const),
  ]);
  const listed = (entries: readonly { readonly date: IsoDate }[]) => entries.map(({ date }) => date);
  return [
    ...twice('closures', listed(closures)),
    ...twice('holidays.extra', listed(holidays.extra)),
    ...holidayProblems(holidays),
    ...meetingProblems('meetings.subGroup', meetings.subGroup, shut),
    ...meetingProblems('meetings.exec', meetings.exec, shut),
  ];
}

function datesOutsideSpan({ closures, holidays, meetings }: WrittenProfile, today: IsoDate): ProfileProblem[] {
  const dates: readonly (readonly [path: string, title: string, date: IsoDate])[] = [
    ...closures.map(({ date }, at) => [`closures.${at}.date`, 'A closure day', date] as const),
    ...holidays.extra.map(({ date }, at) => [`holidays.extra.${at}.date`, 'A bank holiday', date] as const),
    ...holidays.moved.map(({ to }, at) => [`holidays.moved.${at}.to`, 'A bank holiday', to] as const),
    ...meetings.subGroup.map((date, at) => [`meetings.subGroup.${at}`, 'A meeting', date] as const),
    ...meetings.exec.map((date, at) => [`meetings.exec.${at}`, 'A meeting', date] as const),
  ];
  return dates.flatMap(([path, title, date]) => {
    const sentence = whyOutside(date, { sort: 'planned', title, clock: { today } });
    return sentence === undefined ? [] : [{ path, sentence: `${sentence}.` }];
  });
}

function meetingProblems(path: string, dates: readonly IsoDate[], shut: ReadonlyMap<string, string>): ProfileProblem[] {
  const off = dates.flatMap((date, at) => {
    const day = weekday(date);
    const why = day === 'Saturday' || day === 'Sunday' ? `a ${day}` : shut.get(date);
    return why === undefined
      ? []
      : [{ path: `${path}.${at}`, sentence: `${sayShortDate(date)} is no working day: ${why}.` }];
  });
  return [...twice(path, dates), ...off];
}

function twice(path: string, dates: readonly IsoDate[]): ProfileProblem[] {
  return dates.flatMap((date, at) =>
    dates.indexOf(date) < at ? [{ path: `${path}.${at}`, sentence: `${sayShortDate(date)} is listed twice.` }] : [],
  );
}

function decisionProblems({ mayTake }: WrittenProfile, decisions: readonly string[] | undefined): ProfileProblem[] {
  if (decisions === undefined) return [];
  return Object.keys(mayTake)
    .filter((name) => !decisions.includes(name))
    .map((name) => ({ path: `mayTake.${name}`, sentence: 'There is no such decision; check the spelling.' }));
}

/** Refuses what is never recorded on behalf of others: a partnership takes away, and adds nothing. */
function onBehalfProblems({ onBehalf = [] }: WrittenProfile): ProfileProblem[] {
  const allowed = catalogue.flatMap((one) => (one.onBehalf === true ? [one.name] : []));
  return onBehalf.flatMap((name, at) =>
    allowed.some((one) => one === name)
      ? []
      : [
          {
            path: `onBehalf.${at}`,
            sentence: `"${name}" is never recorded on behalf of others. Those that may be: ${allowed.join(', ')}.`,
          },
        ],
  );
}

function displayProblems(written: WrittenProfile, today: IsoDate): ProfileProblem[] {
  const { length, source } = statutoryLimit('publicly-available', today);
  const lengthened = displayIsLengthened({ displayMonths: written.displayMonths }, today);
  if (!lengthened || written.displayLengthenedByStatute) return [];
  const sentence =
    `${written.displayMonths} months on the website is shorter than the law allows: the limit is at least ` +
    `${sayLength(length)} (${source}). Ask for longer, or write displayLengthenedByStatute: true to keep this as the ` +
    "procedure's own figure, which every case lengthens to the statutory one.";
  return [{ path: 'displayMonths', sentence }];
}
