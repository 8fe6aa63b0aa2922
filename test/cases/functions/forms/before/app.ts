import nine from "./lib.ts";

// @astrocache
function declared(n: number): number {
  console.error("ran declared");
  return n;
}
// @astrocache
const expression = function (n: number): number {
  console.error("ran expression");
  return n;
};
// @astrocache
const arrow = (n: number): number => (console.error("ran arrow"), n);
const api = {
  // @astrocache
  load(n: number): number {
    console.error("ran object");
    return n;
  },
};
class Box {
  // @astrocache
  static of(n: number): number {
    console.error("ran static");
    return n;
  }
  // @astrocache
  method(n: number): number {
    console.error("ran method");
    return n;
  }
  // @astrocache
  #hidden(n: number): number {
    console.error("ran private");
    return n;
  }
  open(n: number): number {
    return this.#hidden(n);
  }
}
// @astrocache
async function later(n: number): Promise<number> {
  console.error("ran async");
  return n;
}
const box = new Box();
console.log(declared(1), expression(2), arrow(3), api.load(4), Box.of(5), box.method(6), box.open(7), await later(8), nine(9));
