"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "interceptors", {
    enumerable: true,
    get: function() {
        return interceptors;
    }
});
/** The names that the SDK keeps for itself. */ const reserved = '__temporal_';
const interceptors = ()=>({
        internals: [
            {
                activate ({ activation, ...input }, next) {
                    const jobs = (activation.jobs ?? []).filter(({ signalWorkflow: signal })=>signal?.signalName?.startsWith(reserved) !== true);
                    activation.jobs?.splice(0, activation.jobs.length, ...jobs);
                    next({
                        ...input,
                        activation
                    });
                }
            }
        ]
    });

//# sourceMappingURL=reserved-signals.js.map
