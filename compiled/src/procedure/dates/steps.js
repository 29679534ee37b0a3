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
    get completion () {
        return completion;
    },
    get isReached () {
        return isReached;
    },
    get isRequired () {
        return isRequired;
    },
    get isSettled () {
        return isSettled;
    },
    get openSteps () {
        return openSteps;
    },
    get ownerOf () {
        return ownerOf;
    },
    get steps () {
        return steps;
    },
    get unsettledBefore () {
        return unsettledBefore;
    },
    get waitsFor () {
        return waitsFor;
    }
});
const _actions = require("../case/actions");
const _facts = require("../case/facts");
const _familycontact = require("../case/family-contact");
const _author = require("../case/author");
const _onceper = require("../once-per");
const _position = require("../case/position");
const _stepids = require("../step-ids");
const _subgroup = require("../case/sub-group");
const stands = (file)=>!(0, _position.isWithdrawn)(file);
const localReview = (file)=>(0, _position.reviewType)(file) === 'LCSPR';
/** The latest of several facts of one kind, for completions that need each of them. */ const last = (file, ...names)=>(0, _facts.allOf)(...names.flatMap((name)=>[
            ...(0, _facts.factsOf)(file, name)
        ]));
const steps = {
    notification: {
        owner: 'business-manager',
        source: 'step 1',
        after: [],
        isRequired: ()=>true,
        completion: (file)=>({
                on: file.notification.receivedOn,
                by: file.openedBy.person,
                role: file.openedBy.role,
                seq: 1
            })
    },
    'front-door': {
        owner: 'service-director',
        // The Service Director is not asked for oversight of a notification that they have not been sent.
        nextOwner: (file)=>(0, _facts.fact)(file, 'sendToFrontDoor') ? undefined : 'spr-coordinator',
        source: 'step 2',
        after: [
            'notification'
        ],
        isRequired: stands,
        completion: (file)=>(0, _facts.fact)(file, 'recordOversight')
    },
    'decision-meeting': {
        owner: 'business-manager',
        source: 'step 3',
        after: [
            'notification'
        ],
        isRequired: stands,
        completion: (file)=>(0, _facts.fact)(file, 'recordDecisionMeeting')
    },
    outcome: {
        owner: 'la-partner',
        source: 'step 4',
        after: [
            'front-door',
            'decision-meeting'
        ],
        isRequired: stands,
        nextOwner: (file)=>(0, _position.outcome)(file) === undefined ? undefined : 'spr-coordinator',
        completion: (file)=>(0, _position.outcome)(file) === 'notify' ? (0, _facts.allOf)((0, _facts.fact)(file, 'recordOutcome'), (0, _facts.fact)(file, 'recordOfstedNotification')) : (0, _facts.allOf)((0, _facts.fact)(file, 'recordCriteriaNotMet') ?? (0, _facts.fact)(file, 'recordOutcome'), (0, _facts.fact)(file, 'enterOnMatrix'))
    },
    information: {
        owner: 'spr-coordinator',
        source: 'step 5',
        after: [
            'notification'
        ],
        isRequired: (file)=>stands(file) && ((0, _position.outcome)(file) === undefined || (0, _position.isProceeding)(file)),
        completion: (file)=>(0, _facts.fact)(file, 'recordChronology')
    },
    'rapid-review-meeting': {
        owner: 'business-manager',
        source: 'step 6',
        after: [
            'outcome',
            'information'
        ],
        isRequired: _position.isProceeding,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'recordRapidReviewMeeting'), (0, _facts.fact)(file, 'fileMinutes'))
    },
    determination: {
        owner: 'scrutineer',
        source: 'step 7',
        after: [
            'rapid-review-meeting'
        ],
        isRequired: _position.isProceeding,
        completion: (file)=>(0, _facts.fact)(file, 'recordDetermination')
    },
    submission: {
        owner: 'scrutineer',
        source: 'step 8',
        after: [
            'determination'
        ],
        isRequired: _position.isProceeding,
        completion: (file)=>(0, _facts.fact)(file, 'submitRapidReview')
    },
    'panel-reply': {
        owner: 'national-panel',
        source: 'within 15 working days of submission',
        after: [
            'submission'
        ],
        isRequired: _position.isProceeding,
        completion: (file)=>(0, _facts.whenTrue)((0, _facts.factsOf)(file, 'recordPanelReply').length > (0, _facts.factsOf)(file, 'answerPanel').length, (0, _position.replyOfPanel)(file))
    },
    'panel-answer': {
        owner: 'business-manager',
        source: "the Panel's reply: wants more",
        after: [
            'submission'
        ],
        isRequired: (file)=>(0, _position.isProceeding)(file) && ((0, _position.panelWantsMore)(file) || (0, _facts.fact)(file, 'answerPanel') !== undefined),
        completion: (file)=>(0, _facts.whenTrue)(!(0, _position.panelWantsMore)(file), (0, _facts.fact)(file, 'answerPanel'))
    },
    response: {
        owner: 'business-manager',
        source: 'within 10 working days of receipt of the reply',
        after: [
            'panel-reply',
            'panel-answer'
        ],
        isRequired: _position.isProceeding,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'recordResponseMeeting'), (0, _facts.fact)(file, 'agreeDissemination'), (0, _facts.fact)(file, 'recordDissemination'))
    },
    'review-decision': {
        owner: 'scrutineer',
        source: "the Panel's reply: disagrees; always open: reopen the review decision",
        after: [
            'submission'
        ],
        isRequired: (file)=>(0, _position.reviewDecisionIsOpen)(file) || (0, _position.isProceeding)(file) && (0, _facts.fact)(file, 'decideReviewAgain') !== undefined,
        completion: (file)=>(0, _facts.whenTrue)(!(0, _position.reviewDecisionIsOpen)(file), (0, _facts.fact)(file, 'decideReviewAgain'))
    },
    planning: {
        owner: 'spr-coordinator',
        source: 'step 9',
        after: [
            'submission',
            'review-decision'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'collateChronologies'), (0, _facts.fact)(file, 'recordPlanningMeeting'))
    },
    'author-material': {
        owner: 'spr-coordinator',
        nextOwner: (file)=>(0, _facts.fact)(file, 'sendMaterial') === undefined ? undefined : 'author',
        source: 'step 10',
        after: [
            'planning'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'sendMaterial'), (0, _facts.fact)(file, 'recordInitialDraft'))
    },
    'learning-event': {
        owner: 'author',
        source: 'step 11',
        after: [
            'author-material'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.fact)(file, 'recordLearningEvent')
    },
    draft: {
        owner: 'author',
        source: 'step 12',
        after: [
            'learning-event'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.fact)(file, 'recordDraft')
    },
    'draft-to-sub-group': {
        owner: 'business-manager',
        source: 'step 13',
        after: [
            'draft'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.fact)(file, 'shareDraft')
    },
    comments: {
        owner: 'sub-group-member',
        source: 'step 13',
        after: [
            'draft-to-sub-group'
        ],
        isRequired: localReview,
        completion: (file)=>{
            const answers = (0, _facts.factsOf)(file, 'recordComment');
            // The round is held once only: a member who joins the sub-group once step 14 has begun is not asked any more.
            const isOver = _subgroup.roundIsOver.some((name)=>(0, _facts.factsOf)(file, name).length > 0);
            return (0, _facts.whenTrue)((0, _subgroup.membersToAnswer)(file).length === 0 || isOver, ...answers);
        }
    },
    amendments: {
        owner: 'spr-coordinator',
        source: 'step 14',
        after: [
            'comments'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'sendAmendments'), (0, _facts.fact)(file, 'tellCommunications'), (0, _facts.fact)(file, 'recordMediaStatement'), (0, _facts.fact)(file, 'completeSignOffTemplate'))
    },
    'final-draft': {
        owner: 'author',
        nextOwner: (file)=>(0, _facts.fact)(file, 'recordFinalDraft') === undefined ? undefined : 'sub-group-chair',
        source: 'step 14',
        after: [
            'amendments'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'recordFinalDraft'), (0, _facts.fact)(file, 'approveFinalDraft'))
    },
    'sign-off': {
        owner: 'exec-member',
        source: 'step 15',
        after: [
            'final-draft'
        ],
        isRequired: localReview,
        completion: (file)=>(0, _facts.fact)(file, 'recordSignOff')
    },
    'family-contact': {
        owner: 'identified-professional',
        source: 'step 16',
        after: [
            'sign-off'
        ],
        isRequired: (file)=>localReview(file) && (0, _position.signedOff)(file) !== 'not-to-publish',
        completion: _familycontact.familyContacted
    },
    'reasons-sent': {
        owner: 'business-manager',
        source: 'Children Act 2004 s16F',
        after: [
            'response',
            'family-contact',
            'sign-off'
        ],
        isRequired: _position.owesReasons,
        completion: (file)=>(0, _facts.fact)(file, 'sendReasons')
    },
    'notice-of-intent': {
        owner: 'business-manager',
        source: 'step 17',
        after: [
            'response',
            'family-contact'
        ],
        isRequired: (file)=>localReview(file) && ((0, _position.signedOff)(file) === undefined || (0, _position.publishes)(file)),
        completion: (file)=>(0, _facts.fact)(file, 'sendNoticeOfIntent')
    },
    publication: {
        owner: 'business-manager',
        source: 'step 18',
        after: [
            'notice-of-intent'
        ],
        isRequired: (file)=>localReview(file) && ((0, _position.signedOff)(file) === undefined || (0, _position.publishes)(file)),
        completion: (file)=>(0, _facts.fact)(file, 'recordPublication')
    },
    'practice-learning-review': {
        owner: 'scrutineer',
        nextOwner: (file)=>(0, _author.authorOf)(file) === undefined ? undefined : 'author',
        source: 'step 8; its date is set with the decision (local)',
        after: [
            'submission',
            'review-decision'
        ],
        isRequired: (file)=>(0, _position.reviewType)(file) === 'PLR',
        completion: (file)=>(0, _facts.allOf)((0, _facts.fact)(file, 'recordLearningReviewReport'), (0, _facts.fact)(file, 'recordPracticeLearningEvent'), (0, _facts.fact)(file, 'shareLearning'))
    },
    actions: {
        owner: 'sub-group-chair',
        source: 'points of note: oversight until completion of all identified actions',
        after: _stepids.stepIds.filter((id)=>id !== 'actions'),
        isRequired: stands,
        completion: (file)=>{
            const finished = (0, _actions.actionsOf)(file).every((action)=>(0, _actions.isFinished)(file, action));
            const displayed = (0, _facts.fact)(file, 'recordPublication') === undefined || (0, _facts.fact)(file, 'decideDisplay') !== undefined;
            return (0, _facts.whenTrue)(finished && displayed, steps.outcome.completion(file), (0, _position.determination)(file) ?? steps.outcome.completion(file), last(file, 'completeAction', 'lookAtActionAgain', 'decideDisplay') ?? steps.outcome.completion(file));
        }
    }
};
const ownerOf = (file, step)=>steps[step].nextOwner?.(file) ?? steps[step].owner;
const isRequired = (file, step)=>steps[step].isRequired(file);
const completion = (file, step)=>steps[step].completion(file);
// Cached by file and step: whenever anything happens, every step is asked for, also by each step that waits for one.
const keptSettled = (0, _onceper.oncePer)();
const keptReached = (0, _onceper.oncePer)();
const isSettled = (file, step)=>keptSettled(file, step, ()=>!isRequired(file, step) || completion(file, step) !== undefined);
const isReached = (file, step)=>keptReached(file, step, ()=>steps[step].after.every((before)=>isSettled(file, before) && isReached(file, before)));
const openSteps = (file)=>_stepids.stepIds.filter((step)=>!isSettled(file, step) && isReached(file, step));
const unsettledBefore = (file, before)=>[
        ...new Set(before.flatMap((one)=>{
            if (!isSettled(file, one)) return [
                one
            ];
            return isReached(file, one) ? [] : unsettledBefore(file, steps[one].after);
        }))
    ];
const waitsFor = (file, step)=>unsettledBefore(file, steps[step].after);

//# sourceMappingURL=steps.js.map
