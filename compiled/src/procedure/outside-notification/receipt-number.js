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
    get bytesOfReceiptNumber () {
        return bytesOfReceiptNumber;
    },
    get isReceiptNumber () {
        return isReceiptNumber;
    },
    get receiptNumberOf () {
        return receiptNumberOf;
    }
});
/** Letters and digits that nobody mistakes for one another, without vowels, so that they spell no word. */ const alphabet = '23456789BCDFGHJKMNPQRTVWXZ';
const bytesOfReceiptNumber = 8;
const pattern = new RegExp(`^REC-[${alphabet}]{4}-[${alphabet}]{4}$`);
function receiptNumberOf(bytes) {
    if (bytes.length < bytesOfReceiptNumber) throw new RangeError(`${bytes.length} bytes are too few for a number.`);
    const signs = [
        ...bytes.slice(0, bytesOfReceiptNumber)
    ].map((byte)=>alphabet.charAt(byte % alphabet.length));
    return `REC-${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}
const isReceiptNumber = (text)=>pattern.test(text);

//# sourceMappingURL=receipt-number.js.map
