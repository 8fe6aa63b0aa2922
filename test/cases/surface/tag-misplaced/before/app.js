const x = 1;
// @astrocache
const y = x + 1;
console.log(y);
