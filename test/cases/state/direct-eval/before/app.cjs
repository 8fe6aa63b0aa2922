const lib = require("./lib.cjs");

// @astrocache
function code(n) {
  console.error("ran code");
  return n + lib.code();
}
// @astrocache
function value(n) {
  console.error("ran value");
  return n + lib.value();
}
// @astrocache
function items(n) {
  console.error("ran items");
  return n + lib.items();
}

for (const text of ["", "f = () => 2", "rate = 20", "list[0] = 200"]) {
  lib.change(text);
  console.log(code(1), value(1), items(1));
}
