const { one, two: second } = require("./lib");
const lib = require("./lib.js");

// @astrocache
function f() {
  console.error("ran f");
  const inner = require("./inner");
  return [one(), second(), lib.tools.three(), inner(), new lib.Five().value()].join(" ");
}
console.log(f());
