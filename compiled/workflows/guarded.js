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
    get askRule () {
        return askRule;
    },
    get guardOf () {
        return guardOf;
    }
});
const _common = require("@temporalio/common");
const _workflow = require("@temporalio/workflow");
const _rulefaults = require("../src/procedure/case/rule-faults");
/* A rule that throws never fails a workflow task: the case goes on, and its record says what could not be worked out. */ const temporals = [
    _common.TemporalFailure,
    _workflow.WorkflowError,
    _workflow.ContinueAsNew,
    _workflow.LocalActivityDoBackoff,
    _common.IllegalStateError,
    _common.ValueError
];
/** True if an error is Temporal's own: a cancellation, a failure, nondeterminism. Those are never caught here. */ const isTemporals = (error)=>temporals.some((one)=>error instanceof one);
function askRule(rule, failed) {
    try {
        return rule();
    } catch (error) {
        if (isTemporals(error)) throw error;
        return failed((0, _rulefaults.sayThrown)(error));
    }
}
function guardOf(known) {
    const seen = new Set(known);
    const waiting = [];
    const note = (asked, problem)=>{
        const fault = {
            asked,
            problem
        };
        if (seen.has((0, _rulefaults.nameOfFault)(fault))) return;
        seen.add((0, _rulefaults.nameOfFault)(fault));
        waiting.push(fault);
    };
    return {
        ask: (asked, rule, otherwise)=>askRule(rule, (problem)=>{
                note(asked, problem);
                return otherwise;
            }),
        keep (asked, error) {
            if (isTemporals(error)) throw error;
            note(asked, (0, _rulefaults.sayThrown)(error));
        },
        get next () {
            return waiting[0];
        },
        take: ()=>waiting.shift()
    };
}

//# sourceMappingURL=guarded.js.map
