const lib = require("./lib");
require("./patch");
// @astrocache
function f() {
  console.error("ran f");
  return lib.word();
}
console.log(f());
