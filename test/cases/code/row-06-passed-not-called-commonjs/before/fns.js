function passed(x) {
  return x + 1;
}
function multiply(a, b) {
  return a * b;
}
const original = (x) => x - 1;
module.exports = { passed, multiply, renamed: original };
