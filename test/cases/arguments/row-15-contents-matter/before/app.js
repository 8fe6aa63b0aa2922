class Point {
  constructor(x) {
    this.x = x;
  }
}
// @astrocache
function show(value) {
  console.error("ran show");
  if (value instanceof Map) return String(value.get("k"));
  if (value instanceof Set) return [...value].join();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Date) return String(value.getTime());
  if (value instanceof Uint8Array) return String(value[0]);
  return String(value.x);
}
const values = [
  new Map([["k", 1]]),
  new Map([["k", 2]]),
  new Set(["a", "b"]),
  new Set(["a", "c"]),
  /x/,
  /x/g,
  new Date(0),
  new Date(1),
  new Uint8Array([7]),
  new Uint8Array([8]),
  new Point(3),
  new Point(4),
];
console.log(values.map((value) => show(value)).join(" "));
