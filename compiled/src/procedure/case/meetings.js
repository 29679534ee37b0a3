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
    get nextMeetingFor () {
        return nextMeetingFor;
    },
    get papersDue () {
        return papersDue;
    },
    get papersDueBefore () {
        return papersDueBefore;
    },
    get scheduledMeeting () {
        return scheduledMeeting;
    }
});
const _dates = require("../time/dates");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const names = {
    subGroup: 'sub-group',
    exec: 'Exec group'
};
const papersDueBefore = (file, group)=>file.policy.papersBefore[group];
const papersDue = (file, group, meetingOn)=>(0, _dates.addDays)(meetingOn, -papersDueBefore(file, group));
const nextMeetingFor = (file, group, papersOn)=>file.meetings[group].find((meetingOn)=>papersDue(file, group, meetingOn) >= papersOn);
function scheduledMeeting(file, group, meetingOn, papersOn) {
    if (meetingOn < papersOn) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`The papers went out on ${_sentence.part.day(papersOn)}, after that meeting of the ${names[group]}; give the meeting they are for.`);
    }
    if (file.meetings[group].length > 0 && !file.meetings[group].includes(meetingOn)) {
        const coming = file.meetings[group].filter((one)=>one >= papersOn).slice(0, 4).map(_sentence.part.day);
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`No meeting of the ${names[group]} is scheduled on ${_sentence.part.day(meetingOn)}. Scheduled next: ${coming.length === 0 ? 'none' : (0, _sentence.inList)(coming, '; ')}. Schedule the meeting first.`);
    }
    return undefined;
}

//# sourceMappingURL=meetings.js.map
