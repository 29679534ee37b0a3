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
    get addAction () {
        return addAction;
    },
    get completeAction () {
        return completeAction;
    },
    get lookAtActionAgain () {
        return lookAtActionAgain;
    },
    get reassignAction () {
        return reassignAction;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _actions = require("../case/actions");
const _dates = require("../time/dates");
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _shutout = require("../case/shut-out");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
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
/* Actions, at every stage: added, reassigned, completed with evidence, and looked at again for their effect. */ const anAction = (which)=>(0, _forms.chosenAmong)(which, (0, _forms.code)('The action', 'Its code, such as A12'));
const addActionForm = _mini.strictObject({
    action: (0, _forms.words)('The action'),
    owner: (0, _forms.person)('Who is to do it', undefined, 'person-in-case'),
    agency: _mini.optional((0, _forms.chosenAmong)('agency', (0, _forms.code)('Their agency', 'Its code in the settings'))),
    dueOn: (0, _forms.date)('Due by', 'planned')
});
const reassignActionForm = _mini.strictObject({
    action: anAction('open-action'),
    owner: (0, _forms.person)('Who is to do it now', undefined, 'person-in-case'),
    dueOn: _mini.optional((0, _forms.date)('Due by, where that changes', 'planned')),
    reason: (0, _forms.words)('The reason')
});
const completeActionForm = _mini.strictObject({
    action: anAction('open-action'),
    evidence: (0, _forms.keptAt)('The evidence')
});
const lookAtActionAgainForm = _mini.strictObject({
    action: anAction('complete-action'),
    months: (0, _forms.chosenAmong)('months-to-look', (0, _forms.count)('Which review', 'Months after completion: 6 or 12')),
    effect: (0, _forms.words)('The impact of the action'),
    effective: (0, _forms.choice)('Was it effective?', {
        yes: 'Yes',
        'in-part': 'In part',
        no: 'No'
    })
});
const alwaysOpen = ()=>undefined;
const knownAction = (file, id)=>(0, _actions.actionOf)(file, id) === undefined ? (0, _refusals.refusal)('invalid', `There is no action ${id} in this case.`) : undefined;
const keepers = [
    ..._roles.businessUnit,
    'sub-group-chair'
];
/** Refuses an owner who cannot be told of an action, because they have no part in the case. */ const knownOwner = (file, owner)=>(0, _shutout.rolesIn)(file, owner).length > 0 ? undefined : (0, _shutout.keptOut)(file, owner) ?? (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.person(owner)} has no role in this case. Give them one first${_sentence.part.by('replacePerson')}.`);
/** Refuses an act on an action that is dated before the action was added. */ const afterAdding = (file, id, taking)=>(0, _decision.notBefore)((0, _facts.factsOf)(file, 'addAction').find(({ seq })=>`A${seq}` === id), taking, `Action ${(0, _actions.actionNumber)(file, id)} was added on`);
const isComplete = (file, id)=>(0, _actions.actionOf)(file, id)?.completedOn !== undefined;
/** The day on which its owner was last told of an action. */ const toldOfAction = (file, id)=>{
    const last = (0, _facts.factsOf)(file, 'reassignAction').findLast((one)=>one.form.action === id) ?? (0, _facts.factsOf)(file, 'addAction').find((one)=>`A${one.seq}` === id);
    return last && (0, _facts.toldOn)(last);
};
const actionAssigned = (0, _notice.defineNotice)({
    kind: 'action-assigned',
    title: 'An action has been given to somebody',
    asks: 'the action',
    ofCase: true,
    always: {
        action: (0, _noticevalues.textValue)('A12'),
        number: (0, _noticevalues.textValue)('1'),
        due: _noticevalues.dateValue
    },
    sometimes: {
        was: _noticevalues.dateValue,
        replaces: _noticevalues.dateValue
    },
    stillTrue: ({ to, values }, file)=>{
        // 0.1.0 wrote "Action A12" for A12.
        const action = (0, _actions.actionOf)(file, /A\d+$/.exec(values['action'] ?? '')?.[0] ?? '');
        if (action === undefined) return 'The action is no longer on the record.';
        if (action.completedOn !== undefined) return `The action was complete on ${(0, _dates.sayDate)(action.completedOn)}.`;
        if (action.owner !== to) return 'The action has been given to somebody else.';
        return {
            values: {
                action: action.id,
                number: String(action.number),
                due: action.dueOn
            }
        };
    }
});
const addAction = (0, _decision.define)({
    name: 'addAction',
    title: 'Add an action',
    past: 'added an action',
    confirmation: 'Action added',
    source: 'always open; oversight until completion of all identified actions',
    roles: [
        ..._roles.businessUnit,
        ..._roles.partnerRoles,
        'scrutineer',
        'sub-group-chair'
    ],
    form: addActionForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>knownOwner(file, form.owner) ?? (form.dueOn < taking.on ? (0, _refusals.refusal)('invalid', 'Enter a due date that is not before the date this happened.') : undefined),
    notices: [
        actionAssigned
    ],
    tells: (file, taken)=>{
        const action = `A${taken.seq}`;
        return [
            (0, _notice.tell)(actionAssigned, {
                to: [
                    {
                        person: taken.form.owner,
                        as: 'wider-partner'
                    }
                ],
                values: {
                    action,
                    number: (0, _actions.actionNumber)(file, action),
                    due: taken.form.dueOn
                }
            })
        ];
    }
});
const reassignAction = (0, _decision.define)({
    name: 'reassignAction',
    title: 'Reassign an action',
    past: 'reassigned an action',
    confirmation: 'Action reassigned',
    source: 'always open',
    roles: [
        ..._roles.businessUnit,
        'sub-group-chair'
    ],
    form: reassignActionForm,
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>knownAction(file, form.action) ?? knownOwner(file, form.owner) ?? (isComplete(file, form.action) ? (0, _refusals.refusal)('too-late', `Action ${(0, _actions.actionNumber)(file, form.action)} is complete.`) : undefined) ?? afterAdding(file, form.action, taking) ?? (form.dueOn !== undefined && form.dueOn < taking.on ? (0, _refusals.refusal)('invalid', 'Enter a due date that is not before the date this happened.') : undefined),
    notices: [
        actionAssigned
    ],
    tells: (file, taken, before)=>{
        const now = (0, _actions.actionOf)(file, taken.form.action);
        const was = (0, _actions.actionOf)(before, taken.form.action);
        if (now === undefined) return [];
        const moved = was?.owner === now.owner && was.dueOn !== now.dueOn ? was.dueOn : undefined;
        return [
            (0, _notice.tell)(actionAssigned, {
                to: [
                    {
                        person: now.owner,
                        as: 'wider-partner'
                    }
                ],
                values: {
                    action: now.id,
                    number: String(now.number),
                    due: now.dueOn,
                    was: moved,
                    replaces: moved && toldOfAction(before, now.id)
                }
            })
        ];
    }
});
const completeAction = (0, _decision.define)({
    name: 'completeAction',
    title: 'Complete an action',
    past: 'completed an action',
    confirmation: 'Action completed',
    source: 'always open; complete with evidence',
    // Roles that the action's owner may have, and those that keep the record of all actions.
    roles: [
        ...keepers,
        ..._roles.ourRoles.filter((one)=>!keepers.some((keeper)=>keeper === one))
    ],
    form: completeActionForm,
    notOpen: alwaysOpen,
    once: (form)=>form.action,
    refuse: (file, form, taking)=>{
        const unknown = knownAction(file, form.action);
        const keeps = keepers.some((one)=>one === taking.role);
        return unknown ?? (keeps || (0, _actions.actionOf)(file, form.action)?.owner === taking.by ? afterAdding(file, form.action, taking) : (0, _refusals.refusal)('wrong-role', `Action ${(0, _actions.actionNumber)(file, form.action)} is another person's; its owner, the Business Unit or the sub-group's chair completes it.`));
    }
});
const lookAtActionAgain = (0, _decision.define)({
    name: 'lookAtActionAgain',
    title: 'Review the impact of an action',
    past: 'reviewed the impact of an action',
    confirmation: 'Impact of an action reviewed',
    source: 'ways through: 6 and 12 months after completion',
    roles: [
        ..._roles.businessUnit,
        'sub-group-chair',
        'sub-group-member',
        'scrutineer'
    ],
    form: lookAtActionAgainForm,
    notOpen: alwaysOpen,
    once: (form)=>`${form.action}:${form.months}`,
    refuse: (file, form, taking)=>{
        const unknown = knownAction(file, form.action);
        if (unknown !== undefined) return unknown;
        if (!file.policy.actionLooks.includes(form.months)) {
            return (0, _refusals.refusal)('invalid', `The impact of an action is reviewed ${file.policy.actionLooks.join(' and ')} months after it is complete.`);
        }
        const due = (0, _actions.lookDue)(file, form.action, form.months);
        if (due === undefined) return (0, _refusals.refusal)('too-early', (0, _sentence.says)`Action ${(0, _actions.actionNumber)(file, form.action)} is not complete yet${_sentence.part.by('completeAction')}.`);
        return taking.on < due ? (0, _refusals.refusal)('too-early', (0, _sentence.says)`The review of action ${(0, _actions.actionNumber)(file, form.action)} after ${form.months} months is on or after ${_sentence.part.day(due)}.`) : undefined;
    }
});

//# sourceMappingURL=actions.js.map
