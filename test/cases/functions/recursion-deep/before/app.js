// @astrocache
function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
// @astrocache
function depth(n) {
  return n === 0 ? 0 : depth(n - 1) + 1;
}
console.log(fib(30), depth(3000));
