/* Values inside a form, by the path that names them. */ /** The value at a dotted path of a form. */ "use strict";
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
    get valueAt () {
        return valueAt;
    },
    get withValueAt () {
        return withValueAt;
    }
});
function valueAt(form, path) {
    return path.reduce((inside, key)=>typeof inside === 'object' && inside !== null ? inside[key] : undefined, form);
}
function withValueAt(form, path, value) {
    const [key, ...rest] = path;
    if (key === undefined) return value;
    if (Array.isArray(form)) return form.map((one, at)=>String(at) === key ? withValueAt(one, rest, value) : one);
    const inside = typeof form === 'object' && form !== null ? form : {};
    return {
        ...inside,
        [key]: withValueAt(inside[key], rest, value)
    };
}

//# sourceMappingURL=value-at.js.map
