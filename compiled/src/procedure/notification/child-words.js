/* Lists to choose from about a child. "Not known" is an answer: nobody is kept from notifying by what they do not know. */ /** Sexes, as the national notification form asks for them. */ "use strict";
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
    get disabilityWords () {
        return disabilityWords;
    },
    get ethnicGroupWords () {
        return ethnicGroupWords;
    },
    get sexWords () {
        return sexWords;
    }
});
const sexWords = {
    female: 'Female',
    male: 'Male',
    'not-known': 'Not known'
};
const ethnicGroupWords = {
    'not-known': 'Not known',
    indian: 'Asian or Asian British: Indian',
    pakistani: 'Asian or Asian British: Pakistani',
    bangladeshi: 'Asian or Asian British: Bangladeshi',
    chinese: 'Asian or Asian British: Chinese',
    'other-asian': 'Asian or Asian British: any other Asian background',
    caribbean: 'Black, Black British, Caribbean or African: Caribbean',
    african: 'Black, Black British, Caribbean or African: African',
    'other-black': 'Black, Black British, Caribbean or African: any other Black, Black British or Caribbean background',
    'white-and-black-caribbean': 'Mixed or multiple ethnic groups: White and Black Caribbean',
    'white-and-black-african': 'Mixed or multiple ethnic groups: White and Black African',
    'white-and-asian': 'Mixed or multiple ethnic groups: White and Asian',
    'other-mixed': 'Mixed or multiple ethnic groups: any other mixed or multiple ethnic background',
    british: 'White: English, Welsh, Scottish, Northern Irish or British',
    irish: 'White: Irish',
    'gypsy-or-irish-traveller': 'White: Gypsy or Irish Traveller',
    roma: 'White: Roma',
    'other-white': 'White: any other White background',
    arab: 'Other ethnic group: Arab',
    'any-other': 'Other ethnic group: any other ethnic group'
};
const disabilityWords = {
    yes: 'Yes',
    no: 'No',
    'not-known': 'Not known'
};

//# sourceMappingURL=child-words.js.map
