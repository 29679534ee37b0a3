import type { Doubt } from '../../../procedure/notification/doubtful-answers';
import type { FieldProblem } from '../../../procedure/refusals';
import { londonDate } from '../../../procedure/time/dates';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, limited, postPage, type Fields, type PageRoute } from '../../http/page';
import { everybody } from '../../../http/access';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { fits, keepForm, type OpenForm, type WrittenForm } from '../../forms/notification-draft';
import { evaluate, type Evaluated, type PersonState } from './evaluation';
import { askingOf, frameOf, ofForm, type AskedByAnybody } from './form-route';
import { contextOf, personQuestions } from './page-questions';
import { notifyPageTitles, peopleIds, type PeopleId } from './pages';
import { addressOf, hintOf, numbered, peopleWords } from './people';
import { answerRows } from './answer-rows';
import { confirmedIn, confirmFields } from '../../forms/confirm-question';
import { backFrom, onwardFrom, pageDoubts, pageLimit, pageProblems, rescue, tooLong, typedOn } from './question-pages';
import { lowered } from '../../wording/letters';

/* The children of the incident and their family: a page for each person, and a page that lists them. */

type Kind = PeopleId;

const most = 30;

/** The place in the list that the address names; nothing where it names none. */
function placeOf({ params }: AskedByAnybody, length: number): number | undefined {
  const said = params['number'] ?? '';
  const at = /^\d{1,3}$/.test(said) ? Number(said) - 1 : -1;
  return at >= 0 && at < Math.min(length, most) ? at : undefined;
}

const replaced = (people: readonly Fields[], at: number, typed: Fields): readonly Fields[] =>
  at < people.length ? people.with(at, typed) : [...people, typed];

/** A card of the list, with the links to change it and take it out. */
function card(
  kind: Kind,
  { typed, problems }: PersonState,
  { at, now }: { readonly at: number; readonly now: AskedByAnybody['now'] },
) {
  const item = (text: string, href: string) => ({ text, href, visuallyHiddenText: numbered(kind, at) });
  return {
    card: {
      title: { text: numbered(kind, at), headingLevel: 2 },
      actions: {
        items: [item('Change', addressOf(kind, at)), item('Remove', `${addressOf(kind, at)}/remove`)],
      },
    },
    rows: [
      ...answerRows(personQuestions[kind], typed, londonDate(now)),
      ...problems.map(({ sentence }) => ({ key: { text: 'To be put right' }, value: { text: sentence } })),
    ],
  };
}

/** A request for the pages of these people, and the dependencies that answer it. */
interface Asking {
  readonly kind: Kind;
  readonly asked: AskedByAnybody;
  readonly dependencies: ConsoleDependencies;
}

/** The problems with the list, each linked to where it is put right, and the field that confirms doubtful answers. */
function wrongInList(kind: Kind, form: WrittenForm, evaluated: Evaluated) {
  const people = evaluated[kind];
  const ofOne = people.flatMap(({ problems }, at) =>
    problems.map(({ sentence }) => ({
      text: `${numbered(kind, at)}: ${lowered(sentence)}`,
      href: addressOf(kind, at),
    })),
  );
  const ofPage = ofOne.length === 0 ? pageProblems(evaluated, kind) : [];
  const ofAll = ofPage
    .filter(({ field }) => field === kind)
    .map(({ sentence }) => ({
      text: sentence,
      href: people.length === 0 ? addressOf(kind, 0) : '/notify/what-happened',
    }));
  const typed = form.pages[kind] ?? {};
  const fields = confirmFields(pageDoubts(evaluated, kind), { typed, problems: ofPage });
  const toConfirm = ofPage.filter(({ field }) => field !== kind);
  return { problems: [...ofOne, ...ofAll, ...errorSummary(toConfirm, fields)], fields };
}

function showList({ kind, asked, dependencies }: Asking, form: WrittenForm, status = 200): Answer {
  const evaluated = evaluate(form, askingOf(dependencies, asked.visitor), asked.now);
  const people = evaluated[kind];
  const { intro, another, first, goOn } = peopleWords[kind];
  const from = one({ ...asked.query, ...asked.fields }, 'from');
  const model = {
    ...frameOf(dependencies, form.practice),
    ...wrongInList(kind, form, evaluated),
    intro: [intro],
    cards: people.map((person, at) => card(kind, person, { at, now: asked.now })),
    ...(people.length < most
      ? { addHref: addressOf(kind, people.length), addText: people.length === 0 ? first : another }
      : {}),
    continueText: people.length === 0 ? goOn : 'Continue',
    from,
    wayBack: backFrom(kind, form, from),
  };
  return view('pages/notify/people.njk', notifyPageTitles[kind], model, status);
}

const list = (kind: Kind) =>
  ofForm((asked, dependencies, { form }) =>
    kind === 'children' && form.children.length === 0
      ? redirect(addressOf(kind, 0))
      : showList({ kind, asked, dependencies }, form),
  );

const goOn = (kind: Kind) =>
  ofForm(async (asked, dependencies, open) => {
    const change = (kept: WrittenForm): WrittenForm => ({
      ...kept,
      pages: { ...kept.pages, [kind]: { looked: 'yes', ...confirmedIn(asked.fields) } },
    });
    const form = (await keepForm(dependencies, open, change, asked.now)) ?? change(open.form);
    if (one(asked.fields, 'then') === 'later') return redirect('/notify/save');
    const evaluated = evaluate(form, askingOf(dependencies, asked.visitor), asked.now);
    const isWrong = pageProblems(evaluated, kind).length > 0 || (kind === 'children' && form.children.length === 0);
    if (isWrong) return showList({ kind, asked, dependencies }, form, 422);
    return redirect(onwardFrom(kind, form, one(asked.fields, 'from')));
  });

