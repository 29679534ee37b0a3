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
    get notificationDoubts () {
        return notificationDoubts;
    },
    get notificationForm () {
        return notificationForm;
    },
    get notificationOf () {
        return notificationOf;
    },
    get notificationProblems () {
        return notificationProblems;
    },
    get seriousHarmQuestion () {
        return seriousHarmQuestion;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _dates = require("../time/dates");
const _forms = require("../forms");
const _doubtfulanswers = require("./doubtful-answers");
const _notificationpeople = require("./notification-people");
const _notification = require("./notification");
const _notificationrules = require("./notification-rules");
const _spans = require("../spans");
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
/* The Serious Incident Notification form (step 1), as it is sent in. Names and what is read with them go to the records. */ const criteria = (0, _forms.several)('Which criteria apply?', (0, _forms.askedWith)({
    hints: _notification.criterionSources
}, (0, _forms.choice)('A criterion', _notification.notificationCriterionWords)), 1, 'Choose all that apply');
const seriousHarm = (0, _forms.several)('What is the serious harm?', (0, _forms.choice)('A kind of serious harm', _notification.seriousHarmWords), 1, 'Choose all that apply. The list is not exhaustive: choose "Other serious harm" for what it does not name. Even if a child recovers, serious harm may have occurred');
const { child, relative, notifier } = (0, _notificationpeople.notificationPeople)();
const agencies = (0, _forms.askedWith)({
    others: 'Other agencies, one to a line'
}, (0, _forms.several)('Which agencies are or were involved with the child or the family?', (0, _forms.chosenAmong)('agency-name', (0, _notificationpeople.shortText)('An agency')), 1, 'As far as you know; the Business Unit asks further. Choose all that apply'));
const yearsAreRight = (0, _forms.askedWith)({
    as: 'confirmed'
}, (0, _forms.yesNo)('The years are right, though they lie far back', 'Confirm this where the form was received more than a year ago, or the authority became aware more than two years before that'));
const form = _mini.strictObject({
    notSignificantIncidentForm: (0, _forms.confirmed)("This is not Children's Social Care's own Significant Incident form"),
    eCaseReference: _mini.optional((0, _notificationpeople.shortText)('eCase reference', 'If the incident is in eCase already')),
    circumstances: (0, _forms.words)('What happened?', 'The facts as far as they are known now. They are kept with the records, and only those who decide on the case see them'),
    criteria,
    seriousHarm: _mini.optional(seriousHarm),
    abuseOrNeglect: (0, _forms.choice)('Is abuse or neglect known or suspected?', _notification.abuseOrNeglectWords),
    incidentOn: (0, _forms.date)('When the incident happened', 'happened', 'If it went on for some time, the day on which it was found out'),
    incidentTime: _mini.optional((0, _notificationpeople.shortText)('The time of the incident', 'About is enough: 2:15pm, or in the night')),
    knownAt: (0, _forms.moment)('When it became known', 'happened', 'When somebody in the notifying agency first knew; about is enough. The form is asked for within 24 hours of that'),
    authorityAwareOn: (0, _forms.date)('When the local authority became aware', 'happened', "The day on which its children's social care knew, or was told by somebody else. Its own statutory days count from here"),
    receivedOn: _mini.optional((0, _forms.date)('When the form was received', 'happened', 'Only where that was before today: a form that came on paper')),
    notifyingAgency: (0, _forms.askedWith)({
        autocomplete: 'organization'
    }, (0, _notificationpeople.shortText)('Notifying agency', 'The agency for which you notify', 'Enter the notifying agency')),
    notifier,
    children: (0, _forms.several)('The children', child),
    family: _mini.optional((0, _forms.several)('Family members', relative, 0)),
    setting: (0, _forms.choice)('Where did it happen?', _notification.settingWords),
    incidentPlace: _mini.optional((0, _notificationpeople.shortText)('The place of the incident', 'An address, or a description of the place')),
    homeAuthority: _mini.optional((0, _notificationpeople.shortText)('The home authority', 'Only where the child lives in, or is looked after by, an authority outside the area of this partnership. It is told')),
    agencies,
    immediateSafety: (0, _forms.words)('What has been done to keep this child and other children safe?', 'What was done, by whom, and what is still to be done. If a child is in danger now, do that first'),
    practice: _mini.optional((0, _forms.yesNo)('This is a practice case')),
    yearsAreRight: _mini.optional(yearsAreRight),
    confirmed: _mini.optional((0, _forms.several)('Confirmed by the sender', (0, _forms.choice)('An answer', _doubtfulanswers.incidentDoubtWords), 1, _notificationpeople.confirming))
});
const notificationForm = ()=>form;
const seriousHarmQuestion = ()=>seriousHarm;
/** Returns the times that a form gives. A form without a day of receipt is received today, London. */ const timesOf = (form, now)=>({
        incidentOn: form.incidentOn,
        knownAt: (0, _dates.instant)(form.knownAt),
        authorityAwareOn: form.authorityAwareOn,
        receivedOn: form.receivedOn ?? (0, _dates.londonDate)(now)
    });
function notificationProblems(form, now) {
    const outside = outsideOf(form, now);
    if (outside.length > 0) return outside;
    return [
        ...(0, _notificationrules.againstTimes)(timesOf(form, now), now),
        ...(0, _notificationrules.againstGrounds)({
            ...form,
            seriousHarm: form.seriousHarm ?? []
        }),
        ...form.children.flatMap((child, at)=>{
            const of = `children.${at}`;
            const { dateOfBirth: born, diedOn, died, careLeaver } = child;
            return [
                ...problemOf(`${of}.dateOfBirth`, (0, _notificationrules.againstBirth)({
                    born,
                    careLeaver
                }, form.incidentOn)),
                ...problemOf(`${of}.diedOn`, (0, _notificationrules.againstDeath)({
                    born,
                    diedOn,
                    died
                }))
            ];
        })
    ];
}
const problemOf = (field, why)=>why === undefined ? [] : [
        {
            field,
            sentence: why
        }
    ];
/** A date outside its span can be held against no other: the sums would leave the calendar. */ const outsideOf = (form, now)=>(0, _spans.datesOutside)(notificationForm(), form, {
        today: (0, _dates.londonDate)(now)
    });
const notificationDoubts = (form, now)=>form.yearsAreRight === true || outsideOf(form, now).length > 0 ? [] : (0, _notificationrules.doubtfulYears)(timesOf(form, now), now);
function notificationOf(form, { now, closingHour, looksLike }) {
    const receivedOn = form.receivedOn ?? (0, _dates.londonDate)(now);
    const children = form.children.map(({ died, lookedAfter, careLeaver }, at)=>({
            ref: `child-${at + 1}`,
            died,
            lookedAfter,
            careLeaver
        }));
    const family = (form.family ?? []).map(({ relation }, at)=>({
            ref: `family-${at + 1}`,
            relation
        }));
    return {
        ...form.eCaseReference === undefined ? {} : {
            eCaseReference: form.eCaseReference
        },
        criteria: [
            ...new Set(form.criteria)
        ],
        seriousHarm: form.seriousHarm ?? [],
        abuseOrNeglect: form.abuseOrNeglect,
        incidentOn: form.incidentOn,
        knownAt: (0, _dates.instant)(form.knownAt),
        authorityAwareOn: form.authorityAwareOn,
        // A paper form's hour is not known; the end of its day is the latest it can have come.
        receivedAt: form.receivedOn === undefined || form.receivedOn === (0, _dates.londonDate)(now) ? now : (0, _dates.londonInstant)(receivedOn, closingHour),
        receivedOn,
        notifyingAgency: form.notifyingAgency,
        setting: form.setting,
        ...form.homeAuthority === undefined ? {} : {
            homeAuthority: form.homeAuthority
        },
        agencies: form.agencies,
        immediateSafety: form.immediateSafety,
        children,
        family,
        looksLike
    };
}

//# sourceMappingURL=notification-form.js.map
