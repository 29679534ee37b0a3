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
    get actionAges () {
        return actionAges;
    },
    get ageOf () {
        return ageOf;
    },
    get limitStandings () {
        return limitStandings;
    },
    get median () {
        return median;
    },
    get reportActions () {
        return reportActions;
    },
    get reportOn () {
        return reportOn;
    }
});
const _dates = require("./time/dates");
const _describe = require("./describe");
const _milestones = require("./dates/milestones");
const _notification = require("./notification/notification");
const _stepids = require("./step-ids");
const reportedOutcomes = [
    'notify',
    'not-to-proceed',
    'criteria-not-met',
    'withdrawn',
    'undecided'
];
const limitStandings = [
    'kept',
    'late',
    'overdue',
    'not-yet',
    'does-not-apply'
];
function median(numbers) {
    const sorted = [
        ...numbers
    ].sort((a, b)=>a - b);
    const upper = sorted[Math.floor(sorted.length / 2)];
    const lower = sorted[Math.ceil(sorted.length / 2) - 1];
    return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
function reportOn(cases) {
    const all = cases.map(({ milestones })=>milestones);
    return {
        cases: all.length,
        criteria: _notification.notificationCriteria.map((of)=>{
            const holding = all.filter(({ criteria })=>criteria.includes(of));
            return {
                of,
                cases: holding.length,
                alone: holding.filter(({ criteria })=>criteria.length === 1).length
            };
        }),
        severalCriteria: all.filter(({ criteria })=>criteria.length > 1).length,
        noCriterion: all.filter(({ criteria })=>criteria.length === 0).length,
        agencies: countAgencies(all),
        outcomes: countEach(reportedOutcomes, all, ({ outcome })=>outcome ?? 'undecided'),
        endings: countEach(_describe.endings, all, ({ ending })=>ending),
        limits: _milestones.limitNames.map((limit)=>reportLimit(cases, limit)),
        steps: reportSteps(all)
    };
}
function countEach(keys, all, keyOf) {
    const counts = new Map();
    for (const one of all)counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
    return keys.map((of)=>({
            of,
            cases: counts.get(of) ?? 0
        }));
}
/** Agencies name themselves on the form: the same name in other capitals or with other blanks is the same agency. */ function countAgencies(all) {
    const byKey = new Map();
    for (const { notifyingAgency } of all){
        const name = notifyingAgency.trim().replaceAll(/\s+/g, ' ');
        const known = byKey.get(name.toLowerCase());
        if (known === undefined) byKey.set(name.toLowerCase(), {
            of: name,
            cases: 1
        });
        else known.cases += 1;
    }
    return [
        ...byKey.values()
    ].sort((a, b)=>b.cases - a.cases || (a.of.toLowerCase() < b.of.toLowerCase() ? -1 : 1));
}
function standingOf({ milestones, today }, limit) {
    if (limit === undefined) return 'does-not-apply';
    if (limit.kept !== undefined) return limit.kept ? 'kept' : 'late';
    // A limit that was not met does not apply to a case that is over: its course changed first.
    if (milestones.closedOn !== undefined || milestones.ending === 'withdrawn') return 'does-not-apply';
    return (limit.limitDate ?? limit.due) < today ? 'overdue' : 'not-yet';
}
function reportLimit(cases, limit) {
    const standings = {
        kept: 0,
        late: 0,
        overdue: 0,
        'not-yet': 0,
        'does-not-apply': 0
    };
    for (const one of cases)standings[standingOf(one, one.milestones.limits[limit])] += 1;
    const settled = standings.kept + standings.late + standings.overdue;
    return {
        limit,
        standings,
        ...settled === 0 ? {} : {
            keptInHundred: Math.round(100 * standings.kept / settled)
        }
    };
}
/** Adds up the steps in one pass over the cases, because a year of them has many steps. */ function reportSteps(all) {
    const spans = new Map();
    for (const { steps, closedOn, ending } of all){
        for (const step of _stepids.stepIds){
            const span = steps[step];
            if (span === undefined) continue;
            const sum = spans.get(step) ?? {
                done: 0,
                open: 0,
                days: []
            };
            spans.set(step, sum);
            if (span.on !== undefined) sum.done += 1;
            else if (span.from !== undefined && closedOn === undefined && ending !== 'withdrawn') sum.open += 1;
            if (span.workingDays !== undefined) sum.days.push(span.workingDays);
        }
    }
    // The notification is left out: it is done by being received, and takes no time.
    return _stepids.stepIds.filter((step)=>step !== 'notification').map((step)=>{
        const { done, open, days } = spans.get(step) ?? {
            done: 0,
            open: 0,
            days: []
        };
        const middle = median(days);
        return {
            step,
            done,
            open,
            ...middle === undefined ? {} : {
                median: middle,
                longest: days.reduce((a, b)=>Math.max(a, b))
            }
        };
    });
}
const actionAges = [
    'under-3-months',
    '3-to-6-months',
    '6-to-12-months',
    'a-year-or-more'
];
function ageOf({ addedOn }, today) {
    if ((0, _dates.addMonths)(addedOn, 3) > today) return 'under-3-months';
    if ((0, _dates.addMonths)(addedOn, 6) > today) return '3-to-6-months';
    return (0, _dates.addMonths)(addedOn, 12) > today ? '6-to-12-months' : 'a-year-or-more';
}
function reportActions(actions) {
    const byAgency = new Map();
    for (const { action, agency, today } of actions){
        const sum = byAgency.get(agency) ?? {
            actions: 0,
            overdue: 0,
            ages: {
                'under-3-months': 0,
                '3-to-6-months': 0,
                '6-to-12-months': 0,
                'a-year-or-more': 0
            }
        };
        byAgency.set(agency, sum);
        sum.actions += 1;
        if (action.dueOn < today) sum.overdue += 1;
        sum.ages[ageOf(action, today)] += 1;
    }
    return [
        ...byAgency
    ].map(([agency, sum])=>({
            agency,
            ...sum
        })).sort((a, b)=>b.actions - a.actions || (a.agency < b.agency ? -1 : 1));
}

//# sourceMappingURL=reports.js.map
