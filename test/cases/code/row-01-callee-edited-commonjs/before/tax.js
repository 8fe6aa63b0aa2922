function tax(n) {
  console.error("ran tax");
  return n + 1 + 1;
}
module.exports = { tax };
