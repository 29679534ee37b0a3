/** A word of the field or of the product, as pages, emails and guides use it. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});

//# sourceMappingURL=word.js.map
