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
    get subGroup () {
        return subGroup;
    },
    get toldNotToProceed () {
        return toldNotToProceed;
    },
    get toldOfCriteriaNotMet () {
        return toldOfCriteriaNotMet;
    },
    get toldOfReopening () {
        return toldOfReopening;
    },
    get toldOfWithdrawal () {
        return toldOfWithdrawal;
    }
});
const _facts = require("./facts");
const _position = require("./position");
const _roles = require("../roles");
const subGroup = [
    'sub-group-chair',
    'sub-group-member'
];
const toldNotToProceed = (file, seq)=>(0, _facts.everOf)(file, 'recordOutcome').findLast((one)=>one.seq < seq && one.form.outcome === 'not-to-proceed');
/** True if the sub-group was told before an entry that the case ended, or of its report. */ const subGroupKnows = (file, seq)=>toldNotToProceed(file, seq) !== undefined || [
        'recordCriteriaNotMet',
        'shareDraft',
        'sendNoticeOfIntent',
        'recordPublication'
    ].some((name)=>(0, _facts.everOf)(file, name).some((one)=>one.seq < seq));
const toldOfCriteriaNotMet = (file, seq)=>[
        ...subGroup,
        ..._roles.partnerRoles,
        'scrutineer',
        'national-panel',
        'business-manager',
        'spr-coordinator',
        ...((0, _position.determination)(file)?.seq ?? seq) < seq ? [
            'wider-partner'
        ] : []
    ];
const toldOfWithdrawal = (file, seq)=>[
        'business-manager',
        'spr-coordinator',
        ..._roles.partnerRoles,
        'scrutineer',
        'service-director',
        ...subGroupKnows(file, seq) ? subGroup : []
    ];
function toldOfReopening(file, seq) {
    const ended = file.superseded.filter(({ by })=>by === seq);
    const told = ended.flatMap(({ name, fact })=>{
        if (name === 'withdrawCase') return toldOfWithdrawal(file, fact.seq);
        if (name === 'recordCriteriaNotMet') return toldOfCriteriaNotMet(file, fact.seq);
        return name === 'recordOutcome' ? subGroup : [];
    });
    const always = [
        'business-manager',
        'spr-coordinator',
        ..._roles.partnerRoles,
        'scrutineer',
        'sub-group-chair'
    ];
    return [
        ...new Set([
            ...always,
            ...told
        ])
    ];
}

//# sourceMappingURL=told-otherwise.js.map
