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
    get glossary () {
        return glossary;
    },
    get glossaryGroups () {
        return glossaryGroups;
    }
});
const _dates = require("./glossary/dates");
const _papers = require("./glossary/papers");
const _people = require("./glossary/people");
const _review = require("./glossary/review");
const _system = require("./glossary/system");
/** Compares two texts as a reader looks them up: without regard to large letters. */ const byAlphabet = (a, b)=>a.word.localeCompare(b.word, 'en-GB');
const glossaryGroups = [
    {
        id: 'people',
        title: 'People and bodies',
        words: _people.people
    },
    {
        id: 'review',
        title: 'Steps, meetings and decisions',
        words: _review.review
    },
    {
        id: 'papers',
        title: 'Forms, reports and papers',
        words: _papers.papers
    },
    {
        id: 'dates',
        title: 'Dates and reminders',
        words: _dates.dates
    },
    {
        id: 'system',
        title: 'The case and the system',
        words: _system.system
    }
].map((group)=>({
        ...group,
        words: [
            ...group.words
        ].sort(byAlphabet)
    }));
const glossary = glossaryGroups.flatMap(({ words })=>words).sort(byAlphabet);

//# sourceMappingURL=glossary.js.map
