const given = require("./given.js");

// @astrocache
function named() {
  process.stderr.write("ran named\n");
  return module.require("./one.js").rate();
}

console.log(named(), given());
