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
    get displayIsLengthened () {
        return displayIsLengthened;
    },
    get looserThanStatute () {
        return looserThanStatute;
    },
    get statutoryLimitOf () {
        return statutoryLimitOf;
    }
});
const _statutory = require("./statutory");
/** Steps whose windows the law limits. A limit that ends at a later step limits the earlier ones too. */ const governed = [
    [
        'notify-panel',
        [
            'front-door',
            'decision-meeting',
            'outcome'
        ]
    ],
    [
        'rapid-review-to-panel',
        [
            'rapid-review-meeting',
            'determination',
            'submission'
        ]
    ],
    [
        'published-within',
        [
            'publication'
        ]
    ]
];
function looserThanStatute(terms, on) {
    return governed.flatMap(([id, steps])=>{
        const limit = (0, _statutory.statutoryLimit)(id, on);
        return steps.flatMap((step)=>looserWindow(terms, step, limit));
    });
}
function statutoryLimitOf(step, on) {
    const found = governed.find(([, steps])=>steps.includes(step));
    return found && (0, _statutory.statutoryLimit)(found[0], on);
}
function displayIsLengthened(terms, on) {
    return terms.displayMonths < inMonths((0, _statutory.statutoryLimit)('publicly-available', on).length);
}
function looserWindow({ windows }, step, limit) {
    const window = windows[step];
    if (window.anchor === 'notification-sent') return looserFromNotification(window, step, limit);
    const law = `${(0, _statutory.sayLength)(limit.length)} (${limit.source})`;
    // A form may come in on a Saturday: day N of the case is then N whole working days after it, not N - 1.
    const unit = limit.length.unit === 'working-days' ? 'working-day' : 'months-after';
    if (window.anchor !== 'day-one' || window.unit !== unit) {
        const sentence = `This window cannot be compared with the statutory limit of ${law}; count it from day-one in ${unit}.`;
        return [
            {
                path: `windows.${step}.unit`,
                sentence
            }
        ];
    }
    if (window.by <= limit.length.count) return [];
    const said = unit === 'working-day' ? `Day ${window.by}` : `${window.by} months`;
    const sentence = `${said} is later than the law allows: the limit is ${law}. Settings may only tighten this limit. ${sayCompared(limit, said)}`;
    return [
        {
            path: `windows.${step}.by`,
            sentence
        }
    ];
}
/** Says from which days the two lengths count, for they are held against each other as if it were one day. */ function sayCompared(limit, said) {
    const from = _statutory.statutoryAnchorWords[limit.countsFrom];
    const compared = `Compared are ${said.replace(/^D/, 'd')}, counted from Day 1, and ${(0, _statutory.sayLength)(limit.length)} counted from ${from}, which need not come after Day 1.`;
    return limit.countsFrom === 'notification-sent' ? `${compared} To count from the notification as the law does, write { anchor: notification-sent, unit: working-days-after, by: ${limit.length.count} }.` : compared;
}
/** A window that counts from the day on which the notification was sent, as the law's own limit does. */ function looserFromNotification({ unit, by }, step, limit) {
    const law = `${(0, _statutory.sayLength)(limit.length)} (${limit.source})`;
    if (limit.countsFrom !== 'notification-sent' || unit !== 'working-days-after') {
        const sentence = `This window counts from the notification and the statutory limit of ${law} from ${_statutory.statutoryAnchorWords[limit.countsFrom]}; count it from day-one.`;
        return [
            {
                path: `windows.${step}.anchor`,
                sentence
            }
        ];
    }
    if (by <= limit.length.count) return [];
    const sentence = `${by} working days after the notification is later than the law allows: the limit is ${law}, counted from the notification too. Settings may only tighten this limit.`;
    return [
        {
            path: `windows.${step}.by`,
            sentence
        }
    ];
}
function inMonths({ count, unit }) {
    if (unit === 'working-days') throw new RangeError('Working days cannot be counted in months.');
    return unit === 'years' ? count * 12 : count;
}

//# sourceMappingURL=tightening.js.map
