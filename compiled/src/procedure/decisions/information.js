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
    get askAgencies () {
        return askAgencies;
    },
    get goAheadWithoutReturn () {
        return goAheadWithoutReturn;
    },
    get nameAgencies () {
        return nameAgencies;
    },
    get recordChronology () {
        return recordChronology;
    },
    get recordReturn () {
        return recordReturn;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _inquiries = require("../case/inquiries");
const _partners = require("../case/partners");
const _roles = require("../roles");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
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
/* Step 5: information from agencies, and the chronology. It may begin before step 4 ends. */ const agency = (which)=>(0, _forms.chosenAmong)(which, (0, _forms.code)('The agency', 'Its code in the settings'));
const nameAgenciesForm = _mini.strictObject({
    partner: (0, _forms.choice)('The partner', _partners.partnerWords),
    agencies: (0, _forms.several)('Agencies to ask', agency('agency'))
});
const askAgenciesForm = _mini.strictObject({
    agencies: (0, _forms.several)('Agencies asked', agency('agency'))
});
const answer = {
    returned: 'Information provided',
    nil: 'No information held'
};
const recordReturnForm = _mini.strictObject({
    agency: agency('agency-to-return'),
    answer: (0, _forms.choice)('The answer', answer),
    keptAt: _mini.optional((0, _forms.keptAt)('The return'))
});
const goAheadWithoutReturnForm = _mini.strictObject({
    agency: agency('agency-to-return'),
    reason: (0, _forms.words)('The reason')
});
const recordChronologyForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The chronology')
});
const partnersToName = (file)=>_roles.partners.filter((partner)=>!(0, _facts.factsOf)(file, 'nameAgencies').some((one)=>one.form.partner === partner));
const nameAgencies = (0, _decision.define)({
    name: 'nameAgencies',
    step: 'information',
    title: 'Record the agencies a partner has named',
    past: 'recorded the agencies a partner has named',
    source: 'step 5',
    roles: [
        ..._roles.partnerRoles,
        ..._roles.businessUnit
    ],
    form: nameAgenciesForm,
    once: (form)=>form.partner,
    refuse: (file, form, taking)=>(0, _partners.partnerToAct)(taking.role, form.partner) ?? (0, _inquiries.unknownAgencies)(file, form.agencies)
});
const informationAsked = (0, _notice.defineNotice)({
    kind: 'information-asked',
    title: 'Asks an agency for information',
    asks: "the agency's information",
    always: {
        agency: _noticevalues.agencyValue
    },
    stillTrue: (0, _trueuntil.untilReturned)(_inquiries.information)
});
const askAgencies = (0, _decision.define)({
    name: 'askAgencies',
    step: 'information',
    title: 'Ask agencies for information',
    past: 'asked agencies for information',
    source: 'step 5',
    roles: _roles.businessUnit,
    form: askAgenciesForm,
    refuse: (file, form)=>{
        const again = form.agencies.find((one)=>(0, _inquiries.agenciesAsked)(file, _inquiries.information).includes(one));
        return (0, _inquiries.unknownAgencies)(file, form.agencies) ?? (again === undefined ? undefined : (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.agency(again)} has been asked already; leave it out.`));
    },
    notices: [
        informationAsked
    ],
    tells: (file, taken)=>(0, _inquiries.contactsOf)(file, taken.form.agencies).map((asked)=>(0, _notice.tell)(informationAsked, asked))
});
const recordReturn = (0, _decision.define)({
    name: 'recordReturn',
    step: 'information',
    title: "Record an agency's information",
    past: "recorded an agency's information",
    confirmation: "Agency's information recorded",
    source: 'step 5',
    roles: [
        ..._roles.businessUnit,
        'agency-contact'
    ],
    form: recordReturnForm,
    once: (form)=>form.agency,
    needs: (file)=>(0, _inquiries.nothingAsked)(file, _inquiries.information),
    refuse: (file, form, taking)=>(0, _inquiries.returnRefused)(file, _inquiries.information, form.agency, taking)
});
const goAheadWithoutReturn = (0, _decision.define)({
    name: 'goAheadWithoutReturn',
    step: 'information',
    title: "Continue without an agency's information",
    past: "continued without an agency's information",
    source: 'step 5',
    roles: _roles.businessUnit,
    form: goAheadWithoutReturnForm,
    once: (form)=>form.agency,
    needs: (file)=>(0, _inquiries.nothingAsked)(file, _inquiries.information),
    refuse: (file, { agency: from }, taking)=>(0, _inquiries.withoutRefused)(file, {
            inquiry: _inquiries.information,
            agency: from,
            what: 'return'
        }, taking)
});
const recordChronology = (0, _decision.define)({
    name: 'recordChronology',
    step: 'information',
    title: 'Record the collated chronology',
    past: 'recorded the collated chronology',
    confirmation: 'Collated chronology recorded',
    source: 'step 5',
    roles: _roles.businessUnit,
    form: recordChronologyForm,
    once: true,
    needs: (file)=>{
        const toName = partnersToName(file);
        if (toName.length > 0) {
            const who = (0, _sentence.inList)(toName.map((partner)=>_sentence.part.role((0, _partners.partnerOf)(partner), file.policy.roleTitles)));
            return (0, _refusals.refusal)('too-early', (0, _sentence.says)`Still to name the agencies to ask: ${who}${_sentence.part.by('nameAgencies')}.`);
        }
        if ((0, _facts.fact)(file, 'askAgencies') === undefined) {
            return (0, _refusals.refusal)('too-early', (0, _sentence.says)`No agency has been asked yet${_sentence.part.by('askAgencies')}.`);
        }
        const named = new Set((0, _facts.factsOf)(file, 'nameAgencies').flatMap((one)=>one.form.agencies));
        const notAsked = [
            ...named
        ].filter((one)=>!(0, _inquiries.agenciesAsked)(file, _inquiries.information).includes(one));
        if (notAsked.length > 0) {
            return (0, _refusals.refusal)('too-early', (0, _sentence.says)`A partner named these agencies and they have not been asked: ${(0, _sentence.inList)(notAsked.map(_sentence.part.agency))}.`);
        }
        const outstanding = (0, _inquiries.agenciesOutstanding)(file, _inquiries.information);
        return outstanding.length === 0 ? undefined : (0, _refusals.refusal)('too-early', (0, _sentence.says)`Still to return: ${(0, _sentence.inList)(outstanding.map(_sentence.part.agency))}. Record what they sent, or continue without it and give the reason.`);
    },
    refuse: (file, _form, taking)=>{
        const named = (0, _facts.factsOf)(file, 'nameAgencies').find((one)=>one.on > taking.on);
        return (0, _decision.notBefore)((0, _facts.fact)(file, 'askAgencies'), taking, 'Agencies were asked last on') ?? (0, _decision.notBefore)(named, taking, 'A partner named the agencies to ask on') ?? (0, _inquiries.lastReturn)(file, _inquiries.information, taking);
    }
});

//# sourceMappingURL=information.js.map
