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
    get queries () {
        return queries;
    },
    get refusedType () {
        return refusedType;
    },
    get searchAttributes () {
        return searchAttributes;
    },
    get signals () {
        return signals;
    },
    get taskQueue () {
        return taskQueue;
    },
    get workflowType () {
        return workflowType;
    }
});
const workflowType = 'incident';
const taskQueue = 'incidents';
const refusedType = 'DecisionRefused';
const signals = {
    /** The partnership's holidays, closures, meetings or people have changed; every open case takes them up. */ calendarChanged: 'calendarChanged',
    /** Asks the case to go on in a new run at the next quiet moment, from its file and on the code that runs then. */ takeUpCurrentCode: 'takeUpCurrentCode',
    /** Asks the case to look in the records for emails that wait and that it does not know of, and to send them. */ sendWaiting: 'sendWaiting'
};
const queries = {
    /** The number of the last entry of the record, as this run knows it: a run behind its record has lost something. */ lastEntry: 'lastEntry',
    /** The keys of the notices that this run has still to send. */ unsent: 'unsent'
};
const searchAttributes = {
    CaseStage: 'Keyword',
    CaseStep: 'KeywordList',
    NextDeadline: 'Datetime',
    Overdue: 'Bool',
    ReviewType: 'Keyword',
    Practice: 'Bool',
    Partnership: 'Keyword'
};

//# sourceMappingURL=contract.js.map
