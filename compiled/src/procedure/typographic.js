/**
 * The apostrophes and quotation marks of a printed sentence. Rules, templates and profiles are written with those of a
 * keyboard; console and emails show them with those of print, and what somebody wrote on a case as they wrote it.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "typographic", {
    enumerable: true,
    get: function() {
        return typographic;
    }
});
const typographic = (text)=>text.replaceAll("'", '’').replaceAll(/"([^"]*)"/g, '“$1”');

//# sourceMappingURL=typographic.js.map
