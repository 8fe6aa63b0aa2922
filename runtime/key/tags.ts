/**
 * The bytes that begin each item of a key. Every item tells by its first byte what follows and by its lengths where it
 * ends, so that no two different sequences of items have the same bytes. `docs/key-format.md` is the grammar; whoever
 * changes either raises `KEY_VERSION`.
 */
export const KEY_VERSION = 2;

export const Tag = {
  undefined: 0x75, // u
  null: 0x6e, // n
  true: 0x74, // t
  false: 0x66, // f
  int32: 0x69, // i
  double: 0x64, // d
  nan: 0x4e, // N
  bigint: 0x62, // b
  utf8: 0x73, // s
  utf16: 0x53, // S
  registeredSymbol: 0x79, // y
  wellKnownSymbol: 0x59, // Y
  omitted: 0x78, // x

  reference: 0x72, // r: an object written before
  again: 0x52, // R: an object written before in part, now written again
  postponed: 0x70, // p: an object whose body stands at the end

  sealedIn: 0x21, // !: not extensible
  prototype: 0x5e, // ^: a prototype other than the usual one of the kind
  ordinary: 0x6f, // o
  array: 0x61, // a
  holes: 0x68, // h: a run of holes in an array
  map: 0x6d, // m
  set: 0x4d, // M
  date: 0x44, // D
  regExp: 0x2f, // /
  error: 0x45, // E
  buffer: 0x42, // B
  resizable: 0x47, // G
  view: 0x76, // v
  window: 0x77, // w: a Buffer in a slab that it shares with strangers
  boxed: 0x58, // X
  arguments: 0x67, // g
  url: 0x55, // U
  searchParams: 0x51, // Q
  headers: 0x48, // H
  guardedHeaders: 0x6c, // l: those that fetch gave, which refuse changes
  signal: 0x7a, // z
  temporal: 0x54, // T
  function: 0x46, // F
  global: 0x49, // I: a builtin by its global name
  domException: 0x4b, // K
  formData: 0x4a, // J
  request: 0x71, // q

  stack: 0x6b, // k: the property `stack` as the engine made it
  flags: 0x23, // #: attributes other than writable, enumerable, configurable
  fixedLength: 0x3d, // =: an array whose length is read-only
  accessor: 0x3a, // :: a property with a getter or a setter
  end: 0x65, // e: of a list of properties

  protoNull: 0x30, // 0
  protoIntrinsic: 0x31, // 1
  protoForeign: 0x32, // 2
  protoClass: 0x33, // 3
  protoObject: 0x34, // 4
} as const;
