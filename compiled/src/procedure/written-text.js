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
    get isReadable () {
        return isReadable;
    },
    get unwritableIn () {
        return unwritableIn;
    },
    get writable () {
        return writable;
    }
});
/*
 * Rules for text that people wrote: which characters it can hold, and whether it says anything. Every door and every
 * output asks here.
 */ // XML 1.0, section 2.2: tab, line feed and carriage return are the only controls below U+0020; no surrogate stands alone.
const unwritable = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Surrogate}\ufffe\uffff]/u;
const everyUnwritable = new RegExp(unwritable, 'gu');
/**
 * Characters that show nothing by themselves: blanks, controls, formats, marks without a letter, tags, variation
 * selectors, fillers, private use, what stands for a lost character, the blank of braille and the null notehead.
 */ const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Noncharacter_Code_Point}\u2800\ufffc\ufffd\u{1d159}]/gu;
function unwritableIn(text) {
    const found = unwritable.exec(text)?.[0];
    return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
const writable = (text)=>text.replaceAll(everyUnwritable, '');
const isReadable = (text)=>text.replaceAll(unseen, '') !== '';

//# sourceMappingURL=written-text.js.map
