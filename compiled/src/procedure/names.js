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
    get changesNames () {
        return changesNames;
    },
    get namesSince () {
        return namesSince;
    }
});
const _facts = require("./case/facts");
const _family = require("./case/family");
const _forms = require("./forms");
const _openingentry = require("./case/opening-entry");
const _namedchild = require("./notification/named-child");
const changing = [
    'correctFact',
    'addChild',
    'removeChild',
    'removeFamilyMember'
];
const changesNames = ({ kind, decision })=>kind === 'decision-taken' && decision !== undefined && changing.includes(decision);
function namesSince(file) {
    const children = file.notification.children.map(({ ref })=>ref);
    const added = (0, _facts.factsOf)(file, 'addChild').map(({ form })=>({
            ref: form.ref,
            name: form.name,
            dateOfBirth: form.dateOfBirth,
            details: detailsOf(form)
        })).filter(({ ref })=>children.includes(ref));
    return {
        corrected: (0, _openingentry.correctedTexts)(file),
        added,
        children,
        family: file.notification.family.map(({ ref })=>ref),
        ofRemoved: ofRemoved(file)
    };
}
const detailsOf = (form)=>Object.fromEntries(_namedchild.childDetailNames.flatMap((name)=>form[name] === undefined ? [] : [
            [
                name,
                form[name]
            ]
        ]));
/** Every name that a decision gave to somebody who was removed since, those of before a correction too. */ function ofRemoved(file) {
    const standing = (0, _family.familyOf)(file);
    const isGone = (ref)=>!standing.includes(ref);
    const own = [
        ...(0, _facts.factsOf)(file, 'addChild'),
        ...(0, _facts.factsOf)(file, 'addFamilyMember')
    ].filter(({ form })=>isGone(form.ref)).flatMap(({ form, corrections = [] })=>[
            form.name,
            ...'dateOfBirth' in form ? [
                form.dateOfBirth,
                ...Object.values(detailsOf(form))
            ] : [],
            ...corrections.map(({ was })=>was)
        ]);
    const ofForm = (0, _facts.factsOf)(file, 'correctFact').filter(({ form })=>form.entry === _openingentry.openingSeq).filter(({ form })=>{
        const ref = (0, _openingentry.personOf)(form.field);
        return ref !== undefined && isGone(ref);
    }).map(({ form })=>form.value);
    return [
        ...own,
        ...ofForm
    ].filter(_forms.isWordsReference);
}

//# sourceMappingURL=names.js.map
