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
    get agreeDissemination () {
        return agreeDissemination;
    },
    get answerPanel () {
        return answerPanel;
    },
    get recordDissemination () {
        return recordDissemination;
    },
    get recordPanelReply () {
        return recordPanelReply;
    },
    get recordResponseMeeting () {
        return recordResponseMeeting;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _plan = require("../dates/plan");
const _roles = require("../roles");
const _notice = require("../reminders/notice");
const _panelnotices = require("./panel-notices");
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
/* The National Panel's reply, and the meeting and dissemination that answer it. */ const recordPanelReplyForm = _mini.strictObject({
    reply: (0, _forms.choice)("The Panel's reply", {
        agrees: 'It agrees with the decision',
        disagrees: 'It does not agree with the decision',
        'wants-more': 'It wants more information',
        'takes-up-nationally': 'The Panel will carry out a national review'
    }),
    summary: (0, _forms.words)('What the Panel says'),
    keptAt: _mini.optional((0, _forms.keptAt)('The reply'))
});
const answerPanelForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The answer to the Panel')
});
const recordResponseMeetingForm = _mini.strictObject({
    held: (0, _forms.choice)('The meeting with the three partners', {
        held: 'It was held',
        'not-necessary': 'It was not necessary'
    }),
    reason: _mini.optional((0, _forms.words)('Why it was not necessary'))
});
const agreeDisseminationForm = _mini.strictObject({
    who: (0, _forms.words)('Who disseminates the response'),
    how: (0, _forms.words)('How')
});
const recordDisseminationForm = _mini.strictObject({
    to: (0, _forms.words)('To whom it was disseminated')
});
const recordPanelReply = (0, _decision.define)({
    name: 'recordPanelReply',
    step: 'panel-reply',
    title: "Record the National Panel's reply",
    past: "recorded the National Panel's reply",
    confirmation: "National Panel's reply recorded",
    source: 'within 15 working days of submission',
    roles: [
        ..._roles.businessUnit,
        'scrutineer'
    ],
    onBehalfOf: 'national-panel',
    form: recordPanelReplyForm,
    decides: [
        'reply'
    ],
    refuse: (file, _form, taking)=>(0, _decision.notBefore)((0, _facts.fact)(file, 'answerPanel'), taking, 'This reply comes after the answer to the Panel, which was on'),
    effect: (file, taken)=>taken.form.reply === 'disagrees' ? {
            ...file,
            course: file.course + 1
        } : file,
    notices: [
        _panelnotices.panelReplied,
        _panelnotices.reviewDecisionReopened
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_panelnotices.panelReplied, {
                step: taken.form.reply === 'wants-more' ? 'panel-answer' : 'response',
                values: {
                    reply: taken.form.reply
                }
            }),
            ...taken.form.reply === 'disagrees' ? [
                (0, _notice.tell)(_panelnotices.reviewDecisionReopened, {
                    step: 'review-decision',
                    to: [
                        ..._roles.partnerRoles,
                        'scrutineer'
                    ]
                })
            ] : []
        ]
});
const answerPanel = (0, _decision.define)({
    name: 'answerPanel',
    step: 'panel-answer',
    title: 'Record the answer to the National Panel',
    past: 'recorded the answer to the National Panel',
    source: "the Panel's reply: wants more",
    roles: [
        ..._roles.businessUnit,
        'scrutineer'
    ],
    form: answerPanelForm,
    follows: [
        'recordPanelReply'
    ],
    notices: [
        _panelnotices.panelAnswered
    ],
    tells: (file)=>[
            (0, _notice.tell)(_panelnotices.panelAnswered, {
                values: {
                    panelDue: (0, _plan.plannedDates)(file, 'panel-reply').due ?? ''
                }
            })
        ]
});
const recordResponseMeeting = (0, _decision.define)({
    name: 'recordResponseMeeting',
    step: 'response',
    title: "Record the meeting on the Panel's reply",
    past: "recorded the meeting on the Panel's reply",
    source: 'within 10 working days of receipt of the reply',
    roles: _roles.businessUnit,
    form: recordResponseMeetingForm,
    once: true,
    refuse: (_file, { held, reason }, { correcting })=>{
        if (held === 'not-necessary' === (reason !== undefined)) return undefined;
        if (held === 'held' && correcting) return undefined;
        const sentence = reason === undefined ? 'Say why no meeting was necessary' : 'A meeting that was held was necessary; leave out why it was not';
        return (0, _decision.againstItself)('reason', sentence);
    }
});
const agreeDissemination = (0, _decision.define)({
    name: 'agreeDissemination',
    step: 'response',
    title: 'Record who disseminates the response and how',
    past: 'recorded who disseminates the response and how',
    source: 'within 10 working days of receipt of the reply',
    roles: [
        ..._roles.businessUnit,
        ..._roles.partnerRoles
    ],
    form: agreeDisseminationForm,
    once: true,
    follows: [
        'recordResponseMeeting'
    ],
    notices: [
        _panelnotices.disseminationAgreed
    ],
    tells: ()=>[
            (0, _notice.tell)(_panelnotices.disseminationAgreed)
        ]
});
const recordDissemination = (0, _decision.define)({
    name: 'recordDissemination',
    step: 'response',
    title: 'Record that the response was disseminated',
    past: 'recorded that the response was disseminated',
    source: 'within 10 working days of receipt of the reply',
    roles: [
        ..._roles.businessUnit,
        ..._roles.partnerRoles
    ],
    form: recordDisseminationForm,
    once: true,
    follows: [
        'agreeDissemination'
    ]
});

//# sourceMappingURL=panel.js.map
