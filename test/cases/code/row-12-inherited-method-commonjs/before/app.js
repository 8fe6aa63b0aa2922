const Middle = require("./middle");
require("./patch");
class Leaf extends Middle {}

// @astrocache
function area() {
  console.error("ran area");
  const leaf = new Leaf();
  return `${leaf.size() * 2} ${leaf.patched()}`;
}
console.log(area());
