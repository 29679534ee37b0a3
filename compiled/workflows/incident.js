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
    get incident () {
        return incident;
    },
    get procedure () {
        return procedure;
    }
});
const _workflow = require("@temporalio/workflow");
const _position = require("../src/procedure/case/position");
const _unreadable = require("../src/procedure/case/unreadable");
const _upcast = require("../src/procedure/case/upcast");
const _case = require("./case");
const _deciding = require("./deciding");
const _panelreply = require("./panel-reply");
const _practicereview = require("./practice-review");
const _publication = require("./publication");
const _rapidreview = require("./rapid-review");
async function incident(carried, opening) {
    const unreadable = (0, _unreadable.sayUnreadable)(opening);
    if (unreadable !== undefined) throw new TypeError(`What this case opens with cannot be read. ${unreadable}`);
    return (0, _case.takeUp)((0, _upcast.upcast)(ownFile(carried)), opening).follow(procedure);
}
/**
 * Throws where a run was begun by hand with anything else than a file of its own case: its task then fails, which is
 * found and said of the case, and it is restarted from its record.
 */ function ownFile(carried) {
    const unreadable = (0, _unreadable.sayUnreadable)(carried);
    if (unreadable !== undefined) throw new TypeError(`This run was begun with what cannot be read. ${unreadable}`);
    const { workflowId } = (0, _workflow.workflowInfo)();
    if (typeof carried !== 'object' || carried === null || !('reference' in carried) || carried.reference !== workflowId) throw new TypeError(`This run was begun with what is no file of case ${workflowId}.`);
    // Its version says which release wrote it, and the chain of steps makes a whole file of it.
    return carried;
}
async function procedure(c) {
    await c.done('notification'); //                             1
    await Promise.all([
        (0, _deciding.deciding)(c),
        c.done('information')
    ]); //  2–5    day 1 to 7
    if ((0, _position.isProceeding)(c.file)) await review(c); //                6–18   day 7 to six months
    await c.done('actions'); //                                  oversight, until every action is complete
}
async function review(c) {
    await (0, _rapidreview.rapidReview)(c); //                                     6–8    day 7 to 14
    await Promise.all([
        (0, _panelreply.panelReply)(c),
        (0, _practicereview.practiceReview)(c)
    ]); //    9–16   beside the Panel's clock
    await (0, _publication.publication)(c); //                                     17–18  where something is published
}

//# sourceMappingURL=incident.js.map
