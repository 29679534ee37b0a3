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
    get openDoors () {
        return openDoors;
    },
    get refuseOtherSignals () {
        return refuseOtherSignals;
    }
});
const _common = require("@temporalio/common");
const _workflow = require("@temporalio/workflow");
const _catalogue = require("../src/procedure/catalogue");
const _contract = require("../src/procedure/contract");
const _dates = require("../src/procedure/time/dates");
const _forms = require("../src/procedure/forms");
const _refusals = require("../src/procedure/refusals");
const _rulefaults = require("../src/procedure/case/rule-faults");
const _take = require("../src/procedure/take");
const _unreadable = require("../src/procedure/case/unreadable");
const _guarded = require("./guarded");
const refusedBy = (why)=>_common.ApplicationFailure.create({
        type: _contract.refusedType,
        message: why.sentence,
        details: [
            why
        ],
        nonRetryable: true
    });
const malformed = (sentence)=>({
        kind: 'refused',
        refusal: (0, _refusals.refusal)('invalid', sentence)
    });
const isPersonId = (by)=>typeof by === 'string' && (0, _forms.personIdPattern)().test(by);
/** Reads the argument of an Update or a Signal. The command line can send anything at all. */ function callIn(c, { name, given, fallbackKey }) {
    const unreadable = (0, _unreadable.sayUnreadable)(given);
    if (unreadable !== undefined) return malformed(`What was sent cannot be read. ${unreadable}`);
    if (typeof given !== 'object' || given === null) return malformed('Send one argument: {"by": "P07", "form": {…}}.');
    const { by, on, key, form, madeFrom, reasonForPassing } = given;
    if (!isPersonId(by)) return malformed('Say who takes it: "by", a person of the partnership such as P07.');
    if (key !== undefined && (typeof key !== 'string' || key.length === 0 || key.length > 200)) return malformed('"key" must be a text of 200 characters or fewer.');
    if (madeFrom !== undefined && (typeof madeFrom !== 'number' || !Number.isInteger(madeFrom) || madeFrom < 1)) return malformed('"madeFrom" must be the number of an entry of the record.');
    const day = typeof on === 'string' ? (0, _dates.parseIsoDate)(on) : undefined;
    if (on !== undefined && on !== null && day === undefined) return malformed('"on" must be a real date, year-month-day, such as 2026-12-07.');
    const call = {
        name,
        key: key ?? fallbackKey ?? `signal:${c.file.seq + 1}`,
        by,
        on: day,
        form: form ?? {},
        ...madeFrom === undefined ? {} : {
            madeFrom
        },
        ...reasonForPassing === undefined || reasonForPassing === null ? {} : {
            reasonForPassing
        }
    };
    return {
        kind: 'call',
        call
    };
}
/** Asks the rules about what came. */ function answerTo(c, came) {
    const come = callIn(c, came);
    return come.kind === 'call' ? (0, _take.take)(c.file, come.call, c.now()) : come;
}
/** Carries out what the validator has accepted in the same turn of the workflow. */ function carriedOut(c, came) {
    const come = callIn(c, came);
    return come.kind === 'call' ? (0, _take.carryOut)(c.file, come.call, c.now()) : come;
}
const failed = (problem)=>({
        kind: 'refused',
        refusal: (0, _rulefaults.refusalOfFault)(problem)
    });
/** Answers what came through a door; where a rule throws, the answer is a refusal. */ const answered = (c, came)=>(0, _guarded.askRule)(()=>answerTo(c, came), failed);
/** Says what is thrown where everything of a case is worked out; nothing where the rules can work with it. */ const thrownBy = (file, now)=>(0, _guarded.askRule)(()=>{
        (0, _rulefaults.workOutAll)(file, now);
        return undefined;
    }, (problem)=>problem);
