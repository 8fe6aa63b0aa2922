import { Instance, List, type Property, type Recipe } from "./recipes.ts";

/** Makes the value of a recipe anew. */
export function make(recipe: Recipe): unknown {
  return makeValue(recipe, []);
}

function makeValue(recipe: Recipe, made: object[]): unknown {
  switch (recipe.kind) {
    case "primitive":
      return recipe.value;
    case "reference":
      return made.length === 0 ? null : made[recipe.index % made.length];
    case "object":
      return makeObject(recipe, made);
    case "array":
      return makeArray(recipe, made);
    case "map":
      return fill(note(new Map<unknown, unknown>(), made), (map) =>
        recipe.entries.forEach(([key, value]) => map.set(makeValue(key, made), makeValue(value, made))),
      );
    case "set":
      return fill(note(new Set<unknown>(), made), (set) =>
        recipe.elements.forEach((element) => set.add(makeValue(element, made))),
      );
    case "date":
      return note(new Date(recipe.time), made);
    case "regexp":
      return fill(
        note(new RegExp(recipe.source, recipe.flags), made),
        (regExp) => (regExp.lastIndex = recipe.lastIndex),
      );
    case "boxed":
      return note(Object(recipe.value) as object, made);
    case "bytes":
      return note(makeBytes(recipe.form, Uint8Array.from(recipe.bytes)), made);
    case "error":
      return makeError(recipe, made);
  }
}

function makeObject({ form, properties }: Extract<Recipe, { kind: "object" }>, made: object[]): object {
  const object = note(
    form === "instance" ? new Instance() : (Object.create(form === "null" ? null : Object.prototype) as object),
    made,
  );
  define(object, properties, made, form === "hidden");
  if (form === "frozen") Object.freeze(object);
  if (form === "sealed") Object.seal(object);
  if (form === "closed") Object.preventExtensions(object);
  return object;
}

function makeArray({ form, items, extra }: Extract<Recipe, { kind: "array" }>, made: object[]): object {
  const array: unknown[] = note(form === "subclass" ? new List() : [], made);
  for (const [i, item] of items.entries()) if (item !== "hole") array[i] = makeValue(item, made);
  array.length = items.length;
  define(
    array,
    extra.filter(([key]) => key !== "length"),
    made,
    false,
  );
  return form === "frozen" ? Object.freeze(array) : array;
}

function makeError({ form, message, properties }: Extract<Recipe, { kind: "error" }>, made: object[]): object {
  const constructor = form === "Error" ? Error : form === "TypeError" ? TypeError : RangeError;
  const error = note(new constructor(message), made);
  error.stack = `${form}: somewhere`;
  define(error, properties, made, false);
  return error;
}

function makeBytes(form: Extract<Recipe, { kind: "bytes" }>["form"], bytes: Uint8Array<ArrayBuffer>): object {
  if (form === "Buffer") return Buffer.from(bytes);
  if (form === "Float32Array") return new Float32Array(bytes.buffer);
  if (form === "DataView") return new DataView(bytes.buffer);
  if (form === "ArrayBuffer") return bytes.buffer;
  return form === "slice" ? bytes.subarray(1) : bytes;
}

function define(object: object, properties: readonly Property[], made: object[], hidden: boolean): void {
  for (const [key, value] of properties) {
    Object.defineProperty(object, key, {
      value: makeValue(value, made),
      writable: true,
      enumerable: !hidden,
      configurable: true,
    });
  }
}

function note<T extends object>(object: T, made: object[]): T {
  made.push(object);
  return object;
}

function fill<T>(object: T, run: (object: T) => unknown): T {
  run(object);
  return object;
}
