import { inspect } from "node:util";

// @astrocache
function make() {
  console.error("ran make");
  const shared = { n: 1 };
  const bare = Object.create(null);
  bare.a = 1;
  return {
    date: new Date(0),
    map: new Map([["k", new Set([1])]]),
    list: [, -0, NaN, 1n, undefined],
    bytes: new Uint8Array([1, 2]),
    buffer: Buffer.from("x"),
    pattern: /x/gi,
    bare,
    pair: [shared, shared],
    error: new RangeError("bad"),
    order: { b: 1, a: 2, " 1": 3 },
  };
}
const value = make();
console.log(value.date.constructor.name, value.date instanceof Date, value.date.getTime());
console.log(inspect(value.map));
console.log(inspect(value.list));
console.log(inspect(value.bytes), value.buffer.constructor.name, Buffer.isBuffer(value.buffer));
console.log(String(value.pattern));
console.log(inspect(value.bare));
console.log(value.pair[0] === value.pair[1]);
console.log(String(value.error), value.error instanceof RangeError);
console.log(inspect(Object.keys(value.order).map((key) => key.trim())));
