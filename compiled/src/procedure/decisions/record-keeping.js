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
    get addFamilyMember () {
        return addFamilyMember;
    },
    get addNote () {
        return addNote;
    },
    get extendDeadline () {
        return extendDeadline;
    },
    get recordMediaInterest () {
        return recordMediaInterest;
    },
    get removeFamilyMember () {
        return removeFamilyMember;
    },
    get replacePerson () {
        return replacePerson;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _deadlines = require("../dates/deadlines");
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _family = require("../case/family");
const _forms = require("../forms");
const _limits = require("../dates/limits");
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
/* Always open: what is put on the record at every stage. (Corrections stand in correct.ts.) */ const extendDeadlineForm = _mini.strictObject({
    deadline: (0, _forms.chosenAmong)('deadline', (0, _forms.code)('The deadline', 'A step such as information, or another deadline of the case')),
    to: (0, _forms.date)('The new date', 'planned'),
    reason: (0, _forms.words)('The reason'),
    agreedBy: (0, _forms.line)('Who agreed')
});
const addNoteForm = _mini.strictObject({
    note: (0, _forms.words)('The note'),
    confidential: _mini.optional((0, _forms.yesNo)('For the Business Unit and the Scrutineer only?', 'Nobody else can read the note'))
});
const recordMediaInterestForm = _mini.strictObject({
    interest: (0, _forms.words)('Who asked, and what about')
});
const replacePersonForm = _mini.strictObject({
    role: (0, _forms.chosenAmong)('part', (0, _forms.choice)('The role in the case', _roles.caseRoles)),
    leaves: _mini.optional((0, _forms.person)('Who leaves the role', undefined, 'person-in-case')),
    joins: (0, _forms.person)('Who takes the role'),
    reason: (0, _forms.words)('The reason')
});
const addFamilyMemberForm = _mini.strictObject({
    ref: (0, _forms.chosenAmong)('new-family-member', _mini.string({
        error: 'Give a code, such as family-3'
    }).check(_mini.regex(/^family-\d{1,3}$/, 'The code must be such as family-3')).register(_mini.globalRegistry, {
        title: 'How this case refers to them'
    })),
    relation: (0, _forms.choice)('Relation to the child', _family.relationWords),
    name: (0, _forms.nameLine)('Their name')
});
const removeFamilyMemberForm = _mini.strictObject({
    ref: (0, _forms.chosenAmong)('relative', (0, _forms.code)('The family member', 'Their code in this case, such as family-2')),
    reason: (0, _forms.words)('The reason', 'Why they were entered in error')
});
const alwaysOpen = ()=>undefined;
const deadlineExtended = (0, _notice.defineNotice)({
    kind: 'deadline-extended',
    title: 'A deadline has been extended',
    ofCase: true,
    always: {
        deadline: _noticevalues.stepValue,
        due: _noticevalues.dateValue,
        was: _noticevalues.dateValue
    },
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: (notice, file)=>{
        const deadline = notice.values['deadline'] ?? '';
        const due = (0, _deadlines.currentDue)(file, deadline);
        if (due === undefined) return 'The deadline is met, or no longer needed.';
        const last = (0, _facts.factsOf)(file, 'extendDeadline').findLast((one)=>one.form.deadline === deadline);
        if (last === undefined) return undefined;
        return (0, _trueuntil.isLater)(last, notice) ? `A newer email replaces it: the deadline was extended again, to ${(0, _dates.sayDate)(last.form.to)}.` : {
            values: {
                due: last.form.to
            }
        };
    }
});
const mediaInterest = (0, _notice.defineNotice)({
    kind: 'media-interest',
    title: 'The media have shown interest',
    to: [
        ..._roles.execRoles,
        'business-manager'
    ],
    ofCase: true,
    stillTrue: _trueuntil.stands
});
const personReplaced = (0, _notice.defineNotice)({
    kind: 'person-replaced',
    title: 'A person has a new role in a case',
    ofCase: true,
    always: {
        part: _noticevalues.roleValue
    },
    stillTrue: _trueuntil.stands
});
const extendDeadline = (0, _decision.define)({
    name: 'extendDeadline',
    title: 'Extend a deadline',
    past: 'extended a deadline',
    confirmation: 'Deadline extended',
    source: 'always open; the original stays visible',
    roles: [
        'business-manager',
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: extendDeadlineForm,
    notOpen: alwaysOpen,
    refuse: (file, form)=>{
        const due = (0, _deadlines.currentDue)(file, form.deadline);
        if (due === undefined) {
            return (0, _refusals.refusal)('invalid', `The case has no open deadline "${form.deadline}"; its plan lists those it has.`);
        }
        if (form.to <= due) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`It is due by ${_sentence.part.day(due)} already; an extension gives a later date.`);
        }
        return (0, _calendar.isWorkingDay)(file.calendar, form.to) ? undefined : (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.day(form.to)} is not a working day; choose one that is.`);
    },
    limits: (file, { deadline, to })=>(0, _limits.pastTheLawOf)(file, deadline, {
            date: to,
            field: 'to'
        }),
    notices: [
        deadlineExtended
    ],
    tells: (file, taken, before)=>{
        const { deadline, to } = taken.form;
        const earlier = (0, _facts.factsOf)(before, 'extendDeadline').findLast((one)=>one.form.deadline === deadline);
        return [
            (0, _notice.tell)(deadlineExtended, {
                to: [
                    (0, _deadlines.ownerOfDeadline)(file, deadline) ?? 'business-manager',
                    'business-manager'
                ],
                values: {
                    deadline,
                    due: to,
                    was: (0, _deadlines.currentDue)(before, deadline) ?? '',
                    replaces: earlier && (0, _facts.toldOn)(earlier)
                }
            })
        ];
    }
});
const addNote = (0, _decision.define)({
    name: 'addNote',
    title: 'Add a note',
    past: 'added a note',
    confirmation: 'Note added',
    source: 'always open',
    roles: _roles.ourRoles,
    form: addNoteForm,
    notOpen: alwaysOpen
});
const recordMediaInterest = (0, _decision.define)({
    name: 'recordMediaInterest',
    title: 'Record media interest',
    past: 'recorded media interest',
    source: 'always open; media statement: notified to the Business Unit for the three Exec partners',
    roles: [
        ..._roles.businessUnit,
        'communications',
        ..._roles.partnerRoles
    ],
    form: recordMediaInterestForm,
    notOpen: alwaysOpen,
    notices: [
        mediaInterest
    ],
    tells: ()=>[
            (0, _notice.tell)(mediaInterest)
        ]
});
const seated = (people, leaves, joins)=>[
        ...people.filter((one)=>one !== leaves && one !== joins),
        joins
    ];
const replacePerson = (0, _decision.define)({
    name: 'replacePerson',
    title: 'Replace a person',
    past: 'replaced a person',
    confirmation: 'Person replaced',
    source: 'always open',
    roles: [
        'business-manager',
        'spr-coordinator'
    ],
    form: replacePersonForm,
    decides: [
        'role',
        'leaves',
        'joins'
    ],
    notOpen: alwaysOpen,
    refuse: (file, form)=>{
        const holders = file.people[form.role] ?? [];
        if (form.role === 'author') {
            return (0, _refusals.refusal)('wrong-role', (0, _sentence.says)`The author is replaced by the partners${_sentence.part.by('replaceAuthor')}.`);
        }
        if (form.leaves !== undefined && !holders.includes(form.leaves)) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.person(form.leaves)} does not have that role in this case. Who has it: ${holders.length === 0 ? 'nobody' : (0, _sentence.inList)(holders.map(_sentence.part.person))}.`);
        }
        return form.leaves === form.joins ? (0, _refusals.refusal)('invalid', 'The person who leaves and the one who joins are the same.') : (0, _shutout.keptOut)(file, form.joins);
    },
    effect: (file, taken)=>{
        const role = taken.form.role;
        const { leaves, joins } = taken.form;
        return {
            ...file,
            people: {
                ...file.people,
                [role]: seated(file.people[role] ?? [], leaves, joins)
            }
        };
    },
    notices: [
        personReplaced
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(personReplaced, {
                to: [
                    {
                        person: taken.form.joins,
                        as: taken.form.role
                    }
                ],
                values: {
                    part: taken.form.role
                }
            })
        ]
});
const addFamilyMember = (0, _decision.define)({
    name: 'addFamilyMember',
    title: 'Add a family member',
    past: 'added a family member',
    confirmation: 'Family member added',
    source: 'step 9: the family members the requests relate to',
    roles: [
        ..._roles.businessUnit,
        'author',
        'identified-professional'
    ],
    form: addFamilyMemberForm,
    decides: [
        'ref'
    ],
    notOpen: alwaysOpen,
    refuse: (file, form)=>(0, _family.familyOf)(file).includes(form.ref) || (0, _family.hadBefore)(file, form.ref) ? (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.relative(form.ref)} is or was in this case already; choose the next number.`) : undefined
});
const removeFamilyMember = (0, _decision.define)({
    name: 'removeFamilyMember',
    title: 'Remove a family member entered in error',
    past: 'removed a family member entered in error',
    source: 'always open: what was entered in error is put right on the record',
    roles: [
        ..._roles.businessUnit,
        'author',
        'identified-professional'
    ],
    form: removeFamilyMemberForm,
    decides: [
        'ref'
    ],
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>(0, _family.relativesOf)(file).includes(form.ref) ? (0, _decision.notBefore)((0, _facts.factsOf)(file, 'addFamilyMember').find((one)=>one.form.ref === form.ref), taking, (0, _sentence.says)`${_sentence.part.relative(form.ref)} was added on`) : (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.relative(form.ref)} is no family member of this case.`),
    effect: (file, { form: { ref } })=>({
            ...file,
            notification: {
                ...file.notification,
                family: file.notification.family.filter((one)=>one.ref !== ref)
            }
        })
});

//# sourceMappingURL=record-keeping.js.map
