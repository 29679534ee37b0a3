import { isOfBusinessUnit } from '../../../procedure/permissions';
import type { Doubt } from '../../../procedure/notification/doubtful-answers';
import type { FieldProblem } from '../../../procedure/refusals';
import { londonDate } from '../../../procedure/time/dates';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, limited, postPage, type Fields, type PageRoute, type Visitor } from '../../http/page';
import { everybody } from '../../../http/access';
import { errorSummary } from '../../forms/error-summary';
import type { Field } from '../../forms/field';
import { fieldsOf } from '../../forms/fields-of';
import { beginForm, emptyForm, fits, keepForm, type OpenForm, type WrittenForm } from '../../forms/notification-draft';
import { confirmFields } from '../../forms/confirm-question';
import { evaluate, type Evaluated } from './evaluation';
import { askingOf, frameOf, ofForm, type AskedByAnybody } from './form-route';
import { contextOf, questionsOf, type AskedPartnership, type QuestionPageId } from './page-questions';
import { isPageAsked, notifyPageTitles, pageFields, pageIds, type PageId } from './pages';

/*
 * Pages of the form, each on a subject. Every typed answer is kept, right or wrong; only a form without problems can be
 * sent.
 */

/** The limit on how often one address may send a page: an office writes a few forms at once. */
export const pageLimit = {
  times: 300,
  minutes: 10,
  sentence: 'More pages of the form came from your network than we take in ten minutes. What you sent before is kept.',
} as const;

/** The problem shown if a page would make the form too large to be kept. */
export const tooLong = 'The form is too long to be kept: shorten what you wrote here';

/** Returns the sentences above the questions of a page. */
function introOf(page: PageId, { shortName, authority, onPaper }: AskedPartnership): readonly string[] {
  switch (page) {
    case 'before-you-start':
      return [
        `This form goes to ${shortName}. Children’s Social Care has a Significant Incident form of its own, which is another form and stays inside Children’s Social Care.`,
      ];
    case 'what-happened':
      return [
        'Write what matters for the decision, and leave the rest out. What you write is put into no email, and only those who decide on the case can read it.',
        'A notifiable incident is an incident involving the care of a child which meets any of the criteria below.',
      ];
    case 'dates':
      return [
        `The local authority is ${authority}.`,
        'Days may be typed as you like: 7 12 2026, or 7 Dec 26. Times are London time.',
      ];
    case 'where':
      return [`This partnership is ${shortName}.`];
    case 'about-you':
      return [
        onPaper
          ? 'If you are typing in a form that somebody else wrote, give the details of that person.'
          : 'We use these details only to ask you about the notification.',
      ];
    default:
      return [];
  }
}

/** Returns the address after a page: the answers if the writer came from there, otherwise the next page. */
export const onwardFrom = (page: PageId, form: WrittenForm, from: string): string => {
  if (from === 'check') return '/notify/check';
  const next = pageIds.slice(pageIds.indexOf(page) + 1).find((one) => isPageAsked(one, form.pages));
  return next === undefined ? '/notify/check' : `/notify/${next}`;
};

/** Returns the address that the "Back" link of a page leads to. */
export const backFrom = (page: PageId, form: WrittenForm, from: string): { readonly href: string } => {
  if (from === 'check') return { href: '/notify/check' };
  const before = pageIds.slice(0, pageIds.indexOf(page)).findLast((one) => isPageAsked(one, form.pages));
  return { href: before === undefined ? '/notify' : `/notify/${before}` };
};

/** Returns the problems with a page. */
export const pageProblems = (evaluated: Evaluated, page: PageId): readonly FieldProblem[] =>
  evaluated.pages.find(({ id }) => id === page)?.problems ?? [];

/** Returns the answers of a page that hardly go together with others, those that are confirmed too. */
export const pageDoubts = (evaluated: Evaluated, page: PageId): readonly Doubt[] =>
  evaluated.pages.find(({ id }) => id === page)?.doubts ?? [];

/**
 * Returns answers about the writer that their sign-in already gives; none for the Business Unit, who write for others.
 */
function knownOf({ profile }: ConsoleDependencies, visitor: Visitor | undefined): Fields {
  if (visitor === undefined) return {};
  const { name, email, title, agency } = visitor.person;
  if (isOfBusinessUnit(visitor.person)) return {};
  const of = agency === undefined ? undefined : profile.policy.agencies[agency]?.name;
  return {
    'notifier.name': name,
    'notifier.email': email,
    'notifier.post': title,
    ...(of === undefined ? {} : { notifyingAgency: of }),
  };
}

