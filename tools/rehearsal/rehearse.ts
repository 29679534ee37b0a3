import type { Calendar } from '../../src/procedure/time/calendar';
import { fromMillis, sayDate } from '../../src/procedure/time/dates';
import type { Meetings } from '../../src/procedure/case/case-file';
import { isRefused, type Caller } from './caller';
import { notificationFor } from './notification';
import { Play, type CatalogueEntry, type Played } from './play';
import type { Path } from './script';
import { counted, byKind } from './sentences';
import { wrapped, type Screen } from './screen';
import { Unexpected, type RehearsedCase, type Directory } from './situation';

/** Dependencies of a rehearsal. */
export interface RehearsalSetting {
  readonly caller: Caller;
  /** Lines that say where to look at a case. */
  links(reference: string): readonly string[];
  readonly sample: object;
  readonly directory: Directory;
  readonly screen: Screen;
  now(): number;
}

/** Column at which the text of a summary's lines begins, and the column at which they break. */
const summaryAt = 16;
const summaryWidth = 110;

interface CalendarAnswer extends Omit<Calendar, 'holidays' | 'closures'> {
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly closures: readonly { readonly date: string; readonly reason: string }[];
  readonly meetings: Meetings;
}

const calendarOf = ({ holidays, closures, meetings: _meetings, ...rest }: CalendarAnswer): Calendar => ({
  ...rest,
  holidays: Object.fromEntries(holidays.map(({ date, name }) => [date, name])),
  closures: Object.fromEntries(closures.map(({ date, reason }) => [date, reason])),
});

/** Opens a practice case and takes it along a path; throws `Unexpected` where anything is not as the path says. */
export async function rehearse(stage: RehearsalSetting, path: Path): Promise<void> {
  const { screen } = stage;
  const began = stage.now();
  const { play } = await begin(stage, path);
  await follow(stage, path, play);
  const played = await play.closed();
  screen.end();
  check(path, played);
  const seconds = Math.round((stage.now() - began) / 1000);
  for (const one of summary(path, played, seconds))
    wrapped(one, summaryWidth, summaryAt).forEach((line) => screen.line(line));
  screen.line();
}

/** Opens a practice case, takes it along the first acts of a path and leaves it there. Returns its reference. */
export async function leaveAt(stage: RehearsalSetting, path: Path, acts: number): Promise<string> {
  const { play, reference } = await begin(stage, path);
  await follow(stage, { ...path, script: path.script.slice(0, acts) }, play);
  stage.screen.end();
  return reference;
}

async function follow({ screen }: RehearsalSetting, { name, script }: Path, play: Play): Promise<void> {
  for (const [nth, act] of script.entries()) {
    await play.take(act);
    screen.progress(nth + 1, script.length, `${name}, ${play.where()}`);
  }
}

interface Begun {
  readonly play: Play;
  readonly reference: string;
}

async function begin(stage: RehearsalSetting, path: Path): Promise<Begun> {
  const { caller, screen, directory } = stage;
  const [answered, { decisions: catalogue }] = await Promise.all([
    caller.get<CalendarAnswer>('/api/calendar'),
    caller.get<{ readonly decisions: readonly CatalogueEntry[] }>('/api/decisions'),
  ]);
  screen.line(`${path.name}: ${path.title}`);
  const opener = directory.people.find(({ roles }) => roles.includes('business-manager'));
  if (opener === undefined) throw new Unexpected('The profile has no Business Manager.');
  const opened = await caller.send<RehearsedCase>(
    '/api/notifications',
    opener.id,
    notificationFor(stage.sample, fromMillis(stage.now())),
  );
  if (isRefused(opened)) {
    throw new Unexpected(
      opened.code === 'unknown-person'
        ? `That installation works by another profile than "${directory.profile}"; set PARTNERSHIP_PROFILE to its file.`
        : `The notification was not accepted: ${opened.detail}`,
    );
  }
  if (opened.profile.name !== directory.profile) {
    throw new Unexpected(
      `That installation works by the profile "${opened.profile.name}", and this rehearsal read "${directory.profile}"; set PARTNERSHIP_PROFILE to its file.`,
    );
  }
  for (const one of stage.links(opened.reference)) screen.line(`  ${one}`);
  screen.line();
  const { meetings } = answered;
  const play = new Play({
    caller,
    screen,
    directory,
    catalogue,
    calendar: calendarOf(answered),
    meetings,
    page: opened,
  });
  await play.opened(opener.id);
  return { play, reference: opened.reference };
}

/** That it ended as the path says, and that what it is about was sent. */
function check(path: Path, { page, notices }: Played): void {
  const { ending, reference } = page;
  if (ending !== path.ending)
    throw new Unexpected(`${reference} ended as "${ending}", and was to end as "${path.ending}".`);
  const missing = (path.emails ?? []).filter((kind) => !notices.some((one) => one.kind === kind));
  if (missing.length > 0) throw new Unexpected(`${reference}: these emails did not go out: ${missing.join(', ')}.`);
  const breaches = notices.some(({ lines }) => lines.some(({ tone }) => tone === 'breach'));
  if (path.breach === true && !breaches) throw new Unexpected(`${reference}: nobody was told of a breach.`);
  const lost = notices.filter(({ state }) => state === 'waiting' || state === 'refused');
  if (lost.length > 0) throw new Unexpected(`${reference}: ${counted(lost.length, 'email')} did not arrive.`);
}

function summary(
  path: Path,
  { page, notices, decisions, refusals, conflicts, reminders }: Played,
  seconds: number,
): readonly string[] {
  const closedOn = page.closedOn === null ? '' : sayDate(page.closedOn);
  const late = page.clocks.filter((one) => one.late);
  return [
    '',
    `${path.name}: as it should be. ${page.reference} ended as "${page.ending}" and closed on ${closedOn}, day ${page.day}.`,
    `  Decisions     ${decisions}; refused as they should be: ${refusals}`,
    `  Emails        ${notices.length}: ${byKind(notices)}`,
    `  Reminders     ${reminders.coming} of what is coming, ${reminders.overdue} overdue, ${reminders.breach} of a breach`,
    `  Conflicts     ${conflicts} shown between dates that cannot both be kept`,
    `  Clocks        ${late.length === 0 ? 'all kept' : `late: ${late.map(({ title }) => title).join('; ')}`}`,
    `  Time taken    ${seconds} s`,
  ];
}
