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
    get determination () {
        return determination;
    },
    get improvementsOnly () {
        return improvementsOnly;
    },
    get isProceeding () {
        return isProceeding;
    },
    get isWithdrawn () {
        return isWithdrawn;
    },
    get outcome () {
        return outcome;
    },
    get owesReasons () {
        return owesReasons;
    },
    get panelWantsMore () {
        return panelWantsMore;
    },
    get publishes () {
        return publishes;
    },
    get replyOfPanel () {
        return replyOfPanel;
    },
    get reviewDecisionIsOpen () {
        return reviewDecisionIsOpen;
    },
    get reviewDecisionReopening () {
        return reviewDecisionReopening;
    },
    get reviewDecisionReopenings () {
        return reviewDecisionReopenings;
    },
    get reviewIsUnderWay () {
        return reviewIsUnderWay;
    },
    get reviewType () {
        return reviewType;
    },
    get signedOff () {
        return signedOff;
    }
});
const _facts = require("./facts");
const lastOf = (facts)=>facts.reduce((last, one)=>last === undefined || one.seq > last.seq ? one : last, undefined);
const isWithdrawn = (file)=>(0, _facts.fact)(file, 'withdrawCase') !== undefined;
function outcome(file) {
    if ((0, _facts.fact)(file, 'recordCriteriaNotMet') !== undefined) return 'criteria-not-met';
    return (0, _facts.fact)(file, 'recordOutcome')?.form.outcome;
}
const isProceeding = (file)=>outcome(file) === 'notify' && !isWithdrawn(file);
const determination = (file)=>lastOf([
        ...(0, _facts.factsOf)(file, 'recordDetermination'),
        ...(0, _facts.factsOf)(file, 'decideReviewAgain')
    ]);
const reviewType = (file)=>isProceeding(file) ? determination(file)?.form.reviewType : undefined;
const reviewDecisionReopenings = (file)=>[
        ...(0, _facts.factsOf)(file, 'recordPanelReply').filter((one)=>one.form.reply === 'disagrees'),
        ...(0, _facts.factsOf)(file, 'reopenReviewDecision'),
        // The reopening of a case that was withdrawn or did not proceed is left out: the case goes on where it was.
        ...(0, _facts.factsOf)(file, 'reopenCase').filter((one)=>!file.superseded.some(({ by })=>by === one.seq))
    ].sort((a, b)=>a.seq - b.seq);
const reviewDecisionReopening = (file)=>reviewDecisionReopenings(file).at(-1);
function reviewDecisionIsOpen(file) {
    const decided = determination(file);
    const reopening = reviewDecisionReopening(file);
    return isProceeding(file) && decided !== undefined && reopening !== undefined && reopening.seq > decided.seq;
}
const replyOfPanel = (file)=>(0, _facts.fact)(file, 'recordPanelReply');
const panelWantsMore = (file)=>replyOfPanel(file)?.form.reply === 'wants-more' && (0, _facts.factsOf)(file, 'answerPanel').length < (0, _facts.factsOf)(file, 'recordPanelReply').filter((one)=>one.form.reply === 'wants-more').length;
const signedOff = (file)=>(0, _facts.fact)(file, 'recordSignOff')?.form.outcome;
const improvementsOnly = (file)=>signedOff(file) === 'improvements-only' ? 'yes' : undefined;
const publishes = (file)=>reviewType(file) === 'LCSPR' && (signedOff(file) === 'publish' || signedOff(file) === 'improvements-only');
const owesReasons = (file)=>reviewType(file) === 'LCSPR' && (signedOff(file) === 'improvements-only' || signedOff(file) === 'not-to-publish');
const reviewIsUnderWay = (file)=>reviewType(file) === 'LCSPR' && (0, _facts.fact)(file, 'submitRapidReview') !== undefined && !reviewDecisionIsOpen(file) && signedOff(file) === undefined;

//# sourceMappingURL=position.js.map
