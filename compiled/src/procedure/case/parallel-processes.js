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
    get processOf () {
        return processOf;
    },
    get processWords () {
        return processWords;
    },
    get processesOf () {
        return processesOf;
    }
});
const _facts = require("./facts");
const processWords = {
    criminal: 'Criminal investigation or proceedings',
    coroner: "Coroner's inquest",
    'family-court': 'Family court proceedings',
    employment: 'Employment or professional conduct process',
    'other-review': 'Another review'
};
function processesOf(file) {
    return (0, _facts.factsOf)(file, 'addParallelProcess').map((added)=>{
        const id = `P${added.seq}`;
        const last = (0, _facts.factsOf)(file, 'updateParallelProcess').findLast((one)=>one.form.process === id);
        const ended = last?.form.ended ?? false;
        const nextOn = last?.form.nextOn ?? added.form.nextOn;
        return {
            id,
            kind: added.form.kind,
            ended,
            ...ended ? {} : {
                nextOn
            }
        };
    });
}
const processOf = (file, id)=>processesOf(file).find((one)=>one.id === id);

//# sourceMappingURL=parallel-processes.js.map
