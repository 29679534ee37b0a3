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
    get openingCorrectionRefused () {
        return openingCorrectionRefused;
    },
    get toBeConfirmed () {
        return toBeConfirmed;
    }
});
const _dates = require("../time/dates");
const _forms = require("../forms");
const _notificationrules = require("../notification/notification-rules");
const _openingentry = require("./opening-entry");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _spans = require("../spans");
const atValue = (sentence)=>[
        {
            field: 'value',
            sentence
        }
    ];
/**
 * Lists the problems that a correction brings in. Problems that were there before are no fault of it, and are left out.
 */ const since = (before, after)=>after.filter((one)=>!before.some(({ field, sentence })=>field === one.field && sentence === one.sentence));
/**
 * Refuses a value that cannot stand in the field by itself; undefined if it can. A name must come as a reference, so
 * that no case carries a name.
 */ function againstField(file, { field, value }, now) {
    const schema = (0, _openingentry.openingFieldSchema)(file, field);
    if (schema === undefined) {
        return (0, _refusals.refusal)('invalid', (0, _sentence.says)`Entry ${_openingentry.openingSeq}, the notification, has no field "${field}" that can be corrected. A child is added or removed by a decision of its own${_sentence.part.byEither('addChild', 'removeChild')}.`);
    }
    if (value === undefined && (0, _openingentry.mayBeTakenOut)(field)) return undefined;
    if ((0, _forms.namesIn)(schema)) {
        return (0, _forms.isWordsReference)(value) ? undefined : (0, _refusals.refusal)('invalid', 'Names and dates of birth are corrected on the pages or by the API; no case carries them.');
    }
    const checked = (0, _forms.readForm)(schema, value);
    const outside = checked.success ? (0, _spans.datesOutside)(schema, checked.data, (0, _spans.spanClockOf)(file, now)) : [];
    if (value !== undefined && checked.success && outside.length === 0) return undefined;
    const fields = checked.success ? atValue(outside[0]?.sentence ?? 'Say what is right') : (0, _forms.fieldProblems)(checked.error).map((one)=>({
            ...one,
            field: one.field === '' ? 'value' : `value.${one.field}`
        }));
    return {
        ...(0, _refusals.refusal)('invalid', 'That value cannot stand in the notification.'),
        fields
    };
}
/** Contradictions of the moment of receipt with the moment at which the incident was known, and with the opening of the case. */ function againstReceipt(file, { knownAt, receivedAt, receivedOn }) {
    const openedOn = (0, _dates.londonDate)(file.openedAt);
    const late = `The case was opened on ${(0, _dates.sayDate)(openedOn)}; its form cannot have been received after that`;
    return [
        ...receivedAt > file.openedAt || receivedOn > openedOn ? [
            {
                field: 'receivedAt',
                sentence: late
            }
        ] : [],
        ...receivedAt < knownAt && receivedOn === (0, _dates.londonDate)(knownAt) ? [
            {
                field: 'receivedAt',
                sentence: 'The form cannot have been received before the moment at which the incident was known'
            }
        ] : []
    ];
}
/** The first decision on the record that is dated before a day of receipt. */ const datedBefore = (file, receivedOn)=>Object.values(file.facts).flatMap((facts)=>facts).find(({ on })=>on < receivedOn);
function openingCorrectionRefused(file, correction, now) {
    const why = againstField(file, correction, now);
    if (why !== undefined) return why;
    const before = file.notification;
    const after = (0, _openingentry.correctedNotification)(file, correction.field, correction.value);
    const earlier = after.receivedOn === before.receivedOn ? undefined : datedBefore(file, after.receivedOn);
    if (earlier !== undefined) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`Entry ${earlier.seq} is dated ${_sentence.part.day(earlier.on)}, before ${_sentence.part.day(after.receivedOn)}; nothing is decided before the notification is received. Correct that entry first${_sentence.part.by('correctFact')}.`);
    }
    const wrong = since([
        ...(0, _notificationrules.againstTimes)(before, now),
        ...againstReceipt(file, before),
        ...(0, _notificationrules.againstGrounds)(before)
    ], [
        ...(0, _notificationrules.againstTimes)(after, now),
        ...againstReceipt(file, after),
        ...(0, _notificationrules.againstGrounds)(after)
    ]);
    if (wrong.length > 0) {
        return {
            ...(0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${(0, _sentence.inList)(wrong.map(_refusals.partsOf), '. ')}.`),
            fields: wrong.map((one)=>({
                    ...one,
                    field: 'value'
                }))
        };
    }
    const doubts = since((0, _notificationrules.doubtfulYears)(before, now), (0, _notificationrules.doubtfulYears)(after, now));
    return doubts.length === 0 || correction.yearsAreRight === true ? undefined : toBeConfirmed(doubts);
}
const toBeConfirmed = (doubts)=>({
        ...(0, _refusals.refusal)('to-be-confirmed', (0, _sentence.says)`${(0, _sentence.inList)(doubts.map(_refusals.partsOf), ' ')} If so, send it again with "yearsAreRight": true.`),
        fields: doubts
    });

//# sourceMappingURL=opening-correction.js.map
