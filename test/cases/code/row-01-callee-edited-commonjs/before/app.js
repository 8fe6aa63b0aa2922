const { price } = require("./price");
const rates = require("./tax.js");

// @astrocache
function total(count) {
  console.error("ran total");
  return count * price(0) + rates.tax(count);
}

console.log(total(3));
