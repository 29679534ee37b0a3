"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "whyNotItsWords", {
    enumerable: true,
    get: function() {
        return whyNotItsWords;
    }
});
const _forms = require("./forms");
const _openingentry = require("./case/opening-entry");
const _refusals = require("./refusals");
/* A decision brings words of its own. Whoever reaches Temporal may name words of another entry, to read them in theirs. */ /** Lists every reference to words in a value, names of fields too, which a refusal repeats. */ function referencesIn(value) {
    if ((0, _forms.isWordsReference)(value)) return [
        value
    ];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one])=>[
            ...(0, _forms.isWordsReference)(name) ? [
                name
            ] : [],
            ...referencesIn(one)
        ]);
}
function whyNotItsWords(file, { form, reasonForPassing }) {
    const named = referencesIn([
        form,
        reasonForPassing
    ]);
    if (named.length === 0) return undefined;
    const { notification, facts, superseded, openingCorrections } = file;
    const carried = new Set(referencesIn([
        notification,
        facts,
        superseded,
        openingCorrections
    ]));
    return named.some((one)=>carried.has(one) || (0, _openingentry.openingFieldOf)(one) !== undefined) ? (0, _refusals.refusal)('invalid', 'It refers to words that are kept for another entry. Write the text itself.') : undefined;
}

//# sourceMappingURL=words-of-others.js.map
