// @astrocache
function f(value) {
  console.error("ran f");
  return Object.keys(value).join("");
}
const made = {};
made.a = 1;
made.b = [1, 2, 3].map((x) => x);
console.log(f({ a: 1, b: [1, 2, 3] }), f(made), f(JSON.parse('{"a":1,"b":[1,2,3]}')), f({ b: [1, 2, 3], a: 1 }));
