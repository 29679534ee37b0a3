"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "familyContacted", {
    enumerable: true,
    get: function() {
        return familyContacted;
    }
});
const _facts = require("./facts");
const _family = require("./family");
function familyContacted(file) {
    const contacts = (0, _facts.factsOf)(file, 'recordFamilyContact');
    // A relative who is added once the notice of intent is out does not call it back.
    const noticed = (0, _facts.fact)(file, 'sendNoticeOfIntent') !== undefined;
    const everyone = (0, _family.familyToContact)(file).every((ref)=>contacts.some((one)=>one.form.familyMember === ref));
    const contacted = (0, _facts.fact)(file, 'recordNoFamilyContact') ?? (0, _facts.whenTrue)(everyone || noticed, ...contacts);
    // A case of an earlier release was never asked about distress, and is not held up by it.
    return file.asksAboutDistress === true ? (0, _facts.allOf)(contacted, (0, _facts.fact)(file, 'recordStepsAgainstDistress')) : contacted;
}

//# sourceMappingURL=family-contact.js.map
