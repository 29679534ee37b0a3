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
    get readTaskId () {
        return readTaskId;
    },
    get taskId () {
        return taskId;
    }
});
/*
 * The id of a task that belongs to no step: `action:A12`, `action-look:A12:6`, `hold:H9`. Ids are in case files and
 * records, so their form never changes.
 */ /** Kinds of task that belong to no step. */ const taskKinds = [
    'action',
    'action-look',
    'hold',
    'delay-letter',
    'process',
    'progress-check',
    'display',
    'home-authority',
    'family-told'
];
const taskId = ({ kind, code, months })=>[
        kind,
        code,
        months
    ].filter((part)=>part !== undefined).join(':');
function readTaskId(id) {
    const [head, code, months] = id.split(':');
    const kind = taskKinds.find((one)=>one === head);
    if (kind === undefined) return undefined;
    return {
        kind,
        ...code === undefined ? {} : {
            code
        },
        ...months === undefined ? {} : {
            months: Number(months)
        }
    };
}

//# sourceMappingURL=task-id.js.map
