"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "parseNhsNumber", {
    enumerable: true,
    get: function() {
        return parseNhsNumber;
    }
});
/* NHS numbers. Source: NHS Data Dictionary, "NHS NUMBER": ten digits, of which the last is a check digit modulus 11. */ const groups = /^(\d{3})(\d{3})(\d{4})$/;
/** True if the tenth digit is the check digit of the nine before it. */ function isChecked(digits) {
    const weights = [
        10,
        9,
        8,
        7,
        6,
        5,
        4,
        3,
        2
    ];
    const sum = weights.reduce((total, weight, at)=>total + weight * Number(digits.charAt(at)), 0);
    const check = (11 - sum % 11) % 11;
    return check === Number(digits.at(9));
}
function parseNhsNumber(text) {
    const digits = text.replaceAll(/[\s-]/g, '');
    const [, first, second, last] = groups.exec(digits) ?? [];
    if (first === undefined || /^0+$/.test(digits) || !isChecked(digits)) return undefined;
    return `${first} ${second ?? ''} ${last ?? ''}`;
}

//# sourceMappingURL=nhs-number.js.map
