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
    get toldIn () {
        return toldIn;
    },
    get withNotices () {
        return withNotices;
    }
});
const _catalogue = require("../catalogue");
const _steps = require("../dates/steps");
const _notices = require("../reminders/notices");
const _recipients = require("../reminders/recipients");
const _reminders = require("../reminders/reminders");
const _onceper = require("../once-per");
const _stepids = require("../step-ids");
const _openingtellings = require("./opening-tellings");
const withTelling = (told, { to, as }, seq)=>told[to]?.[as] === undefined ? {
        ...told,
        [to]: {
            ...told[to],
            [as]: seq
        }
    } : told;
function withNotices(file, notices, seq) {
    if (notices.length === 0) return file;
    return {
        ...file,
        unsent: [
            ...file.unsent,
            ...notices.map(({ key })=>key)
        ],
        told: notices.reduce((told, notice)=>withTelling(told, notice, seq), toldIn(file))
    };
}
const toldIn = (file)=>file.told ?? keptTold(file, 'told', ()=>toldBefore(file));
const keptTold = (0, _onceper.oncePer)();
/**
 * Finds who was told something in a case that an earlier release opened. That release kept no account of it, and asked
 * whoever owes a step as soon as the step could be done. So everybody counts as told whom the decisions on the record
 * tell, who owes a step that was reached, or who was due a reminder.
 */ function toldBefore(file) {
    const opening = (0, _notices.noticesOf)(file, (0, _openingtellings.openingTellings)(file.notification), {
        seq: 1,
        at: file.openedAt,
        on: file.countsFrom
    });
    const owed = _stepids.stepIds.filter((step)=>(0, _steps.isRequired)(file, step) && (0, _steps.isReached)(file, step)).flatMap((step)=>(0, _recipients.ownersOf)(file, (0, _steps.ownerOf)(file, step)));
    const reminded = (0, _reminders.remindersDue)({
        ...file,
        remindedUpTo: file.openedAt
    }, file.remindedUpTo);
    return [
        ...opening.map((telling)=>({
                ...telling,
                seq: 1
            })),
        ...owed.map(({ person, as })=>({
                to: person,
                as,
                seq: 1
            })),
        ...everyFact(file).flatMap((one)=>noticesOfFact(file, one).map((telling)=>({
                    ...telling,
                    seq: one.taken.seq
                }))),
        ...reminded.map((telling)=>({
                ...telling,
                seq: file.seq
            }))
    ].reduce((told, telling)=>withTelling(told, telling, telling.seq), {});
}
/** Lists every decision on the record, those that were set aside too. */ const everyFact = (file)=>[
        ...Object.entries(file.facts).flatMap(([name, all])=>all.map((taken)=>({
                    name,
                    taken
                }))),
        ...file.superseded.map(({ name, fact: taken })=>({
                name,
                taken
            }))
    ];
/** Works out whom a decision told, as far as the file of today says it. */ function noticesOfFact(file, { name, taken }) {
    const { tells, step } = (0, _catalogue.definitionOf)(name);
    return (0, _notices.noticesOf)(file, tells?.(file, taken, file) ?? [], {
        seq: taken.seq,
        at: taken.recordedAt,
        on: taken.on,
        step
    });
}

//# sourceMappingURL=told.js.map
