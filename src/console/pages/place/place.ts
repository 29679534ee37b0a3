import { placeAnswers, type PlaceQuestion } from '../../../casework/place-question';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { pageOfPlace, sayAnswer } from '../../layout/held-back';

const answerer = whoOpens('engine', 'answer-place');
const nothingAsked = 'These records are at home here. There is nothing to answer.';

/** The page with what was found and the two answers; somebody else's answer in the meantime comes first. */
function ask(place: PlaceQuestion, { profile }: ConsoleDependencies, { isLate = false } = {}): Answer {
  const { found, answers, copy, last } = place.standing;
  const model = { found, answers, copy, isLate, last: last && sayAnswer(profile, last), runsWorker: place.runsWorker };
  return view('pages/place/place.njk', 'Is this the installation, or a copy?', model, isLate ? 409 : 200);
}

async function answer({ visitor, fields, now }: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { place, log } = dependencies;
  if (place === undefined) return notFound(nothingAsked);
  const said = placeAnswers.find((known) => known === one(fields, 'said'));
  const after = /^\d{1,6}$/.test(one(fields, 'answers')) ? Number(one(fields, 'answers')) : undefined;
  if (said === undefined || after === undefined) return redirect(pageOfPlace);
  const by = visitor.person.id;
  const answered = await place.answer({ said, at: now, by, after });
  if (answered.kind === 'answered-before') return ask(place, dependencies, { isLate: true });
  log?.warn({ by, said }, 'It was answered whether these records go on here or are a copy.');
  if (said === 'copy') return redirect(pageOfPlace);
  place.startAgain();
  return view('pages/place/goes-on.njk', 'The installation goes on here', { runsWorker: place.runsWorker });
}

/** The page on which IT or the Business Manager says whether records that were last used at another place go on here. */
export const placeRoutes: readonly PageRoute[] = [
  getPage(pageOfPlace, answerer, (_asked, dependencies) =>
    dependencies.place === undefined ? notFound(nothingAsked) : ask(dependencies.place, dependencies),
  ),
  postPage(pageOfPlace, answerer, answer),
];
