// @astrocache
exports.even = function even(n) {
  console.error("ran even");
  return n === 0 ? true : b.odd(n - 1);
};
exports.plainEven = (n) => (n === 0 ? true : b.odd(n - 1));
const b = require("./b");
console.log(exports.even(4));
