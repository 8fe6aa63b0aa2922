const a = require("./a");
exports.odd = (n) => {
  if (n === 0) return false;
  return a.plainEven(n - 1);
};
