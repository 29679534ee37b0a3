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
    get childDoubtWords () {
        return childDoubtWords;
    },
    get doubtsOf () {
        return doubtsOf;
    },
    get doubtsToConfirm () {
        return doubtsToConfirm;
    },
    get incidentDoubtWords () {
        return incidentDoubtWords;
    },
    get unconfirmedDoubts () {
        return unconfirmedDoubts;
    }
});
const _dates = require("../time/dates");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const childDoubtWords = {
    'care-leaver-under-16': 'The care leaver was under 16',
    'looked-after-at-18': 'The child was looked after at 18 or over',
    'looked-after-and-care-leaver': 'The child was looked after and is a care leaver',
    'school-under-3-months': 'The baby had a school or nursery',
    'died-before-incident': 'The child died before the incident',
    'disability-without-one': 'The child has no disability, though one is described',
    'same-child-twice': 'Two children have the same NHS number, or the same name and date of birth'
};
const incidentDoubtWords = {
    'harmed-and-died': 'Every child has died, and a child was seriously harmed',
    'death-without-criterion': 'A child has died, and no criterion about a death applies',
    'regulated-setting-elsewhere': 'A child died in a regulated setting, and the incident was elsewhere',
    'foster-home-not-looked-after': 'It happened in a foster home, and no child was looked after',
    'school-without-pupil': 'It happened at a school or college, and every child was under 2'
};
const found = (holds, one)=>holds ? [
        one
    ] : [];
/** Whole years of a person born on one London date, on another. */ function ageOn(day, born) {
    const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
    return (0, _dates.addYears)(born, years) > day ? years - 1 : years;
}
/** The age from which there are care leavers. Source: Children Act 1989, section 23A and Schedule 2, paragraph 19B. */ const firstCareLeaverAge = 16;
const adultAge = 18;
const firstNurseryDay = 91;
/** The doubts about one child, without regard to what is confirmed. */ function aboutChild(child, { incidentOn }) {
    const { dateOfBirth: born, diedOn, lookedAfter, careLeaver, school, disability, disabilityDetails } = child;
    const age = ageOn(incidentOn, born);
    const years = age === 1 ? '1 year' : `${age} years`;
    return [
        ...found(careLeaver && age < firstCareLeaverAge, {
            code: 'care-leaver-under-16',
            field: 'careLeaver',
            said: `The child was ${years} old on the day of the incident, and a care leaver is 16 or over. Is that right?`
        }),
        ...found(lookedAfter && age >= adultAge, {
            code: 'looked-after-at-18',
            field: 'lookedAfter',
            said: `They were ${years} old on the day of the incident, and nobody is looked after at 18 or over. Is that right?`
        }),
        ...found(lookedAfter && careLeaver && age < adultAge, {
            code: 'looked-after-and-care-leaver',
            field: 'careLeaver',
            said: 'The child was looked after, and a care leaver has left care. Is that right?'
        }),
        ...found(school !== undefined && incidentOn < (0, _dates.addDays)(born, firstNurseryDay), {
            code: 'school-under-3-months',
            field: 'school',
            said: 'The child was under 3 months old on the day of the incident. Did they have a school or nursery?'
        }),
        ...found(diedOn !== undefined && diedOn < incidentOn, {
            code: 'died-before-incident',
            field: 'diedOn',
            said: (0, _sentence.says)`The date of death is before the incident, on ${_sentence.part.day(incidentOn)}. Is that right?`
        }),
        ...found(disability === 'no' && disabilityDetails !== undefined, {
            code: 'disability-without-one',
            field: 'disability',
            said: 'You describe a disability, and say that the child has none. Is that right?'
        })
    ];
}
const sameName = (one, other)=>one.replaceAll(/\s+/g, ' ').trim().toLowerCase() === other.replaceAll(/\s+/g, ' ').trim().toLowerCase();
/** The doubt whether this child stands in the form before. */ const aboutTwins = (child, before)=>found(before.some((one)=>child.nhsNumber !== undefined && one.nhsNumber === child.nhsNumber || one.dateOfBirth === child.dateOfBirth && sameName(one.name, child.name)), {
        code: 'same-child-twice',
        field: 'name',
        said: 'Another child of this form has the same NHS number, or the same name and date of birth. Are they two children?'
    });
