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
    get agenciesAsked () {
        return agenciesAsked;
    },
    get agenciesOutstanding () {
        return agenciesOutstanding;
    },
    get answersFor () {
        return answersFor;
    },
    get chronologies () {
        return chronologies;
    },
    get contactFor () {
        return contactFor;
    },
    get contactsOf () {
        return contactsOf;
    },
    get information () {
        return information;
    },
    get inquiries () {
        return inquiries;
    },
    get lastReturn () {
        return lastReturn;
    },
    get nothingAsked () {
        return nothingAsked;
    },
    get returnRefused () {
        return returnRefused;
    },
    get unknownAgencies () {
        return unknownAgencies;
    },
    get withoutRefused () {
        return withoutRefused;
    }
});
const _decision = require("../decision");
const _facts = require("./facts");
const _noticevalues = require("../reminders/notice-values");
const _recipients = require("../reminders/recipients");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const information = {
    asked: 'askAgencies',
    returned: 'recordReturn',
    without: 'goAheadWithoutReturn',
    collated: 'recordChronology',
    step: 'information'
};
const chronologies = {
    asked: 'askChronologies',
    returned: 'recordChronologyReturn',
    without: 'goAheadWithoutChronology',
    collated: 'collateChronologies',
    step: 'planning'
};
const inquiries = [
    information,
    chronologies
];
const answersFor = (file, person, agency)=>file.policy.agencies[agency]?.contact === person;
const agenciesAsked = (file, inquiry)=>(0, _facts.factsOf)(file, inquiry.asked).flatMap((one)=>one.form.agencies);
function agenciesOutstanding(file, inquiry) {
    const settled = new Set([
        ...(0, _facts.factsOf)(file, inquiry.returned),
        ...(0, _facts.factsOf)(file, inquiry.without)
    ].map((one)=>one.form.agency));
    return agenciesAsked(file, inquiry).filter((one)=>!settled.has(one));
}
const nothingAsked = (file, inquiry)=>(0, _facts.factsOf)(file, inquiry.asked).length === 0 ? (0, _refusals.refusal)('too-early', (0, _sentence.says)`No agency has been asked yet${_sentence.part.by(inquiry.asked)}.`) : undefined;
function returnRefused(file, inquiry, agency, taking) {
    const asked = (0, _facts.factsOf)(file, inquiry.asked).find((one)=>one.form.agencies.includes(agency));
    if (asked === undefined) return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.agency(agency)} has not been asked in this case.`);
    if (taking.role === 'agency-contact' && !answersFor(file, taking.by, agency)) {
        return (0, _refusals.refusal)('wrong-role', (0, _sentence.says)`${_sentence.part.person(taking.by)} does not answer for ${_sentence.part.agency(agency)}; a contact answers for their own agency only.`);
    }
    return (0, _decision.notBefore)(asked, taking, (0, _sentence.says)`${_sentence.part.agency(agency)} was asked on`);
}
function lastReturn(file, inquiry, taking) {
    const later = (0, _facts.factsOf)(file, inquiry.returned).find((one)=>one.on > taking.on);
    if (later !== undefined) return (0, _decision.notBefore)(later, taking, (0, _sentence.says)`${_sentence.part.agency(later.form.agency)} returned on`);
    const without = (0, _facts.factsOf)(file, inquiry.without).find((one)=>one.on > taking.on);
    return without && (0, _decision.notBefore)(without, taking, (0, _sentence.says)`The case continued without ${_sentence.part.agency(without.form.agency)} from`);
}
function withoutRefused(file, { inquiry, agency, what }, taking) {
    if (!agenciesOutstanding(file, inquiry).includes(agency)) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`No ${what} is outstanding from ${_sentence.part.agency(agency)}.`);
    }
    const asked = (0, _facts.factsOf)(file, inquiry.asked).find((one)=>one.form.agencies.includes(agency));
    return (0, _decision.notBefore)(asked, taking, (0, _sentence.says)`${_sentence.part.agency(agency)} was asked on`);
}
function unknownAgencies(file, agencies) {
    const unknown = agencies.filter((one)=>file.policy.agencies[one] === undefined);
    return unknown.length === 0 ? undefined : (0, _refusals.refusal)('invalid', (0, _sentence.says)`The settings have no agency ${unknown.join(', ')}. They have ${(0, _sentence.inList)(Object.keys(file.policy.agencies).map(_sentence.part.agency))}.`);
}
const contactFor = (file, agency)=>{
    const contact = file.policy.agencies[agency]?.contact;
    return contact === undefined ? [] : (0, _recipients.ownersOf)(file, {
        person: contact,
        as: 'agency-contact'
    });
};
function contactsOf(file, agencies) {
    const asked = new Map();
    for (const agency of agencies){
        const to = contactFor(file, agency);
        const who = to.map(({ person, as })=>`${person} ${as}`).join();
        const before = asked.get(who);
        if (before !== undefined) before.agencies.push(agency);
        else if (to.length > 0) asked.set(who, {
            to,
            agencies: [
                agency
            ]
        });
    }
    return [
        ...asked.values()
    ].map(({ to, agencies: theirs })=>({
            to,
            about: theirs.join('+'),
            values: {
                agency: (0, _noticevalues.writeAgencies)(theirs)
            }
        }));
}

//# sourceMappingURL=inquiries.js.map
