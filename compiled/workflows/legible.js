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
    get showInTemporal () {
        return showInTemporal;
    },
    get shownOf () {
        return shownOf;
    }
});
const _common = require("@temporalio/common");
const _workflow = require("@temporalio/workflow");
const _contract = require("../src/procedure/contract");
const _dates = require("../src/procedure/time/dates");
const _legible = require("../src/procedure/legible");
/** The names that the SDK has for the types of search attributes. */ const typesOfSdk = {
    Keyword: 'KEYWORD',
    KeywordList: 'KEYWORD_LIST',
    Datetime: 'DATETIME',
    Bool: 'BOOL'
};
const keyOf = (name)=>(0, _common.defineSearchAttributeKey)(name, typesOfSdk[_contract.searchAttributes[name]]);
const keys = {
    stage: keyOf('CaseStage'),
    steps: keyOf('CaseStep'),
    nextDeadline: keyOf('NextDeadline'),
    overdue: keyOf('Overdue'),
    reviewType: keyOf('ReviewType'),
    practice: keyOf('Practice'),
    partnership: keyOf('Partnership')
};
const shownOf = (file, now)=>({
        details: (0, _legible.detailsOf)(file, now),
        attributes: (0, _legible.attributesOf)(file, now)
    });
function showInTemporal({ details, attributes }, which = 'changes') {
    (0, _workflow.setCurrentDetails)(details);
    const { stage, steps, nextDeadline, overdue, reviewType, practice, partnership } = attributes;
    const wanted = [
        {
            key: keys.stage,
            value: stage
        },
        {
            key: keys.steps,
            value: [
                ...steps
            ]
        },
        {
            key: keys.nextDeadline,
            value: nextDeadline === undefined ? null : new Date((0, _dates.toMillis)(nextDeadline))
        },
        {
            key: keys.overdue,
            value: overdue
        },
        {
            key: keys.reviewType,
            value: reviewType
        },
        {
            key: keys.practice,
            value: practice
        },
        {
            key: keys.partnership,
            value: partnership
        }
    ];
    const { typedSearchAttributes } = (0, _workflow.workflowInfo)();
    const changed = wanted.filter(({ key, value })=>which === 'everything' || said(typedSearchAttributes.get(key)) !== said(value ?? undefined));
    if (changed.length > 0) (0, _workflow.upsertSearchAttributes)(changed);
}
const said = (value)=>JSON.stringify(value instanceof Date ? value.toISOString() : value) ?? '';

//# sourceMappingURL=legible.js.map
