import { messageIdOf } from '../../src/mail/message';
import { actionsOf } from '../../src/procedure/case/actions';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, isoDate, londonDate, londonInstant, timeOfDay, toMillis } from '../../src/procedure/time/dates';
import type { CaseEvent, Notice } from '../../src/procedure/case/record';
import { mayRemindAt, nextReminderAt, remindersDue } from '../../src/procedure/reminders/reminders';
import { openCase } from '../../src/procedure/case/open-case';
import { take } from '../../src/procedure/take';
import type { CaseReference, Instant, PersonId } from '../../src/procedure/time/time';
import { aNotification } from '../support/a-case';
import { kirklees } from '../support/partnership';
import type { Acknowledged, CaseSeen, Observed } from './observed';
import type { Jump } from './jumps';
import { wayOf, type Planned } from './ways';

const receivedOn = isoDate('2026-11-23');
const reference = 'SIN-2026-0007' as CaseReference;
const mailFrom = { name: 'Reviews', address: 'reviews@example.org' };
const managerOf = ({ people }: Pick<CaseFile, 'people'>): PersonId =>
  people['business-manager']?.[0] ?? ('P01' as PersonId);

/**
 * What is seen of one case that goes along as it should: a seed's way, with every reminder that falls due on it.
 * `notedFirst`: somebody notes something in the moment in which reminders have fallen due and are not out yet.
 * `jumpsByMs`: its clock jumps by so much whenever reminders fall due.
 */
export function asItShouldBe(seed: number, { most = 30, notedFirst = false, jumpsByMs = 0 } = {}): Observed {
  const { calendar, policy, meetings, people, everybody } = kirklees();
  const opening = openCase({
    ...{ reference, practice: true, calendar, policy, meetings, people },
    ...(everybody === undefined ? {} : { everybody }),
    openedAt: londonInstant(receivedOn, timeOfDay('10:00')),
    openedBy: { person: managerOf({ people }), role: 'business-manager' },
    key: 'notification',
    notification: aNotification(receivedOn),
  });
  const events: CaseEvent[] = [...opening.events];
  const notices: Notice[] = [...opening.notices];
  const acknowledged: Acknowledged[] = [];
  const jumps: Jump[] = [];
  let { file } = opening;
  let now = file.openedAt;

  function decide({ decision, by, on, form, ...reason }: Omit<Planned, 'onlyOnce'>): void {
    const key = `decision-${acknowledged.length}`;
    const answer = take(file, { name: decision, key, by, on, form: withAction(file, form), ...reason }, now);
    if (answer.kind !== 'taken') throw new Error(`${decision} on ${on}: ${JSON.stringify(answer)}`);
    file = answer.file;
    events.push(answer.event);
    notices.push(...answer.notices);
    acknowledged.push({ reference, key, decision, by, seq: answer.event.seq });
  }

  const passTime = (until: Instant): void => {
    for (let at = nextReminderAt(file); at !== undefined; at = nextReminderAt(file)) {
      const due = mayRemindAt(file, at > now ? at : now);
      if (due > until) break;
      const wake = fromMillis(toMillis(due) + jumpsByMs);
      if (jumpsByMs > 0) jumps.push({ from: due, to: wake });
      const reminders = remindersDue(file, wake);
      file = { ...file, remindedUpTo: wake };
      if (reminders.length === 0) continue;
      now = wake;
      if (notedFirst)
        decide({ decision: 'addNote', by: managerOf(file), on: londonDate(wake), form: { note: 'Noted' } });
      const seq = file.seq + 1;
      file = { ...file, seq };
      events.push({ seq, kind: 'reminders-sent', at: wake, details: {} });
      notices.push(...reminders);
    }
    now = until > now ? until : now;
  };

  for (const planned of wayOf(seed, 'planted', receivedOn, most)) {
    passTime(londonInstant(planned.on, policy.closingHour));
    const { onlyOnce: _onlyOnce, ...decided } = planned;
    decide(decided);
  }
  const wall = (moment: Instant) => toMillis(moment);
  const seen: CaseSeen = {
    ...{ reference, file, asOf: now, events, jumps, poisoned: false },
    recordedAt: new Map(events.map(({ seq, at }) => [seq, wall(at)])),
    notices: notices.map((notice) => ({ notice, state: 'sent', messageId: messageIdOf(notice.key, mailFrom) })),
  };
  return {
    opened: [{ key: 'notification', reference }],
    ...{
      acknowledged,
      contests: [],
      unexpected: [],
      contradicted: [],
      disks: [],
      copies: [],
      readWhileFull: [],
      readings: [],
      cases: [seen],
      listed: [reference],
      mailFrom,
    },
    mail: notices.map(({ key, at }) => ({ messageId: messageIdOf(key, mailFrom), at: wall(at), answer: 'taken' })),
    workflows: [{ reference, status: 'running' }],
  };
}

/** An action of the way, by the id that it has in this case: `#0` stands for the first one's. */
function withAction(file: CaseFile, form: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const place = /^#(\d+)$/.exec(typeof form['action'] === 'string' ? form['action'] : '')?.[1];
  return place === undefined ? form : { ...form, action: actionsOf(file)[Number(place)]?.id };
}
