import { findCase } from '../../../casework/reading';
import { does, sightOf, visibility } from '../../../procedure/permissions';
import type { CaseOnRecord } from '../../../records/cases';
import { newSecret } from '../../../security/secret';
import { notFound, redirect, referencesIn, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { openExample } from '../../forms/practice-opening';
import { chapterIds, chapters, type ChapterId } from './chapters';
import { chapterList, chapterView, practiceCase, tourAddress, type Tour } from './guide-view';

/* The guided tour: the whole procedure for somebody new, along a practice case that the address remembers. */

const casesToChoose = 10;

type AskedByVisitor = Asked & ByVisitor;

/** The practice case in the address, or why it does not go with the tour. */
async function caseOf(
  { query, visitor }: AskedByVisitor,
  dependencies: ConsoleDependencies,
): Promise<{ readonly known?: CaseOnRecord; readonly sentence?: string }> {
  const said = one(query, 'case');
  if (said === '') return {};
  const known = await findCase(dependencies, said);
  if (known === undefined || sightOf(visitor.person, known.file) === 'none') {
    return { sentence: 'The practice case in the address is not among those you can see. Choose another one.' };
  }
  if (!known.file.practice) return { sentence: 'The tour goes with practice cases only, and that is a real case.' };
  return { known };
}

async function tourOf(asked: AskedByVisitor, dependencies: ConsoleDependencies) {
  const { known, sentence } = await caseOf(asked, dependencies);
  const { policy } = known?.file ?? dependencies.profile;
  const tour: Tour = { viewer: asked.visitor.person, now: asked.now, known, policy };
  return { tour, sentence };
}

/** Returns the values with which the pages say how to act in parts that are not the learner's own. */
const acting = ({ signingIn }: ConsoleDependencies, { visitor: { person } }: AskedByVisitor, to: string) => ({
  tryingOut: signingIn.kind === 'trying-out',
  me: person.name,
  changeHref: `/sign-in?to=${encodeURIComponent(to)}`,
  moves: does(person, 'move-practice-forward'),
});

async function contents(asked: AskedByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { tour, sentence } = await tourOf(asked, dependencies);
  const { person } = asked.visitor;
  const { cases } = await dependencies.records.cases.list({
    visibleTo: visibility(person),
    practice: true,
    open: true,
    limit: casesToChoose,
  });
  const choices = cases
    .map(({ summary: { reference } }) => ({ reference, href: tourAddress(undefined, reference) }))
    .filter(({ reference }) => reference !== tour.known?.file.reference);
  const shown = view('pages/guide/contents.njk', 'Guided tour', {
    chapters: chapterList(tour),
    ...practiceCase(tour),
    sentence,
    choices,
    mayOpen: does(person, 'open-practice-case'),
    key: newSecret(),
    ...acting(dependencies, asked, tourAddress(undefined, tour.known?.file.reference)),
  });
  return showingCases(shown, [...caseOfTour(tour), ...referencesIn(choices)]);
}

const caseOfTour = ({ known }: Tour): readonly string[] => (known === undefined ? [] : [known.file.reference]);

async function chapter(id: ChapterId, asked: AskedByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { tour, sentence } = await tourOf(asked, dependencies);
  const shown = view('pages/guide/chapter.njk', chapters[id].title, {
    ...chapterView(dependencies, tour, id),
    sentence,
    ...acting(dependencies, asked, tourAddress(id, tour.known?.file.reference)),
  });
  return showingCases(shown, caseOfTour(tour));
}

async function begin({ fields, visitor }: AskedByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const key = one(fields, 'key');
  if (key === '') return redirect('/guide');
  const reference = await openExample(dependencies, { example: 'straight', by: visitor.person.id, key });
  return redirect(tourAddress(undefined, reference));
}

/** The guided tour of a whole practice case. */
export const guideRoutes: readonly PageRoute[] = [
  getPage('/guide', whoOpens('guide'), contents),
  postPage('/guide', whoOpens('guide', 'open-practice-case'), begin),
  getPage('/guide/:chapter', whoOpens('guide'), (asked, dependencies) => {
    const id = chapterIds.find((one) => one === asked.params['chapter']);
    return id === undefined ? notFound() : chapter(id, asked, dependencies);
  }),
];