/** A request for a page, and the dependencies that answer it. */
interface Asking {
  readonly page: QuestionPageId;
  readonly asked: AskedByAnybody;
  readonly dependencies: ConsoleDependencies;
}

interface Shown {
  readonly form: WrittenForm;
  readonly typed: Fields;
  readonly problems: readonly FieldProblem[];
  readonly doubts?: readonly Doubt[];
  readonly from: string;
}

/** Leaves out the question whether the years are right, unless a year was doubted. */
const doubting = (fields: readonly Field[], typed: Fields): readonly Field[] =>
  fields.filter(({ name, problem }) => name !== 'yearsAreRight' || problem !== undefined || typed[name] !== undefined);

function show({ page, asked, dependencies }: Asking, shown: Shown, status = 200): Answer {
  const { form, typed, problems, doubts = [], from } = shown;
  const asking = askingOf(dependencies, asked.visitor);
  const context = contextOf(asking, londonDate(asked.now));
  const fields = [
    ...doubting(fieldsOf(questionsOf(page, asking), context, { typed, problems }), typed),
    ...confirmFields(doubts, { typed, problems }),
  ];
  const model = {
    ...frameOf(dependencies, form.practice),
    intro: introOf(page, asking),
    fields,
    problems: errorSummary(problems, fields),
    from,
    wayBack: backFrom(page, form, from),
  };
  return view('pages/notify/page.njk', notifyPageTitles[page], model, status);
}

const ask = (page: QuestionPageId) =>
  ofForm((asked, dependencies, { form }) => {
    const typed = form.pages[page];
    const from = one(asked.query, 'from');
    if (typed === undefined) {
      const known = page === 'about-you' ? knownOf(dependencies, asked.visitor) : {};
      return show({ page, asked, dependencies }, { form, typed: known, problems: [], from });
    }
    const evaluated = evaluate(form, askingOf(dependencies, asked.visitor), asked.now);
    const found = { problems: pageProblems(evaluated, page), doubts: pageDoubts(evaluated, page) };
    return show({ page, asked, dependencies }, { form, typed, ...found, from });
  });

/** Returns the answers on a page, without the fields that only say where to go. */
export const typedOn = ({
  fields: { _csrf, _new, from: _from, then: _then, ...typed },
}: Pick<AskedByAnybody, 'fields'>): Fields => typed;

/** Begins a new form with what was typed on a page, if the form it belonged to is gone. */
export async function rescue(
  asked: AskedByAnybody,
  dependencies: ConsoleDependencies,
  add: (form: WrittenForm) => WrittenForm,
): Promise<Answer> {
  const form = { ...add(emptyForm), rescued: true };
  const begun = { form: fits(form) ? form : emptyForm, page: '/notify/tasks', now: asked.now };
  return beginForm(dependencies, begun);
}

async function keep(asking: Asking, open: OpenForm): Promise<Answer> {
  const { page, asked, dependencies } = asking;
  const typed = typedOn(asked);
  const change = (kept: WrittenForm): WrittenForm => ({ ...kept, pages: { ...kept.pages, [page]: typed } });
  const asTyped = change(open.form);
  const from = one(asked.fields, 'from');
  const refused = (problems: readonly FieldProblem[], doubts: readonly Doubt[] = []) =>
    show(asking, { form: asTyped, typed, problems, doubts, from }, 422);
  if (!fits(asTyped)) {
    const [field = ''] = pageFields[page];
    return refused([{ field, sentence: tooLong }]);
  }
  const form = await keepForm(dependencies, open, change, asked.now);
  if (form === undefined) {
    return rescue(asked, dependencies, (begun) => ({ ...begun, pages: { [page]: typed } }));
  }
  if (one(asked.fields, 'then') === 'later') return redirect('/notify/save');
  const evaluated = evaluate(form, askingOf(dependencies, asked.visitor), asked.now);
  const problems = pageProblems(evaluated, page);
  return problems.length > 0 ? refused(problems, pageDoubts(evaluated, page)) : redirect(onwardFrom(page, form, from));
}

/** The pages that ask for answers of their own; children and family have a page for each person. */
export const questionPageRoutes: readonly PageRoute[] = pageIds
  .filter((page) => page !== 'children' && page !== 'family')
  .flatMap((page) => [
    getPage(`/notify/${page}`, everybody, ask(page)),
    limited(
      postPage(
        `/notify/${page}`,
        everybody,
        ofForm(
          (asked, dependencies, open) => keep({ page, asked, dependencies }, open),
          (asked, dependencies) =>
            rescue(asked, dependencies, (form) => ({ ...form, pages: { [page]: typedOn(asked) } })),
        ),
      ),
      pageLimit,
    ),
  ]);
