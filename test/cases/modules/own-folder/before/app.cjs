const path = require("node:path");
// @astrocache
function f() {
  console.error("ran f");
  return path.join(__dirname, path.basename(__filename));
}
console.log(path.basename(f()));
