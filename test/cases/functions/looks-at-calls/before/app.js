// @astrocache
function who() {
  console.error("ran who");
  return who.caller.name;
}
function count() {
  return sum.arguments.length;
}
// @astrocache
function sum(a) {
  console.error("ran sum");
  return count() + a;
}
// @astrocache
function named(call) {
  console.error("ran named");
  return call.caller + call.arguments.length;
}
const one = function one() {
  return who();
};
const two = function two() {
  return who();
};
console.log(one(), two(), sum(1), sum(1, 2));
console.log(named({ caller: "x", arguments: [] }));
