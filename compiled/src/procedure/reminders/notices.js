"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "noticesOf", {
    enumerable: true,
    get: function() {
        return noticesOf;
    }
});
const _plan = require("../dates/plan");
const _noticekinds = require("./notice-kinds");
const _noticekey = require("./notice-key");
const _shutout = require("../case/shut-out");
const _recipients = require("./recipients");
const _stepnames = require("../step-names");
function noticesOf(file, tellings, act) {
    return tellings.flatMap((telling)=>{
        const values = telling.values ?? {};
        const given = Object.entries(values).filter((one)=>(one[1] ?? '') !== '');
        const step = telling.step ?? act.step;
        const ofStep = (0, _noticekinds.kindOfNotice)(telling.kind).ofCase !== true && step !== undefined;
        const due = step === undefined ? undefined : (0, _plan.plannedDates)(file, step).due;
        const recipients = (0, _recipients.once)(telling.to.flatMap((one)=>typeof one === 'string' ? (0, _recipients.holders)(file, one) : [
                one
            ])).filter(({ person })=>!(0, _shutout.isShutOut)(file, person));
        const number = step === undefined ? undefined : (0, _stepnames.stepNumber)(step);
        return recipients.map(({ person, as })=>({
                key: (0, _noticekey.noticeKey)({
                    reference: file.reference,
                    entry: act.seq,
                    step,
                    kind: telling.kind,
                    to: person,
                    on: act.on,
                    about: telling.about
                }),
                kind: telling.kind,
                to: person,
                as,
                at: act.at,
                practice: file.practice,
                ...step === undefined ? {} : {
                    step
                },
                values: {
                    on: act.on,
                    ...ofStep ? {
                        step: (0, _stepnames.stepTitle)(step)
                    } : {},
                    ...ofStep && number !== undefined ? {
                        stepNumber: number
                    } : {},
                    ...ofStep && due !== undefined ? {
                        due
                    } : {},
                    ...Object.fromEntries(given)
                },
                lines: []
            }));
    });
}

//# sourceMappingURL=notices.js.map
