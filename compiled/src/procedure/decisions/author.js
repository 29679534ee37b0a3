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
    get appointAuthor () {
        return appointAuthor;
    },
    get replaceAuthor () {
        return replaceAuthor;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _author = require("../case/author");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _position = require("../case/position");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _shutout = require("../case/shut-out");
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
/* The reviewer or author: appointed by the partners' decision with a declaration of conflicts, and replaceable (reg. 13). */ const appointAuthorForm = _mini.strictObject({
    author: (0, _forms.person)('The author'),
    declaration: (0, _forms.words)('Their declaration of conflicts of interest'),
    fit: (0, _forms.confirmed)('The partners find them fit to write it, and without a conflict')
});
const replaceAuthorForm = _mini.strictObject({
    author: (0, _forms.person)('The new author'),
    reason: (0, _forms.words)('Why the author is replaced'),
    declaration: (0, _forms.words)("The new author's declaration of conflicts of interest"),
    fit: (0, _forms.confirmed)('The partners find them fit to write it, and without a conflict')
});
const noReview = (file)=>(0, _position.reviewType)(file) === 'PLR' || (0, _position.reviewType)(file) === 'LCSPR' ? undefined : (0, _refusals.refusal)('too-early', 'No review has been decided on in this case; an author is appointed once step 7 decides that one follows.');
const takesTheSeat = (file, taken)=>({
        ...file,
        people: {
            ...file.people,
            author: [
                taken.form.author
            ]
        }
    });
const authorAppointed = (0, _notice.defineNotice)({
    kind: 'author-appointed',
    title: 'The author has been appointed',
    ofCase: true,
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.firstFound)(_trueuntil.unlessWithdrawn, (notice, file)=>notice.as === 'author' && (0, _author.authorOf)(file) !== notice.to ? 'Somebody else is the author now.' : undefined)
});
const toldOfAuthor = ({ author })=>[
        {
            person: author,
            as: 'author'
        },
        'business-manager',
        'scrutineer'
    ];
const appointAuthor = (0, _decision.define)({
    name: 'appointAuthor',
    title: 'Appoint the author',
    past: 'appointed the author',
    confirmation: 'Author appointed',
    source: 'reg. 13; step 8 for a practice learning review',
    roles: [
        ..._roles.partnerRoles
    ],
    form: appointAuthorForm,
    decides: [
        'author'
    ],
    follows: [
        'recordDetermination'
    ],
    notOpen: (file)=>(0, _facts.fact)(file, 'appointAuthor') === undefined ? noReview(file) : (0, _refusals.refusal)('already-decided', (0, _sentence.says)`An author has been appointed; the partners can replace them${_sentence.part.by('replaceAuthor')}.`),
    refuse: (file, form)=>(0, _shutout.keptOut)(file, form.author),
    effect: takesTheSeat,
    notices: [
        authorAppointed
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(authorAppointed, {
                to: toldOfAuthor(taken.form)
            })
        ]
});
const replaceAuthor = (0, _decision.define)({
    name: 'replaceAuthor',
    title: 'Replace the author',
    past: 'replaced the author',
    confirmation: 'Author replaced',
    source: 'reg. 13',
    roles: [
        ..._roles.partnerRoles
    ],
    form: replaceAuthorForm,
    decides: [
        'author'
    ],
    notOpen: noReview,
    follows: [
        'appointAuthor'
    ],
    refuse: (file, form, taking)=>(0, _author.authorOf)(file) === form.author ? (0, _refusals.refusal)('against-the-record', 'That person is the author already.') : (0, _decision.notBefore)((0, _facts.fact)(file, 'replaceAuthor'), taking, 'The author was last replaced on') ?? (0, _shutout.keptOut)(file, form.author),
    effect: takesTheSeat,
    notices: [
        authorAppointed
    ],
    tells: (_file, taken, before)=>{
        const earlier = (0, _facts.fact)(before, 'replaceAuthor') ?? (0, _facts.fact)(before, 'appointAuthor');
        return [
            (0, _notice.tell)(authorAppointed, {
                to: toldOfAuthor(taken.form),
                values: {
                    replaces: earlier && (0, _facts.toldOn)(earlier)
                }
            })
        ];
    }
});

//# sourceMappingURL=author.js.map
