// @astrocache
function add(a, b = 0) {
  console.error("ran add");
  return a + b;
}
const { add: other } = { add };
console.log([add(1, 2), add.call(null, 1, 2), add.apply(undefined, [1, 2]), other?.bind(null, 1)(2)], [1, 2].map((x) => add(x)));
