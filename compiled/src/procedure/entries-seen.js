"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get readsConfidential () {
        return readsConfidential;
    },
    get seesAction () {
        return seesAction;
    },
    get seesNames () {
        return seesNames;
    },
    get sightOfEntry () {
        return sightOfEntry;
    },
    get sightOfFact () {
        return sightOfFact;
    }
});
const _entries = require("./case/entries");
const _openingentry = require("./case/opening-entry");
const _shutout = require("./case/shut-out");
const _parts = require("./parts");
const _permissions = require("./permissions");
/* The sight of one entry of the record: the same as of the case, or what somebody's own part in it shows. */ /** The piece of a case that a decision belongs to. One that is not listed belongs to the whole alone. */ const pieceOf = {
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
    arrangeRapidReviewMeeting: 'meeting',
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
    lookAtActionAgain: 'action'
};
/** Decisions whose reasons are for the Business Unit and the Scrutineer. Source: DESIGN, "Who sees what". */ const confidential = [
    'shutOut',
    'letBackIn'
];
/** True if an entry, or the one that it corrects, is for the Business Unit and the Scrutineer alone. */ function isConfidential(file, { decision, details }) {
    if (decision === undefined) return false;
    if (confidential.includes(decision) || details['confidential'] === true) return true;
    if (decision !== 'correctFact' || typeof details['entry'] !== 'number') return false;
    const corrected = (0, _entries.entryBySeq)(file, details['entry']);
    return corrected?.name !== undefined && isConfidential(file, {
        decision: corrected.name,
        details: corrected.fact.form
    });
}
/** The pieces that show the names of children and family. */ const named = [
    'notification',
    'family',
    'planning'
];
const textsIn = (value)=>Array.isArray(value) ? value.filter((one)=>typeof one === 'string') : [];
/** The piece that an entry belongs to: the notification for its opening and for corrections of that. */ function pieceOfEntry({ kind, decision, details }) {
    if (kind === 'case-opened') return 'notification';
    if (decision === 'correctFact') return details['entry'] === _openingentry.openingSeq ? 'notification' : undefined;
    return decision === undefined ? undefined : pieceOf[decision];
}
/** True if an entry of this piece is about what is somebody's own: their agency's answer, their action. */ function isTheirs(file, { id }, event) {
    const { seq, details } = event;
    switch(pieceOfEntry(event)){
        case 'request':
            {
                const about = [
                    details['agency'],
                    ...textsIn(details['agencies'])
                ];
                return (0, _parts.agenciesAnswering)(file, id).some((agency)=>about.includes(agency));
            }
        case 'action':
            return (0, _parts.ownActions)(file, id).some((action)=>action === details['action'] || action === `A${seq}`);
        default:
            return true;
    }
}
const readsConfidential = (file, viewer)=>(0, _permissions.isOfBusinessUnit)(viewer) || (0, _shutout.rolesIn)(file, viewer.id).includes('scrutineer');
function sightOfEntry(viewer, file, event) {
    const sight = (0, _permissions.sightOf)(viewer, file);
    if (sight === 'none') return 'none';
    if ((0, _permissions.takesIn)(sight, 'names')) {
        const reads = !isConfidential(file, event) || readsConfidential(file, viewer) || event.by === viewer.id;
        return reads ? sight : 'state';
    }
    const piece = pieceOfEntry(event);
    const shown = (0, _parts.piecesFor)(file, viewer.id);
    if (piece === 'action' && shown.has('actions')) return 'words';
    if (piece !== undefined && shown.has(piece) && isTheirs(file, viewer, event)) return named.includes(piece) ? 'names' : 'words';
    return event.by === viewer.id ? 'words' : sight;
}
const sightOfFact = (viewer, file, { name, fact })=>sightOfEntry(viewer, file, {
        seq: fact.seq,
        kind: 'decision-taken',
        at: fact.recordedAt,
        decision: name,
        by: fact.by,
        // A form is an object of fields, as the details of an entry are.
        details: fact.form
    });
const seesNames = (viewer, file)=>{
    const sight = (0, _permissions.sightOf)(viewer, file);
    if (sight === 'none' || (0, _permissions.takesIn)(sight, 'names')) return sight !== 'none';
    const shown = (0, _parts.piecesFor)(file, viewer.id);
    return named.some((piece)=>shown.has(piece));
};
const seesAction = (viewer, file, action)=>{
    const sight = (0, _permissions.sightOf)(viewer, file);
    if (sight === 'none' || (0, _permissions.takesIn)(sight, 'words')) return sight !== 'none';
    return (0, _parts.piecesFor)(file, viewer.id).has('actions') || (0, _parts.ownActions)(file, viewer.id).includes(action);
};

//# sourceMappingURL=entries-seen.js.map
