import * as z from 'zod/mini';
import { closingInstant, workingDaysAfter } from '../../procedure/calendar';
import type { CaseFile } from '../../procedure/case-file';
import { addDays, londonDate, sayInstant, toMillis } from '../../procedure/dates';
import { openDeadlines } from '../../procedure/deadlines';
import { date } from '../../procedure/forms';
import { mayRemindAt, nextReminderAt } from '../../procedure/reminders';
import type { Instant } from '../../procedure/time';
import { caseAt, spelledOut } from '../case-page';
import type { Dependencies } from '../dependencies';
import { Problem, wrongFields } from '../problems';
import { post, type Route } from '../route';
import { eventView, noticeView } from './cases';

const advanceForm = z.union(
  [
    z.strictObject({ to: z.literal('next-deadline') }),
    z.strictObject({ workingDays: z.int().check(z.gte(1), z.lte(400)) }),
    z.strictObject({ until: date('The day') }),
  ],
  { error: 'Give one of: to ("next-deadline"), workingDays (1 to 400), until (a date such as 2026-12-07)' },
);

type Advancing = z.infer<typeof advanceForm>;

/** Moving a case forward may take as long as everything that is due on the way. */
const withinMs = 120_000;

/** The earliest open deadline that is still to come; with none, the next reminder. */
function nextDeadlineAt(file: CaseFile, from: Instant): Instant | undefined {
  const ahead = openDeadlines(file)
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > from)
    .sort();
  if (ahead[0] !== undefined) return ahead[0];
  const reminder = nextReminderAt(file);
  return reminder === undefined ? undefined : mayRemindAt(file, reminder > from ? reminder : from);
}

/** The moment to move to: a deadline's own, or the closing hour of a day. */
function targetOf(file: CaseFile, from: Instant, asked: Advancing): Instant {
  const { calendar } = file;
  if ('to' in asked) {
    const next = nextDeadlineAt(file, from);
    if (next !== undefined && next > from) return next;
    throw new Problem(
      'nothing-ahead',
      'No deadline and no reminder lies ahead in this case. Move it by workingDays or until a date.',
    );
  }
  const field = 'until' in asked ? 'until' : 'workingDays';
  const last = addDays(calendar.until, -1);
  const day = 'until' in asked ? asked.until : workingDaysAfter(calendar, londonDate(from), asked.workingDays);
  if (day > last) throw wrongFields([{ field, sentence: `The case's calendar ends on ${last}` }]);
  const target = closingInstant(calendar, day);
  if (target > from) return target;
  throw wrongFields([
    { field, sentence: `The day must end after the case's own clock, which shows ${sayInstant(from)}` },
  ]);
}

/** Moving practice cases forward, on the real engine. */
export function practiceRoutes(dependencies: Dependencies): readonly Route[] {
  const { records, cases, now } = dependencies;
  return [
    post({
      path: '/api/cases/:reference/practice/advance',
      tag: 'Practice',
      summary: 'Move a practice case forward in time',
      description:
        'To its next deadline, by working days, or until a date: to the closing hour of that day. Everything that falls due on the way happens.',
      body: advanceForm,
      withinMs,
      examples: {
        'next-deadline': { to: 'next-deadline' },
        'working-days': { workingDays: 3 },
        until: { until: '2026-12-07' },
      },
      replies: { 200: { description: 'What happened on the way.', schema: 'Advanced' } },
      refuses: [404],
      async answer({ params, body }) {
        const { file } = await caseAt(records, params['reference']);
        const { reference } = file;
        if (!file.practice) {
          throw new Problem('not-practice', `${reference} is a real case; only a practice case can be moved forward.`);
        }
        if (file.closedOn !== undefined)
          throw new Problem('closed', `${reference} is closed; nothing happens in it any more.`);
        const notRunning = new Problem(
          'not-running',
          `${reference} is on the record, and Temporal does not run it. Tell IT.`,
        );
        const from = await cases.now(reference);
        if (from === undefined) throw notRunning;
        const to = targetOf(file, from, body);
        const before = new Set((await records.notices.noticesOf(reference)).map(({ notice }) => notice.key));
        const moved = await cases.advance(reference, to);
        if (moved.kind === 'no-such-case') throw notRunning;
        if (moved.kind === 'cannot-skip') throw new Problem('cannot-skip', moved.sentence);
        await records.cases.setPracticeOffset(reference, Math.max(0, toMillis(moved.now) - toMillis(now())));
        const after = await caseAt(records, reference);
        const events = await records.events.eventsOf(reference, { after: file.seq, limit: 1_000 });
        const notices = (await records.notices.noticesOf(reference)).filter(({ notice }) => !before.has(notice.key));
        const body200 = {
          reference,
          from,
          to,
          now: moved.now,
          events: events.map((event) => eventView(after.file, event)),
          notices: notices.map((one) => noticeView(dependencies, one)),
        };
        return { status: 200, body: await spelledOut(records, reference, body200) };
      },
    }),
  ];
}
