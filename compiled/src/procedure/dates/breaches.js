"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "breachesOf", {
    enumerable: true,
    get: function() {
        return breachesOf;
    }
});
const _catalogue = require("../catalogue");
const _facts = require("../case/facts");
const _passing = require("../case/passing");
/* Limits that decisions on the record pass. They stand after the event, as long as the date is the case's. */ /** The decisions of this name that were set aside; what they set in motion has happened all the same. */ const setAside = (file, name)=>file.superseded.flatMap((one)=>one.name === name ? [
            one.fact
        ] : []);
/** The decisions whose dates are the case's: a later arrangement or notice takes the place of an earlier one. */ function standing(file) {
    const last = (name)=>(0, _facts.factsOf)(file, name).slice(-1);
    const noticed = (0, _facts.fact)(file, 'sendNoticeOfIntent') !== undefined;
    const dated = {
        arrangeRapidReviewMeeting: last('arrangeRapidReviewMeeting'),
        shareDraft: [
            ...setAside(file, 'shareDraft'),
            ...(0, _facts.factsOf)(file, 'shareDraft')
        ],
        sendExecPapers: [
            ...setAside(file, 'sendExecPapers'),
            ...(0, _facts.factsOf)(file, 'sendExecPapers')
        ],
        // The notice of intent replaces the date of publication that communications were told.
        tellCommunications: noticed ? [] : last('tellCommunications'),
        sendNoticeOfIntent: last('sendNoticeOfIntent')
    };
    return Object.entries(dated).flatMap(([name, facts])=>facts.map((one)=>[
                name,
                one
            ]));
}
const papers = {
    'papers:subGroup': 'late-sub-group-papers',
    'papers:exec': 'late-exec-papers'
};
const breachesOf = (file)=>standing(file).flatMap(([name, one])=>{
        const { step } = (0, _catalogue.definitionOf)(name);
        const isLast = (0, _facts.factsOf)(file, name).at(-1)?.seq === one.seq;
        const why = one.passes === undefined ? '' : ' It says why.';
        return (0, _passing.limitsPassedBy)(file, name, one).map(({ id, sentence, date })=>{
            const known = papers[id];
            const named = known === undefined ? `passed-${id}` : known;
            return {
                id: isLast ? named : `${named}-${one.seq}`,
                sentence: `${sentence} It is a breach, and stands (entry ${one.seq}).${why}`,
                steps: step === undefined ? [] : [
                    step
                ],
                ...known === undefined ? {} : {
                    latest: date
                },
                breach: true,
                entry: one.seq
            };
        });
    });

//# sourceMappingURL=breaches.js.map
