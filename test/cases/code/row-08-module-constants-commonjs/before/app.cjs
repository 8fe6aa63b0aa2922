const constants = require("./constants.cjs");
const limits = require("./limits.json");
const OWN = 1;

// @astrocache
function f() {
  console.error("ran f");
  return `${OWN} ${constants.IMPORTED} ${limits.max}`;
}

console.log(f());
