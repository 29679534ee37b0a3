import * as z from 'zod/mini';
import type { CaseFile } from '../../procedure/case-file';
import { describeCase, stages } from '../../procedure/describe';
import { parseIsoDate } from '../../procedure/dates';
import type { CaseEvent } from '../../procedure/record';
import type { IsoDate } from '../../procedure/time';
import type { CaseFilter, ListedCase } from '../../records/cases';
import type { NoticeOnRecord } from '../../records/notices';
import { caseAt, caseNow, casePage, planPart, spelledOut } from '../case-page';
import type { Dependencies } from '../dependencies';
import { get, type Route } from '../route';
import { allFacts } from '../words';

const wholeNumber = (most: number, title: string) =>
  z.pipe(
    z.string().check(
      z.refine((text) => /^\d{1,9}$/.test(text) && Number(text) <= most, {
        error: `${title} must be a whole number up to ${most}`,
      }),
    ),
    z.transform(Number),
  );

/** A date in an address. */
export const queryDate = (title: string) =>
  z
    .pipe(
      z.string({ error: `Give ${title} as year-month-day, such as 2026-12-07` }).check(
        z.refine((text) => parseIsoDate(text) !== undefined, {
          error: `${title.charAt(0).toUpperCase()}${title.slice(1)} must be a real date, year-month-day, such as 2026-12-07`,
        }),
      ),
      z.custom<IsoDate>(),
    )
    .register(z.globalRegistry, { title });

const listQuery = z.strictObject({
  stage: z.optional(z.enum(stages, { error: `Choose a stage: ${stages.join(', ')}` })),
  overdue: z.optional(z.literal('true', { error: 'Say true, or leave it out' })),
  dueBefore: z.optional(queryDate('the day before which something is due')),
  reviewType: z.optional(z.enum(['none', 'PLR', 'LCSPR'], { error: 'Choose none, PLR or LCSPR' })),
  practice: z.optional(z.enum(['true', 'false'], { error: 'Say true or false' })),
  text: z.optional(
    z.string().check(z.trim(), z.minLength(1, 'Enter what to look for'), z.maxLength(200, '200 characters or fewer')),
  ),
  cursor: z.optional(z.string().check(z.maxLength(300, 'The cursor is not one that this list gave out'))),
  limit: z.optional(wholeNumber(200, 'The limit')),
});

const eventsQuery = z.strictObject({
  after: z.optional(wholeNumber(999_999_999, 'The number of the entry')),
  limit: z.optional(wholeNumber(500, 'The limit')),
});

const listedCase = ({ summary }: ListedCase, overdue: boolean) => ({
  reference: summary.reference,
  partnership: summary.partnership,
  profile: summary.profile,
  practice: summary.practice,
  stage: summary.stage,
  steps: summary.steps,
  nextDue: summary.nextDue ?? null,
  nextDueAt: summary.nextDueAt ?? null,
  overdue,
  reviewType: summary.reviewType ?? null,
  openedAt: summary.openedAt,
  receivedOn: summary.receivedOn,
  closedOn: summary.closedOn ?? null,
  agencies: summary.agencies,
});

/** An entry of the record, with what it corrected and what corrected it. */
export function eventView(file: CaseFile, event: CaseEvent) {
  const corrections = allFacts(file).flatMap(({ seq, corrections: made = [] }) =>
    made.map((one) => ({ ...one, of: seq })),
  );
  const made = corrections.find(({ seq }) => seq === event.seq);
  return {
    ...event,
    ...(event.decision === 'correctFact' ? { was: made?.was ?? null } : {}),
    correctedBy: corrections.filter(({ of }) => of === event.seq).map(({ seq }) => seq),
  };
}

/** A notice, to whom it goes and what became of it; its text is made when it is sent. */
export function noticeView({ profile }: Pick<Dependencies, 'profile'>, { notice, standing, ...rest }: NoticeOnRecord) {
  const { to, as, ...said } = notice;
  return {
    ...said,
    to: { id: to, name: profile.people.find(({ id }) => id === to)?.name ?? null, as },
    state: standing.state,
    settledAt: 'at' in standing ? standing.at : null,
    messageId: standing.state === 'sent' ? standing.messageId : null,
    attempts: rest.attempts,
    lastAttemptAt: rest.lastAttemptAt ?? null,
    lastProblem: standing.state === 'refused' ? standing.answer : (rest.lastProblem ?? null),
  };
}

