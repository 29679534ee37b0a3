import * as z from 'zod/mini';
import { listCases, type CaseList, type Listing } from '../../casework/listing';
import { noticesOnRecord } from '../../casework/notices-read';
import { casePage, planOfCase, recordPart } from '../../casework/reading';
import type { Forms } from '../../procedure/case/case-file';
import { readableText } from '../../procedure/forms';
import { endings } from '../../procedure/describe';
import { stages } from '../../procedure/stages';
import { caseOrders } from '../../records/case-list';
import { showing, whoOpens, whoSees } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { entryTag } from '../entry-tag';
import { queryDate, wholeNumber } from '../query-fields';
import { noSuchCase } from '../problems';
import { get, search, type Reply, type Route } from '../route';

const oneOf = <const O extends string>(title: string, options: readonly O[]) =>
  z.enum(options, { error: `Choose one of: ${options.join(', ')}` }).register(z.globalRegistry, { title });

const yesOrNo = (title: string) =>
  z.enum(['true', 'false'], { error: 'Say true or false' }).register(z.globalRegistry, { title });

const panelReplies = [
  'agrees',
  'disagrees',
  'wants-more',
  'takes-up-nationally',
] as const satisfies readonly Forms['recordPanelReply']['reply'][];

/** Filters and order of a list of cases, the same in a query and in the body of a search. */
const conditions = {
  stage: z.optional(oneOf('The stage of the case', stages)),
  dueBefore: z.optional(queryDate('the day before which something is due')),
  reviewType: z.optional(z.enum(['none', 'PLR', 'LCSPR'], { error: 'Choose none, PLR or LCSPR' })),
  ending: z.optional(oneOf('How the case ended, or how far it came', endings)),
  panel: z.optional(oneOf('What the Panel last replied', panelReplies)),
  order: z.optional(
    oneOf(
      'What comes first: the newest, what is due soonest, the first reference, stage, or day of the case',
      caseOrders,
    ),
  ),
  cursor: z.optional(z.string().check(z.maxLength(300, 'The cursor is not one that this list gave out'))),
};

const listQuery = z.strictObject({
  ...conditions,
  overdue: z.optional(z.literal('true', { error: 'Say true, or leave it out' })),
  practice: z.optional(yesOrNo('Practice cases only, or real ones only')),
  open: z.optional(yesOrNo('Open cases only, or closed ones only')),
  limit: z.optional(wholeNumber(200, 'The limit')),
  text: z.optional(
    z.never({
      error:
        'Send the text in the body of POST /api/cases/search: an address, in which a name may stand, is kept in logs and histories',
    }),
  ),
});

const flag = (title: string) => z.boolean({ error: 'Say true or false' }).register(z.globalRegistry, { title });

const searchForm = z.strictObject({
  text: readableText('What to look for', 200).register(z.globalRegistry, {
    title:
      'Sought in references, agencies and what people wrote; in names for the Business Unit only; for the IT officer in references alone',
  }),
  ...conditions,
  overdue: z.optional(z.literal(true, { error: 'Say true, or leave it out' })),
  practice: z.optional(flag('Practice cases only, or real ones only')),
  open: z.optional(flag('Open cases only, or closed ones only')),
  limit: z.optional(
    z
      .int({ error: 'The limit must be a whole number up to 200' })
      .check(
        z.gte(0, 'The limit must be a whole number up to 200'),
        z.lte(200, 'The limit must be a whole number up to 200'),
      ),
  ),
});

/** Returns the filters that a query sets, without those that it leaves out. */
const given = <T extends object>(query: T) =>
  // The same properties, but for those that are undefined.
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const eventsQuery = z.strictObject({
  after: z.optional(wholeNumber(999_999_999, 'The number of the entry')),
  limit: z.optional(wholeNumber(500, 'The limit')),
});

const listed = (list: CaseList): Reply => ({
  status: 200,
  body: list,
  shown: { cases: list.cases.map(({ reference }) => reference) },
});

