import { organisationId } from './asking/correspondents';
import type { CaseFile, DecisionName, Fact } from './case/case-file';
import { entryBySeq } from './case/entries';
import { openingSeq } from './case/opening-entry';
import { deciders } from './case/recorded-for';
import type { CaseEvent } from './case/record';
import { meetingsOfInvited } from './meetings/arranged-meetings';
import { rolesIn } from './case/shut-out';
import { requestsOf, ownActions, piecesFor, type Piece } from './parts';
import { isOfBusinessUnit, sightOf, takesIn, type Sight, type Viewer } from './permissions';

/* The sight of one entry of the record: the same as of the case, or what somebody's own part in it shows. */

/** The piece of a case that a decision belongs to. One that is not listed belongs to the whole alone. */
const pieceOf: { readonly [N in DecisionName]?: Piece } = {
  addChild: 'notification',
  removeChild: 'notification',
  addFamilyMember: 'notification',
  removeFamilyMember: 'notification',
  recordDecisionMeeting: 'disagreement',
  recordExecAnswer: 'disagreement',
  askAgencies: 'request',
  recordReturn: 'request',
  askChronologies: 'request',
  recordChronologyReturn: 'request',
  askFurther: 'request',
  recordFurtherAnswer: 'request',
  acceptAnswer: 'request',
  sendAnswerBack: 'request',
  passRequestOn: 'request',
  passToColleague: 'request',
  nameColleague: 'request',
  arrangeRapidReviewMeeting: 'meeting',
  arrangeMeeting: 'meeting',
  moveMeeting: 'meeting',
  cancelMeeting: 'meeting',
  recordPlanningMeeting: 'planning',
  recordFamilyInvolvement: 'family',
  recordFamilyContact: 'family',
  recordNoFamilyContact: 'family',
  recordStepsAgainstDistress: 'family',
  recordDraft: 'drafts',
  shareDraft: 'drafts',
  recordComment: 'drafts',
  recordSubGroupMeeting: 'drafts',
  recordFinalDraft: 'drafts',
  approveFinalDraft: 'drafts',
  tellCommunications: 'publication',
  recordMediaStatement: 'publication',
  sendNoticeOfIntent: 'publication',
  recordPublication: 'publication',
  addAction: 'action',
  reassignAction: 'action',
  completeAction: 'action',
  lookAtActionAgain: 'action',
};

/** Decisions whose reasons are for the Business Unit and the Scrutineer. Source: DESIGN, "Who sees what". */
const confidential: readonly DecisionName[] = ['shutOut', 'letBackIn'];

/** True if an entry, or the one that it corrects, is for the Business Unit and the Scrutineer alone. */
function isConfidential(file: CaseFile, { decision, details }: Pick<CaseEvent, 'decision' | 'details'>): boolean {
  if (decision === undefined) return false;
  if (confidential.includes(decision) || details['confidential'] === true) return true;
  if (decision !== 'correctFact' || typeof details['entry'] !== 'number') return false;
  const corrected = entryBySeq(file, details['entry']);
  return (
    corrected?.name !== undefined &&
    isConfidential(file, { decision: corrected.name, details: corrected.fact.form as CaseEvent['details'] })
  );
}

/** The pieces that show the names of children and family. */
const named: readonly Piece[] = ['notification', 'family', 'planning'];

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The piece that an entry belongs to: the notification for its opening and for corrections of that. */
function pieceOfEntry({ kind, decision, details }: CaseEvent): Piece | undefined {
  if (kind === 'case-opened') return 'notification';
  if (decision === 'correctFact') return details['entry'] === openingSeq ? 'notification' : undefined;
  return decision === undefined ? undefined : pieceOf[decision];
}

/** Lists whom an entry asked: agencies, and the organisations that it names. */
function askedBy(file: CaseFile, { seq, details }: CaseEvent): readonly string[] {
  const { organisations } = details;
  const named = Array.isArray(organisations)
    ? organisations.map((_one, at) => organisationId(file.reference, seq, at + 1))
    : [];
  return [...textsIn(details['agencies']), ...named];
}

