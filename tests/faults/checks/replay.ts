import type { CaseFile } from '../../../src/procedure/case/case-file';
import { londonDate, toMillis } from '../../../src/procedure/time/dates';
import { metDates } from '../../../src/procedure/dates/deadlines';
import { noticesOf } from '../../../src/procedure/reminders/notices';
import { openCase } from '../../../src/procedure/case/open-case';
import type { CaseEvent, Notice } from '../../../src/procedure/case/record';
import { mayRemindAt, nextReminderAt, remindersDue } from '../../../src/procedure/reminders/reminders';
import { take } from '../../../src/procedure/take';
import type { Instant } from '../../../src/procedure/time/time';
import { pastJumps, type Jump } from '../jumps';
import type { CaseSeen, Violation } from '../observed';

/** What the rules make of a record: the file after each entry, every notice it gives rise to, and what goes against them. */
export interface Replayed {
  readonly files: readonly { readonly seq: number; readonly file: CaseFile }[];
  readonly notices: readonly Notice[];
  readonly violations: readonly Violation[];
}

/** A reminder may be late by as long as anything was away, and no longer. */
const lateMs = 15 * 60_000;

/**
 * Goes through a case's record with the rules alone, entry by entry and morning by morning, as the case itself had to.
 * What a record has that the rules do not give rise to, and the other way round, shows here.
 */
export function replay(seen: CaseSeen): Replayed {
  const { reference } = seen;
  const opened = openingOf(seen);
  const files: { seq: number; file: CaseFile }[] = [{ seq: 1, file: opened.file }];
  const notices: Notice[] = [...opened.notices];
  const violations: Violation[] = [];
  const say = (kind: Violation['kind'], sentence: string) => violations.push({ kind, reference, sentence });
  let { file } = opened;
  let since = file.openedAt;
  let owed: Instant | undefined;

  const passTime = (until: Instant): void => {
    for (;;) {
      const wake = wakesAt(file, since, seen.jumps);
      if (wake === undefined || toMillis(wake) + lateMs >= toMillis(until)) return;
      const due = remindersDue(file, wake);
      for (const { key } of due)
        say('reminder missing', `${key} was due at ${wake}, and by ${until} it was not decided.`);
      file = { ...file, remindedUpTo: wake };
    }
  };

  // Where its clock jumped past the moment, the case can do what was due then once the clock has come to rest.
  const mayBeOwed = (due: Instant, at: Instant): boolean =>
    toMillis(pastJumps(seen.jumps, due)) + lateMs >= toMillis(at);

  for (const event of seen.events.slice(1)) {
    passTime(event.at);
    owed = owed !== undefined && mayBeOwed(owed, event.at) ? owed : undefined;
    const next = after(file, event, { seen, since, owed, say });
    owed = event.kind === 'reminders-sent' ? undefined : (owed ?? fellDue(file, since, event.at));
    notices.push(...next.notices);
    file = { ...next.file, seq: event.seq };
    since = event.at;
    files.push({ seq: event.seq, file });
  }
  passTime(seen.asOf);
  return { files, notices, violations };
}

/** When the case wakes for its next reminder, where nothing else happens; never before its last entry. */
function wakesAt(file: CaseFile, since: Instant, jumps: readonly Jump[]): Instant | undefined {
  const next = nextReminderAt(file);
  if (next === undefined) return undefined;
  const wake = mayRemindAt(file, next > since ? next : since);
  return mayRemindAt(file, pastJumps(jumps, wake));
}

/** What fell due just before an entry goes out after it, where it is still true. */
function fellDue(file: CaseFile, since: Instant, at: Instant): Instant | undefined {
  const wake = wakesAt(file, since, []);
  return wake !== undefined && wake <= at ? wake : undefined;
}

interface Beside {
  readonly seen: CaseSeen;
  readonly since: Instant;
  /** When reminders fell due that have not gone out. */
  readonly owed: Instant | undefined;
  say(kind: Violation['kind'], sentence: string): void;
}

/** The file after an entry, and the notices of it. */
function after(
  file: CaseFile,
  event: CaseEvent,
  { seen, since, owed, say }: Beside,
): { readonly file: CaseFile; readonly notices: readonly Notice[] } {
  switch (event.kind) {
    case 'decision-taken': {
      const answer = taking(file, event, seen);
      if (answer?.kind === 'taken') return { file: { ...answer.file, unsent: [] }, notices: answer.notices };
      const why = answer?.kind === 'refused' ? answer.refusal.sentence : 'it names no decision and nobody who takes it';
      say(
        'against the rules',
        `Entry ${event.seq}, ${event.decision ?? '?'}, is on the record, and the rules refuse it: ${why}`,
      );
      return { file, notices: [] };
    }
    case 'reminders-sent': {
      const wake = owed ?? wakesAt(file, since, []);
      if (wake === undefined || wake > event.at)
        say(
          'reminder early',
          `Entry ${event.seq}: reminders were decided at ${event.at}, and are due ${wake === undefined ? 'never' : `at ${wake}`}.`,
        );
      if (mayRemindAt(file, event.at) !== event.at)
        say('reminder at night', `Entry ${event.seq}: ${event.at} is no hour of a working day for reminders.`);
      return { file: { ...file, remindedUpTo: event.at }, notices: remindersDue(file, event.at) };
    }
    case 'rule-failed':
      say('against the rules', `Entry ${event.seq}: a rule threw (${String(event.details['problem'])}).`);
      return { file, notices: [] };
    case 'case-closed': {
      const closedOn = londonDate(event.at);
      const closed = { ...file, closedOn };
      const to = ['business-manager', 'spr-coordinator', 'sub-group-chair'] as const;
      return {
        file: closed,
        notices: noticesOf(closed, [{ kind: 'case-closed', to }], { seq: event.seq, at: event.at, on: closedOn }),
      };
    }
    case 'calendar-changed':
      return { file: { ...file, met: { ...metDates(file), ...file.met } }, notices: [] };
    case 'case-restarted':
      // A case that was terminated goes on from its record, with an entry that says so.
      return { file, notices: [] };
    case 'decision-refused':
      if (!seen.poisoned)
        say('against the rules', `Entry ${event.seq}: a decision was refused on the record, and nobody sent it.`);
      return { file, notices: [] };
    case 'case-opened':
    case 'profile-changed':
    case 'meetings-changed':
      say('against the rules', `Entry ${event.seq}, ${event.kind}: nobody did such a thing.`);
      return { file, notices: [] };
  }
}

function taking(file: CaseFile, event: CaseEvent, { file: last }: CaseSeen) {
  const { decision: name, by, on, details: form, at, seq, passes } = event;
  if (name === undefined || by === undefined) return undefined;
  const key = Object.entries(last.taken).find(([, one]) => one.seq === seq)?.[0] ?? `entry-${seq}`;
  const reason = passes === undefined ? {} : { reasonForPassing: passes.reason };
  return take(file, { name, key, by, on, form, ...reason }, at);
}

/** The case as it was opened: the settings it has now, for none of these cases takes up others. */
function openingOf({ file, events }: CaseSeen) {
  const [first] = events;
  return openCase({
    reference: file.reference,
    practice: file.practice,
    openedAt: first?.at ?? file.openedAt,
    openedBy: file.openedBy,
    key: Object.entries(file.taken).find(([, { seq }]) => seq === 1)?.[0] ?? 'opening',
    notification: file.notification,
    policy: file.policy,
    calendar: file.calendar,
    meetings: file.meetings,
    people: file.people,
    ...(file.everybody === undefined ? {} : { everybody: file.everybody }),
  });
}
