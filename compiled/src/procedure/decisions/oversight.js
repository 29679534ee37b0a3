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
    get addParallelProcess () {
        return addParallelProcess;
    },
    get liftHold () {
        return liftHold;
    },
    get lookAtHoldAgain () {
        return lookAtHoldAgain;
    },
    get placeHold () {
        return placeHold;
    },
    get recordProgressCheck () {
        return recordProgressCheck;
    },
    get updateParallelProcess () {
        return updateParallelProcess;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _holds = require("../case/holds");
const _limits = require("../dates/limits");
const _mayberequired = require("../may-be-required");
const _parallelprocesses = require("../case/parallel-processes");
const _position = require("../case/position");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _notice = require("../reminders/notice");
const _roles = require("../roles");
const _steps = require("../dates/steps");
const _stepnames = require("../step-names");
const _oversightnotices = require("./oversight-notices");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/* Parallel processes, holds, and the partners' checks of progress and quality (reg. 14). */ const addParallelProcessForm = _mini.strictObject({
    kind: (0, _forms.choice)('The process', _parallelprocesses.processWords),
    contact: (0, _forms.words)('The contact'),
    nextOn: (0, _forms.date)('Its next date', 'planned')
});
const updateParallelProcessForm = _mini.strictObject({
    process: (0, _forms.chosenAmong)('open-process', (0, _forms.code)('The process', 'Its code, such as P9')),
    nextOn: _mini.optional((0, _forms.date)('Its next date', 'planned')),
    ended: (0, _forms.yesNo)('It has ended'),
    note: (0, _forms.words)('What happened')
});
const placeHoldForm = _mini.strictObject({
    step: (0, _forms.choice)('The step', _stepnames.stepLabels),
    reason: (0, _forms.words)('The reason'),
    agreedBy: (0, _forms.line)('Who agreed'),
    lookAgainOn: (0, _forms.date)('Date to review the hold', 'planned'),
    process: _mini.optional((0, _forms.chosenAmong)('open-process', (0, _forms.code)('The parallel process it waits for', 'Its code, such as P9')))
});
const hold = (0, _forms.chosenAmong)('standing-hold', (0, _forms.code)('The hold', 'Its code, such as H9'));
const lookAtHoldAgainForm = _mini.strictObject({
    hold,
    lookAgainOn: (0, _forms.date)('Date to review the hold next', 'planned'),
    note: (0, _forms.words)('What was found')
});
const liftHoldForm = _mini.strictObject({
    hold,
    reason: (0, _forms.words)('The reason')
});
const recordProgressCheckForm = _mini.strictObject({
    progress: (0, _forms.words)("The review's progress"),
    quality: (0, _forms.words)("The review's quality"),
    onTime: (0, _forms.yesNo)('It is on time')
});
const alwaysOpen = ()=>undefined;
/** Refuses to look at a hold again, or to lift it, on a day before it was last looked at. */ const afterLooking = (file, id, taking)=>(0, _holds.afterPlacing)(file, id, taking) ?? (0, _decision.notBefore)((0, _facts.factsOf)(file, 'lookAtHoldAgain').findLast((one)=>one.form.hold === id), taking, 'The hold was last reviewed on');
const knownProcess = (file, id)=>(0, _parallelprocesses.processOf)(file, id) === undefined ? (0, _refusals.refusal)('invalid', (0, _sentence.says)`There is no such parallel process in this case${_sentence.part.code(id)}.`) : undefined;
/**
 * Refuses to put something off to a day before the decision. A decision of long ago may be recorded with the day as it
 * was.
 */ const inThePast = (day, decidedOn)=>day < decidedOn ? (0, _refusals.refusal)('invalid', 'That day has passed; give one to come.') : undefined;
const addParallelProcess = (0, _decision.define)({
    name: 'addParallelProcess',
    title: 'Add a parallel process',
    past: 'added a parallel process',
    confirmation: 'Parallel process added',
    source: 'ways through: parallel processes are a register',
    roles: [
        ..._roles.businessUnit,
        ..._roles.partnerRoles
    ],
    form: addParallelProcessForm,
    notOpen: alwaysOpen,
    refuse: (_file, form, taking)=>inThePast(form.nextOn, taking.on)
});
const updateParallelProcess = (0, _decision.define)({
    name: 'updateParallelProcess',
    title: 'Update a parallel process',
    past: 'updated a parallel process',
    confirmation: 'Parallel process updated',
    source: 'ways through: a contact and next date each',
    roles: [
        ..._roles.businessUnit,
        ..._roles.partnerRoles
    ],
    form: updateParallelProcessForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>knownProcess(file, form.process) ?? (0, _decision.notBefore)((0, _facts.factsOf)(file, 'addParallelProcess').find(({ seq })=>`P${seq}` === form.process), taking, 'The process was put on the record on') ?? (0, _decision.notBefore)((0, _facts.factsOf)(file, 'updateParallelProcess').findLast((one)=>one.form.process === form.process), taking, 'The process was last updated on') ?? (form.ended === (form.nextOn === undefined) ? undefined : (0, _refusals.refusal)('invalid', 'Give its next date, or say that it has ended.')) ?? (form.nextOn === undefined ? undefined : inThePast(form.nextOn, taking.on))
});
const placeHold = (0, _decision.define)({
    name: 'placeHold',
    title: 'Put a step on hold',
    past: 'put a step on hold',
    source: 'ways through: a hold has a reason, who agreed, and a date to look at it again; the clocks keep running',
    roles: [
        'business-manager',
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: placeHoldForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>{
        if ((0, _holds.holdsOn)(file, form.step).length > 0) {
            return (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.step(form.step)} is on hold already. Review that hold${_sentence.part.by('lookAtHoldAgain')}.`);
        }
        const done = (0, _steps.completion)(file, form.step);
        if (done !== undefined && (0, _steps.isRequired)(file, form.step) && form.step !== 'actions') {
            return (0, _refusals.refusal)('too-late', (0, _sentence.says)`${_sentence.part.step(form.step)} was done on ${_sentence.part.day(done.on)}; there is nothing to put on hold.`);
        }
        if (!(0, _mayberequired.mayBeRequired)(file, form.step)) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.step(form.step)} is not needed in this case; there is nothing to put on hold.`);
        }
        return inThePast(form.lookAgainOn, taking.on) ?? (form.process === undefined ? undefined : knownProcess(file, form.process));
    },
    limits: (file, { step, lookAgainOn })=>(0, _limits.pastDates)(file, step, {
            date: lookAgainOn,
            field: 'lookAgainOn'
        }),
    saysWhy: 'reason',
    notices: [
        _oversightnotices.holdPlaced
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_oversightnotices.holdPlaced, {
                step: taken.form.step,
                values: {
                    lookAgainOn: taken.form.lookAgainOn,
                    parallelProcess: taken.form.process
                }
            })
        ]
});
const lookAtHoldAgain = (0, _decision.define)({
    name: 'lookAtHoldAgain',
    title: 'Review a hold',
    past: 'reviewed a hold',
    confirmation: 'Hold reviewed',
    source: 'ways through: a date to look at it again',
    roles: [
        'business-manager',
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: lookAtHoldAgainForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>(0, _holds.standingHold)(file, form.hold) ?? inThePast(form.lookAgainOn, taking.on) ?? afterLooking(file, form.hold, taking),
    limits: (file, { hold: id, lookAgainOn })=>{
        const held = (0, _holds.holdOf)(file, id);
        return held === undefined ? [] : (0, _limits.pastDates)(file, held.step, {
            date: lookAgainOn,
            field: 'lookAgainOn'
        });
    },
    saysWhy: 'note',
    notices: [
        _oversightnotices.holdPlaced
    ],
    tells: (file, taken, before)=>{
        const { hold: id, lookAgainOn } = taken.form;
        const held = (0, _holds.holdOf)(before, id);
        if (held === undefined || held.lookAgainOn === lookAgainOn) return [];
        const earlier = (0, _facts.factsOf)(before, 'lookAtHoldAgain').findLast((one)=>one.form.hold === id) ?? (0, _holds.placed)(before, id);
        return [
            (0, _notice.tell)(_oversightnotices.holdPlaced, {
                step: held.step,
                values: {
                    lookAgainOn,
                    was: held.lookAgainOn,
                    replaces: earlier && (0, _facts.toldOn)(earlier),
                    parallelProcess: (0, _holds.placed)(file, id)?.form.process
                }
            })
        ];
    }
});
const liftHold = (0, _decision.define)({
    name: 'liftHold',
    title: 'Lift a hold',
    past: 'lifted a hold',
    confirmation: 'Hold lifted',
    source: 'ways through: holds',
    roles: [
        'business-manager',
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: liftHoldForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>(0, _holds.standingHold)(file, form.hold) ?? afterLooking(file, form.hold, taking),
    notices: [
        _oversightnotices.holdLifted
    ],
    tells: (file, taken)=>[
            (0, _notice.tell)(_oversightnotices.holdLifted, {
                step: (0, _holds.holdOf)(file, taken.form.hold)?.step ?? 'actions'
            })
        ]
});
const recordProgressCheck = (0, _decision.define)({
    name: 'recordProgressCheck',
    title: "Record the partners' check of progress and quality",
    past: "recorded the partners' check of progress and quality",
    confirmation: "Partners' check of progress and quality recorded",
    source: 'reg. 14: at regular intervals, from step 9 to 15',
    roles: [
        ..._roles.partnerRoles,
        'business-manager'
    ],
    form: recordProgressCheckForm,
    follows: [
        'submitRapidReview'
    ],
    notOpen: (file)=>(0, _position.reviewIsUnderWay)(file) ? undefined : (0, _refusals.refusal)('too-early', 'Progress is checked while a review is under way, from step 9 to 15.')
});

//# sourceMappingURL=oversight.js.map
