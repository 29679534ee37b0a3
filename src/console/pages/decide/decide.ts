import type { DecisionName } from '../../../procedure/case/case-file';
import { whyMayNot } from '../../../procedure/may-take';
import { notFound, redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { changesRows, withRowsChanged } from '../../forms/names';
import { getPage, postPage, type Fields, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { keepDraft } from './drafts';
import { readDecision, type DecisionPage } from './form-read';
import { formAddress, atFirst, formView } from './form-view';
import { decisionIn, draftIn, draftOf, decisionPage, standsInTheWay, type AskedOfCase } from './page-of';
import { recordingRoutes } from './recording';
import { severalRoutes } from './several';
import { entrySeenIn, seenName, sinceInWords } from './since';

const noSuchDecision = notFound('There is no such decision. Choose one on the page of the case.');

/** The form of a decision, or why it cannot be taken now. */
async function showForm(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const name = decisionIn(asked);
  if (name === undefined) return noSuchDecision;
  const inTheWay = await standsInTheWay(asked, dependencies, name);
  if (inTheWay !== undefined) return inTheWay;
  const draft = await draftIn(asked, dependencies, name);
  if (draft.kind === 'instead') return draft.answer;
  const before = asked.typedBefore === undefined ? undefined : typedAndSeen(asked.typedBefore);
  const typed = before?.typed ?? draft.it?.typed;
  const page = await decisionPage(asked, dependencies, { name, said: { ...asked.query, ...typed } });
  if (page.kind === 'instead') return page.answer;
  const shown = typed === undefined ? { typed: atFirst(page.it) } : asTyped(typed);
  const seen = before?.seen ?? draft.it?.seen;
  return formView(page.it, { ...shown, seen, ...(draft.it === undefined ? {} : { draft: draft.it.secret }) });
}

/**
 * Returns the typed fields without those that the page added, and the last entry of the record that the page was made
 * from.
 */
function typedAndSeen(fields: Fields): { readonly typed: Fields; readonly seen: number | undefined } {
  const { _csrf, [seenName]: _seen, ...typed } = fields;
  return { typed, seen: entrySeenIn(fields) };
}

/** Returns the typed fields for showing the form again, after adding or removing the row that was asked for. */
function asTyped(typed: Fields): { readonly typed: Fields; readonly next?: string } {
  if (!changesRows(typed)) return { typed };
  const changed = withRowsChanged(typed);
  return { typed: changed.typed, next: changed.at };
}

/** Reads the form: changes the number of rows, shows problems, or goes on to the check page. */
async function sendForm(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const name = decisionIn(asked);
  if (name === undefined) return noSuchDecision;
  const { typed, seen = asked.known.file.seq } = typedAndSeen(asked.fields);
  // If the draft has expired, what was typed since is still kept.
  const kept = await draftIn(asked, dependencies, name);
  const before = kept.kind === 'found' ? kept.it : undefined;
  const inTheWay = await standsInTheWay(asked, dependencies, name);
  // If somebody decided first while this person was typing, the check page shows both that and what they typed.
  const isOvertaken = inTheWay !== undefined && isOpenTo(asked, name) && hasTyped(typed);
  if (inTheWay !== undefined && !isOvertaken) return inTheWay;
  const page = await decisionPage(asked, dependencies, { name, said: { ...asked.query, ...typed } });
  if (page.kind === 'instead') return inTheWay ?? page.answer;
  const draft = { seen, ...(before === undefined ? {} : { draft: before.secret }) };
  if (!isOvertaken) {
    if (changesRows(typed)) return formView(page.it, { ...asTyped(typed), ...draft });
    const read = await readDecision(page.it, typed);
    if (read.kind === 'wrong') {
      const since = await sinceInWords(page.it, seen);
      return formView(page.it, { typed, problems: read.problems, doubted: read.doubted ?? [], since, ...draft });
    }
  }
  const { secret } = await keepDraft(dependencies, draftOf(asked, name), { typed, seen }, before);
  return redirect(toCheck(page.it, secret));
}

/** True if this person may take the decision once it is open. */
const isOpenTo = ({ known, visitor }: AskedOfCase, name: DecisionName): boolean =>
  whyMayNot(known.file, name, visitor.person.id) === undefined;

const hasTyped = (typed: Fields): boolean => Object.values(typed).some((value) => value !== undefined && value !== '');

const toCheck = (page: DecisionPage, draft: string): string => formAddress(page, draft, '/check');

const address = '/cases/:reference/decisions/:decision';

/** A decision: its form, its answers checked, and what recording it set in motion. */
export const decideRoutes: readonly PageRoute[] = [
  getPage(address, whoSees('part', { page: 'decide', shows: 'decision' }), showForm),
  postPage(address, whoSees('part', { page: 'decide', shows: 'decision' }), sendForm),
  ...recordingRoutes,
  ...severalRoutes,
];
