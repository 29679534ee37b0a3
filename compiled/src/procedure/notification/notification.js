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
    get abuseOrNeglectWords () {
        return abuseOrNeglectWords;
    },
    get criterionSources () {
        return criterionSources;
    },
    get notificationCriteria () {
        return notificationCriteria;
    },
    get notificationCriterionWords () {
        return notificationCriterionWords;
    },
    get seriousHarmWords () {
        return seriousHarmWords;
    },
    get settingWords () {
        return settingWords;
    }
});
const notificationCriteria = [
    'death-abuse-or-neglect',
    'serious-harm',
    'looked-after-child-death',
    'regulated-setting-death',
    'care-leaver-death'
];
const notificationCriterionWords = {
    'death-abuse-or-neglect': 'A child has died (including cases of suspected suicide), and abuse or neglect is known or suspected',
    'serious-harm': 'A child has been seriously harmed, and abuse or neglect is known or suspected',
    'looked-after-child-death': 'A looked after child has died (including cases where abuse or neglect is not known or suspected)',
    'regulated-setting-death': 'A child has died in a regulated setting or service (including cases where abuse or neglect is not known or suspected)',
    'care-leaver-death': 'A care leaver under 25 has died'
};
const criterionSources = {
    'regulated-setting-death': "This partnership's own criterion",
    'care-leaver-death': "Statutory: asked for by national guidance (Working Together 2023) beside the procedure's four"
};
const seriousHarmWords = {
    'life-threatening-injury': 'A potentially life-threatening injury',
    'long-term-impairment': 'Serious or likely long-term impairment of physical or mental health, or of physical, intellectual, emotional, social or behavioural development',
    other: 'Other serious harm'
};
const abuseOrNeglectWords = {
    known: 'Known',
    suspected: 'Suspected',
    'not-known-or-suspected': 'Neither known nor suspected'
};
const settingWords = {
    'family-home': 'Family home',
    'foster-home': 'Foster home',
    'residential-home': 'Residential home',
    'secure-setting': 'Secure setting',
    'school-or-college': 'School or college',
    'health-setting': 'Health setting',
    'other-regulated-setting': 'Another regulated setting',
    community: 'In the community',
    other: 'Other'
};

//# sourceMappingURL=notification.js.map
