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
    get familyOf () {
        return familyOf;
    },
    get familyToContact () {
        return familyToContact;
    },
    get hadBefore () {
        return hadBefore;
    },
    get nextCode () {
        return nextCode;
    },
    get relationWords () {
        return relationWords;
    },
    get relativesOf () {
        return relativesOf;
    }
});
const _facts = require("./facts");
const relationWords = {
    mother: 'Mother',
    father: 'Father',
    sibling: 'Brother or sister',
    grandparent: 'Grandparent',
    carer: 'Carer',
    'partner-of-parent': 'Partner of a parent',
    other: 'Other'
};
const familyOf = (file)=>[
        ...file.notification.children.map((child)=>child.ref),
        ...relativesOf(file)
    ];
const familyToContact = (file)=>[
        ...file.notification.children.filter((child)=>!child.died).map((child)=>child.ref),
        ...relativesOf(file)
    ];
const hadBefore = (file, ref)=>[
        ...(0, _facts.factsOf)(file, 'removeChild'),
        ...(0, _facts.factsOf)(file, 'removeFamilyMember')
    ].some((one)=>one.form.ref === ref);
function nextCode(file, kind) {
    const gone = [
        ...(0, _facts.factsOf)(file, 'removeChild'),
        ...(0, _facts.factsOf)(file, 'removeFamilyMember')
    ].map((one)=>one.form.ref);
    const numbers = [
        ...familyOf(file),
        ...gone
    ].filter((ref)=>ref.startsWith(`${kind}-`)).map((ref)=>Number(ref.slice(kind.length + 1)));
    return `${kind}-${Math.max(0, ...numbers) + 1}`;
}
const relativesOf = (file)=>[
        ...file.notification.family.map((relative)=>relative.ref),
        ...(0, _facts.factsOf)(file, 'addFamilyMember').map((one)=>one.form.ref).filter((ref)=>!hadBefore(file, ref))
    ];

//# sourceMappingURL=family.js.map
