/** Defines a data property with the attributes of `flags` (1 writable, 2 enumerable, 4 configurable); false if it cannot be. */
export function define(object: object, key: PropertyKey, value: unknown, flags: number): boolean {
  // Without a prototype, so that nothing that a program put on `Object.prototype` is an attribute.
  const attributes: PropertyDescriptor = Object.create(null) as object;
  attributes.value = value;
  attributes.writable = (flags & 1) !== 0;
  attributes.enumerable = (flags & 2) !== 0;
  attributes.configurable = (flags & 4) !== 0;
  return Reflect.defineProperty(object, key, attributes);
}
