"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "panelReply", {
    enumerable: true,
    get: function() {
        return panelReply;
    }
});
const _position = require("../src/procedure/case/position");
async function panelReply(c) {
    await c.done('panel-reply');
    while((0, _position.panelWantsMore)(c.file)){
        await c.done('panel-answer');
        await c.done('panel-reply');
    }
    await c.done('response');
}

//# sourceMappingURL=panel-reply.js.map
