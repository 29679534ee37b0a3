"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "failureConverter", {
    enumerable: true,
    get: function() {
        return failureConverter;
    }
});
const _common = require("@temporalio/common");
const failureConverter = new _common.DefaultFailureConverter({
    encodeCommonAttributes: true
});

//# sourceMappingURL=failure-converter.js.map
