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
    get outsideChanged () {
        return outsideChanged;
    },
    get outsideWorkflowId () {
        return outsideWorkflowId;
    },
    get outsideWorkflowType () {
        return outsideWorkflowType;
    }
});
const outsideWorkflowType = 'outsideNotification';
const outsideChanged = 'outsideChanged';
const outsideWorkflowId = (number)=>`outside-${number}`;

//# sourceMappingURL=contract.js.map
