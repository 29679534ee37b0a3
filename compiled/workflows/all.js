/* Every workflow of the bundle, by its type: the worker finds them here. */ "use strict";
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
    get incident () {
        return _incident.incident;
    },
    get outsideNotification () {
        return _outsidenotification.outsideNotification;
    }
});
const _incident = require("./incident");
const _outsidenotification = require("./outside-notification");

//# sourceMappingURL=all.js.map
