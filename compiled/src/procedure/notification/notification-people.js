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
    get confirming () {
        return confirming;
    },
    get notificationPeople () {
        return notificationPeople;
    },
    get shortText () {
        return shortText;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _family = require("../case/family");
const _forms = require("../forms");
const _childwords = require("./child-words");
const _doubtfulanswers = require("./doubtful-answers");
const _nhsnumber = require("./nhs-number");
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
/* The people of the notification form (step 1): children, their family, and whoever notifies. */ const label = (title, description)=>description === undefined ? {
        title
    } : {
        title,
        description
    };
const shortText = (title, description, missing = (0, _forms.asksFor)('Enter', title))=>(0, _forms.readableText)(title, 200, missing).register(_mini.globalRegistry, label(title, description));
const nhsNumber = (0, _forms.readableText)("The child's NHS number", 200).check(_mini.refine((text)=>(0, _nhsnumber.parseNhsNumber)(text) !== undefined, {
    error: 'Enter an NHS number of ten digits, such as 999 000 0018, or leave it out. A digit may be mistyped'
}), _mini.overwrite((text)=>(0, _nhsnumber.parseNhsNumber)(text) ?? text)).register(_mini.globalRegistry, label("The child's NHS number", 'Ten digits; spaces are allowed. Leave it out if you do not know it'));
/** Answers about a child that are read with the child's name. */ const childDetails = {
    sex: (0, _forms.choice)("The child's sex", _childwords.sexWords),
    ethnicGroup: (0, _forms.choice)("The child's ethnic group", _childwords.ethnicGroupWords),
    disability: (0, _forms.choice)('Does the child have a disability?', _childwords.disabilityWords),
    disabilityDetails: shortText('What the disability is', 'Only if there is one'),
    address: shortText("The child's address", 'Where they live, with the postcode'),
    localAuthority: shortText("The child's local authority", 'The council in whose area they live'),
    school: shortText("The child's school, college or nursery"),
    gp: shortText("The child's GP", 'The doctor or the practice'),
    nhsNumber,
    diedOn: (0, _forms.date)("The child's date of death", 'happened', 'Only if the child has died')
};
const { sex, ethnicGroup, disability, ...others } = childDetails;
const confirming = 'Only where it was asked whether an answer is right: the codes of the answers that are right';
const childNote = 'Give what you know, and leave the rest out. All of this is kept apart from the rest of the case, and no email carries it.';
/** The questions about a child. A form may also confirm those answers that hardly go together. */ const childQuestions = (0, _forms.group)('A child', {
    name: shortText("The child's name"),
    dateOfBirth: (0, _forms.date)("The child's date of birth", 'born'),
    sex,
    died: (0, _forms.yesNo)('Has the child died?'),
    diedOn: _mini.optional(others.diedOn),
    lookedAfter: (0, _forms.yesNo)('Is or was the child looked after?', 'In the care of a local authority, at the time of the incident'),
    careLeaver: (0, _forms.yesNo)('Are they a care leaver?', 'Somebody under 25 who has been in care'),
    address: _mini.optional(others.address),
    localAuthority: _mini.optional(others.localAuthority),
    school: _mini.optional(others.school),
    gp: _mini.optional(others.gp),
    nhsNumber: _mini.optional(others.nhsNumber),
    ethnicGroup,
    disability,
    disabilityDetails: _mini.optional(others.disabilityDetails)
}, childNote);
const child = (0, _forms.group)('A child', {
    ...childQuestions.shape,
    confirmed: _mini.optional((0, _forms.several)('Confirmed by the sender', (0, _forms.choice)('An answer', _doubtfulanswers.childDoubtWords), 1, confirming))
}, childNote);
const relative = (0, _forms.group)('A family member', {
    name: shortText('Their name'),
    relation: (0, _forms.choice)('Relation to the child', _family.relationWords)
}, 'Names are kept apart from the rest of the case, and no email carries them.');
const notifier = (0, _forms.group)('Contact details', {
    name: (0, _forms.askedWith)({
        autocomplete: 'name'
    }, shortText('Full name', undefined, 'Enter your full name')),
    post: _mini.optional((0, _forms.askedWith)({
        autocomplete: 'organization-title'
    }, shortText('Job title'))),
    email: _mini.optional((0, _forms.askedWith)({
        autocomplete: 'email'
    }, _mini.email({
        error: 'Enter an email address such as name@example.org'
    }).register(_mini.globalRegistry, {
        title: 'Email address',
        description: 'For questions about the notification'
    }))),
    telephone: _mini.optional((0, _forms.askedWith)({
        autocomplete: 'tel'
    }, shortText('Telephone number')))
});
const notificationPeople = ()=>({
        child,
        childQuestions,
        relative,
        notifier,
        childDetails
    });

//# sourceMappingURL=notification-people.js.map
