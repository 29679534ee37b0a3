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
    get turnsOf () {
        return turnsOf;
    },
    get whoseTurn () {
        return whoseTurn;
    }
});
const _catalogue = require("../catalogue");
const _deadlines = require("../dates/deadlines");
const _recipients = require("./recipients");
const _roles = require("../roles");
const _steps = require("../dates/steps");
const _notopen = require("../not-open");
const _take = require("../take");
function whoseTurn(file, step) {
    const owner = (0, _steps.ownerOf)(file, step);
    // A step of an outside body is awaited from that body, though others put it on the record.
    if (_roles.outsideBodies.some((body)=>body === owner)) return owner;
    const able = _catalogue.catalogue.filter((one)=>one.step === step && (0, _notopen.whyNotOpen)(file, one.name) === undefined).map(({ name })=>(0, _take.mayTake)(file, name));
    const [first] = able;
    if (first === undefined || able.some((roles)=>roles.includes(owner))) return owner;
    const likely = [
        _steps.steps[step].owner,
        'business-manager'
    ];
    return likely.find((role)=>first.includes(role)) ?? first[0] ?? owner;
}
const turnsOf = (file)=>(0, _deadlines.openDeadlines)(file).map((deadline)=>{
        const { id, step, title, owner, due, dueAt, why } = deadline;
        const turn = step === undefined ? owner : whoseTurn(file, step);
        const whose = turn === owner ? (0, _deadlines.owing)(file, deadline) : [
            turn
        ];
        const people = (0, _recipients.once)(whose.flatMap((one)=>(0, _recipients.ownersOf)(file, one))).map(({ person })=>person);
        const part = typeof turn === 'string' ? turn : turn.as;
        return {
            id,
            ...step === undefined ? {} : {
                step
            },
            title,
            owner: part,
            people,
            due,
            dueAt,
            why
        };
    });

//# sourceMappingURL=turns.js.map
