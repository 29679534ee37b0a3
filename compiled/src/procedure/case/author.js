"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "authorOf", {
    enumerable: true,
    get: function() {
        return authorOf;
    }
});
const _facts = require("./facts");
const authorOf = (file)=>[
        ...(0, _facts.factsOf)(file, 'appointAuthor'),
        ...(0, _facts.factsOf)(file, 'replaceAuthor')
    ].reduce((last, one)=>last === undefined || one.seq > last.seq ? one : last, undefined)?.form.author;

//# sourceMappingURL=author.js.map
