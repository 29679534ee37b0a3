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
    get holdLifted () {
        return holdLifted;
    },
    get holdPlaced () {
        return holdPlaced;
    }
});
const _facts = require("../case/facts");
const _holds = require("../case/holds");
const _steps = require("../dates/steps");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const _stepids = require("../step-ids");
const _dates = require("../time/dates");
/** The people who are told that a step is held, when the hold is looked at again, and that the step goes on. */ const toldOfHolds = [
    'business-manager',
    ..._roles.partnerRoles,
    'scrutineer',
    'author'
];
const holdStands = (notice, file)=>{
    const { step } = notice;
    const hold = step === undefined || !(0, _stepids.isStep)(step) ? undefined : (0, _holds.holdsOn)(file, step)[0];
    if (hold === undefined) return 'The hold was lifted.';
    const looked = (0, _facts.factsOf)(file, 'lookAtHoldAgain').findLast(({ form })=>form.hold === hold.id);
    return looked !== undefined && (0, _trueuntil.isLater)(looked, notice) && looked.form.lookAgainOn !== notice.values['lookAgainOn'] ? `A newer email replaces it: the hold is to be reviewed on ${(0, _dates.sayDate)(hold.lookAgainOn)}.` : {
        values: {
            lookAgainOn: hold.lookAgainOn
        }
    };
};
const holdPlaced = (0, _notice.defineNotice)({
    kind: 'hold-placed',
    title: 'A step is on hold',
    to: toldOfHolds,
    always: {
        lookAgainOn: _noticevalues.dateValue
    },
    sometimes: {
        parallelProcess: (0, _noticevalues.textValue)('P9'),
        was: _noticevalues.dateValue,
        replaces: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.firstFound)(_trueuntil.unlessWithdrawn, holdStands)
});
const holdLifted = (0, _notice.defineNotice)({
    kind: 'hold-lifted',
    title: 'A hold has been lifted',
    to: toldOfHolds,
    stillTrue: (0, _trueuntil.firstFound)(_trueuntil.unlessWithdrawn, (notice, file, today)=>{
        const { step } = notice;
        if (step === undefined || !(0, _stepids.isStep)(step)) return undefined;
        if ((0, _holds.holdsOn)(file, step).length > 0) return 'The step is on hold again.';
        return (0, _steps.completion)(file, step) === undefined ? undefined : (0, _trueuntil.untilStep)(step)(notice, file, today);
    })
});

//# sourceMappingURL=oversight-notices.js.map
