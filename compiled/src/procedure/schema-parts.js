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
    get definitionOfSchema () {
        return definitionOfSchema;
    },
    get isRecord () {
        return isRecord;
    },
    get schemaPartsOf () {
        return schemaPartsOf;
    },
    get titleOf () {
        return titleOf;
    },
    get wrappedIn () {
        return wrappedIn;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
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
const definitionOfSchema = (schema)=>schema._zod.def;
const wrappedIn = ({ type, innerType, in: inside })=>type === 'pipe' ? inside : innerType;
const isRecord = (value)=>typeof value === 'object' && value !== null && !Array.isArray(value);
function schemaPartsOf(schema, value, path = []) {
    return [
        {
            schema,
            value,
            path
        },
        ...insideOf(schema, value, path)
    ];
}
function insideOf(schema, value, path) {
    const definition = definitionOfSchema(schema);
    const { element, shape, options } = definition;
    const inner = wrappedIn(definition) ?? options?.find((one)=>_mini.safeParse(one, value).success);
    if (inner !== undefined) return schemaPartsOf(inner, value, path);
    if (element !== undefined && Array.isArray(value)) {
        return value.flatMap((one, at)=>schemaPartsOf(element, one, [
                ...path,
                at
            ]));
    }
    if (shape !== undefined && isRecord(value)) {
        return Object.entries(shape).flatMap(([key, field])=>schemaPartsOf(field, value[key], [
                ...path,
                key
            ]));
    }
    return [];
}
const titleOf = (schema)=>_mini.globalRegistry.get(schema)?.title ?? '';

//# sourceMappingURL=schema-parts.js.map
