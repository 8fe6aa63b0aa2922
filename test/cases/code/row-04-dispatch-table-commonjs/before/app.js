"use strict";
const { table } = require("./table");
require("./ops");

function apply(name, x) {
  console.error("ran apply");
  return table[name](x);
}

console.log(apply("double", 2), apply("square", 3));
