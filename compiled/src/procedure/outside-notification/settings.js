/** The settings of a partnership for notifications that come from people who are not signed in. */ "use strict";
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
    get sayTelephone () {
        return sayTelephone;
    },
    get usualOutsideSettings () {
        return usualOutsideSettings;
    }
});
const usualOutsideSettings = {
    perAddressAnHour: 10,
    inAllAnHour: 60,
    keepSetAsideDays: 90
};
const sayTelephone = ({ telephone })=>`telephone the Business Unit${telephone === undefined ? '' : ` on ${telephone}`}`;

//# sourceMappingURL=settings.js.map
