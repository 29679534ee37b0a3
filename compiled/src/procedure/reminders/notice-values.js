/* Values that an email brings, each with its format and a sample by which templates are tried out. */ /**
 * Format of a value that comes with a notice. A `date` is an ISO date and is written "Monday 7 December 2026"; a date
 * already in words stays as it is. Its short form "Monday 7 December" stands beside it, as `dueShort` for `due`. An
 * `agency`, `role` or `step` may be an id, which becomes the name or title; several agencies are ids with commas
 * between them. A `web-address` that is not one is left out. A `choice` has words of its own.
 */ "use strict";
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
    get addressValue () {
        return addressValue;
    },
    get agencyValue () {
        return agencyValue;
    },
    get choiceValue () {
        return choiceValue;
    },
    get commonValues () {
        return commonValues;
    },
    get dateValue () {
        return dateValue;
    },
    get readAgencies () {
        return readAgencies;
    },
    get roleValue () {
        return roleValue;
    },
    get stepValue () {
        return stepValue;
    },
    get stepValues () {
        return stepValues;
    },
    get textValue () {
        return textValue;
    },
    get writeAgencies () {
        return writeAgencies;
    },
    get yesValue () {
        return yesValue;
    }
});
const dateValue = {
    shape: 'date',
    sample: '2026-12-07'
};
const agencyValue = {
    shape: 'agency',
    sample: 'Hospital trust'
};
const roleValue = {
    shape: 'role',
    sample: 'author'
};
const stepValue = {
    shape: 'step',
    sample: 'information'
};
const addressValue = {
    shape: 'web-address',
    sample: 'https://example.org/reviews/a-review'
};
const textValue = (sample)=>({
        shape: 'text',
        sample
    });
const yesValue = textValue('yes');
const choiceValue = (choice)=>({
        shape: {
            choice
        },
        sample: Object.keys(choice)[0] ?? ''
    });
const writeAgencies = (agencies)=>agencies.join(',');
const readAgencies = (value)=>value === undefined || value === '' ? [] : value.split(',');
const commonValues = {
    on: dateValue
};
const stepValues = {
    step: stepValue,
    stepNumber: textValue('5'),
    due: dateValue,
    ...commonValues
};

//# sourceMappingURL=notice-values.js.map
