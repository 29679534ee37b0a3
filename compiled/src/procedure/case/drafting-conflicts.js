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
    get ahead () {
        return ahead;
    },
    get draftingConflicts () {
        return draftingConflicts;
    },
    get due () {
        return due;
    },
    get plannedMeetings () {
        return plannedMeetings;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("./facts");
const _meetings = require("./meetings");
const _plan = require("../dates/plan");
const _position = require("./position");
const _steps = require("../dates/steps");
const due = (file, step)=>(0, _plan.plannedDates)(file, step).due;
const ahead = (file, step)=>{
    if ((0, _position.isWithdrawn)(file) || file.closedOn !== undefined) return false;
    if ((0, _position.outcome)(file) !== undefined && !(0, _position.isProceeding)(file)) return false;
    const type = (0, _position.reviewType)(file);
    return type === undefined ? true : type === 'LCSPR' && !(0, _steps.isSettled)(file, step);
};
function draftingOf(file) {
    const draft = (0, _facts.fact)(file, 'recordDraft')?.on ?? due(file, 'draft');
    const considered = due(file, 'draft-to-sub-group');
    if (draft === undefined || considered === undefined) return undefined;
    const shared = (0, _facts.fact)(file, 'shareDraft');
    const planned = shared?.form.meetingOn ?? (0, _meetings.nextMeetingFor)(file, 'subGroup', draft);
    const meeting = (0, _facts.fact)(file, 'recordSubGroupMeeting')?.on ?? planned;
    const inTime = meeting === undefined ? considered : (0, _dates.earlier)(considered, (0, _meetings.papersDue)(file, 'subGroup', meeting));
    const share = shared?.on ?? inTime;
    const earliestMeeting = meeting ?? (0, _dates.addDays)(share, (0, _meetings.papersDueBefore)(file, 'subGroup'));
    return {
        draft,
        considered,
        share,
        isShared: shared !== undefined,
        meeting,
        earliestMeeting
    };
}
/** Day 60 to day 71 is shorter than the three weeks that the sub-group's papers need. */ function subGroupPapers(file, { draft, considered }) {
    const latest = (0, _calendar.onOrBefore)(file.calendar, (0, _meetings.papersDue)(file, 'subGroup', considered));
    return ahead(file, 'draft-to-sub-group') && latest < draft ? [
        {
            id: 'sub-group-papers',
            sentence: `The draft ${(0, _facts.fact)(file, 'recordDraft') === undefined ? 'may arrive as late as' : 'arrived on'} ${(0, _dates.sayDate)(draft)} (step 12). The sub-group considers it by ${(0, _dates.sayDate)(considered)} (step 13), and its papers are due ${file.policy.papersBefore.subGroup} days before. Send papers by ${(0, _dates.sayDate)(latest)} to meet this date, or move the meeting to a later date.`,
            steps: [
                'draft',
                'draft-to-sub-group'
            ],
            latest
        }
    ] : [];
}
/** The file with the draft shared on a day, for the dates that count from it. */ const sharedOn = (file, on, meetingOn)=>{
    const { openedAt: recordedAt, openedBy } = file;
    const { person: by, role } = openedBy;
    const supposed = {
        seq: file.seq + 1,
        on,
        recordedAt,
        by,
        role,
        form: {
            meetingOn
        }
    };
    return (0, _facts.withFact)(file, 'shareDraft', supposed);
};
/** Comments close two weeks after sharing, a week before the meeting that considers them. */ function commentsAndMeeting(file, one) {
    const { share, isShared, considered, meeting, earliestMeeting } = one;
    const isEarlier = !isShared && share < considered;
    const comments = due(isEarlier ? sharedOn(file, share, earliestMeeting) : file, 'comments');
    if (!ahead(file, 'comments') || comments === undefined || earliestMeeting <= comments) return [];
    const inTime = isEarlier ? ` on ${(0, _dates.sayDate)(share)}, in time for its meeting` : '';
    return [
        {
            id: 'comments-and-meeting',
            sentence: `Comments are due by ${(0, _dates.sayDate)(comments)}, ${file.policy.windows.comments.by} days after the draft is shared${inTime}, but the sub-group that considers it meets on ${(0, _dates.sayDate)(earliestMeeting)}${meeting === undefined ? ' at the earliest' : ''}. Members answer by the earlier date.`,
            steps: [
                'comments'
            ],
            latest: comments
        }
    ];
}
/** The day after which nothing was recorded: a date before it cannot be kept any more. London date. */ const lastKnownDay = (file)=>Object.values(file.facts).flatMap((facts)=>facts).reduce((last, { recordedAt })=>(0, _dates.londonDate)(recordedAt) > last ? (0, _dates.londonDate)(recordedAt) : last, (0, _dates.londonDate)(file.openedAt));
/** The last day on which the draft can go to a sub-group that meets by the day on which the Exec group's papers go out. */ function latestShare(file, { draft, isShared }, papersBy) {
    if (isShared) return undefined;
    const { subGroup } = file.meetings;
    const meeting = subGroup.length === 0 ? papersBy : subGroup.findLast((one)=>one <= papersBy);
    if (meeting === undefined) return undefined;
    const share = (0, _calendar.onOrBefore)(file.calendar, (0, _meetings.papersDue)(file, 'subGroup', meeting));
    const soonest = (0, _facts.fact)(file, 'recordDraft') === undefined ? lastKnownDay(file) : draft;
    return share < soonest ? undefined : {
        share,
        meeting
    };
}
/** Papers of the Exec group follow the sub-group's meeting and the final draft, and go out three weeks before day 83. */ function execPapers(file, one) {
    const signOff = due(file, 'sign-off');
    if (!ahead(file, 'sign-off') || signOff === undefined || (0, _facts.fact)(file, 'sendExecPapers') !== undefined) return [];
    const papersBy = (0, _calendar.onOrBefore)(file.calendar, (0, _meetings.papersDue)(file, 'exec', signOff));
    if (papersBy >= one.earliestMeeting) return [];
    const { exec } = file.policy.papersBefore;
    const about = `The Exec group signs off by ${(0, _dates.sayDate)(signOff)} (step 15) on papers sent ${exec} days before, which is before the sub-group considers the draft on ${(0, _dates.sayDate)(one.earliestMeeting)} (step 13).`;
    const works = latestShare(file, one, papersBy);
    if (works === undefined) {
        const next = (0, _meetings.nextMeetingFor)(file, 'exec', one.earliestMeeting) ?? (0, _dates.addDays)(one.earliestMeeting, exec);
        const sentence = `${about} That date can no longer be met. The Exec group can sign off on ${(0, _dates.sayDate)(next)} at the earliest.`;
        return [
            {
                id: 'exec-papers',
                sentence,
                steps: [
                    'sign-off',
                    'draft-to-sub-group'
                ]
            }
        ];
    }
    return [
        {
            id: 'exec-papers',
            sentence: `${about} To meet this date, send the draft to the sub-group by ${(0, _dates.sayDate)(works.share)} for a meeting by ${(0, _dates.sayDate)(works.meeting)}.`,
            steps: [
                'draft-to-sub-group',
                'sign-off'
            ],
            latest: works.share
        }
    ];
}
/** The author has two weeks from day 82, and the Exec group signs off on day 83, on papers that hold the final draft. */ function finalDraft(file, { earliestMeeting }) {
    const draft = due(file, 'final-draft');
    const signOff = due(file, 'sign-off');
    const papers = (0, _facts.fact)(file, 'sendExecPapers');
    const by = papers?.form.meetingOn ?? signOff;
    if (!ahead(file, 'final-draft') || draft === undefined || by === undefined) return [];
    // A case of 0.1.0 may have sent its papers before the draft was final.
    const inTime = papers === undefined ? (0, _calendar.onOrBefore)(file.calendar, (0, _meetings.papersDue)(file, 'exec', by)) : by;
    if (draft <= inTime) return [];
    const about = `The final draft may be returned as late as ${(0, _dates.sayDate)(draft)} (step 14), after ${papers === undefined ? 'its papers go to the Exec group' : 'the Exec group is to sign it off'} (step 15).`;
    const works = earliestMeeting <= (papers?.on ?? inTime);
    const says = works ? `Return the draft by ${(0, _dates.sayDate)(inTime)} to meet this date.` : `The group signs off by ${(0, _dates.sayDate)(by)}, and its papers follow the sub-group's meeting on ${(0, _dates.sayDate)(earliestMeeting)}. The draft cannot be returned in time for that.`;
    return [
        {
            id: 'final-draft-and-sign-off',
            sentence: `${about} ${says}`,
            steps: [
                'final-draft',
                'sign-off'
            ],
            ...works ? {
                latest: inTime
            } : {}
        }
    ];
}
const names = {
    subGroup: {
        id: 'sub-group',
        name: 'sub-group'
    },
    exec: {
        id: 'exec',
        name: 'Exec group'
    }
};
/** The first day on which the Exec group's papers can go out: with the final draft once it is approved, and no sooner. */ const papersReady = (file, { earliestMeeting })=>(0, _facts.fact)(file, 'approveFinalDraft')?.on ?? (0, _facts.fact)(file, 'recordFinalDraft')?.on ?? earliestMeeting;
/** The next scheduled meeting that papers can still reach, or that there is none. */ function noMeeting(file, { group, step, ready }) {
    const by = due(file, step);
    const papersAreOut = group === 'exec' ? (0, _facts.fact)(file, 'sendExecPapers') : (0, _facts.fact)(file, 'shareDraft');
    if (!ahead(file, step) || by === undefined || papersAreOut !== undefined) return [];
    const { id, name } = names[group];
    const meeting = (0, _meetings.nextMeetingFor)(file, group, ready);
    if (meeting === undefined) {
        const sentence = `No scheduled meeting of the ${name} fits papers sent by ${(0, _dates.sayDate)(ready)}. Schedule a meeting.`;
        return [
            {
                id: `no-${id}-meeting`,
                sentence,
                steps: [
                    step
                ]
            }
        ];
    }
    return meeting > by ? [
        {
            id: `late-${id}-meeting`,
            sentence: `The next scheduled meeting of the ${name} that papers sent by ${(0, _dates.sayDate)(ready)} can reach is on ${(0, _dates.sayDate)(meeting)} (papers due by ${(0, _dates.sayDate)((0, _meetings.papersDue)(file, group, meeting))}), after ${(0, _dates.sayDate)(by)}.`,
            steps: [
                step
            ],
            latest: (0, _meetings.papersDue)(file, group, meeting)
        }
    ] : [];
}
/** The draft is with a sub-group that meets after the day by which it was to consider it. */ function lateMeeting(file, { considered }) {
    const shared = (0, _facts.fact)(file, 'shareDraft');
    const isHeld = (0, _facts.fact)(file, 'recordSubGroupMeeting') !== undefined || !ahead(file, 'amendments');
    return shared === undefined || isHeld || shared.form.meetingOn <= considered ? [] : [
        {
            id: 'late-sub-group-meeting',
            sentence: `The sub-group considers the draft on ${(0, _dates.sayDate)(shared.form.meetingOn)}, after ${(0, _dates.sayDate)(considered)}.`,
            steps: [
                'draft-to-sub-group'
            ]
        }
    ];
}
function draftingConflicts(file) {
    const one = draftingOf(file);
    if (one === undefined) return [];
    return [
        ...subGroupPapers(file, one),
        ...commentsAndMeeting(file, one),
        ...execPapers(file, one),
        ...finalDraft(file, one),
        ...noMeeting(file, {
            group: 'subGroup',
            step: 'draft-to-sub-group',
            ready: one.draft
        }),
        ...lateMeeting(file, one),
        ...noMeeting(file, {
            group: 'exec',
            step: 'sign-off',
            ready: papersReady(file, one)
        })
    ];
}
function plannedMeeting(file, { group, step, ready }) {
    const papers = group === 'exec' ? (0, _facts.fact)(file, 'sendExecPapers') : (0, _facts.fact)(file, 'shareDraft');
    if (!ahead(file, step)) return [];
    const meetingOn = papers?.form.meetingOn ?? (0, _meetings.nextMeetingFor)(file, group, ready);
    return meetingOn === undefined ? [] : [
        {
            group,
            meetingOn,
            papersDue: (0, _meetings.papersDue)(file, group, meetingOn),
            papersSentOn: papers?.on ?? null
        }
    ];
}
function plannedMeetings(file) {
    const one = draftingOf(file);
    if (one === undefined) return [];
    return [
        ...plannedMeeting(file, {
            group: 'subGroup',
            step: 'comments',
            ready: one.draft
        }),
        ...plannedMeeting(file, {
            group: 'exec',
            step: 'sign-off',
            ready: papersReady(file, one)
        })
    ];
}

//# sourceMappingURL=drafting-conflicts.js.map
