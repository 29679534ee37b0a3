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
    get hasMark () {
        return hasMark;
    },
    get markedUnreadable () {
        return markedUnreadable;
    },
    get sayUnreadable () {
        return sayUnreadable;
    }
});
/**
 * Reasons why a value that came to a case from outside cannot be read. The codec does not throw: it puts a marked value
 * in its place, which the case refuses. An error would stop the case for good, because its history is read again at
 * every replay.
 */ const sentences = {
    'not-encrypted': 'It was sent unencrypted. Here only what is encrypted with a key of this installation is read: with Temporal’s command line use --codec-endpoint.',
    'unknown-key': 'It is encrypted with a key that this installation never had, or has thrown away.',
    'not-decrypted': 'It cannot be decrypted with the key that it names: it was changed, or is of another key.',
    'another-case': 'It was encrypted for another case.',
    'not-json': 'It is no JSON in UTF-8.',
    imitation: 'It imitates the mark of what cannot be read.'
};
/** The name of the only property of a marked value. */ const mark = '@unreadable';
const markedUnreadable = (why)=>({
        [mark]: why
    });
const hasMark = (value)=>typeof value === 'object' && value !== null && Object.hasOwn(value, mark);
function sayUnreadable(value) {
    if (!hasMark(value)) return undefined;
    const why = Object.entries(value ?? {}).find(([name])=>name === mark)?.[1];
    return typeof why === 'string' && Object.hasOwn(sentences, why) ? sentences[why] : sentences.imitation;
}

//# sourceMappingURL=unreadable.js.map
