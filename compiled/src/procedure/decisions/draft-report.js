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
    get recordDraft () {
        return recordDraft;
    },
    get recordInitialDraft () {
        return recordInitialDraft;
    },
    get recordLearningEvent () {
        return recordLearningEvent;
    },
    get sendMaterial () {
        return sendMaterial;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _forms = require("../forms");
const _notice = require("../reminders/notice");
const _roles = require("../roles");
const _draftreportnotices = require("./draft-report-notices");
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
/* Steps 10 to 12: the author's material, the Practitioner Learning Event, and the draft report. */ const sent = {
    sent: 'Sent to the author'
};
const sendMaterialForm = _mini.strictObject({
    chronology: (0, _forms.choice)('The collated chronology', sent),
    rapidReviewTemplate: (0, _forms.choice)('The completed Rapid Review template', sent)
});
const recordInitialDraftForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The initial draft')
});
const recordLearningEventForm = _mini.strictObject({
    attended: (0, _forms.words)('Who attended'),
    keptAt: _mini.optional((0, _forms.keptAt)('The notes'))
});
const recordDraftForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The draft report')
});
const sendMaterial = (0, _decision.define)({
    name: 'sendMaterial',
    step: 'author-material',
    title: 'Send the material to the author',
    past: 'sent the material to the author',
    source: 'step 10',
    roles: _roles.businessUnit,
    form: sendMaterialForm,
    once: true,
    notices: [
        _draftreportnotices.materialSent
    ],
    tells: ()=>[
            (0, _notice.tell)(_draftreportnotices.materialSent)
        ]
});
const recordInitialDraft = (0, _decision.define)({
    name: 'recordInitialDraft',
    step: 'author-material',
    title: "Record the author's initial draft",
    past: "recorded the author's initial draft",
    confirmation: "Author's initial draft recorded",
    source: 'step 10',
    roles: [
        'author',
        ..._roles.businessUnit
    ],
    form: recordInitialDraftForm,
    once: true,
    follows: [
        'sendMaterial'
    ]
});
const recordLearningEvent = (0, _decision.define)({
    name: 'recordLearningEvent',
    step: 'learning-event',
    title: 'Record the Practitioner Learning Event',
    past: 'recorded the Practitioner Learning Event',
    confirmation: 'Practitioner Learning Event recorded',
    source: 'step 11',
    roles: [
        'author',
        'scrutineer',
        ..._roles.businessUnit
    ],
    form: recordLearningEventForm,
    once: true,
    notices: [
        _draftreportnotices.learningEventHeld
    ],
    tells: ()=>[
            (0, _notice.tell)(_draftreportnotices.learningEventHeld, {
                step: 'draft',
                to: [
                    'author',
                    'business-manager'
                ]
            })
        ]
});
const recordDraft = (0, _decision.define)({
    name: 'recordDraft',
    step: 'draft',
    title: 'Record the draft report',
    past: 'recorded the draft report',
    confirmation: 'Draft report recorded',
    source: 'step 12',
    roles: [
        'author',
        ..._roles.businessUnit
    ],
    form: recordDraftForm,
    once: true,
    notices: [
        _draftreportnotices.draftReportIn
    ],
    tells: ()=>[
            (0, _notice.tell)(_draftreportnotices.draftReportIn)
        ]
});

//# sourceMappingURL=draft-report.js.map
