"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "effectsOf", {
    enumerable: true,
    get: function() {
        return effectsOf;
    }
});
const _workflow = require("@temporalio/workflow");
const _noticekey = require("../src/procedure/reminders/notice-key");
/* Effects of a case on the world: its record is kept, its notices are sent. The procedure waits for neither. */ // The record is written beside the decision itself; a database that does not answer must not hold the case up.
const promptly = (0, _workflow.proxyLocalActivities)({
    startToCloseTimeout: '1 second',
    scheduleToCloseTimeout: '2 seconds',
    retry: {
        initialInterval: '100 milliseconds',
        maximumAttempts: 5
    },
    summary: 'Put it on the record'
});
// Tried until it works: a mail server or a database may be away for days, and nothing is given up.
const patiently = {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '5 minutes'
};
function effectsOf(unsent) {
    const recorder = recorderOf();
    const sender = senderOf(unsent);
    return {
        record: recorder.record,
        deliver: sender.deliver,
        takeUpWaiting: ()=>takeUpWaiting(unsent),
        areAtRest: ()=>sender.isAtRest() && recorder.isAtRest(),
        areRecorded: recorder.isAtRest
    };
}
/**
 * Writes recordings one after the other. With several at once a replay would learn of them together, and go on with
 * them in another order.
 */ function recorderOf() {
    let writing;
    let unrecorded = 0;
    let inHand = 0;
    async function write(recording) {
        try {
            await promptly.record(recording);
            return true;
        } catch (error) {
            // A local activity fails with what it failed with itself, not wrapped as an ordinary one's failure is.
            if (!(error instanceof _workflow.TemporalFailure) || (0, _workflow.isCancellation)(error)) throw error;
            unrecorded += 1;
            void _workflow.CancellationScope.nonCancellable(async ()=>{
                await goOnRecording(recording);
                unrecorded -= 1;
            });
            return false;
        }
    }
    async function record(recording) {
        inHand += 1;
        const before = writing;
        const mine = before === undefined ? write(recording) : before.then(()=>write(recording));
        const ended = mine.then(()=>undefined, ()=>undefined);
        writing = ended;
        try {
            return await mine;
        } finally{
            inHand -= 1;
            if (writing === ended) writing = undefined;
        }
    }
    return {
        record,
        isAtRest: ()=>unrecorded === 0 && inHand === 0
    };
}
/** Writes to the records until it works. */ async function goOnRecording(recording) {
    const { record } = (0, _workflow.proxyActivities)({
        startToCloseTimeout: '20 seconds',
        retry: patiently,
        summary: `Write to the records: entry ${recording.file.seq}`
    });
    await record(recording);
}
/** Sends what is on the record and not known to be sent. What is being sent is not sent a second time. */ function senderOf({ reference, keys, change }) {
    const sending = new Set();
    async function send(some) {
        const { sendNotices } = (0, _workflow.proxyActivities)({
            startToCloseTimeout: '2 minutes',
            retry: patiently,
            summary: sayKeys(some)
        });
        await sendNotices({
            reference,
            keys: some
        });
        some.forEach((key)=>sending.delete(key));
        change(keys().filter((key)=>!some.includes(key)));
    }
    async function deliver() {
        for(;;){
            const waiting = ()=>keys().filter((key)=>!sending.has(key));
            await (0, _workflow.condition)(()=>waiting().length > 0);
            const some = waiting();
            some.forEach((key)=>sending.add(key));
            void send(some);
        }
    }
    return {
        deliver,
        isAtRest: ()=>sending.size === 0
    };
}
/** Takes up what waits on the record. The record is asked: a Signal may come from anybody, with any content. */ async function takeUpWaiting({ reference, keys, change }) {
    const { waitingNotices } = (0, _workflow.proxyActivities)({
        startToCloseTimeout: '20 seconds',
        retry: patiently,
        summary: 'Look for emails that wait'
    });
    const waiting = await waitingNotices({
        reference
    });
    change([
        ...new Set([
            ...keys(),
            ...waiting
        ])
    ]);
}
/** "Email: information-asked to P21, P24", as it reads in Temporal UI; 200 bytes at most. */ function sayKeys(keys) {
    const byKind = new Map();
    for (const key of keys){
        const { kind, to } = (0, _noticekey.readNoticeKey)(key);
        byKind.set(kind, [
            ...byKind.get(kind) ?? [],
            to
        ]);
    }
    const said = `Email: ${[
        ...byKind
    ].map(([kind, to])=>`${kind} to ${to.join(', ')}`).join('; ')}`;
    return said.length > 180 ? `${said.slice(0, 177)}...` : said;
}

//# sourceMappingURL=effects.js.map