interface ShownPerson {
  readonly form: WrittenForm;
  readonly at: number;
  readonly typed: Fields;
  readonly problems: readonly FieldProblem[];
  readonly doubts?: readonly Doubt[];
}

function showPerson({ kind, asked, dependencies }: Asking, shown: ShownPerson, status = 200): Answer {
  const { form, at, typed, problems, doubts = [] } = shown;
  const context = contextOf(askingOf(dependencies, asked.visitor), londonDate(asked.now));
  const fields = [
    ...fieldsOf(personQuestions[kind], context, { typed, problems }),
    ...confirmFields(doubts, { typed, problems }),
  ];
  const model = {
    ...frameOf(dependencies, form.practice),
    isNew: at >= form[kind].length,
    fields,
    problems: errorSummary(problems, fields),
    intro: hintOf(kind),
    wayBack: form[kind].length === 0 ? backFrom(kind, form, '') : { href: `/notify/${kind}` },
  };
  return view('pages/notify/page.njk', numbered(kind, at), model, status);
}

const askPerson = (kind: Kind) =>
  ofForm((asked, dependencies, { form }) => {
    const at = placeOf(asked, form[kind].length + 1);
    if (at === undefined) return redirect(`/notify/${kind}`);
    const known = evaluate(form, askingOf(dependencies, asked.visitor), asked.now)[kind][at];
    const { typed = {}, problems = [], doubts = [] } = known ?? {};
    return showPerson({ kind, asked, dependencies }, { form, at, typed, problems, doubts });
  });

async function keepPerson(asking: Asking, open: OpenForm): Promise<Answer> {
  const { kind, asked, dependencies } = asking;
  const at = placeOf(asked, open.form[kind].length + 1);
  if (at === undefined) return redirect(`/notify/${kind}`);
  const typed = typedOn(asked);
  // The page was opened for a new person, so a person is added even if another tab has taken that place since.
  const isNew = at >= open.form[kind].length || one(asked.fields, '_new') === 'yes';
  const change = (kept: WrittenForm): WrittenForm => ({
    ...kept,
    [kind]: isNew ? [...kept[kind], typed] : replaced(kept[kind], at, typed),
  });
  if (!fits(change(open.form))) {
    const problems = [{ field: 'name', sentence: tooLong }];
    return showPerson(asking, { form: open.form, at, typed, problems }, 422);
  }
  const form = await keepForm(dependencies, open, change, asked.now);
  if (form === undefined) {
    return rescue(asked, dependencies, (begun) => ({ ...begun, [kind]: [typed] }));
  }
  if (one(asked.fields, 'then') === 'later') return redirect('/notify/save');
  const place = isNew ? form[kind].length - 1 : at;
  const person = evaluate(form, askingOf(dependencies, asked.visitor), asked.now)[kind][place];
  const { problems = [], doubts = [] } = person ?? {};
  if (problems.length === 0) return redirect(`/notify/${kind}`);
  // Redirects to the address of the person's own place, so that sending the page again changes this person.
  if (place !== at) return redirect(addressOf(kind, place));
  return showPerson(asking, { form, at: place, typed, problems, doubts }, 422);
}

const askRemoval = (kind: Kind) =>
  ofForm((asked, dependencies, { form }) => {
    const at = placeOf(asked, form[kind].length);
    if (at === undefined) return redirect(`/notify/${kind}`);
    const who = numbered(kind, at);
    return view('pages/notify/remove.njk', `Remove ${who.toLowerCase()}?`, {
      ...frameOf(dependencies, form.practice),
      sentence: `${who}, with everything that you gave, is taken out of this form. The others move up.`,
      wayBack: { href: `/notify/${kind}` },
    });
  });

const remove = (kind: Kind) =>
  ofForm(async (asked, dependencies, open) => {
    const at = placeOf(asked, open.form[kind].length);
    if (at !== undefined) {
      // People after a removed one move up. If somebody else stands in this place now, they stay.
      const meant = JSON.stringify(open.form[kind][at]);
      const change = (kept: WrittenForm): WrittenForm =>
        JSON.stringify(kept[kind][at]) === meant ? { ...kept, [kind]: kept[kind].toSpliced(at, 1) } : kept;
      await keepForm(dependencies, open, change, asked.now);
    }
    return redirect(`/notify/${kind}`);
  });

/** Children and family of the form, each person on a page of their own. */
export const personPageRoutes: readonly PageRoute[] = peopleIds.flatMap((kind) => [
  getPage(`/notify/${kind}`, everybody, list(kind)),
  postPage(`/notify/${kind}`, everybody, goOn(kind)),
  getPage(`/notify/${kind}/:number`, everybody, askPerson(kind)),
  limited(
    postPage(
      `/notify/${kind}/:number`,
      everybody,
      ofForm(
        (asked, dependencies, open) => keepPerson({ kind, asked, dependencies }, open),
        (asked, dependencies) => rescue(asked, dependencies, (form) => ({ ...form, [kind]: [typedOn(asked)] })),
      ),
    ),
    pageLimit,
  ),
  getPage(`/notify/${kind}/:number/remove`, everybody, askRemoval(kind)),
  postPage(`/notify/${kind}/:number/remove`, everybody, remove(kind)),
]);
