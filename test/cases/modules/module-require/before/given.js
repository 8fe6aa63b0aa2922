function given() {
  process.stderr.write("ran given\n");
  return ((load) => load("./two.js"))(require).rate();
}
module.exports = given;
