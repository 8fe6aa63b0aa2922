const { words, sign, limit, patterns } = require("./words");

// @astrocache
function f(n) {
  console.error("ran f");
  return words.slice(0, Math.min(n, limit)).join(sign);
}

function reset() {
  patterns[0].lastIndex = 0;
}
console.log(f(2));
reset();
