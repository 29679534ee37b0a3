import { whoSees } from '../../../http/access';
import { mayAnswer, mayReadRequest } from '../../../procedure/asking/answered-by';
import { isOfBusinessUnit } from '../../../procedure/permissions';
import { notFound, redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, postPage, type Asked, type PageRoute, type VisitOfCase } from '../../http/page';
import { atDesk, type AnswerPage } from './desk';
import { answerPages } from './pages';

/** A page of a request in its case, for whoever is signed in. Only whoever may answer comes further than the request. */
const inItsCase =
  (page: AnswerPage, isReading: boolean) =>
  async (asked: Asked & VisitOfCase, dependencies: ConsoleDependencies): Promise<Answer> => {
    const { known, visitor, params } = asked;
    const { file } = known;
    const contribution = params['contribution'] ?? '';
    const viewer = visitor.person;
    if (!mayReadRequest(file, viewer, contribution)) return notFound();
    const answers = mayAnswer(file, viewer, contribution);
    const { reference } = file;
    const path = `/cases/${reference}/requests/${encodeURIComponent(contribution)}`;
    // Leads whoever may read and not answer to the request itself.
    if (!answers && !isReading) return redirect(`${path}/request`);
    const read = { reference, contribution, person: viewer.id, known };
    const desk = { ...read, path, answers, settles: isOfBusinessUnit(viewer) };
    return atDesk(page, asked, { dependencies, read: desk });
  };

/** Requests in their cases, signed in. */
export const caseRequestRoutes: readonly PageRoute[] = answerPages.map(({ method, path, page }) => {
  const route = method === 'get' ? getPage : postPage;
  const access = whoSees('part', { page: 'decide', shows: 'request' });
  return route(`/cases/:reference/requests/:contribution${path}`, access, inItsCase(page, path === '/request'));
});