/** Answers what comes for the first time: a decision after which a rule would throw, and did not before, is refused. */ function answeredAnew(c, came) {
    const answer = answered(c, came);
    const problem = answer.kind === 'taken' ? thrownBy(answer.file, c.now()) : undefined;
    return problem === undefined || thrownBy(c.file, c.now()) !== undefined ? answer : failed(problem);
}
/**
 * Keeps what a validator accepted for the handler of the same Update. What the rules have worked out of a case file is
 * kept with that very file, so that nothing of it is worked out twice.
 */ function acceptedBy(c) {
    const current = ()=>({
            update: (0, _workflow.currentUpdateInfo)()?.id,
            file: c.file,
            now: c.now()
        });
    let kept;
    return {
        keep (answer) {
            kept = {
                ...current(),
                answer
            };
        },
        /** Takes the answer off; nothing in a replay, where no validator runs, or where the case is another since. */ take () {
            const [was, is] = [
                kept,
                current()
            ];
            kept = undefined;
            if (was === undefined) return undefined;
            return was.update === is.update && was.file === is.file && was.now === is.now ? was.answer : undefined;
        }
    };
}
function openDoors(c) {
    const accepted = acceptedBy(c);
    for (const { name, title, source } of _catalogue.catalogue){
        const description = `${title} (${source})`;
        (0, _workflow.setHandler)((0, _workflow.defineUpdate)(name), async (given)=>{
            // An accepted decision is not asked again: a replay under later rules would refuse what the history has taken.
            const answer = accepted.take() ?? (0, _guarded.askRule)(()=>carriedOut(c, {
                    name,
                    given,
                    fallbackKey: (0, _workflow.currentUpdateInfo)()?.id
                }), failed);
            if (answer.kind === 'refused') throw refusedBy(answer.refusal);
            return settled(c, name, answer);
        }, {
            description,
            // Refused here, nothing is written to history. It must not be async: an async validator refuses nothing.
            validator: (given)=>{
                const answer = answeredAnew(c, {
                    name,
                    given,
                    fallbackKey: (0, _workflow.currentUpdateInfo)()?.id
                });
                if (answer.kind === 'refused') throw refusedBy(answer.refusal);
                accepted.keep(answer);
            }
        });
        (0, _workflow.setHandler)((0, _workflow.defineSignal)(name), async (given)=>{
            const answer = answeredAnew(c, {
                name,
                given
            });
            if (answer.kind === 'refused') await putRefusalOnRecord(c, {
                decision: name,
                why: answer.refusal,
                given
            });
            else await settled(c, name, answer);
        }, {
            description
        });
    }
}
async function settled(c, name, answer) {
    if (answer.kind === 'repeated') return {
        seq: answer.seq,
        recorded: true,
        repeated: true
    };
    const { file, event, notices } = answer;
    if (name === 'moveToCurrentProfile') c.profileAsked();
    const recorded = await c.settle(file, [
        event
    ], notices);
    return {
        seq: event.seq,
        recorded,
        repeated: false
    };
}
/** The number of unknown Signal names that one run of a case puts on its record, so that nobody can flood it. */ const mostUnknownNames = 10;
/** The number of characters of such a name that are repeated. */ const longestName = 80;
function refuseOtherSignals(c) {
    const told = new Set();
    (0, _workflow.setDefaultSignalHandler)(async (name, given)=>{
        // 0.1.0 put none on the record: its histories go on without.
        if (!(0, _workflow.patched)('other-signals-refused') || told.has(name) || told.size >= mostUnknownNames) return;
        told.add(name);
        const why = (0, _refusals.refusal)('invalid', `There is no decision of the name "${name.slice(0, longestName)}".`);
        await putRefusalOnRecord(c, {
            why,
            given
        });
    });
}
/** A Signal has no answer, so a wrong one is put on the record as refused; it changes nothing else. */ async function putRefusalOnRecord(c, { decision, why, given }) {
    const seq = c.file.seq + 1;
    const by = typeof given === 'object' && given !== null && 'by' in given ? given.by : undefined;
    const event = {
        seq,
        kind: 'decision-refused',
        at: c.now(),
        ...decision === undefined ? {} : {
            decision
        },
        refusal: why,
        // A sender that is no person's id is not repeated: it may be any text, or refer to one.
        ...isPersonId(by) ? {
            by
        } : {},
        details: {}
    };
    await c.settle({
        ...c.file,
        seq
    }, [
        event
    ], []);
}

//# sourceMappingURL=doors.js.map
