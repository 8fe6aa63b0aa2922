/**
 * The bytes that begin each item of a stored value. `docs/value-format.md` is the grammar; whoever changes either takes a
 * new number for `CODEC`, so that older entries are misses.
 */
export const CODEC = 3;

export const Tag = {
  undefined: 0x75, // u
  null: 0x6e, // n
  true: 0x74, // t
  false: 0x66, // f
  int8: 0x31, // 1
  int32: 0x34, // 4
  double: 0x38, // 8
  bigint: 0x62, // b
  ascii: 0x73, // s
  utf8: 0x79, // y
  utf16: 0x53, // S
  registeredSymbol: 0x40, // @
  wellKnownSymbol: 0x59, // Y

  reference: 0x72, // r: an object written before
  postponed: 0x70, // p: an object whose content stands at the end

  sealedIn: 0x21, // !: not extensible
  prototype: 0x5e, // ^: a prototype other than the usual one of the kind
  plain: 0x7b, // {: a plain object with a list of keys that is new
  shaped: 0x7d, // }: a plain object with a list of keys that was seen
  ordinary: 0x6f, // o
  array: 0x5b, // [
  map: 0x6d, // m
  set: 0x4d, // M
  date: 0x44, // D
  regExp: 0x2f, // /
  error: 0x45, // E
  buffer: 0x42, // B
  resizable: 0x47, // G
  view: 0x76, // v
  slab: 0x6c, // l: memory that a Buffer shares with strangers
  window: 0x77, // w: a view of a slab with its bytes
  boxed: 0x58, // X
  url: 0x55, // U
  searchParams: 0x51, // Q
  headers: 0x48, // H
  linkedParams: 0x71, // q: the searchParams of a URL that was written before
  formData: 0x4a, // J
  domException: 0x4b, // K
  blob: 0x4c, // L
  file: 0x46, // F
  response: 0x52, // R
  readable: 0x5a, // Z: what a ReadableStream gave
  steps: 0x56, // V: what a generator object gave
  temporal: 0x54, // T
  global: 0x67, // g: a builtin by its global name
  bodies: 0x2b, // +: contents of blobs and messages, before all else

  holes: 0x68, // h: a run of holes in an array
  stack: 0x6b, // k: the property `stack` as the engine made it
  flags: 0x23, // #: attributes other than writable, enumerable, configurable
  end: 0x65, // e: of a list of properties

  protoNull: 0x30, // 0
  protoIntrinsic: 0x49, // I
  protoClass: 0x43, // C
  protoObject: 0x4f, // O
} as const;
