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
    get addChild () {
        return addChild;
    },
    get removeChild () {
        return removeChild;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _family = require("../case/family");
const _openingentry = require("../case/opening-entry");
const _forms = require("../forms");
const _inquiries = require("../case/inquiries");
const _notification = require("../notification/notification");
const _namedchild = require("../notification/named-child");
const _notificationpeople = require("../notification/notification-people");
const _notificationrules = require("../notification/notification-rules");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
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
/* Always open: one incident is one case, and a child can be added to it, or removed where entered in error. */ const { died, lookedAfter, careLeaver } = (0, _notificationpeople.notificationPeople)().child.shape;
const addChildForm = _mini.strictObject({
    ref: (0, _forms.chosenAmong)('new-child', _mini.string({
        error: 'Give a code, such as child-2'
    }).check(_mini.regex(/^child-\d{1,3}$/, 'The code must be such as child-2')).register(_mini.globalRegistry, {
        title: 'How this case refers to the child'
    })),
    name: (0, _forms.nameLine)("The child's name"),
    dateOfBirth: (0, _forms.dateOfBirth)("The child's date of birth"),
    died,
    lookedAfter,
    careLeaver,
    ...(0, _namedchild.namedChildDetails)(),
    criteria: _mini.optional((0, _forms.several)('Criteria that hold with this child', (0, _forms.choice)('A criterion', _notification.notificationCriterionWords), 1, 'Beside those of the notification; leave out where nothing is added')),
    seriousHarm: _mini.optional((0, _forms.several)('The serious harm', (0, _forms.choice)('A kind of serious harm', _notification.seriousHarmWords), 1, 'Where that is added'))
});
const removeChildForm = _mini.strictObject({
    ref: (0, _forms.chosenAmong)('child', (0, _forms.code)('The child', 'Their code in this case, such as child-2')),
    reason: (0, _forms.words)('The reason', 'Why the child was entered in error')
});
const childDetailsAreReferences = (form)=>_namedchild.childDetailNames.every((name)=>form[name] === undefined || (0, _forms.isWordsReference)(form[name]));
const childOf = ({ ref, died, lookedAfter, careLeaver })=>({
        ref,
        died,
        lookedAfter,
        careLeaver
    });
const joined = (one, other = [])=>[
        ...new Set([
            ...one,
            ...other
        ])
    ];
const withChild = (notification, form)=>({
        ...notification,
        criteria: joined(notification.criteria, form.criteria),
        seriousHarm: joined(notification.seriousHarm, form.seriousHarm),
        children: [
            ...notification.children,
            childOf(form)
        ]
    });
const withoutChild = (notification, ref)=>({
        ...notification,
        children: notification.children.filter((one)=>one.ref !== ref)
    });
/** Refuses a change of the children by which the notification would contradict itself where it does not now. */ function againstChildren(file, after) {
    const before = (0, _notificationrules.againstGrounds)(file.notification);
    const wrong = (0, _notificationrules.againstGrounds)(after).filter(({ sentence })=>!before.some((one)=>one.sentence === sentence));
    if (wrong.length === 0) return undefined;
    const said = (0, _sentence.says)`${(0, _sentence.inList)(wrong.map(_refusals.partsOf), '. ')}. Correct the notification first, where it is wrong${_sentence.part.by('correctFact', {
        entry: _openingentry.openingSeq
    })}.`;
    return {
        ...(0, _refusals.refusal)('against-the-record', said),
        fields: wrong
    };
}
const childrenChanged = (0, _notice.defineNotice)({
    kind: 'children-changed',
    title: 'A child was added to a case or removed from it',
    ofCase: true,
    always: {
        count: (0, _noticevalues.textValue)('2')
    },
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.asNow)((file)=>({
            count: String(file.notification.children.length)
        }))
});
/** Everybody who was told of the children of the case: on its opening, at the Front Door, and in what was asked for. */ function tellChildren(file, _taken, before) {
    const [earlier] = [
        ...(0, _facts.factsOf)(before, 'addChild'),
        ...(0, _facts.factsOf)(before, 'removeChild')
    ].sort((a, b)=>b.seq - a.seq);
    const values = {
        count: String(file.notification.children.length),
        replaces: earlier && (0, _facts.toldOn)(earlier)
    };
    const asked = [
        ...(0, _inquiries.agenciesAsked)(file, _inquiries.information),
        ...(0, _inquiries.agenciesAsked)(file, _inquiries.chronologies)
    ];
    const toldAtFrontDoor = (0, _facts.factsOf)(file, 'sendToFrontDoor').length > 0;
    return [
        (0, _notice.tell)(childrenChanged, {
            to: [
                'business-manager',
                'spr-coordinator',
                ..._roles.partnerRoles,
                'scrutineer',
                ...toldAtFrontDoor ? [
                    'front-door',
                    'service-director'
                ] : [],
                'author',
                'identified-professional',
                ...(0, _inquiries.contactsOf)(file, asked).flatMap(({ to })=>to)
            ],
            values
        })
    ];
}
const addChild = (0, _decision.define)({
    name: 'addChild',
    title: 'Add a child',
    past: 'added a child',
    confirmation: 'Child added',
    source: 'always open: one incident is one case, however many children it is about',
    roles: _roles.businessUnit,
    form: addChildForm,
    decides: [
        'ref',
        'criteria',
        'seriousHarm'
    ],
    notOpen: ()=>undefined,
    refuse: (file, form)=>{
        if ((0, _family.familyOf)(file).includes(form.ref) || (0, _family.hadBefore)(file, form.ref)) {
            return (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.relative(form.ref)} is or was in this case already; choose the next number.`);
        }
        if (!(0, _forms.isWordsReference)(form.name) || !(0, _forms.isWordsReference)(form.dateOfBirth) || !childDetailsAreReferences(form)) {
            return (0, _refusals.refusal)('invalid', 'A child is added on the pages or by the API: no case carries a name, a birthday or what is read with them.');
        }
        const after = withChild(file.notification, form);
        if (form.died && after.criteria.every((one)=>one === 'serious-harm')) {
            const sentence = 'Say which criterion holds for a child who has died';
            return {
                ...(0, _refusals.refusal)('invalid', `${sentence}.`),
                fields: [
                    {
                        field: 'criteria',
                        sentence
                    }
                ]
            };
        }
        return againstChildren(file, after);
    },
    effect: (file, { form })=>({
            ...file,
            notification: withChild(file.notification, form)
        }),
    corrected: (file, { form })=>({
            ...file,
            notification: {
                ...file.notification,
                children: file.notification.children.map((one)=>one.ref === form.ref ? childOf(form) : one)
            }
        }),
    notices: [
        childrenChanged
    ],
    tells: tellChildren
});
const removeChild = (0, _decision.define)({
    name: 'removeChild',
    title: 'Remove a child entered in error',
    past: 'removed a child entered in error',
    source: 'always open: what was entered in error is put right on the record',
    roles: _roles.businessUnit,
    form: removeChildForm,
    decides: [
        'ref'
    ],
    notOpen: ()=>undefined,
    refuse: (file, form, taking)=>{
        const { children } = file.notification;
        if (!children.some(({ ref })=>ref === form.ref)) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.relative(form.ref)} is no child of this case.`);
        }
        if (children.length === 1) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`A case keeps at least one child: add the right child first${_sentence.part.by('addChild')}, or withdraw the case${_sentence.part.by('withdrawCase')}.`);
        }
        const added = (0, _facts.factsOf)(file, 'addChild').find((one)=>one.form.ref === form.ref);
        return (0, _decision.notBefore)(added, taking, (0, _sentence.says)`${_sentence.part.relative(form.ref)} was added on`) ?? againstChildren(file, withoutChild(file.notification, form.ref));
    },
    effect: (file, { form })=>({
            ...file,
            notification: withoutChild(file.notification, form.ref)
        }),
    notices: [
        childrenChanged
    ],
    tells: tellChildren
});

//# sourceMappingURL=children.js.map
