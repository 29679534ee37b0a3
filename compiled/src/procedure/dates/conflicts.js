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
    get conflictsOf () {
        return conflictsOf;
    },
    get plannedMeetings () {
        return _draftingconflicts.plannedMeetings;
    }
});
const _breaches = require("./breaches");
const _calendar = require("../time/calendar");
const _clocks = require("./clocks");
const _dates = require("../time/dates");
const _draftingconflicts = require("../case/drafting-conflicts");
const _holds = require("../case/holds");
const _plan = require("./plan");
const _statutory = require("./statutory");
const _stepnames = require("../step-names");
/** A notice on its last day leaves too little time before publication is due. */ function noticeAndPublication(file) {
    const notice = (0, _draftingconflicts.due)(file, 'notice-of-intent');
    const published = (0, _draftingconflicts.due)(file, 'publication');
    if (!(0, _draftingconflicts.ahead)(file, 'notice-of-intent') || notice === undefined || published === undefined) return [];
    const { count } = (0, _statutory.statutoryLimit)('report-before-publication', (0, _dates.londonDate)(file.openedAt)).length;
    const earliest = (0, _calendar.workingDaysAfter)(file.calendar, notice, count);
    return earliest > published ? [
        {
            id: 'notice-and-publication',
            sentence: `A notice of intent on its last day, ${(0, _dates.sayDate)(notice)} (step 17), allows publication on ${(0, _dates.sayDate)(earliest)} at the earliest, after it is due on ${(0, _dates.sayDate)(published)} (step 18).`,
            steps: [
                'notice-of-intent',
                'publication'
            ]
        }
    ] : [];
}
const holds = (file)=>(0, _holds.holdsOf)(file).flatMap((hold)=>{
        // A step without a date has none that is passed.
        const stepDue = (0, _draftingconflicts.due)(file, hold.step) ?? hold.lookAgainOn;
        return hold.liftedOn === undefined && hold.lookAgainOn > stepDue ? [
            {
                id: `hold-${hold.id}`,
                sentence: `${(0, _stepnames.stepLabel)(hold.step)} is on hold to ${(0, _dates.sayDate)(hold.lookAgainOn)}, past its date of ${(0, _dates.sayDate)(stepDue)}; the clocks keep running.`,
                steps: [
                    hold.step
                ],
                latest: stepDue
            }
        ] : [];
    });
/** An extension that the partners agreed does not extend the law. */ const extendedPastTheLaw = (file)=>(0, _clocks.clocksOf)(file).flatMap(({ governs, metOn, limitDate, source, due: latest })=>{
        if (governs === undefined || metOn !== undefined) return [];
        const extended = (0, _plan.extensionOf)(file, governs) ?? limitDate;
        return extended > limitDate ? [
            {
                id: `extended-${governs}`,
                sentence: `${(0, _stepnames.stepLabel)(governs)} was extended to ${(0, _dates.sayDate)(extended)}, past the statutory ${(0, _dates.sayDate)(limitDate)} (${source}).`,
                steps: [
                    governs
                ],
                latest
            }
        ] : [];
    });
const conflictsOf = (file)=>[
        ...(0, _draftingconflicts.draftingConflicts)(file),
        ...noticeAndPublication(file),
        ...holds(file),
        ...extendedPastTheLaw(file),
        ...(0, _breaches.breachesOf)(file)
    ];

//# sourceMappingURL=conflicts.js.map
