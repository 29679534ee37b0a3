"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "recordSubGroupMeeting", {
    enumerable: true,
    get: function() {
        return recordSubGroupMeeting;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _subgroup = require("../case/sub-group");
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
/* Step 13c: the sub-group's meeting on the draft, before its amendments and its approval. */ const member = ()=>(0, _forms.person)('A member of the sub-group', undefined, 'sub-group-member');
const recordSubGroupMeetingForm = _mini.strictObject({
    attended: (0, _forms.several)('Members who attended', member()),
    apologies: _mini.optional((0, _forms.several)('Members who sent apologies', member(), 0)),
    agreed: (0, _forms.words)('The amendments agreed', 'Or that the draft stands as it is'),
    keptAt: _mini.optional((0, _forms.keptAt)('The minutes'))
});
const wrong = (field, said)=>(0, _refusals.refusedField)('invalid', {
        field,
        said
    });
const recordSubGroupMeeting = (0, _decision.define)({
    name: 'recordSubGroupMeeting',
    step: 'amendments',
    title: "Record the sub-group's meeting on the draft",
    past: "recorded the sub-group's meeting on the draft",
    source: 'step 13c; at least 21 days after sharing',
    roles: [
        'sub-group-chair',
        'sub-group-coordinator',
        ..._roles.businessUnit
    ],
    form: recordSubGroupMeetingForm,
    // The decision stays open beside the parts of step 14 that a case of 0.1.0 has done without the meeting.
    notOpen: ()=>undefined,
    after: [
        'draft-to-sub-group'
    ],
    once: true,
    refuse: (file, { attended, apologies = [] }, { on })=>{
        const members = (0, _subgroup.subGroupMembers)(file);
        const field = attended.every((one)=>members.includes(one)) ? 'apologies' : 'attended';
        const stranger = [
            ...attended,
            ...apologies
        ].find((one)=>!members.includes(one));
        if (stranger !== undefined) return wrong(field, (0, _sentence.says)`${_sentence.part.person(stranger)} is not a member of the sub-group in this case`);
        const both = attended.find((one)=>apologies.includes(one));
        if (both !== undefined) return wrong('apologies', (0, _sentence.says)`${_sentence.part.person(both)} cannot have attended and sent apologies`);
        const shared = (0, _facts.fact)(file, 'shareDraft');
        return shared === undefined || on >= shared.form.meetingOn ? undefined : (0, _decision.against)(shared, (0, _sentence.says)`The draft went to the sub-group for its meeting on ${_sentence.part.day(shared.form.meetingOn)} (entry ${shared.seq}); ${_sentence.part.day(on)} is before that.`);
    }
});

//# sourceMappingURL=sub-group-meeting.js.map
