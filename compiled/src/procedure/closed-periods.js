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
    get opened () {
        return opened;
    },
    get whyClosedThen () {
        return whyClosedThen;
    }
});
const _decision = require("./decision");
const _facts = require("./case/facts");
const _sentence = require("./sentence");
function opened(file, reopenedBy) {
    const { closedOn, ...open } = file;
    return closedOn === undefined ? open : {
        ...open,
        closings: [
            ...file.closings ?? [],
            {
                on: closedOn,
                reopenedBy
            }
        ]
    };
}
function whyClosedThen(file, { on, seq }) {
    for (const { on: closedOn, reopenedBy } of file.closings ?? []){
        const reopening = (0, _facts.factsOf)(file, 'reopenCase').find((one)=>one.seq === reopenedBy);
        if (seq === reopenedBy && on < closedOn) {
            return (0, _decision.against)({
                seq
            }, (0, _sentence.says)`The case was closed on ${_sentence.part.day(closedOn)}; it is reopened after that.`);
        }
        if (reopening !== undefined && seq !== reopenedBy && closedOn < on && on < reopening.on) {
            return (0, _decision.against)(reopening, (0, _sentence.says)`The case was closed then: from ${_sentence.part.day(closedOn)} until it was reopened on ${_sentence.part.day(reopening.on)} (entry ${reopening.seq}). ${_sentence.part.day(on)} lies between; give a day on which the case was open.`);
        }
    }
    return undefined;
}

//# sourceMappingURL=closed-periods.js.map
