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
    get limitsPassed () {
        return limitsPassed;
    },
    get limitsPassedBy () {
        return limitsPassedBy;
    },
    get passesOf () {
        return passesOf;
    },
    get reasonField () {
        return reasonField;
    },
    get reasonForPassing () {
        return reasonForPassing;
    }
});
const _catalogue = require("../catalogue");
const _dates = require("../time/dates");
const _forms = require("../forms");
const _refusals = require("../refusals");
const reasonField = 'reasonForPassing';
const reason = (0, _forms.words)('The reason for passing the limit', 'Only where the decision passes a limit; it then stands as a breach, with this reason');
const reasonForPassing = ()=>reason;
const limitsPassed = (file, name, form, taking)=>(0, _catalogue.definitionOf)(name).limits?.(file, form, taking) ?? [];
function limitsPassedBy(file, name, fact) {
    if (fact.passes !== undefined && fact.corrections === undefined) return fact.passes.limits;
    const { by, role, on, recordedAt: now } = fact;
    return limitsPassed(file, name, fact.form, {
        by,
        role,
        on,
        now,
        today: (0, _dates.londonDate)(now)
    });
}
const sentences = (limits)=>limits.map(({ sentence })=>sentence).join(' ');
const wrong = (code, sentence, more = {})=>({
        ...(0, _refusals.refusal)(code, sentence),
        fields: [
            {
                field: reasonField,
                sentence
            }
        ],
        ...more
    });
function passesOf(definition, limits, { form, reason }) {
    if (limits.length === 0) {
        return reason === undefined ? {
            kind: 'none'
        } : {
            kind: 'refused',
            refusal: wrong('invalid', `It passes no limit; leave out ${reasonField}.`)
        };
    }
    const own = definition.saysWhy === undefined ? undefined : valueOf(form, definition.saysWhy);
    const given = reason ?? own;
    if (given === undefined) {
        const ask = `Say why it is decided all the same (${reasonField}); it then stands as a breach.`;
        return {
            kind: 'refused',
            refusal: {
                ...wrong('passes-a-limit', ask, {
                    limits
                }),
                sentence: `${sentences(limits)} ${ask}`
            }
        };
    }
    const read = (0, _forms.readForm)(reasonForPassing(), given);
    if (read.success) return {
        kind: 'passes',
        passing: {
            limits,
            reason: read.data
        }
    };
    const [problem] = (0, _forms.fieldProblems)(read.error);
    return {
        kind: 'refused',
        refusal: wrong('invalid', problem?.sentence ?? 'Give the reason', {
            limits
        })
    };
}
const valueOf = (form, field)=>typeof form === 'object' && form !== null ? form[field] : undefined;

//# sourceMappingURL=passing.js.map
