import type { CaseFile } from '../case/case-file';
import { isOfBusinessUnit, sightOf, takesIn, type Viewer } from '../permissions';
import { requestWith } from './links';

/* Rules for who reads a request on its pages, and who answers there. Source: DESIGN, "Asking and answering". */

/** True if somebody may answer a request: whoever was asked, a colleague to whom it was passed on, or the Business Unit. */
export const mayAnswer = (file: CaseFile, viewer: Viewer, id: string): boolean => {
  const request = requestWith(file, id);
  if (request === undefined || sightOf(viewer, file) === 'none') return false;
  return isOfBusinessUnit(viewer) || (request.answerers.includes(viewer.id) && !request.isOver);
};

/** True if somebody may read a request and its answer: whoever may answer it, and whoever sees all of the case. */
export const mayReadRequest = (file: CaseFile, viewer: Viewer, id: string): boolean =>
  mayAnswer(file, viewer, id) || (requestWith(file, id) !== undefined && takesIn(sightOf(viewer, file), 'names'));