const regulatedSettings = [
    'foster-home',
    'residential-home',
    'secure-setting',
    'school-or-college',
    'health-setting',
    'other-regulated-setting'
];
const youngestPupil = 2;
/** The doubts about the incident, without regard to what is confirmed. */ function aboutIncident({ criteria, setting, incidentOn, children }) {
    const harmed = criteria.includes('serious-harm');
    const aboutDeath = criteria.some((one)=>one !== 'serious-harm');
    const nobody = (test)=>!children.some(test);
    const allDied = nobody(({ died })=>!died);
    return [
        ...found(harmed && aboutDeath && allDied, {
            code: 'harmed-and-died',
            field: 'criteria',
            said: (0, _sentence.says)`Every child of the form has died, and you chose ${_sentence.part.option('serious-harm')} as well. Is that right?`
        }),
        ...found(!aboutDeath && children.some(({ died })=>died), {
            code: 'death-without-criterion',
            field: 'criteria',
            said: (0, _sentence.says)`A child of the form has died, and you chose ${_sentence.part.option('serious-harm')} alone. Does no criterion about a death apply?`
        }),
        ...found(criteria.includes('regulated-setting-death') && !regulatedSettings.includes(setting), {
            code: 'regulated-setting-elsewhere',
            field: 'setting',
            said: (0, _sentence.says)`You chose ${_sentence.part.option('regulated-setting-death')}, and another place. Is that right?`
        }),
        ...found(setting === 'foster-home' && nobody(({ lookedAfter, careLeaver })=>lookedAfter || careLeaver), {
            code: 'foster-home-not-looked-after',
            field: 'setting',
            said: 'No child of the form is or was looked after, and it happened in a foster home. Is that right?'
        }),
        ...found(setting === 'school-or-college' && nobody((child)=>ageOn(incidentOn, child.dateOfBirth) >= youngestPupil), {
            code: 'school-without-pupil',
            field: 'setting',
            said: 'Every child of the form was under 2 years old, and it happened at a school or college. Is that right?'
        })
    ];
}
function doubtsOf(answers) {
    const { children } = answers;
    const ofChildren = children.flatMap((child, at)=>[
            ...aboutChild(child, answers),
            ...aboutTwins(child, children.slice(0, at))
        ].map((one)=>doubtOf({
                ...one,
                field: `children.${at}.${one.field}`
            }, `children.${at}.confirmed`)));
    return [
        ...aboutIncident(answers).map((one)=>doubtOf(one, 'confirmed')),
        ...ofChildren
    ];
}
const doubtOf = ({ code, field, said }, confirmedBy)=>({
        code,
        field,
        confirmedBy,
        ...(0, _refusals.saidOf)(said)
    });
function unconfirmedDoubts(answers) {
    const ofIncident = answers.confirmed ?? [];
    const ofChild = (at)=>answers.children[at]?.confirmed ?? [];
    return doubtsOf(answers).filter(({ code, confirmedBy })=>{
        const [, place] = /^children\.(\d+)\./.exec(confirmedBy) ?? [];
        return !(place === undefined ? ofIncident : ofChild(Number(place))).includes(code);
    });
}
function doubtsToConfirm(doubts) {
    const how = doubts.map(({ code, confirmedBy })=>`"${code}" in "${confirmedBy}"`).join(', ');
    const fields = doubts.map(({ code: _code, confirmedBy: _by, ...problem })=>problem);
    return {
        ...(0, _refusals.refusal)('to-be-confirmed', (0, _sentence.says)`${(0, _sentence.inList)(doubts.map(_refusals.partsOf), ' ')} If so, send it again with ${how}.`),
        fields
    };
}

//# sourceMappingURL=doubtful-answers.js.map
