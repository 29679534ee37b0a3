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
    get dutyIds () {
        return dutyIds;
    },
    get limitIds () {
        return limitIds;
    },
    get sayLength () {
        return sayLength;
    },
    get statutoryAnchorWords () {
        return statutoryAnchorWords;
    },
    get statutoryEntries () {
        return statutoryEntries;
    },
    get statutoryLimit () {
        return statutoryLimit;
    },
    get statutoryLimits () {
        return statutoryLimits;
    }
});
const _dates = require("../time/dates");
const limitIds = [
    'notify-panel',
    'care-leaver-notified',
    'rapid-review-to-panel',
    'progress-monitored',
    'report-before-publication',
    'published-within',
    'publicly-available'
];
const dutyIds = [
    'rapid-review-not-skipped',
    'review-criteria',
    'reviewer-appointed',
    'report-contents',
    'publication-or-reasons',
    'delay-explained',
    'inequalities-addressed'
];
/** The Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018 came into force. */ const REGULATIONS_2018 = (0, _dates.isoDate)('2018-06-29');
/** Working Together to Safeguard Children 2018 was published. */ const WORKING_TOGETHER_2018 = (0, _dates.isoDate)('2018-07-04');
/** Working Together to Safeguard Children 2023 was published, replacing the edition of 2018. */ const WORKING_TOGETHER_2023 = (0, _dates.isoDate)('2023-12-15');
const statutoryEntries = [
    {
        kind: 'limit',
        id: 'notify-panel',
        title: 'The authority notifies the Panel, and through it Ofsted and the Department',
        countsFrom: 'authority-aware',
        bound: 'at-most',
        length: {
            count: 5,
            unit: 'working-days'
        },
        source: 'Children Act 2004 s16C; Working Together 2023',
        holdsFrom: WORKING_TOGETHER_2023,
        confirmed: true
    },
    {
        kind: 'limit',
        id: 'care-leaver-notified',
        title: 'The death of a care leaver under 25 is notified too',
        countsFrom: 'authority-aware',
        bound: 'at-most',
        length: {
            count: 5,
            unit: 'working-days'
        },
        source: 'Working Together 2023',
        holdsFrom: WORKING_TOGETHER_2023,
        confirmed: true
    },
    {
        kind: 'limit',
        id: 'rapid-review-to-panel',
        title: 'The Rapid Review reaches the Panel',
        countsFrom: 'notification-sent',
        bound: 'at-most',
        length: {
            count: 15,
            unit: 'working-days'
        },
        source: 'Working Together 2023, chapter 5',
        holdsFrom: WORKING_TOGETHER_2018,
        confirmed: true
    },
    {
        kind: 'duty',
        id: 'rapid-review-not-skipped',
        title: 'Once notified, no Rapid Review is skipped unless the criteria prove not to be met',
        source: "the Panel's FAQ",
        holdsFrom: WORKING_TOGETHER_2018,
        confirmed: true
    },
    {
        kind: 'duty',
        id: 'review-criteria',
        title: "A local review is considered for improvements, recurrent themes, agencies working together, the Panel's view",
        source: 'SI 2018/789 reg. 11',
        holdsFrom: REGULATIONS_2018,
        confirmed: true
    },
    {
        kind: 'limit',
        id: 'progress-monitored',
        title: "The partners check the review's progress and quality at regular intervals",
        countsFrom: 'review-begun',
        bound: 'every',
        length: {
            count: 1,
            unit: 'months'
        },
        source: 'SI 2018/789 reg. 14; the law says regular, monthly is the default',
        holdsFrom: REGULATIONS_2018,
        confirmed: true
    },
    {
        kind: 'duty',
        id: 'reviewer-appointed',
        title: 'The partners appoint the reviewer, fit and without conflict of interest, and may remove them',
        source: 'SI 2018/789 reg. 13',
        holdsFrom: REGULATIONS_2018,
        confirmed: false
    },
    {
        kind: 'duty',
        id: 'report-contents',
        title: 'The report recommends improvements and analyses systemic or underlying reasons',
        source: 'SI 2018/789 reg. 15',
        holdsFrom: REGULATIONS_2018,
        confirmed: false
    },
    {
        kind: 'limit',
        id: 'report-before-publication',
        title: 'The full report reaches the Panel, the Secretary of State and Ofsted before it is published',
        countsFrom: 'before-publication',
        bound: 'at-least',
        length: {
            count: 7,
            unit: 'working-days'
        },
        source: 'SI 2018/789 reg. 15; Working Together',
        holdsFrom: REGULATIONS_2018,
        confirmed: false
    },
    {
        kind: 'duty',
        id: 'publication-or-reasons',
        title: 'The report is published, or its improvements only, or the reasons for neither are given',
        source: 'Children Act 2004 s16F',
        holdsFrom: REGULATIONS_2018,
        confirmed: false
    },
    {
        kind: 'limit',
        id: 'published-within',
        title: 'The review is complete and published',
        countsFrom: 'review-decided',
        bound: 'at-most',
        length: {
            count: 6,
            unit: 'months'
        },
        source: 'Working Together',
        holdsFrom: WORKING_TOGETHER_2018,
        confirmed: true
    },
    {
        kind: 'duty',
        id: 'delay-explained',
        title: 'A delay beyond six months is explained to the Panel and the Secretary of State',
        source: 'Working Together',
        holdsFrom: WORKING_TOGETHER_2018,
        confirmed: false
    },
    {
        kind: 'limit',
        id: 'publicly-available',
        title: 'The published report stays publicly available',
        countsFrom: 'publication',
        bound: 'at-least',
        length: {
            count: 1,
            unit: 'years'
        },
        source: 'Working Together 2018 and after',
        holdsFrom: WORKING_TOGETHER_2018,
        confirmed: false
    },
    {
        kind: 'duty',
        id: 'inequalities-addressed',
        title: 'The Rapid Review says how racism and other inequalities affected the case',
        source: "the Panel's guidance as given locally",
        holdsFrom: WORKING_TOGETHER_2023,
        confirmed: true
    }
];
function statutoryLimits(on) {
    const held = statutoryEntries.filter(({ holdsFrom })=>holdsFrom <= on);
    return held.filter(({ id, holdsFrom })=>!held.some((other)=>other.id === id && other.holdsFrom > holdsFrom));
}
function statutoryLimit(id, on) {
    const limit = statutoryLimits(on).find((entry)=>entry.kind === 'limit' && entry.id === id);
    if (limit === undefined) throw new RangeError(`The statutory limit "${id}" did not hold on ${on}.`);
    return limit;
}
const statutoryAnchorWords = {
    'authority-aware': 'the authority becoming aware',
    'notification-sent': 'the notification being sent',
    'review-decided': 'the decision to undertake the review',
    'review-begun': 'the review having begun',
    'before-publication': 'publication',
    publication: 'publication'
};
function sayLength({ count, unit }) {
    const words = {
        'working-days': 'working day',
        months: 'month',
        years: 'year'
    }[unit];
    return `${count} ${words}${count === 1 ? '' : 's'}`;
}

//# sourceMappingURL=statutory.js.map
