import { Leaf } from "./lib.js";
// @astrocache
function f() {
  console.error("ran f");
  const leaf = new Leaf();
  return [leaf.one, leaf.two(), Leaf.three, leaf.four(), leaf.five(), leaf.call("six")].join(" ");
}
console.log(f());
