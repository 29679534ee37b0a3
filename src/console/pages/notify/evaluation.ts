import * as z from 'zod/mini';
import { addYears, londonDate } from '../../../procedure/time/dates';
import {
  notificationDoubts,
  notificationForm,
  notificationProblems,
} from '../../../procedure/notification/notification-form';
import { doubtsOf, type Doubt } from '../../../procedure/notification/doubtful-answers';
import type { FieldProblem } from '../../../procedure/refusals';
import { isRecord } from '../../../procedure/schema-parts';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import type { Fields } from '../../http/page';
import type { WrittenForm } from '../../forms/notification-draft';
import { readFields } from '../../forms/reading';
import { confirmedOfChild, confirmedOfIncident, confirmName } from '../../forms/confirm-question';
import { personQuestions, questionsOf, type AskedPartnership } from './page-questions';
import { isPageAsked, pageFields, pageIds, type PageId, type PeopleId } from './pages';
import { problemsOnPage, type NamesOnPage } from '../../wording/said-on-page';

/** Pages that may be left out. */
const mayBeLeftOut: readonly PageId[] = ['family'];

/** A page of the form as it stands. */
export interface PageState {
  readonly id: PageId;
  readonly answered: boolean;
  readonly mayBeLeftOut: boolean;
  readonly problems: readonly FieldProblem[];
  /** Answers that hardly go together, those that are confirmed too. */
  readonly doubts: readonly Doubt[];
}

/** The state of the answers about a child or a member of the family. */
export interface PersonState {
  readonly typed: Fields;
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  /** Answers that hardly go together, those that are confirmed too. */
  readonly doubts: readonly Doubt[];
}

/** The whole form as it stands: what each page lacks, and the form that can be sent once nothing does. */
export interface Evaluated {
  readonly pages: readonly PageState[];
  readonly children: readonly PersonState[];
  readonly family: readonly PersonState[];
  /** The form as `receiveNotification` takes it. */
  readonly raw: Values;
  readonly canBeSent: boolean;
}

type Values = Readonly<Record<string, unknown>>;

const merged = (parts: readonly Values[]): Values => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

/** The problems of each field, the first of several only. */
const firstOfEach = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter(({ field }, at) => field === confirmName || problems.findIndex((one) => one.field === field) === at);

/** Values read from typed answers, and the problems with them. */
interface ReadAnswers {
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
}

function readAnswers(schema: z.core.$ZodType, typed: Fields, today: IsoDate): ReadAnswers {
  const { form, problems } = readFields(schema, typed, { today });
  return { values: isRecord(form) ? form : {}, problems };
}

function readPerson(kind: PeopleId, typed: Fields, today: IsoDate): PersonState {
  const { values, problems } = readAnswers(personQuestions[kind], typed, today);
  const confirmed = kind === 'children' ? confirmedOfChild(typed) : [];
  return { typed, values: confirmed.length === 0 ? values : { ...values, confirmed }, problems, doubts: [] };
}

/** Makes answers for pages that are not answered yet, so that the rules can compare those that are. */
const filler = (now: Instant) => ({
  notSignificantIncidentForm: true,
  circumstances: '-',
  criteria: ['serious-harm'],
  seriousHarm: ['other'],
  abuseOrNeglect: 'suspected',
  incidentOn: londonDate(now),
  knownAt: now,
  authorityAwareOn: londonDate(now),
  notifyingAgency: '-',
  notifier: { name: '-' },
  children: [
    {
      ...{ name: '-', dateOfBirth: addYears(londonDate(now), -1), died: false, lookedAfter: false, careLeaver: false },
      ...{ sex: 'not-known', ethnicGroup: 'not-known', disability: 'not-known' },
    },
  ],
  setting: 'other',
  agencies: ['-'],
  immediateSafety: '-',
});

/** Lists the other pages that must be answered before a sentence about this field is shown. */
function restsOn(field: string): readonly PageId[] {
  if (field === 'children' || field === 'seriousHarm') return ['what-happened'];
  return /^children\.\d+\.dateOfBirth$/.test(field) ? ['dates'] : [];
}

const pageOf = (field: string): PageId | undefined =>
  pageIds.find((page) => pageFields[page].some((one) => field === one || field.startsWith(`${one}.`)));

/** The form's own rules name nobody of the partnership. */
const nobody: NamesOnPage = { profile: { people: [] }, policy: { agencies: {} } };

/** The findings across the pages: problems, and answers that hardly go together, confirmed or not. */
interface AcrossPages {
  readonly problems: readonly FieldProblem[];
  readonly doubts: readonly Doubt[];
}

