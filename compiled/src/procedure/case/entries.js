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
    get correctableEntries () {
        return correctableEntries;
    },
    get entryBySeq () {
        return entryBySeq;
    }
});
const _catalogue = require("../catalogue");
const _corrections = require("./corrections");
const _openingentry = require("./opening-entry");
const ofDecision = (name, fact, stands)=>{
    const { title, form, decides = [] } = (0, _catalogue.definitionOf)(name);
    return {
        name,
        title,
        form,
        decides,
        fact,
        stands
    };
};
/** The notification as the first entry of every record. */ const openingEntry = (file)=>({
        title: 'The notification',
        form: (0, _openingentry.openingForm)(file),
        decides: [],
        fact: (0, _openingentry.openingFact)(file),
        stands: true
    });
function entryBySeq(file, seq) {
    if (seq === _openingentry.openingSeq) return openingEntry(file);
    const found = (0, _corrections.factBySeq)(file, seq);
    if (found !== undefined) return ofDecision(found.name, found.fact, true);
    const setAside = file.superseded.find(({ fact })=>fact.seq === seq);
    return setAside && ofDecision(setAside.name, setAside.fact, false);
}
const correctableEntries = (file)=>[
        ...Object.entries(file.facts).filter(([name])=>name !== 'correctFact').flatMap(([name, facts])=>// The keys of the facts are names of decisions.
            facts.map((fact)=>ofDecision(name, fact, true))).sort((a, b)=>b.fact.seq - a.fact.seq),
        openingEntry(file)
    ];

//# sourceMappingURL=entries.js.map