/** Reading cases: everything comes from the records. */
export function caseRoutes(dependencies: Dependencies): readonly Route[] {
  const { records, now } = dependencies;

  const list = get({
    path: '/api/cases',
    tag: 'Cases',
    summary: 'List cases, the newest first',
    query: listQuery,
    replies: { 200: { description: 'One page; `next` is the cursor of the page after it.', schema: 'CaseList' } },
    async answer({ query }) {
      const { overdue, practice, stage, dueBefore, reviewType, text, cursor, limit = 50 } = query;
      const filter: CaseFilter = {
        limit,
        ...(stage === undefined ? {} : { stage }),
        ...(overdue === undefined ? {} : { overdueAsOf: now() }),
        ...(dueBefore === undefined ? {} : { dueBefore }),
        ...(reviewType === undefined ? {} : { reviewType }),
        ...(practice === undefined ? {} : { practice: practice === 'true' }),
        ...(text === undefined ? {} : { text }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      const page = await records.cases.list(filter);
      const cases = page.cases.map((one) => {
        const { nextDueAt } = one.summary;
        return listedCase(one, nextDueAt !== undefined && nextDueAt < caseNow(now(), one));
      });
      return { status: 200, body: { cases, next: page.next ?? null } };
    },
  });

  const read = get({
    path: '/api/cases/:reference',
    tag: 'Cases',
    summary: 'Read a case: where it stands, every step with its dates, what can be decided and by whom',
    description:
      'With X-Acting-As naming somebody of the Business Unit, a delegated partner or the Scrutineer, `content` has the names and what happened.',
    replies: { 200: { description: 'The case.', schema: 'Case' } },
    refuses: [404],
    async answer({ params, actor }) {
      return { status: 200, body: await casePage(dependencies, await caseAt(records, params['reference']), actor) };
    },
  });

  const events = get({
    path: '/api/cases/:reference/events',
    tag: 'Cases',
    summary: "Read a case's record, entry by entry",
    description: '`next` is what to send as `after` for the entries that follow.',
    query: eventsQuery,
    replies: { 200: { description: 'Entries in order, with what people wrote.', schema: 'Events' } },
    refuses: [404],
    async answer({ params, query }) {
      const { file } = await caseAt(records, params['reference']);
      const { after = 0, limit = 100 } = query;
      const most = Math.max(limit, 1);
      const found = await records.events.eventsOf(file.reference, { after, limit: most + 1 });
      const entries = found.slice(0, most).map((event) => eventView(file, event));
      const next = found.length > most ? (entries.at(-1)?.seq ?? null) : null;
      return {
        status: 200,
        body: await spelledOut(records, file.reference, { reference: file.reference, events: entries, next }),
      };
    },
  });

  const notices = get({
    path: '/api/cases/:reference/notices',
    tag: 'Cases',
    summary: "Read a case's emails: to whom, why, and what became of each",
    replies: { 200: { description: 'Every email that was decided, the oldest first.', schema: 'Notices' } },
    refuses: [404],
    async answer({ params }) {
      const { file } = await caseAt(records, params['reference']);
      const found = await records.notices.noticesOf(file.reference);
      return {
        status: 200,
        body: { reference: file.reference, notices: found.map((one) => noticeView(dependencies, one)) },
      };
    },
  });

  const plan = get({
    path: '/api/cases/:reference/plan',
    tag: 'Plan',
    summary: "Read a case's plan: every date and why, every clock, and what cannot be kept together",
    replies: { 200: { description: 'The plan.', schema: 'Plan' } },
    refuses: [404],
    async answer({ params }) {
      const known = await caseAt(records, params['reference']);
      const view = describeCase(known.file, caseNow(now(), known));
      return { status: 200, body: { reference: view.reference, ...planPart(view) } };
    },
  });

  return [list, read, events, notices, plan];
}
