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
    get fromItsOwnDayOne () {
        return fromItsOwnDayOne;
    },
    get withDayOneCorrected () {
        return withDayOneCorrected;
    }
});
const _deadlines = require("../dates/deadlines");
const _facts = require("./facts");
const _position = require("./position");
/** The review decision that stood before another, by the order of the record. */ const decisionBefore = (file, seq)=>[
        ...(0, _facts.factsOf)(file, 'recordDetermination'),
        ...(0, _facts.factsOf)(file, 'decideReviewAgain')
    ].filter((one)=>one.seq < seq).sort((a, b)=>a.seq - b.seq).at(-1);
/** True if the decision begins a local review in a case that was closed without one and reopened. */ function beginsReviewOfReopened(file, taken) {
    const reopening = (0, _position.reviewDecisionReopenings)(file).findLast(({ seq })=>seq < taken.seq);
    return taken.form.reviewType === 'LCSPR' && decisionBefore(file, taken.seq)?.form.reviewType !== 'LCSPR' && (0, _facts.factsOf)(file, 'reopenCase').some(({ seq })=>seq === reopening?.seq);
}
const fromItsOwnDayOne = (file, taken)=>beginsReviewOfReopened(file, taken) ? {
        ...file,
        met: {
            ...(0, _deadlines.metDates)(file),
            ...file.met
        },
        countsFrom: taken.on
    } : file;
function withDayOneCorrected(file, right) {
    const last = right.corrections?.at(-1);
    const counted = last?.field === 'on' && last.was === file.countsFrom && file.countsFrom !== file.notification.receivedOn;
    return counted ? {
        ...file,
        countsFrom: right.on
    } : file;
}

//# sourceMappingURL=reopened.js.map
