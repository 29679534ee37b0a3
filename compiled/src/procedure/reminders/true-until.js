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
    get asLastDecided () {
        return asLastDecided;
    },
    get asNow () {
        return asNow;
    },
    get firstFound () {
        return firstFound;
    },
    get isLater () {
        return isLater;
    },
    get stands () {
        return stands;
    },
    get unlessWithdrawn () {
        return unlessWithdrawn;
    },
    get untilDecided () {
        return untilDecided;
    },
    get untilHeld () {
        return untilHeld;
    },
    get untilReturned () {
        return untilReturned;
    },
    get untilStep () {
        return untilStep;
    }
});
const _facts = require("../case/facts");
const _inquiries = require("../case/inquiries");
const _position = require("../case/position");
const _steps = require("../dates/steps");
const _stepnames = require("../step-names");
const _dates = require("../time/dates");
const _noticekey = require("./notice-key");
const _noticevalues = require("./notice-values");
function isLater({ seq }, { key }) {
    const { entry } = (0, _noticekey.readNoticeKey)(key);
    return entry !== undefined && seq > entry;
}
const stands = ()=>undefined;
const firstFound = (...rules)=>(notice, file, today)=>rules.reduce((found, rule)=>found ?? rule(notice, file, today), undefined);
const asNow = (valuesOf)=>(notice, file)=>({
            values: Object.fromEntries(Object.entries(valuesOf(file)).flatMap(([name, now])=>now === undefined || notice.values[name] === undefined ? [] : [
                    [
                        name,
                        now
                    ]
                ]))
        });
const untilStep = (...wanted)=>(_notice, file)=>{
        if (!wanted.every((step)=>(0, _steps.isSettled)(file, step))) return undefined;
        const said = wanted.map((step)=>{
            const done = (0, _steps.isRequired)(file, step) ? (0, _steps.completion)(file, step) : undefined;
            return `${(0, _stepnames.stepLabel)(step)} ${done === undefined ? 'is no longer needed' : `was done on ${(0, _dates.sayDate)(done.on)}`}`;
        });
        return `${said.join(', ')}.`;
    };
const unlessWithdrawn = (_notice, file)=>(0, _position.isWithdrawn)(file) ? 'The case was withdrawn.' : undefined;
const untilDecided = (name, said)=>(_notice, file)=>{
        const done = (0, _facts.fact)(file, name);
        return done === undefined ? undefined : `${said} on ${(0, _dates.sayDate)(done.on)}.`;
    };
const untilReturned = (inquiry)=>(notice, file, today)=>{
        const outstanding = (0, _inquiries.agenciesOutstanding)(file, inquiry);
        const owing = (0, _noticevalues.readAgencies)(notice.values['agency']).filter((agency)=>outstanding.includes(agency));
        if (owing.length === 0) return 'It has been answered, or the case continued without it.';
        return untilStep(inquiry.step)(notice, file, today) ?? {
            values: {
                agency: (0, _noticevalues.writeAgencies)(owing)
            }
        };
    };
const asLastDecided = (name, valuesOf)=>(notice, file)=>{
        const last = (0, _facts.fact)(file, name);
        if (last === undefined) return undefined;
        return isLater(last, notice) ? `A newer email replaces it: it was decided again on ${(0, _dates.sayDate)(last.on)}.` : {
            values: valuesOf(last.form)
        };
    };
/** Stops asking people to come to a meeting once its day has passed. */ const untilMeeting = (arranged)=>(_notice, file, today)=>{
        const meetingOn = (0, _facts.fact)(file, arranged)?.form.meetingOn;
        return meetingOn === undefined || meetingOn >= today ? undefined : `The day of the meeting, ${(0, _dates.sayDate)(meetingOn)}, has passed.`;
    };
const untilHeld = (arranged, held, said)=>firstFound(untilDecided(held, said), untilMeeting(arranged), asLastDecided(arranged, ({ meetingOn })=>({
            meetingOn
        })));

//# sourceMappingURL=true-until.js.map
