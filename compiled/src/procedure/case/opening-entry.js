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
    get correctedNotification () {
        return correctedNotification;
    },
    get correctedTexts () {
        return correctedTexts;
    },
    get mayBeTakenOut () {
        return mayBeTakenOut;
    },
    get openingFact () {
        return openingFact;
    },
    get openingFieldOf () {
        return openingFieldOf;
    },
    get openingFieldSchema () {
        return openingFieldSchema;
    },
    get openingForm () {
        return openingForm;
    },
    get openingSeq () {
        return openingSeq;
    },
    get personOf () {
        return personOf;
    },
    get withOpeningCorrected () {
        return withOpeningCorrected;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _dates = require("../time/dates");
const _facts = require("./facts");
const _forms = require("../forms");
const _namedanswers = require("../named-answers");
const _namedchild = require("../notification/named-child");
const _notificationform = require("../notification/notification-form");
const _notificationpeople = require("../notification/notification-people");
const _schemaparts = require("../schema-parts");
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
const openingSeq = 1;
const form = (0, _notificationform.notificationForm)().shape;
/** The fields whose values the case itself carries. */ const carried = {
    eCaseReference: form.eCaseReference,
    criteria: form.criteria,
    seriousHarm: form.seriousHarm,
    abuseOrNeglect: form.abuseOrNeglect,
    incidentOn: form.incidentOn,
    knownAt: form.knownAt,
    authorityAwareOn: form.authorityAwareOn,
    receivedOn: form.receivedOn,
    receivedAt: (0, _forms.moment)('When the form was received, with its time', 'happened'),
    notifyingAgency: form.notifyingAgency,
    setting: form.setting,
    homeAuthority: form.homeAuthority,
    agencies: form.agencies,
    immediateSafety: form.immediateSafety
};
const carriedFields = Object.keys(carried);
/** A form that has come may lack these; no other field can be taken away by a correction. */ const mayBeAbsent = [
    'eCaseReference',
    'homeAuthority',
    'notifier.post',
    'notifier.email',
    'notifier.telephone',
    'incidentTime',
    'incidentPlace'
];
const { notifier, child, relative } = (0, _notificationpeople.notificationPeople)();
const { post, email, telephone } = notifier.shape;
const { died, lookedAfter, careLeaver } = child.shape;
/** A field of the form whose text the case refers to and the records keep with the names. */ const named = (field)=>(0, _forms.nameLine)((0, _schemaparts.titleOf)(field));
/** Texts about the incident that the case does not carry. The form of release 0.1.0 could lack all of them. */ const written = {
    circumstances: (0, _forms.namedWords)((0, _schemaparts.titleOf)(form.circumstances)),
    incidentTime: _mini.optional((0, _namedanswers.namedAs)(form.incidentTime._zod.def.innerType)),
    incidentPlace: _mini.optional((0, _namedanswers.namedAs)(form.incidentPlace._zod.def.innerType))
};
const notifierFields = {
    name: named(notifier.shape.name),
    post: _mini.optional(named(post._zod.def.innerType)),
    email: _mini.optional(named(email._zod.def.innerType)),
    telephone: _mini.optional(named(telephone._zod.def.innerType))
};
/** The name of a child and what is read with it. */ const namedOfChild = {
    name: named(child.shape.name),
    dateOfBirth: (0, _forms.dateOfBirth)((0, _schemaparts.titleOf)(child.shape.dateOfBirth)),
    ...(0, _namedchild.namedChildDetails)()
};
const childFields = {
    ...namedOfChild,
    died,
    lookedAfter,
    careLeaver
};
const relativeFields = {
    name: named(relative.shape.name),
    relation: relative.shape.relation
};
/** The place of a person in the form as it came: `child-2` is `children.1`. */ const placeOf = (ref)=>String(Number(/\d+$/.exec(ref)?.[0] ?? 0) - 1);
function personOf(field) {
    const [, kind, place] = /^(children|family)\.(\d+)\./.exec(field) ?? [];
    return place === undefined ? undefined : `${kind === 'family' ? 'family' : 'child'}-${Number(place) + 1}`;
}
/** The children of the form who still stand; those added since are corrected at their own entries. */ const childrenOfForm = (file)=>file.notification.children.filter(({ ref })=>!(0, _facts.factsOf)(file, 'addChild').some((one)=>one.form.ref === ref));
const keyed = (all, of)=>Object.fromEntries(all.map((one)=>[
            placeOf(one.ref),
            of(one, placeOf(one.ref))
        ]));
function openingForm(file) {
    const childAt = (_one, place)=>(0, _forms.group)(`Child ${Number(place) + 1}`, childFields);
    const relativeAt = (_one, place)=>(0, _forms.group)(`Family member ${Number(place) + 1}`, relativeFields);
    const { family } = file.notification;
    return _mini.strictObject({
        ...carried,
        ...written,
        notifier: (0, _forms.group)((0, _schemaparts.titleOf)(notifier), notifierFields),
        children: (0, _forms.group)('', keyed(childrenOfForm(file), childAt)),
        ...family.length === 0 ? {} : {
            family: (0, _forms.group)('', keyed(family, relativeAt))
        }
    });
}
/** Names a text of the form as it came, which the records keep with the case's names: a name, a date of birth. */ const asItCame = (field)=>`words:entry-1/${field}`;
const openingFieldOf = (id)=>/^words:entry-1\/(.+)$/.exec(id)?.[1];
/** The corrections of entry 1 that stand, in the order of the record, with what each says is right. */ const rightValues = (file)=>(0, _facts.factsOf)(file, 'correctFact').filter((one)=>one.form.entry === openingSeq).map((one)=>({
            seq: one.seq,
            field: one.form.field,
            value: one.form.value
        }));
/** The text of a field as it stands: that of its last correction, or as it came. */ const textOf = (file, field)=>{
    const last = rightValues(file).findLast((one)=>one.field === field);
    if (last === undefined) return asItCame(field);
    return (0, _forms.isWordsReference)(last.value) ? last.value : undefined;
};
const correctedTexts = (file)=>new Map(rightValues(file).filter(({ field })=>isNamed(file, field)).map(({ field })=>[
            field,
            textOf(file, field)
        ]));
/** Entry 1 as it stands, in the shape of its form, with references in place of names and dates of birth. */ function formOf(file) {
    const { notification } = file;
    const texts = (fields, under)=>Object.fromEntries(Object.keys(fields).map((key)=>[
                key,
                textOf(file, `${under}.${key}`)
            ]));
    return {
        ...Object.fromEntries(carriedFields.map((key)=>[
                key,
                notification[key]
            ])),
        seriousHarm: notification.seriousHarm.length === 0 ? undefined : notification.seriousHarm,
        ...Object.fromEntries(Object.keys(written).map((key)=>[
                key,
                textOf(file, key)
            ])),
        notifier: texts(notifierFields, 'notifier'),
        children: keyed(childrenOfForm(file), ({ ref: _ref, ...child }, place)=>({
                ...texts(childFields, `children.${place}`),
                ...child
            })),
        family: keyed(notification.family, ({ relation }, place)=>({
                ...texts(relativeFields, `family.${place}`),
                relation
            }))
    };
}
const openingFact = (file)=>({
        seq: openingSeq,
        on: file.notification.receivedOn,
        recordedAt: file.openedAt,
        by: file.openedBy.person,
        role: file.openedBy.role,
        form: formOf(file),
        ...file.openingCorrections === undefined ? {} : {
            corrections: file.openingCorrections
        }
    });
/** The day of entry 1 is the day of receipt. */ const openingField = (field)=>field === 'on' ? 'receivedOn' : field;
function openingFieldSchema(file, field) {
    const [head = '', place = '', last = '', ...more] = openingField(field).split('.');
    const own = (fields, key)=>Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (more.length > 0) return undefined;
    if (place === '') return own(written, head) ?? own(carried, head);
    if (head === 'notifier' && last === '') return own(notifierFields, place);
    const stands = (all)=>all.some(({ ref })=>placeOf(ref) === place);
    if (head === 'children') return stands(childrenOfForm(file)) ? own(childFields, last) : undefined;
    return head === 'family' && stands(file.notification.family) ? own(relativeFields, last) : undefined;
}
/** True if a field of entry 1 is a name, or is read with the names as a date of birth is. */ function isNamed(file, field) {
    // A child who was removed since may have been corrected before.
    const known = openingFieldSchema(file, field);
    const [, last = ''] = /^children\.\d+\.(\w+)$/.exec(field) ?? [];
    return known === undefined ? Object.hasOwn(namedOfChild, last) : (0, _forms.namesIn)(known);
}
const mayBeTakenOut = (field)=>mayBeAbsent.includes(field) || (0, _namedchild.isChildDetail)(/^children\.\d+\.(\w+)$/.exec(field)?.[1] ?? '');
/**
 * Returns what a correction of a field changes in the notification. More than one field changes if they depend on each
 * other, as the criteria and the kinds of serious harm do.
 */ function changed(file, field, value) {
    const { notification, policy } = file;
    switch(field){
        case 'criteria':
            {
                // Checked by the schema of this very field, as every value here.
                const criteria = [
                    ...new Set(value)
                ];
                return {
                    criteria,
                    ...criteria.includes('serious-harm') ? {} : {
                        seriousHarm: []
                    }
                };
            }
        case 'seriousHarm':
            {
                const seriousHarm = value ?? [];
                const { criteria } = notification;
                const holds = seriousHarm.length === 0 || criteria.includes('serious-harm');
                return {
                    seriousHarm,
                    ...holds ? {} : {
                        criteria: [
                            ...criteria,
                            'serious-harm'
                        ]
                    }
                };
            }
        case 'knownAt':
            return {
                knownAt: (0, _dates.instant)(String(value))
            };
        case 'receivedAt':
            {
                const receivedAt = (0, _dates.instant)(String(value));
                return {
                    receivedAt,
                    receivedOn: (0, _dates.londonDate)(receivedAt)
                };
            }
        case 'receivedOn':
            {
                const receivedOn = value;
                if ((0, _dates.londonDate)(notification.receivedAt) === receivedOn) return {
                    receivedOn
                };
                // Its hour is not known; the end of its day is the latest it can have come, or the moment the case was opened.
                const closes = (0, _dates.later)((0, _dates.londonInstant)(receivedOn, policy.closingHour), notification.knownAt);
                return {
                    receivedOn,
                    receivedAt: closes > file.openedAt ? file.openedAt : closes
                };
            }
        default:
            return {
                [field]: value
            };
    }
}
const patched = (all, place, patch)=>all.map((one)=>placeOf(one.ref) === place ? {
            ...one,
            ...patch
        } : one);
function correctedNotification(file, said, value) {
    const { notification } = file;
    const field = openingField(said);
    const [head = '', place = '', last = ''] = field.split('.');
    if (isNamed(file, field)) return notification;
    if (head === 'children') return {
        ...notification,
        children: patched(notification.children, place, {
            [last]: value
        })
    };
    if (head === 'family') return {
        ...notification,
        family: patched(notification.family, place, {
            [last]: value
        })
    };
    const { [field]: _was, ...others } = notification;
    // A field that is taken out leaves the notification, as if the form never had it.
    const without = value === undefined || value === null ? others : notification;
    return {
        ...without,
        ...without === notification || field === 'seriousHarm' ? changed(file, field, value) : {}
    };
}
function withOpeningCorrected(file, { seq, field: said, value }) {
    const field = openingField(said);
    const notification = correctedNotification(file, field, value);
    const before = file.notification;
    const moved = carriedFields.filter((key)=>key !== field && notification[key] !== before[key]);
    const was = (key)=>wasOf(file, key);
    const made = [
        field,
        ...moved
    ].map((key)=>({
            seq,
            field: key,
            was: was(key)
        }));
    return {
        ...file,
        notification,
        countsFrom: file.countsFrom === before.receivedOn ? notification.receivedOn : file.countsFrom,
        openingCorrections: [
            ...file.openingCorrections ?? [],
            ...made
        ]
    };
}
/** Returns what a field said before the last correction, which is on the file already. */ function wasOf(file, field) {
    const { correctFact: made = [], ...facts } = file.facts;
    const before = {
        ...file,
        facts: {
            ...facts,
            correctFact: made.slice(0, -1)
        }
    };
    return field.split('.').reduce((inside, key)=>typeof inside === 'object' && inside !== null ? inside[key] : undefined, formOf(before));
}

//# sourceMappingURL=opening-entry.js.map
