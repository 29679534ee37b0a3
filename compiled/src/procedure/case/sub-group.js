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
    get membersToAnswer () {
        return membersToAnswer;
    },
    get roundIsOver () {
        return roundIsOver;
    },
    get subGroupMembers () {
        return subGroupMembers;
    }
});
const _facts = require("./facts");
const subGroupMembers = (file)=>[
        ...new Set([
            ...file.people['sub-group-chair'] ?? [],
            ...file.people['sub-group-member'] ?? []
        ])
    ];
const membersToAnswer = (file)=>subGroupMembers(file).filter((member)=>!(0, _facts.factsOf)(file, 'recordComment').some((one)=>one.form.member === member));
const roundIsOver = [
    'sendAmendments',
    'tellCommunications',
    'recordMediaStatement',
    'completeSignOffTemplate',
    'sendExecPapers'
];

//# sourceMappingURL=sub-group.js.map
