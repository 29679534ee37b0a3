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
    get afterPlacing () {
        return afterPlacing;
    },
    get holdOf () {
        return holdOf;
    },
    get holdsOf () {
        return holdsOf;
    },
    get holdsOn () {
        return holdsOn;
    },
    get letterOf () {
        return letterOf;
    },
    get placed () {
        return placed;
    },
    get standingHold () {
        return standingHold;
    }
});
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("./facts");
const _stepids = require("../step-ids");
function holdsOf(file) {
    const onSteps = (0, _facts.factsOf)(file, 'placeHold').filter(({ form })=>(0, _stepids.isStep)(form.step));
    return onSteps.map((placed)=>{
        const id = `H${placed.seq}`;
        const looked = (0, _facts.factsOf)(file, 'lookAtHoldAgain').findLast((one)=>one.form.hold === id);
        const lifted = (0, _facts.factsOf)(file, 'liftHold').find((one)=>one.form.hold === id);
        return {
            id,
            step: placed.form.step,
            lookAgainOn: looked?.form.lookAgainOn ?? placed.form.lookAgainOn,
            placedOn: placed.on,
            ...lifted === undefined ? {} : {
                liftedOn: lifted.on
            }
        };
    });
}
const holdOf = (file, id)=>holdsOf(file).find((one)=>one.id === id);
const holdsOn = (file, step)=>holdsOf(file).filter((one)=>one.step === step && one.liftedOn === undefined);
const letterOf = (file, hold)=>({
        drafted: (0, _facts.factsOf)(file, 'draftDelayLetter').some((one)=>one.form.hold === hold),
        sent: (0, _facts.factsOf)(file, 'sendDelayLetter').some((one)=>one.form.hold === hold),
        answered: (0, _facts.factsOf)(file, 'recordDelayAnswer').some((one)=>one.form.hold === hold)
    });
const standingHold = (file, id)=>{
    const found = holdOf(file, id);
    if (found === undefined) return (0, _refusals.refusal)('invalid', (0, _sentence.says)`There is no such hold in this case${_sentence.part.code(id)}.`);
    return found.liftedOn === undefined ? undefined : (0, _refusals.refusal)('too-late', (0, _sentence.says)`The hold${_sentence.part.code(id)} was lifted on ${_sentence.part.day(found.liftedOn)}.`);
};
const placed = (file, id)=>(0, _facts.factsOf)(file, 'placeHold').find(({ seq })=>`H${seq}` === id);
const afterPlacing = (file, id, taking)=>(0, _decision.notBefore)(placed(file, id), taking, 'The hold was placed on');

//# sourceMappingURL=holds.js.map