/** Reading cases: everything comes from the records. */
export function caseRoutes(dependencies: ApiDependencies): readonly Route[] {
  const list = get({
    path: '/api/cases',
    access: whoOpens('matrix'),
    tag: 'Cases',
    summary: 'List the cases that you may see, the newest first',
    description:
      '`agencies` is null for the IT officer. A cursor is good for the `order` in which it was given out. Text is sought by `POST /api/cases/search`.',
    query: listQuery,
    replies: { 200: { description: 'One page; `next` is the cursor of the page after it.', schema: 'CaseList' } },
    async answer({ query, reader }) {
      const { overdue, practice, open, text: _text, ...rest } = query;
      const listing: Listing = {
        ...given(rest),
        reader,
        ...(overdue === undefined ? {} : { overdue: true }),
        ...(practice === undefined ? {} : { practice: practice === 'true' }),
        ...(open === undefined ? {} : { open: open === 'true' }),
      };
      return listed(await listCases(dependencies, listing));
    },
  });

  const sought = search({
    path: '/api/cases/search',
    access: showing('search', whoOpens('matrix')),
    tag: 'Cases',
    summary: 'Search the cases that you may see for a text',
    description:
      'The text may be a name, so it stands in the body: in an address it would be kept in logs, histories and proxies. Otherwise like the route that lists cases, a page at a time: send the same body with `next` as its `cursor`. Nothing is changed, and no Idempotency-Key is needed.',
    body: searchForm,
    examples: { text: { text: 'grandmother', open: true } },
    replies: { 200: { description: 'One page; `next` is the cursor of the page after it.', schema: 'CaseList' } },
    answer: async ({ body, reader }) => listed(await listCases(dependencies, { ...given(body), reader })),
  });

  const read = get({
    path: '/api/cases/:reference',
    access: whoSees('state', { shows: 'overview' }),
    tag: 'Cases',
    summary: 'Read a case: where it stands, every step with its dates, what can be decided and by whom',
    description:
      '`content` has the names and what happened, for whoever sees all of the case, or was sent the notification (docs/who-may-do-what.md). Whoever sees its state reads null for `looksLike`, `parallelProcesses`, `tasks`, for `notification` unless they were sent it, and for the text of actions that are not theirs to oversee or do.',
    replies: { 200: { description: 'The case.', schema: 'Case', tagged: true } },
    async answer({ known, reader }) {
      const page = await casePage(dependencies, known, reader);
      if (page === undefined) throw noSuchCase(known.file.reference);
      return { status: 200, body: page, headers: entryTag(known.file) };
    },
  });

  const events = get({
    path: '/api/cases/:reference/events',
    access: whoSees('part', { shows: 'record' }),
    tag: 'Cases',
    summary: "Read a case's record, entry by entry",
    description:
      '`next` is what to send as `after` for the entries that follow. Whoever does not see all of the case reads null for `details` and `was` of entries that are none of theirs, and whoever sees their own part alone reads no other entries.',
    query: eventsQuery,
    replies: { 200: { description: 'Entries in order, with what people wrote.', schema: 'Events' } },
    async answer({ known: { file }, reader, query }) {
      const part = await recordPart(dependencies, file, { ...query, reader });
      return { status: 200, body: { reference: file.reference, ...part } };
    },
  });

  const notices = get({
    path: '/api/cases/:reference/notices',
    access: whoSees('part', { shows: 'emails' }),
    tag: 'Cases',
    summary: "Read a case's emails: to whom, why, and what became of each",
    description: 'Whoever does not see all of the case reads their own. The IT officer reads null for what they say.',
    replies: { 200: { description: 'Every email that was decided, the oldest first.', schema: 'Notices' } },
    async answer({ known: { file }, reader }) {
      const { reference } = file;
      return { status: 200, body: { reference, notices: await noticesOnRecord(dependencies, file, reader) } };
    },
  });

  const plan = get({
    path: '/api/cases/:reference/plan',
    access: whoSees('state', { shows: 'plan' }),
    tag: 'Plan',
    summary: "Read a case's plan: every date and why, every clock, and what cannot be kept together",
    replies: { 200: { description: 'The plan.', schema: 'Plan', tagged: true } },
    answer: ({ known }) =>
      Promise.resolve({
        status: 200,
        body: { reference: known.file.reference, ...planOfCase(dependencies, known) },
        headers: entryTag(known.file),
      }),
  });

  return [list, sought, read, events, notices, plan];
}
