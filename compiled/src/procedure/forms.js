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
    get asked () {
        return asked;
    },
    get askedWith () {
        return askedWith;
    },
    get asking () {
        return asking;
    },
    get asksFor () {
        return asksFor;
    },
    get choice () {
        return choice;
    },
    get chosenAmong () {
        return chosenAmong;
    },
    get code () {
        return code;
    },
    get confirmed () {
        return confirmed;
    },
    get count () {
        return count;
    },
    get date () {
        return date;
    },
    get dateOfBirth () {
        return dateOfBirth;
    },
    get fieldProblems () {
        return fieldProblems;
    },
    get group () {
        return group;
    },
    get isWordsReference () {
        return isWordsReference;
    },
    get keptAt () {
        return keptAt;
    },
    get line () {
        return line;
    },
    get moment () {
        return moment;
    },
    get nameLine () {
        return nameLine;
    },
    get namedWords () {
        return namedWords;
    },
    get namesIn () {
        return namesIn;
    },
    get person () {
        return person;
    },
    get personIdPattern () {
        return personIdPattern;
    },
    get readForm () {
        return readForm;
    },
    get readableText () {
        return readableText;
    },
    get several () {
        return several;
    },
    get words () {
        return words;
    },
    get wordsFields () {
        return wordsFields;
    },
    get yesNo () {
        return yesNo;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _dates = require("./time/dates");
const _writtentext = require("./written-text");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
const label = (title, description)=>description === undefined ? {
        title
    } : {
        title,
        description
    };
const longestText = 20_000;
const wordsFields = _mini.registry();
const isWordsReference = (text)=>typeof text === 'string' && text.startsWith('words:');
function namesIn(schema) {
    if (wordsFields.get(schema)?.names === true) return true;
    const { innerType } = schema._zod.def;
    return innerType !== undefined && namesIn(innerType);
}
const asked = _mini.registry();
const asking = _mini.registry();
const askedWith = (settings, schema)=>{
    asking.add(schema, {
        ...asking.get(schema),
        ...settings
    });
    return schema;
};
const chosenAmong = (chooses, schema)=>askedWith({
        chooses
    }, schema);
const readableText = (title, longest, missing = asksFor('Enter', title))=>_mini.string({
        error: missing
    }).check(_mini.trim(), _mini.minLength(1, missing), // An empty text has been told of already.
    _mini.refine((text)=>text === '' || (0, _writtentext.isReadable)(text), {
        error: missing
    }), _mini.refine((text)=>(0, _writtentext.unwritableIn)(text) === undefined, {
        error: `${answerTo(title)} contains a character that cannot be kept; type it again`
    }), _mini.maxLength(longest, `${answerTo(title)} must be ${longest.toLocaleString('en-GB')} characters or fewer`));
/** Names what was typed, at the beginning of a sentence. */ const answerTo = (title)=>title.endsWith('?') ? `The answer to "${title}"` : title;
const words = (title, description)=>_mini.pipe(readableText(title, longestText), _mini.custom()).register(wordsFields, {
        longest: longestText
    }).register(_mini.globalRegistry, label(title, description));
const keptAt = (title, description = 'Link or file path')=>words(title, description).register(asking, {
        as: 'line'
    });
const line = (title, description)=>words(title, description).register(asking, {
        as: 'line'
    });
const keptWithNames = 'Kept in the records, never in the case';
const namedWords = (title, description = keptWithNames)=>words(title, description).register(wordsFields, {
        longest: longestText,
        names: true
    });
const nameLine = (title, description = keptWithNames)=>namedWords(title, description).register(asking, {
        as: 'line'
    });
const dateOfBirth = (title)=>_mini.pipe(_mini.string({
        error: asksFor('Enter', title)
    }).check(_mini.refine((text)=>(0, _dates.parseIsoDate)(text) !== undefined || isWordsReference(text), {
        error: `${title} must be a real date, year-month-day, such as 2014-12-07`
    })), _mini.custom()).register(wordsFields, {
        longest: 10,
        names: true
    }).register(asking, {
        as: 'date',
        sort: 'born'
    }).register(_mini.globalRegistry, label(title, keptWithNames));
const date = (title, sort, description)=>_mini.pipe(_mini.string({
        error: asksFor('Enter', title)
    }).check(_mini.refine((text)=>(0, _dates.parseIsoDate)(text) !== undefined, {
        error: `${title} must be a real date, year-month-day, such as 2026-12-07`
    })), _mini.custom()).register(asking, {
        as: 'date',
        sort
    }).register(_mini.globalRegistry, label(title, description));
const yesNo = (title, description)=>_mini.boolean({
        error: title.endsWith('?') ? `${title} Say yes or no` : `Say yes or no: ${lower(title)}`
    }).register(_mini.globalRegistry, label(title, description));
const confirmed = (title)=>_mini.literal(true, {
        error: `Confirm: ${lower(title)}`
    }).register(_mini.globalRegistry, label(title));
const choice = (title, options, description)=>{
    // The keys of a record lose their type to Object.keys.
    const values = isList(options) ? options : Object.keys(options);
    return _mini.enum(values, {
        error: `${title.endsWith('?') ? `${title} Choose one` : asksFor('Choose', title)}: ${values.join(', ')}`
    }).register(asking, isList(options) ? {} : {
        options
    }).register(_mini.globalRegistry, label(title, description));
};
const isList = (options)=>Array.isArray(options);
const group = (title, shape, description)=>_mini.strictObject(shape).register(_mini.globalRegistry, label(title, description));
const personIdPattern = ()=>/^P(?!00$)\d{2,4}$/;
const person = (title, description, chooses = 'person')=>_mini.pipe(_mini.string({
        error: `Say who: ${lower(title)}`
    }).check(_mini.regex(personIdPattern(), `${title} must be a person of the partnership, such as P07`)), _mini.custom()).register(asking, {
        chooses
    }).register(_mini.globalRegistry, label(title, description));
const code = (title, description)=>_mini.string({
        error: asksFor('Enter', title)
    }).check(_mini.regex(/^[A-Za-z0-9][A-Za-z0-9:._/-]{0,79}$/, `${title} must be a short code of letters, digits and dashes`)).register(_mini.globalRegistry, label(title, description));
const count = (title, description)=>_mini.int({
        error: `${title} must be a whole number`
    }).check(_mini.gte(0, `${title} must be nought or more`), _mini.lte(100_000, `${title} is too large`)).register(_mini.globalRegistry, label(title, description));
const several = (title, item, atLeast = 1, description)=>_mini.array(item, {
        error: title.endsWith('?') ? asksFor('Choose', title) : `Give ${lower(title)}`
    }).check(_mini.minLength(atLeast, title.endsWith('?') ? `${title} Give at least ${atLeast}` : `Give at least ${atLeast} of ${lower(title)}`), _mini.maxLength(100, `${title}: 100 at most`)).register(_mini.globalRegistry, label(title, description));
const moment = (title, sort, description)=>{
    const error = `${title} must be a date and time such as 2026-11-23T09:30:00Z`;
    return _mini.iso.datetime({
        offset: true,
        error,
        abort: true
    }).check(_mini.refine((text)=>(0, _dates.parseInstant)(text) !== undefined, {
        error
    })).register(asking, {
        as: 'moment',
        sort
    }).register(_mini.globalRegistry, label(title, description));
};
/** Asks for an answer where the schema of a field has no sentence of its own. */ const askAnew = ({ code })=>code === 'invalid_union' ? 'Answer this in one of the ways that the form allows' : 'Answer this question';
const readForm = (schema, value)=>_mini.safeParse(schema, value, {
        error: askAnew
    });
function fieldProblems(error) {
    return error.issues.flatMap((issue)=>{
        const field = issue.path.join('.');
        if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key)=>({
                    field: [
                        ...issue.path,
                        key
                    ].join('.'),
                    sentence: `There is no field "${key}" in this form; take it out or correct its name`
                }));
        }
        return [
            {
                field,
                sentence: issue.message
            }
        ];
    });
}
function asksFor(verb, title) {
    if (title.startsWith('Give ')) return title;
    if (title.endsWith('?')) return `Answer the question: ${title}`;
    return /^Date /.test(title) ? `${verb} the ${lower(title)}` : `${verb} ${lower(title)}`;
}
const lower = (text)=>/^[A-Z][a-z' ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

//# sourceMappingURL=forms.js.map
