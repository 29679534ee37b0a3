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
    get namedLookAlikes () {
        return namedLookAlikes;
    },
    get openingNotices () {
        return openingNotices;
    },
    get openingTellings () {
        return openingTellings;
    }
});
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const _dates = require("../time/dates");
const _facts = require("./facts");
const _partners = require("./partners");
const untilPartnerAnswered = (...names)=>({ as }, file)=>{
        const partner = _roles.partners.find((one)=>(0, _partners.partnerOf)(one) === as);
        const done = names.flatMap((name)=>[
                ...(0, _facts.factsOf)(file, name)
            ]).find((one)=>one.form.partner === partner);
        return done === undefined ? undefined : `It was put on the record on ${(0, _dates.sayDate)(done.on)}.`;
    };
const caseOpened = (0, _notice.defineNotice)({
    kind: 'case-opened',
    title: 'A notification has come in',
    to: [
        'business-manager',
        'spr-coordinator'
    ],
    asks: 'the first steps of the case',
    always: {
        receivedOn: _noticevalues.dateValue,
        agency: _noticevalues.agencyValue
    },
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilStep)('front-door', 'decision-meeting'), (0, _trueuntil.asNow)(({ notification: { receivedOn, notifyingAgency: agency } })=>({
            receivedOn,
            agency
        })))
});
const agencySummaryAsked = (0, _notice.defineNotice)({
    kind: 'agency-summary-asked',
    title: 'Asks for an agency’s summary',
    to: _roles.partnerRoles,
    asks: "the agency's summary",
    stillTrue: (0, _trueuntil.firstFound)(untilPartnerAnswered('recordAgencySummary', 'goAheadWithoutSummary'), (0, _trueuntil.untilStep)('decision-meeting'))
});
const agenciesToAsk = (0, _notice.defineNotice)({
    kind: 'agencies-to-ask',
    title: 'Asks which agencies to ask',
    to: _roles.partnerRoles,
    asks: 'the agencies to ask',
    stillTrue: (0, _trueuntil.firstFound)(untilPartnerAnswered('nameAgencies'), (0, _trueuntil.untilStep)('information'))
});
const looksLikeAnother = (0, _notice.defineNotice)({
    kind: 'looks-like-another',
    title: 'A case looks like another one',
    to: [
        'business-manager'
    ],
    asks: 'a comparison with the other cases',
    ofCase: true,
    always: {
        other: (0, _noticevalues.textValue)('SIN-2026-0003')
    },
    stillTrue: (_notice, file)=>{
        const found = (0, _facts.factsOf)(file, 'dismissLookAlike').map((one)=>one.form.other);
        const { looksLike } = file.notification;
        return looksLike.length > 0 && looksLike.every((one)=>found.includes(one)) ? 'It was found not to be the same as any of them.' : undefined;
    }
});
const openingNotices = [
    caseOpened,
    agencySummaryAsked,
    agenciesToAsk,
    looksLikeAnother
];
const namedLookAlikes = (looksLike)=>looksLike.slice(0, 5);
/** The cases that look like this one, in words: "SIN-2026-0001, SIN-2026-0002 and 3 more". */ function sayLookAlikes(others) {
    const named = [
        ...namedLookAlikes(others)
    ];
    const more = others.length - named.length;
    const last = more > 0 ? `${more} more` : named.pop();
    return named.length === 0 ? last ?? '' : `${named.join(', ')} and ${last ?? ''}`;
}
const openingTellings = ({ receivedOn, notifyingAgency, looksLike })=>[
        (0, _notice.tell)(caseOpened, {
            step: 'notification',
            values: {
                receivedOn,
                agency: notifyingAgency
            }
        }),
        (0, _notice.tell)(agencySummaryAsked, {
            step: 'decision-meeting'
        }),
        (0, _notice.tell)(agenciesToAsk, {
            step: 'information'
        }),
        ...looksLike[0] === undefined ? [] : [
            (0, _notice.tell)(looksLikeAnother, {
                about: looksLike[0],
                values: {
                    other: sayLookAlikes(looksLike)
                }
            })
        ]
    ];

//# sourceMappingURL=opening-tellings.js.map
