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
    get correctFactBy () {
        return correctFactBy;
    },
    get factBySeq () {
        return factBySeq;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _correctionchecks = require("./correction-checks");
const _correctiontellings = require("./correction-tellings");
const _dates = require("../time/dates");
const _decision = require("../decision");
const _facts = require("./facts");
const _forms = require("../forms");
const _notificationrules = require("../notification/notification-rules");
const _openingcorrection = require("./opening-correction");
const _openingentry = require("./opening-entry");
const _plan = require("../dates/plan");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _spans = require("../spans");
const _stepids = require("../step-ids");
const _valueat = require("../time/value-at");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/* Always open: correct a recorded fact; the old value stays on the record. */ const correctFactForm = _mini.strictObject({
    entry: (0, _forms.count)('The entry of the record', 'Its number'),
    field: (0, _forms.code)('The field', '"on" for its day, or a field of its form such as views.health; of entry 1, the notification, such as receivedOn or children.0.name'),
    value: _mini.optional(_mini.unknown()).register(_mini.globalRegistry, {
        title: 'The right value'
    }),
    reason: (0, _forms.words)('The reason'),
    yearsAreRight: _mini.optional((0, _forms.yesNo)('The year is right', 'Send true for a day that lies so far back that the year is asked about'))
});
function factBySeq(file, seq) {
    for (const [name, facts] of Object.entries(file.facts)){
        const found = facts.find((one)=>one.seq === seq);
        if (found !== undefined) return {
            name: name,
            fact: found
        };
    }
    return undefined;
}
const notWhole = (fields)=>({
        ...(0, _refusals.refusal)('invalid', 'With that value the entry would not be whole.'),
        fields
    });
const atValue = (code, said)=>(0, _refusals.refusedField)(code, {
        field: 'value',
        said
    });
/**
 * Refuses a value that cannot be the day of an entry: it is no real date, lies in the future, or is before the
 * notification was received. Undefined if it can.
 */ function againstDay(file, value, today) {
    const on = typeof value === 'string' ? (0, _dates.parseIsoDate)(value) : undefined;
    if (on === undefined) return (0, _refusals.refusal)('invalid', 'The right day must be a real date, year-month-day.');
    if (on > today) return atValue('in-the-future', 'The right day cannot be in the future.');
    if (on < file.notification.receivedOn) {
        return atValue('against-the-record', 'That is before the notification was received.');
    }
    return undefined;
}
/**
 * Refuses a value that cannot stand in a field of a form: the field is what was decided, the form does not allow the
 * value, or a date is outside its span. Undefined if it can.
 */ function againstForm(file, found, { field, value, now, find }) {
    const { decides, form } = find(found.name);
    if (decides?.includes(field) === true) {
        return (0, _refusals.refusal)('against-the-record', `"${field}" is what was decided, and cannot be corrected. Take the decision again instead.`);
    }
    const checked = (0, _forms.readForm)(form, (0, _valueat.withValueAt)(found.fact.form, field.split('.'), value));
    if (!checked.success) return notWhole((0, _forms.fieldProblems)(checked.error));
    const outside = (0, _spans.datesOutside)(form, checked.data, (0, _spans.spanClockOf)(file, now));
    // A date that an earlier release took stays as it is while another field is corrected.
    const ofField = outside.filter((one)=>one.field === field || one.field.startsWith(`${field}.`));
    return ofField.length > 0 ? notWhole(ofField) : undefined;
}
/** The number that a correction has once it is on the record. */ const nextSeq = (file)=>file.seq + 1;
/** The fact as its correction makes it, with its old value. It is read by its decision's own form, as where it was taken. */ function rightOf({ name, fact }, { field, value }, { find, seq }) {
    const was = field === 'on' ? fact.on : (0, _valueat.valueAt)(fact.form, field.split('.'));
    const right = {
        ...fact,
        corrections: [
            ...fact.corrections ?? [],
            {
                seq,
                field,
                was
            }
        ]
    };
    // Checked in cannotCorrect: what has been accepted is a real day.
    if (field === 'on') return {
        ...right,
        on: value
    };
    const form = (0, _valueat.withValueAt)(fact.form, field.split('.'), value);
    const read = (0, _forms.readForm)(find(name).form, form);
    return {
        ...right,
        form: read.success ? read.data : form
    };
}
function cannotCorrect(file, form, { today, now, find }) {
    const { entry, field, value } = form;
    if (entry === _openingentry.openingSeq) {
        const why = (0, _openingcorrection.openingCorrectionRefused)(file, form, now);
        if (why !== undefined) return why;
        const after = (0, _openingentry.withOpeningCorrected)(file, {
            seq: nextSeq(file),
            field,
            value
        });
        return (0, _correctionchecks.contradicted)({
            before: file,
            after,
            entry
        }, find);
    }
    const found = factBySeq(file, entry);
    if (found === undefined) {
        return (0, _refusals.refusal)('invalid', `Entry ${entry} is no decision that stands on this case's record; its events list those that do.`);
    }
    const why = field === 'on' ? againstDay(file, value, today) : againstForm(file, found, {
        field,
        value,
        now,
        find
    });
    if (why !== undefined) return why;
    const right = rightOf(found, form, {
        find,
        seq: nextSeq(file)
    });
    const after = followed(file, found, {
        right,
        find
    });
    return (0, _correctionchecks.wouldBeRefused)(file, {
        found,
        right,
        find
    }) ?? againstNotification(file, after) ?? (0, _correctionchecks.contradicted)({
        before: file,
        after,
        entry,
        name: found.name
    }, find);
}
/** Refuses a correction of an added child after which the notification contradicts itself. */ function againstNotification(before, after) {
    const known = (0, _notificationrules.againstGrounds)(before.notification);
    const wrong = (0, _notificationrules.againstGrounds)(after.notification).find((one)=>!known.some(({ sentence })=>sentence === one.sentence));
    return wrong && atValue('against-the-record', (0, _sentence.says)`${(0, _refusals.partsOf)(wrong)}.`);
}
const withRight = (file, { name }, right)=>({
        ...file,
        // The form was checked by its decision's own form, so the facts keep their type.
        facts: {
            ...file.facts,
            [name]: (0, _facts.factsOf)(file, name).map((one)=>one.seq === right.seq ? right : one)
        }
    });
/** The record with the right fact, and with what the decision of the fact makes of the case. */ function followed(file, found, { right, find }) {
    const after = withRight(file, found, right);
    return find(found.name).corrected?.(after, right) ?? after;
}
function corrected(file, taken, find) {
    const { entry, field, value } = taken.form;
    if (entry === _openingentry.openingSeq) {
        const right = (0, _openingentry.withOpeningCorrected)(file, {
            seq: taken.seq,
            field,
            value
        });
        // Another authority was told, and the right one has still to be.
        const after = field === 'homeAuthority' ? (0, _facts.supersede)(right, [
            'tellHomeAuthority'
        ], taken.seq) : right;
        return {
            ...countedAnew(file, after),
            course: file.course + 1
        };
    }
    const found = factBySeq(file, entry);
    if (found === undefined) return file;
    const right = rightOf(found, taken.form, {
        find,
        seq: taken.seq
    });
    // The reason for passing a limit stands with the date that passes it.
    const passes = taken.passes !== undefined && (0, _correctionchecks.limitsNewlyPassed)(file, {
        found,
        right,
        find
    }).length > 0;
    const noted = passes ? {
        ...right,
        passes: taken.passes
    } : right;
    return {
        ...countedAnew(file, followed(file, found, {
            right: noted,
            find
        })),
        course: file.course + 1
    };
}
/** The limits that the record passes with a correction and did not pass before it. */ function limitsOf(file, form, { today, find }) {
    if (form.entry === _openingentry.openingSeq) {
        const after = (0, _openingentry.withOpeningCorrected)(file, {
            seq: nextSeq(file),
            field: form.field,
            value: form.value
        });
        return (0, _correctionchecks.newlyPassedByOthers)({
            before: file,
            after,
            entry: _openingentry.openingSeq
        }, {
            today,
            find
        });
    }
    const found = factBySeq(file, form.entry);
    if (found === undefined) return [];
    const right = rightOf(found, form, {
        find,
        seq: nextSeq(file)
    });
    const after = followed(file, found, {
        right,
        find
    });
    return [
        ...(0, _correctionchecks.limitsNewlyPassed)(file, {
            found,
            right,
            find
        }),
        ...(0, _correctionchecks.newlyPassedByOthers)({
            before: file,
            after,
            entry: form.entry
        }, {
            today,
            find
        })
    ];
}
/**
 * Dates already met do not move, but for those that were counted from what has been corrected: their day was never
 * right, and is worked out again.
 */ function countedAnew(before, after) {
    const open = (file)=>({
            ...file,
            met: {}
        });
    const stays = Object.entries(after.met).filter(([step])=>!(0, _stepids.isStep)(step) || (0, _plan.plannedDates)(open(before), step).due === (0, _plan.plannedDates)(open(after), step).due);
    return {
        ...after,
        met: Object.fromEntries(stays)
    };
}
const correctFactBy = (find)=>(0, _decision.define)({
        name: 'correctFact',
        title: 'Correct a recorded fact',
        past: 'corrected a recorded fact',
        confirmation: 'Recorded fact corrected',
        source: 'always open: the old value stays on the record',
        roles: [
            ..._roles.businessUnit,
            'scrutineer'
        ],
        form: correctFactForm,
        decides: [
            'entry',
            'field',
            'value'
        ],
        notOpen: ()=>undefined,
        refuse: (file, form, taking)=>cannotCorrect(file, form, {
                ...taking,
                find
            }),
        limits: (file, form, { today })=>limitsOf(file, form, {
                today,
                find
            }),
        effect: (file, taken)=>corrected(file, taken, find),
        // A correction also tells people again what other decisions told, so that its emails are of any kind.
        notices: [
            _correctiontellings.factCorrected
        ],
        tells: (file, taken, before)=>(0, _correctiontellings.correctionTellings)(file, before, {
                ...taken.form,
                find
            })
    });

//# sourceMappingURL=corrections.js.map
