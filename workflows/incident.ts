import { workflowInfo } from '@temporalio/workflow';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Closing, Opening } from '../src/procedure/contract';
import { isProceeding } from '../src/procedure/case/position';
import { sayUnreadable } from '../src/procedure/case/unreadable';
import { upcast } from '../src/procedure/case/upcast';
import { takeUp } from './case';
import { deciding } from './deciding';
import { panelReply } from './panel-reply';
import { practiceReview } from './practice-review';
import { publication } from './publication';
import { rapidReview } from './rapid-review';
import type { Case } from './stages';

/**
 * The workflow of a case, from its notification to its closing. It goes on from the file that it carries, whichever
 * step that is at and whichever release wrote it. A case that opens also brings the first entry of its record.
 */
export async function incident(carried: CaseFile, opening?: Opening): Promise<Closing> {
  const unreadable = sayUnreadable(opening);
  if (unreadable !== undefined) throw new TypeError(`What this case opens with cannot be read. ${unreadable}`);
  return takeUp(upcast(ownFile(carried)), opening).follow(procedure);
}

/**
 * Throws where a run was begun by hand with anything else than a file of its own case: its task then fails, which is
 * found and said of the case, and it is restarted from its record.
 */
function ownFile(carried: unknown): CaseFile {
  const unreadable = sayUnreadable(carried);
  if (unreadable !== undefined) throw new TypeError(`This run was begun with what cannot be read. ${unreadable}`);
  const { workflowId } = workflowInfo();
  if (typeof carried !== 'object' || carried === null || !('reference' in carried) || carried.reference !== workflowId)
    throw new TypeError(`This run was begun with what is no file of case ${workflowId}.`);
  // Its version says which release wrote it, and the chain of steps makes a whole file of it.
  return carried as CaseFile;
}

/** The procedure, from notification to the end of its actions. Run from the top, it falls through what is decided. */
export async function procedure(c: Case): Promise<void> {
  await c.done('notification'); //                             1
  await Promise.all([deciding(c), c.done('information')]); //  2–5    day 1 to 7
  if (isProceeding(c.file)) await review(c); //                6–18   day 7 to six months
  await c.done('actions'); //                                  every action complete, and looked at again after 6 and 12 months
}

async function review(c: Case): Promise<void> {
  await rapidReview(c); //                                     6–8    day 7 to 14
  await Promise.all([panelReply(c), practiceReview(c)]); //    9–16   or a PLR, beside the Panel's reply and our response
  await publication(c); //                                     17–18  where something is published
}
