const fast = () => "fast";
const slow = () => "slow";
const chosen = process.env.SPEED === "fast" ? fast : slow;
let rate;
if (process.env.SPEED === "fast") rate = 1;
else rate = 2;

// @astrocache
function f() {
  console.error("ran f");
  return chosen();
}
// @astrocache
function g() {
  console.error("ran g");
  return rate;
}
console.log(f(), g());
