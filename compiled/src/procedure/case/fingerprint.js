/** A value as text: the same value always gives the same text, whatever the order of its keys. */ "use strict";
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
    get canonical () {
        return canonical;
    },
    get fingerprint () {
        return fingerprint;
    }
});
function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).filter(([, one])=>one !== undefined).sort(([a], [b])=>a < b ? -1 : 1);
        return `{${entries.map(([key, one])=>`${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
    }
    return JSON.stringify(value) ?? 'null';
}
// Looked up once: in a sandbox every look at a global is slow, and this is asked for every letter.
const { imul } = Math;
/** FNV-1a over the text, 32 bits, from a given start. */ function fnv(text, start) {
    let hash = start;
    for(let i = 0; i < text.length; i += 1){
        hash ^= text.charCodeAt(i);
        hash = imul(hash, 0x01000193) >>> 0;
    }
    return hash.toString(16).padStart(8, '0');
}
const fingerprint = (value)=>{
    const text = canonical(value);
    return fnv(text, 0x811c9dc5) + fnv(text, 0x01234567);
};

//# sourceMappingURL=fingerprint.js.map
