import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Meetings } from '../procedure/case/case-file';
import { usualRequests } from '../procedure/asking/settings';
import type { Policy, RequestSettings } from '../procedure/policy';
import { noticeKinds } from '../procedure/reminders/notice-kinds';
import { usualOutsideSettings, type OutsideSettings } from '../procedure/outside-notification/settings';
import type { Role } from '../procedure/roles';
import type { IsoDate, PersonId } from '../procedure/time/time';
import { wholeProblems } from './checks';
import type { CheckedAgainst } from './checks';
import { movedHolidays } from './holiday-checks';
import type { HolidayMoved } from './holidays';
import { problemsOf } from './problems';
import type { ProfileProblem } from './problems';
import { profileSchema } from './schema';
import type { WrittenProfile } from './schema';
import { readWindows } from './windows';

/** Person of the partnership; a case stores only the id. */
export interface ProfilePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  /** Their job, in words; what they may do in a case is in their roles. */
  readonly title: string;
  readonly roles: readonly Role[];
  /** The agency they answer for, by its id in the policy. */
  readonly agency?: string;
}

/** A partnership as its profile has it: what a case carries, and what stays outside of cases. */
export interface Profile {
  readonly policy: Policy;
  readonly people: readonly ProfilePerson[];
  /**
   * `extra`: bank holidays proclaimed since the calendar's package was released, date → name; `moved`: those that were
   * moved to another day, or taken away.
   */
  readonly holidays: {
    readonly region: string;
    readonly extra: Readonly<Record<string, string>>;
    readonly moved?: readonly HolidayMoved[];
  };
  readonly closures: readonly { readonly date: IsoDate; readonly reason: string }[];
  readonly meetings: Meetings;
  /** Settings for notifications from people who are not signed in. */
  readonly outside: OutsideSettings;
  /** Calendar years for which the reading log keeps a reading. */
  readonly readingsKeptYears: number;
  /** Folders that are searched for templates: the partnership's own first, then the one shared by all. */
  readonly templateFolders: readonly string[];
}

export type ProfileResult =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** Reads and checks the profile in a file such as `profiles/kirklees.yaml`; the shared templates are beside it. */
export function loadProfile({ file, ...against }: CheckedAgainst & { readonly file: string }): ProfileResult {
  if (!existsSync(file)) return failed([{ path: '', sentence: `There is no profile at ${file}.` }]);
  const name = basename(file).replace(/\.ya?ml$/, '');
  const result = readProfile({ text: readFileSync(file, 'utf8'), name, folder: dirname(file), ...against });
  if (!result.ok) return result;
  const problems = templateProblems(result.profile.templateFolders);
  return problems.length > 0 ? failed(problems) : result;
}

/** Checks the text of a profile; `folder` is where its templates are looked for, though they are not read. */
export function readProfile(
  source: CheckedAgainst & { readonly text: string; readonly name: string; readonly folder: string },
): ProfileResult {
  const { text, name, folder } = source;
  const document = parseDocument(text);
  const [firstError] = document.errors;
  if (firstError !== undefined) {
    // Reports the first error alone: one slip causes many, and only the first says where it is.
    return failed([{ path: '', sentence: `The file is not YAML: ${firstError.message.split('\n')[0] ?? ''}` }]);
  }
  const parsed = profileSchema.safeParse(document.toJS(), { reportInput: true });
  if (!parsed.success) return failed(problemsOf(parsed.error));
  const written = parsed.data;
  const { windows, problems } = readWindows(written);
  if (problems.length > 0) return failed(problems);
  const policy = policyOf(written, windows, { name, edition: editionOf(text) });
  const whole = wholeProblems(written, policy, source);
  if (whole.length > 0) return failed(whole);
  return { ok: true, profile: profileOf(written, policy, folder) };
}

const failed = (problems: readonly ProfileProblem[]): ProfileResult => ({ ok: false, problems });

/** The start of the SHA-256 of the file's text: any change to it is another edition. */
const editionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The procedure has five overdue reminders before they go weekly; three weekly ones are our own choice. */
const slowing = { after: 5, weekly: 3 };

function policyOf(
  written: WrittenProfile,
  windows: Policy['windows'],
  { name, edition }: { readonly name: string; readonly edition: string },
): Policy {
  return {
    profile: name,
    edition,
    partnership: written.partnership,
    closingHour: written.closingHour,
    morning: written.morning,
    windows,
    ladders: { ...written.ladders, slowing },
    papersBefore: written.papersBefore,
    displayMonths: written.displayMonths,
    progressCheckMonths: written.progressCheckMonths,
    actionLooks: [...written.actionLooks].sort((a, b) => a - b),
    pathways: written.pathways,
    roleTitles: written.roleTitles,
    mayTake: written.mayTake,
    ...(written.onBehalf === undefined ? {} : { onBehalf: written.onBehalf }),
    agencies: written.agencies,
    requests: requestsOf(written),
  };
}

/** Returns the settings of requests, with the usual words where the profile has none. */
function requestsOf({ requests: given }: WrittenProfile): RequestSettings {
  const { telephone, periodMonths, summary, chronology, further } = given;
  return {
    periodMonths: periodMonths ?? usualRequests.periodMonths,
    summary: summary ?? usualRequests.summary,
    return: given.return ?? usualRequests.return,
    chronology: chronology ?? usualRequests.chronology,
    further: further ?? usualRequests.further,
    ...(telephone === undefined ? {} : { telephone }),
  };
}

function profileOf(written: WrittenProfile, policy: Policy, folder: string): Profile {
  const own = written.templates === undefined ? [] : [join(folder, written.templates)];
  return {
    policy,
    people: written.people.map(({ agency, ...person }) => (agency === undefined ? person : { ...person, agency })),
    holidays: {
      region: written.holidays.region,
      extra: Object.fromEntries(written.holidays.extra.map(({ date, name }) => [date, name])),
      moved: movedHolidays(written.holidays),
    },
    closures: [...written.closures].sort((a, b) => (a.date < b.date ? -1 : 1)),
    meetings: { subGroup: [...written.meetings.subGroup].sort(), exec: [...written.meetings.exec].sort() },
    outside: outsideOf(written),
    readingsKeptYears: written.readingsKeptYears,
    templateFolders: [...own, join(folder, 'templates')],
  };
}

/** The settings for notifications from outside, with the usual value of each that is not given. */
function outsideOf({ outsideNotifications: given }: WrittenProfile): OutsideSettings {
  const { telephone, perAddressAnHour, inAllAnHour, keepSetAsideDays } = given;
  return {
    perAddressAnHour: perAddressAnHour ?? usualOutsideSettings.perAddressAnHour,
    inAllAnHour: inAllAnHour ?? usualOutsideSettings.inAllAnHour,
    keepSetAsideDays: keepSetAsideDays ?? usualOutsideSettings.keepSetAsideDays,
    ...(telephone === undefined ? {} : { telephone }),
  };
}

/** Folders that are not there, files that no notice uses, and kinds without a template; their text is read later. */
function templateProblems(folders: readonly string[]): ProfileProblem[] {
  const missing = folders.filter((folder) => !existsSync(folder) || !statSync(folder).isDirectory());
  if (missing.length > 0) {
    return missing.map((folder) => ({ path: 'templates', sentence: `There is no folder of templates at ${folder}.` }));
  }
  const files = new Set(folders.flatMap((folder) => readdirSync(folder)));
  return noticeKinds
    .filter((kind) => !files.has(`${kind}.md`))
    .map((kind) => ({
      path: 'templates',
      sentence: `The template ${kind}.md is missing from ${folders.join(' and ')}.`,
    }));
}
