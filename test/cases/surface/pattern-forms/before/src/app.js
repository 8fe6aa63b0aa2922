import { loadA, other } from "./lib/a.js";
import { loadSkipped } from "./lib/skip.js";

class Cart {
  total(n) {
    console.error("ran total");
    return n;
  }
}
function outer(n) {
  const inner = (x) => {
    console.error("ran inner");
    return x;
  };
  return inner(n);
}
console.log(loadA(1), other(2), loadSkipped(3), new Cart().total(4), outer(5), 6);
