const fns = require("./fns");
const { renamed } = fns;

// @astrocache
function f(list) {
  console.error("ran f");
  return list.map(fns.passed);
}
// @astrocache
function g(x) {
  console.error("ran g");
  return fns.multiply.bind(null, 3)(x);
}
// @astrocache
const h = (x) => {
  console.error("ran h");
  const steps = [renamed];
  return steps.reduce((value, step) => step(value), x);
};

console.log(f([1, 2]), g(5), h(7));
