import { findCase } from '../../../casework/reading';
import { does, sightOf, visibility, type Viewer } from '../../../procedure/permissions';
import { newSecret } from '../../../security/secret';
import { redirect, referencesIn, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { beginForm, emptyForm } from '../../forms/notification-draft';
import { getPage, postPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { exampleIds, examples } from '../../forms/practice-example';
import { movingRoutes } from './moving';
import { exampleCalled, openExample } from '../../forms/practice-opening';
import { practiceRow } from './practice-view';

const casesAPage = 25;
const byForm = 'form';

/** The case in the address that was opened just now, if this person sees it. */
async function openedCase(
  dependencies: ConsoleDependencies,
  viewer: Viewer,
  reference: string,
): Promise<string | undefined> {
  const known = reference === '' ? undefined : await findCase(dependencies, reference);
  return known !== undefined && known.file.practice && sightOf(viewer, known.file) !== 'none'
    ? known.file.reference
    : undefined;
}

/** The examples that a practice case can be opened with. */
const choices = [
  ...exampleIds.map((id) => ({
    value: id,
    text: examples[id].title,
    hint: { text: examples[id].about },
  })),
  { divider: 'or' },
  {
    value: byForm,
    text: 'Fill in the notification form yourself',
    hint: { text: 'The form that any agency fills in, as practice. Do not write about real people.' },
  },
];

interface Shown {
  readonly chosen: string;
  readonly problems: readonly { readonly field: string; readonly sentence: string; readonly href?: string }[];
}

async function show(
  asked: Asked & ByVisitor,
  dependencies: ConsoleDependencies,
  { chosen, problems }: Shown,
): Promise<Answer> {
  const { visitor, query, now } = asked;
  const { person } = visitor;
  const cursor = one(query, 'after');
  const page = await dependencies.records.cases.list({
    visibleTo: visibility(person),
    practice: true,
    limit: casesAPage,
    ...(cursor === '' ? {} : { cursor }),
  });
  const moves = does(person, 'move-practice-forward');
  const model = {
    problems,
    chosen,
    key: newSecret(),
    opened: await openedCase(dependencies, person, one(query, 'opened')),
    cases: page.cases.map((listed) => practiceRow(listed, now, moves)),
    moves,
    isFirst: cursor === '',
    ...(page.next === undefined ? {} : { nextHref: `/practice?after=${encodeURIComponent(page.next)}` }),
    mayOpen: does(person, 'open-practice-case'),
    choices,
  };
  const list = view('pages/practice/practice.njk', 'Practice cases', model, problems.length > 0 ? 422 : 200);
  const opened = model.opened === undefined ? [] : [model.opened];
  return showingCases(list, [...opened, ...referencesIn(model.cases)]);
}

async function open(asked: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { fields, visitor, now } = asked;
  const chosen = one(fields, 'example');
  if (chosen === byForm) {
    return beginForm(dependencies, { form: { ...emptyForm, practice: true }, page: '/notify/before-you-start', now });
  }
  const example = exampleCalled(chosen);
  const key = one(fields, 'key');
  if (example === undefined || key === '') {
    const sentence = 'Choose an example, or choose to fill in the form yourself';
    return show(asked, dependencies, { chosen, problems: [{ field: 'example', sentence }] });
  }
  const reference = await openExample(dependencies, { example, by: visitor.person.id, key });
  return redirect(`/practice?opened=${reference}`);
}

/** Practice cases: a list of them, opening one, and moving one forward in time. */
export const practicePages: readonly PageRoute[] = [
  getPage('/practice', whoOpens('practice'), (asked, dependencies) =>
    show(asked, dependencies, { chosen: one(asked.typedBefore ?? {}, 'example'), problems: [] }),
  ),
  postPage('/practice', whoOpens('practice', 'open-practice-case'), open),
  ...movingRoutes,
];
