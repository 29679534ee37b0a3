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
    get asksByLinkAlone () {
        return asksByLinkAlone;
    },
    get contributionsIn () {
        return contributionsIn;
    },
    get linkStanding () {
        return linkStanding;
    },
    get readContribution () {
        return readContribution;
    }
});
const _facts = require("./facts");
const _inquiries = require("./inquiries");
const _position = require("./position");
const _shutout = require("./shut-out");
const _noticevalues = require("../reminders/notice-values");
const named = [
    {
        name: 'information',
        inquiry: _inquiries.information
    },
    {
        name: 'chronologies',
        inquiry: _inquiries.chronologies
    }
];
function readContribution(id) {
    const colon = id.indexOf(':');
    const one = named.find(({ name })=>name === id.slice(0, colon));
    return one && {
        ...one,
        agency: id.slice(colon + 1)
    };
}
function linkStanding(file, contribution, person) {
    if ((0, _shutout.isShutOut)(file, person)) return 'shut-out';
    if ((0, _position.isWithdrawn)(file)) return 'withdrawn';
    if (file.closedOn !== undefined) return 'closed';
    const asked = readContribution(contribution);
    if (asked === undefined || !(0, _inquiries.agenciesAsked)(file, asked.inquiry).includes(asked.agency)) return 'not-asked';
    if ((0, _facts.fact)(file, asked.inquiry.collated) !== undefined) return 'accepted';
    return (0, _inquiries.answersFor)(file, person, asked.agency) ? 'works' : 'passed-over';
}
/** The kinds of email that ask agencies, with the contribution that each asks for. */ const askedBy = {
    'information-asked': 'information',
    'chronology-asked': 'chronologies'
};
const askedOf = (name, agencies)=>agencies.map((agency)=>({
            contribution: `${name}:${agency}`,
            agency
        }));
/** Lists the contributions that an email is about, of whichever person. */ function contributionsAbout(file, { kind, values, lines }) {
    const name = askedBy[kind];
    if (name !== undefined) return askedOf(name, (0, _noticevalues.readAgencies)(values['agency']));
    if (kind !== 'reminders') return [];
    return named.filter(({ inquiry })=>lines.some(({ deadline })=>deadline === inquiry.step)).flatMap((one)=>askedOf(one.name, (0, _inquiries.agenciesOutstanding)(file, one.inquiry)));
}
const contributionsIn = (file, notice)=>notice.as === 'agency-contact' ? contributionsAbout(file, notice).filter(({ contribution })=>linkStanding(file, contribution, notice.to) === 'works') : [];
const asksByLinkAlone = ({ lines })=>lines.every(({ deadline })=>named.some(({ inquiry })=>deadline === inquiry.step));

//# sourceMappingURL=answer-links.js.map
