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
    get inOrderOfRecord () {
        return inOrderOfRecord;
    },
    get isStillTrue () {
        return isStillTrue;
    },
    get mayReplace () {
        return mayReplace;
    },
    get replacesOthers () {
        return replacesOthers;
    },
    get truthOf () {
        return truthOf;
    }
});
const _dates = require("../time/dates");
const _inquiries = require("../case/inquiries");
const _noticekey = require("./notice-key");
const _noticekinds = require("./notice-kinds");
const _noticevalues = require("./notice-values");
const _plan = require("../dates/plan");
const _position = require("../case/position");
const _shutout = require("../case/shut-out");
const _standingreminders = require("./standing-reminders");
const _stepids = require("../step-ids");
/** True if the recipient still has the part in which they are written to. */ function hasPart({ kind, to, as, values }, file) {
    if (kind === 'information-asked' || kind === 'chronology-asked') {
        return (0, _noticevalues.readAgencies)(values['agency']).some((agency)=>(0, _inquiries.contactFor)(file, agency).some(({ person })=>person === to));
    }
    if (file.people[as]?.includes(to) === true) return true;
    if (as === 'agency-contact') return Object.values(file.policy.agencies).some(({ contact })=>contact === to);
    // An action and its deadlines are their owner's, whatever part they have in the case.
    return as === 'wider-partner' && (0, _shutout.rolesIn)(file, to).length > 0;
}
/**
 * Says why a notice of any kind may not go any more: its recipient has lost their part or is shut out, the case has
 * ended, or a later decision set its entry aside. Undefined if it may go.
 */ function overtaken(notice, file) {
    if ((0, _shutout.isShutOut)(file, notice.to)) return "The recipient's access to the case is restricted.";
    if (notice.kind !== 'reminders' && !hasPart(notice, file)) return 'The recipient no longer has this role in the case.';
    const { asks } = (0, _noticekinds.kindOfNotice)(notice.kind);
    if (asks !== undefined && (0, _position.isWithdrawn)(file)) return `The case was withdrawn; it no longer asks for ${asks}.`;
    if (asks !== undefined && file.closedOn !== undefined) return `The case is closed; it no longer asks for ${asks}.`;
    const { entry } = (0, _noticekey.readNoticeKey)(notice.key);
    const setAside = file.superseded.find(({ fact: { seq }, by })=>seq === entry && by !== entry);
    return setAside === undefined ? undefined : `A later decision set it aside (entry ${setAside.by}).`;
}
/** The date by which its step is now due, where it said one. */ function dueNow({ kind, step, values }, file) {
    if ((0, _noticekinds.kindOfNotice)(kind).ofCase === true || step === undefined || !(0, _stepids.isStep)(step) || values['due'] === undefined) return {};
    const { due } = (0, _plan.plannedDates)(file, step);
    return due === undefined ? {} : {
        due
    };
}
function truthOf(notice, { file, now, newer }) {
    const no = (why)=>({
            kind: 'no-longer-true',
            why
        });
    const why = overtaken(notice, file);
    if (why !== undefined) return no(why);
    if (notice.kind === 'reminders') {
        const { lines, gone } = (0, _standingreminders.standingLines)(notice, {
            file,
            today: (0, _dates.londonDate)(now),
            newer
        });
        return lines.length > 0 ? {
            kind: 'true',
            notice: {
                ...notice,
                lines
            }
        } : no(gone.join(' '));
    }
    const found = (0, _noticekinds.kindOfNotice)(notice.kind).stillTrue(notice, file, (0, _dates.londonDate)(now));
    if (typeof found === 'string') return no(found);
    const values = {
        ...notice.values,
        ...dueNow(notice, file),
        ...found?.values
    };
    return {
        kind: 'true',
        notice: {
            ...notice,
            values
        }
    };
}
function inOrderOfRecord(one, other) {
    if (one.at !== other.at) return one.at < other.at ? -1 : 1;
    const [first, second] = [
        (0, _noticekey.readNoticeKey)(one.key).entry,
        (0, _noticekey.readNoticeKey)(other.key).entry
    ];
    if (first === undefined || second === undefined || first === second) return one.key < other.key ? -1 : 1;
    return first - second;
}
const replacesOthers = (kind)=>(0, _noticekinds.kindOfNotice)(kind).replaces !== undefined;
function mayReplace(notice, earlier) {
    const { replaces } = (0, _noticekinds.kindOfNotice)(notice.kind);
    if (replaces !== undefined) return replaces(notice, earlier);
    return notice.kind === earlier.kind && notice.step === earlier.step && [
        'deadline',
        'action'
    ].every((name)=>notice.values[name] === earlier.values[name]);
}
const isStillTrue = (notice, file, now = notice.at)=>truthOf(notice, {
        file,
        now,
        newer: []
    }).kind === 'true';

//# sourceMappingURL=still-true.js.map
