import { instant, londonDate, toMillis } from '../../../procedure/time/dates';
import type { Instant } from '../../../procedure/time/time';
import { answerRows, type SummaryRow } from './answer-rows';
import type { WrittenForm } from '../../forms/notification-draft';
import type { Evaluated, PageState } from './evaluation';
import type { SummaryItem } from '../../forms/error-summary';
import { personQuestions, questionsOf, type AskedPartnership, type QuestionPageId } from './page-questions';
import { notifyPageTitles, type PeopleId } from './pages';
import { addressOf, numbered, peopleWords } from './people';
import { lowered } from '../../wording/letters';

const dayMs = 24 * 60 * 60 * 1000;

interface Link {
  readonly href: string;
  readonly text: string;
  readonly visuallyHiddenText: string;
}

/** A list of answers, as the Design System's summary list takes it. */
interface AnswerList {
  readonly card?: {
    readonly title: { readonly text: string; readonly headingLevel: number };
    readonly actions: { readonly items: readonly Link[] };
  };
  readonly rows: readonly (SummaryRow & { readonly actions?: { readonly items: readonly Link[] } })[];
}

interface Part {
  readonly title: string;
  readonly note?: string;
  readonly lists: readonly AnswerList[];
}

const change = (href: string, what: string): Link => ({
  href,
  text: 'Change',
  visuallyHiddenText: lowered(what),
});

function peoplePart(kind: PeopleId, form: WrittenForm, now: Instant): Part {
  const lists = form[kind].map((typed, at): AnswerList => {
    const title = numbered(kind, at);
    return {
      card: {
        title: { text: title, headingLevel: 3 },
        actions: { items: [change(addressOf(kind, at), title)] },
      },
      rows: answerRows(personQuestions[kind], typed, londonDate(now)),
    };
  });
  const action = {
    items: [{ ...change(`/notify/${kind}?from=check`, notifyPageTitles[kind]), text: 'Add or change' }],
  };
  return lists.length > 0
    ? { title: notifyPageTitles[kind], lists }
    : {
        title: notifyPageTitles[kind],
        lists: [
          {
            rows: [{ key: { text: notifyPageTitles[kind] }, value: { text: peopleWords[kind].none }, actions: action }],
          },
        ],
      };
}

function questionsPart(
  id: QuestionPageId,
  form: WrittenForm,
  { asking, now }: { readonly asking: AskedPartnership; readonly now: Instant },
): Part {
  const href = `/notify/${id}?from=check`;
  const rows = answerRows(questionsOf(id, asking), form.pages[id] ?? {}, londonDate(now)).map((row) => ({
    ...row,
    actions: { items: [change(href, row.key.text)] },
  }));
  return { title: notifyPageTitles[id], lists: [{ rows }] };
}

/** Lists the problems of a page that must be solved before the form can be sent, each with the page on which to do it. */
function inTheWay(
  { id, answered, mayBeLeftOut, problems }: PageState,
  { children, family }: Evaluated,
): readonly SummaryItem[] {
  const href = `/notify/${id}?from=check`;
  if (!answered) {
    return mayBeLeftOut ? [] : [{ text: `${notifyPageTitles[id]}: not answered yet`, href }];
  }
  if (id === 'children' || id === 'family') {
    const people = { children, family }[id];
    const each = people.flatMap((person, at) =>
      person.problems.map(({ sentence }) => ({
        text: `${numbered(id, at)}: ${lowered(sentence)}`,
        href: addressOf(id, at),
      })),
    );
    if (each.length > 0) return each;
  }
  return problems.map(({ sentence }) => ({ text: sentence, href }));
}

/** True if more than 24 hours have passed since the incident became known. */
function isLate(raw: Evaluated['raw'], now: Instant): boolean {
  const knownAt = raw['knownAt'];
  return typeof knownAt === 'string' && toMillis(now) - toMillis(instant(knownAt)) > dayMs;
}

/** Lists every answer with a link to change it, and the problems to be solved before the form can be sent. */
export function notificationCheckView(
  form: WrittenForm,
  evaluated: Evaluated,
  { asking, now }: { readonly asking: AskedPartnership; readonly now: Instant },
) {
  return {
    parts: evaluated.pages.map((page) =>
      page.id === 'children' || page.id === 'family'
        ? peoplePart(page.id, form, now)
        : questionsPart(page.id, form, { asking, now }),
    ),
    inTheWay: evaluated.pages.flatMap((page) => inTheWay(page, evaluated)),
    canBeSent: evaluated.canBeSent,
    late: evaluated.canBeSent && isLate(evaluated.raw, now),
  };
}