/** True if an entry of this piece is about what is somebody's own: their agency's answer, their action. */
function isTheirs(file: CaseFile, { id }: Pick<Viewer, 'id'>, event: CaseEvent): boolean {
  const { seq, details } = event;
  switch (pieceOfEntry(event)) {
    case 'request': {
      const about = [details['agency'], details['contribution'], ...askedBy(file, event)];
      return requestsOf(file, id).some((one) => about.includes(one.agency) || about.includes(one.id));
    }
    case 'meeting':
      return (
        details['meeting'] === undefined || meetingsOfInvited(file, id).some(({ kind }) => kind === details['meeting'])
      );
    case 'action':
      return ownActions(file, id).some((action) => action === details['action'] || action === `A${seq}`);
    default:
      return true;
  }
}

/** Says whether somebody reads the reasons of conflicts of interest in a case. */
export const readsConfidential = (file: CaseFile, viewer: Viewer): boolean =>
  isOfBusinessUnit(viewer) || rolesIn(file, viewer.id).includes('scrutineer');

/**
 * Returns what somebody sees of an entry of the record. Whoever sees all of the case sees every entry, but for what is
 * confidential. Anybody sees the words that they recorded themselves.
 */
export function sightOfEntry(viewer: Viewer, file: CaseFile, event: CaseEvent): Sight {
  const sight = sightOf(viewer, file);
  if (sight === 'none') return 'none';
  if (takesIn(sight, 'names')) {
    const reads = !isConfidential(file, event) || readsConfidential(file, viewer) || event.by === viewer.id;
    return reads ? sight : 'state';
  }
  const piece = pieceOfEntry(event);
  const shown = piecesFor(file, viewer.id);
  if (piece === 'action' && shown.has('actions')) return 'words';
  if (piece !== undefined && shown.has(piece) && isTheirs(file, viewer, event))
    return named.includes(piece) ? 'names' : 'words';
  return event.by === viewer.id || wasDecidedBy(file, event, viewer) ? 'words' : sight;
}

/** True if an entry was recorded on behalf of this person, who is asked whether they agree. */
const wasDecidedBy = (file: CaseFile, { recordedFor }: CaseEvent, { id }: Pick<Viewer, 'id'>): boolean =>
  recordedFor !== undefined && deciders(file, recordedFor).includes(id);

/** Returns what somebody sees of a decision on the record, as of its entry. */
export const sightOfFact = (
  viewer: Viewer,
  file: CaseFile,
  { name, fact }: { readonly name: DecisionName; readonly fact: Fact<unknown> },
): Sight =>
  sightOfEntry(viewer, file, {
    seq: fact.seq,
    kind: 'decision-taken',
    at: fact.recordedAt,
    decision: name,
    by: fact.by,
    // A form is an object of fields, as the details of an entry are.
    details: fact.form as CaseEvent['details'],
    ...(fact.recordedFor === undefined ? {} : { recordedFor: fact.recordedFor }),
  });

/** True if somebody sees the names of the children and the family by any of their parts. */
export const seesNames = (viewer: Viewer, file: CaseFile): boolean => {
  const sight = sightOf(viewer, file);
  if (sight === 'none' || takesIn(sight, 'names')) return sight !== 'none';
  const shown = piecesFor(file, viewer.id);
  return named.some((piece) => shown.has(piece));
};

/** True if somebody sees the text of an action: the whole of the case, or their own. */
export const seesAction = (viewer: Viewer, file: CaseFile, action: string): boolean => {
  const sight = sightOf(viewer, file);
  if (sight === 'none' || takesIn(sight, 'words')) return sight !== 'none';
  return piecesFor(file, viewer.id).has('actions') || ownActions(file, viewer.id).includes(action);
};
