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
    get againstBirth () {
        return againstBirth;
    },
    get againstDeath () {
        return againstDeath;
    },
    get againstGrounds () {
        return againstGrounds;
    },
    get againstTimes () {
        return againstTimes;
    },
    get doubtfulYears () {
        return doubtfulYears;
    }
});
const _dates = require("../time/dates");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const careLeaverAge = 25;
const adultAge = 18;
const when = (holds, field, said)=>holds ? [
        {
            field,
            ...(0, _refusals.saidOf)(said())
        }
    ] : [];
function againstTimes(times, now) {
    const { incidentOn, knownAt, authorityAwareOn, receivedOn } = times;
    return [
        ...when(knownAt > now, 'knownAt', ()=>'When it became known cannot be in the future'),
        ...when((0, _dates.londonDate)(knownAt) < incidentOn, 'knownAt', ()=>(0, _sentence.says)`It cannot have been known before it happened, on ${_sentence.part.day(incidentOn)}`),
        ...when(authorityAwareOn < incidentOn, 'authorityAwareOn', ()=>(0, _sentence.says)`The authority cannot have been aware before it happened, on ${_sentence.part.day(incidentOn)}`),
        ...when(receivedOn < (0, _dates.londonDate)(knownAt), 'receivedOn', ()=>'The form cannot have been received before the incident was known')
    ];
}
function againstGrounds(grounds) {
    const { criteria, seriousHarm, abuseOrNeglect, children } = grounds;
    const harmed = criteria.includes('serious-harm');
    const needsAbuse = harmed || criteria.includes('death-abuse-or-neglect');
    const death = criteria.find((one)=>one !== 'serious-harm');
    const nobody = (test)=>!children.some(test);
    return [
        ...when(harmed && seriousHarm.length === 0, 'seriousHarm', ()=>(0, _sentence.says)`Say which serious harm; choose ${_sentence.part.option('other')} for what the list does not name`),
        ...when(!harmed && seriousHarm.length > 0, 'seriousHarm', ()=>(0, _sentence.says)`Choose the criterion ${_sentence.part.option('serious-harm')} as well, or leave this empty`),
        ...when(needsAbuse && abuseOrNeglect === 'not-known-or-suspected', 'abuseOrNeglect', ()=>'These criteria hold only where abuse or neglect is known or suspected'),
        ...when(death !== undefined && nobody(({ died })=>died), 'children', ()=>(0, _sentence.says)`Say which child has died: the criterion ${_sentence.part.option(String(death))} is about a death`),
        ...when(criteria.includes('looked-after-child-death') && nobody(({ died, lookedAfter })=>died && lookedAfter), 'children', ()=>'No child of the form has died and was looked after'),
        ...when(criteria.includes('care-leaver-death') && nobody(({ died, careLeaver })=>died && careLeaver), 'children', ()=>'No person of the form has died and was a care leaver')
    ];
}
function againstBirth({ born, careLeaver }, incidentOn) {
    if (born > incidentOn) return 'The date of birth is after the incident';
    if (born > (0, _dates.addYears)(incidentOn, careLeaver ? -careLeaverAge : -adultAge)) return undefined;
    return careLeaver ? 'They were 25 or over; a care leaver is notified under 25' : 'They were 18 or over; say so if they are a care leaver';
}
function againstDeath({ born, diedOn, died }) {
    if (diedOn === undefined) return undefined;
    if (!died) return 'Say that the child has died, or leave the date of death out';
    return born !== undefined && diedOn < born ? 'The date of death is before the date of birth' : undefined;
}
const doubtfulYears = (times, now)=>[
        ...when(times.receivedOn < (0, _dates.addYears)((0, _dates.londonDate)(now), -1), 'receivedOn', ()=>(0, _sentence.says)`${_sentence.part.day(times.receivedOn)} is more than a year ago. Is that the right year?`),
        ...when(times.authorityAwareOn < (0, _dates.addYears)(times.receivedOn, -2), 'authorityAwareOn', ()=>(0, _sentence.says)`${_sentence.part.day(times.authorityAwareOn)} is more than two years before the form was received. Is that the right year?`)
    ];

//# sourceMappingURL=notification-rules.js.map
