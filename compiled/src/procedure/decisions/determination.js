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
    get decideReviewAgain () {
        return decideReviewAgain;
    },
    get recordDetermination () {
        return recordDetermination;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _family = require("../case/family");
const _partners = require("../case/partners");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _position = require("../case/position");
const _reopened = require("../case/reopened");
const _notice = require("../reminders/notice");
const _roles = require("../roles");
const _rapidreviewnotices = require("./rapid-review-notices");
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
/* Step 7: which review follows from the Rapid Review, and deciding that again. */ const criterion = (title)=>(0, _forms.group)(title, {
        met: (0, _forms.yesNo)('Is this criterion met?', title),
        reason: (0, _forms.words)('Give your reasons', title)
    });
const reviewTypes = {
    none: 'No further review',
    PLR: 'A practice learning review',
    LCSPR: 'A local child safeguarding practice review'
};
const determinationForm = _mini.strictObject({
    criteria: (0, _forms.group)('The criteria for a local review', {
        improvements: criterion('It highlights improvements needed to safeguard and promote the welfare of children'),
        recurrentThemes: criterion('It highlights recurrent themes'),
        workingTogether: criterion('It highlights concerns about two or more agencies working together'),
        panelView: criterion('The National Panel considered it and concluded that a local review may be more appropriate')
    }),
    reviewType: (0, _forms.choice)('The review', reviewTypes, 'Meeting the criteria does not decide it by itself'),
    reason: (0, _forms.words)('The reason, either way'),
    chair: (0, _forms.choice)('Who chaired', _partners.chairs),
    furtherInformation: _mini.optional((0, _forms.words)('Further information wanted')),
    termsOfReference: _mini.optional((0, _forms.group)('Terms of reference', {
        keptAt: (0, _forms.keptAt)('The terms of reference'),
        periodFrom: (0, _forms.date)('The period looked at begins', 'looked-at'),
        periodTo: (0, _forms.date)('The period looked at ends', 'looked-at'),
        familyMembers: (0, _forms.several)('The family members it relates to', (0, _forms.chosenAmong)('family-member', (0, _forms.code)('A family member')), 0, 'By their codes in this case, such as child-1')
    }).register(_forms.asked, {
        whether: 'Does the review have terms of reference?'
    })),
    dueOn: _mini.optional((0, _forms.date)('A practice learning review is due by', 'planned', 'Set with the decision; our own rule'))
});
function determinationIsWhole(file, form, taking) {
    const missing = (field, said)=>(0, _refusals.refusedField)('invalid', {
            field,
            said
        });
    if (form.reviewType === 'PLR' && !file.policy.pathways.practiceLearningReview) {
        return (0, _refusals.refusal)('against-the-record', 'This partnership does not hold practice learning reviews.');
    }
    if (form.reviewType !== 'none' && form.termsOfReference === undefined) {
        return missing('termsOfReference', 'Where a review follows, add its terms of reference.');
    }
    const terms = form.termsOfReference;
    if (terms !== undefined && terms.periodTo < terms.periodFrom) {
        return missing('termsOfReference.periodTo', 'The period must end after it begins.');
    }
    const stranger = terms?.familyMembers.find((ref)=>!(0, _family.familyOf)(file).includes(ref));
    if (stranger !== undefined) {
        return missing('termsOfReference.familyMembers', (0, _sentence.says)`${_sentence.part.relative(stranger)} is nobody in this case; it has ${(0, _sentence.inList)((0, _family.familyOf)(file).map(_sentence.part.relative))}. Add a family member who is missing${_sentence.part.by('addFamilyMember')}.`);
    }
    if (form.reviewType === 'PLR' && form.dueOn === undefined) {
        return missing('dueOn', 'Say by when the practice learning review is due.');
    }
    if (form.dueOn !== undefined && form.dueOn < taking.on) {
        return missing('dueOn', 'The practice learning review cannot be due before it is decided on.');
    }
    if (form.reviewType !== 'PLR' && form.dueOn !== undefined) {
        return missing('dueOn', 'Only a practice learning review has a due date here. Leave this empty.');
    }
    return undefined;
}
/** Refuses a chair who was not at the Rapid Review meeting that the determination is of. */ function chairWasThere(file, { chair }) {
    const held = (0, _facts.fact)(file, 'recordRapidReviewMeeting');
    if (held === undefined || held.form.attended[chair]) return undefined;
    const sentence = `${_partners.chairs[chair]} was not at the Rapid Review meeting (entry ${held.seq}), and cannot have chaired it.`;
    return {
        ...(0, _decision.against)(held, sentence),
        fields: [
            {
                field: 'chair',
                sentence
            }
        ]
    };
}
const recordDetermination = (0, _decision.define)({
    name: 'recordDetermination',
    step: 'determination',
    title: 'Record the determination',
    past: 'recorded the determination',
    confirmation: 'Determination recorded',
    source: 'step 7',
    roles: [
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: determinationForm,
    decides: [
        'reviewType'
    ],
    once: true,
    refuse: (file, form, taking)=>determinationIsWhole(file, form, taking) ?? chairWasThere(file, form),
    notices: [
        _rapidreviewnotices.determinationTold
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_rapidreviewnotices.determinationTold, {
                to: [
                    'wider-partner',
                    'business-manager',
                    'spr-coordinator',
                    'scrutineer'
                ],
                values: {
                    reviewType: taken.form.reviewType
                }
            })
        ]
});
const decideReviewAgain = (0, _decision.define)({
    name: 'decideReviewAgain',
    step: 'review-decision',
    title: 'Decide again which review follows',
    past: 'decided again which review follows',
    source: "the Panel's reply; always open: reopen the review decision",
    roles: [
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: determinationForm,
    decides: [
        'reviewType'
    ],
    refuse: (file, form, taking)=>{
        const reopening = (0, _position.reviewDecisionReopening)(file);
        return (0, _decision.notBefore)(reopening, taking, 'The review decision was put up again on') ?? determinationIsWhole(file, form, taking);
    },
    effect: (file, taken)=>(0, _reopened.fromItsOwnDayOne)({
            ...file,
            course: file.course + 1
        }, taken),
    corrected: _reopened.withDayOneCorrected,
    notices: [
        _rapidreviewnotices.determinationTold
    ],
    tells: (_file, taken, before)=>{
        const earlier = (0, _position.determination)(before);
        return [
            (0, _notice.tell)(_rapidreviewnotices.determinationTold, {
                to: [
                    'wider-partner',
                    'business-manager',
                    'spr-coordinator',
                    'scrutineer',
                    'national-panel'
                ],
                values: {
                    reviewType: taken.form.reviewType,
                    replaces: earlier && (0, _facts.toldOn)(earlier)
                }
            })
        ];
    }
});

//# sourceMappingURL=determination.js.map