/** Checks the answers against each other and against the calendar, as far as they are given. */
function acrossPages(answers: Readonly<Partial<Record<PageId, Values>>>, now: Instant): AcrossPages {
  const { seriousHarm, ...rest } = merged([filler(now), ...Object.values(answers)]);
  const isHarm = Array.isArray(rest['criteria']) && rest['criteria'].includes('serious-harm');
  const read = z.safeParse(notificationForm(), { ...rest, ...(isHarm ? { seriousHarm } : {}) });
  if (!read.success) return { problems: [], doubts: [] };
  // If a year is doubted, the page asks to confirm it, in a question of its own.
  const years = notificationDoubts(read.data, now).map((one) => ({ ...one, field: 'yearsAreRight' }));
  const found = [...notificationProblems(read.data, now), ...years].filter(({ field }) => {
    const page = pageOf(field);
    return page !== undefined && [page, ...restsOn(field)].every((one) => answers[one] !== undefined);
  });
  const doubts = doubtsOf(read.data).filter((one) => doubtRestsOn(one).every((page) => answers[page] !== undefined));
  return { problems: problemsOnPage(nobody, found), doubts };
}

/** The pages that must be answered before an answer is in doubt. The last of them asks whether it is right. */
function doubtRestsOn({ field }: Doubt): readonly PageId[] {
  switch (field) {
    case 'criteria':
      return ['what-happened', 'children'];
    case 'setting':
      return ['what-happened', 'dates', 'children', 'where'];
    default:
      return ['dates', 'children'];
  }
}

const pageOfDoubt = (doubt: Doubt): PageId => doubtRestsOn(doubt).at(-1) ?? 'children';

/** The doubts that are not confirmed, as problems of the question that asks about them. */
function toConfirm(doubts: readonly Doubt[], confirmed: readonly string[]): readonly FieldProblem[] {
  const open = doubts.filter(({ code }) => !confirmed.includes(code)).map((one) => ({ ...one, field: confirmName }));
  return problemsOnPage(nobody, open);
}

/** The doubts about a child, and what is wrong with the answers about the child. */
function personAcross(person: PersonState, at: number, { problems, doubts }: AcrossPages): PersonState {
  const prefix = `children.${at}.`;
  const theirs = problems.flatMap(({ field, sentence }) =>
    field.startsWith(prefix) ? [{ field: field.slice(prefix.length), sentence }] : [],
  );
  const own = doubts.filter(({ field }) => field.startsWith(prefix));
  const asked = toConfirm(own, confirmedOfChild(person.typed));
  return { ...person, problems: [...person.problems, ...theirs, ...asked], doubts: own };
}

/** Reads each page of the form that is asked, by itself. */
function readPages(
  form: WrittenForm,
  people: Pick<Evaluated, 'children' | 'family'>,
  { asking, today }: { readonly asking: Pick<AskedPartnership, 'onPaper'>; readonly today: IsoDate },
) {
  const ofPeople = (page: PeopleId): ReadAnswers => ({
    values: { [page]: people[page].map(({ values }) => values) },
    problems: people[page].some(({ problems }) => problems.length > 0)
      ? [{ field: page, sentence: 'Something about one of them needs to be put right' }]
      : [],
  });
  return pageIds
    .filter((page) => isPageAsked(page, form.pages))
    .map((id) => {
      const typed = form.pages[id];
      if (id === 'children' || id === 'family') {
        const answered = people[id].length > 0 || (id === 'family' && typed !== undefined);
        return { id, answered, ...ofPeople(id) };
      }
      return { id, answered: typed !== undefined, ...readAnswers(questionsOf(id, asking), typed ?? {}, today) };
    });
}

/** Reads the whole form, by the same rules by which it is taken when it is sent. */
export function evaluate(form: WrittenForm, asking: Pick<AskedPartnership, 'onPaper'>, now: Instant): Evaluated {
  const today = londonDate(now);
  const children = form.children.map((typed) => readPerson('children', typed, today));
  const family = form.family.map((typed) => readPerson('family', typed, today));
  const read = readPages(form, { children, family }, { asking, today });
  const inOrder = read.filter(({ answered, problems }) => answered && problems.length === 0);
  const across = acrossPages(Object.fromEntries(inOrder.map(({ id, values }) => [id, values])), now);
  const named = children.map((child, at) => personAcross(child, at, across));
  const pages = read.map(({ id, answered, problems }): PageState => {
    const theirs = across.problems.filter(({ field }) => pageOf(field) === id);
    const doubts = across.doubts.filter((one) => !one.field.startsWith('children.') && pageOfDoubt(one) === id);
    const asked = toConfirm(doubts, confirmedOfIncident(form.pages[id] ?? {}));
    const ofChildren = id === 'children' ? named.flatMap((child) => child.problems.filter(isToConfirm)) : [];
    return {
      ...{ id, answered, doubts, mayBeLeftOut: mayBeLeftOut.includes(id) },
      problems: firstOfEach([...problems, ...theirs, ...asked, ...ofChildren]),
    };
  });
  const confirmed = Object.values(form.pages).flatMap(confirmedOfIncident);
  return {
    pages,
    children: named,
    family,
    raw: {
      ...merged(read.map(({ values }) => values)),
      ...(confirmed.length === 0 ? {} : { confirmed }),
      ...(form.practice ? { practice: true } : {}),
    },
    canBeSent: pages.every((page) => (page.answered ? page.problems.length === 0 : page.mayBeLeftOut)),
  };
}

const isToConfirm = ({ field }: FieldProblem): boolean => field === confirmName;
