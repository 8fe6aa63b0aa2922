const failure = new TypeError("no");
// @astrocache
function f(which) {
  console.error("ran f");
  throw failure;
}
// @astrocache
async function g() {
  console.error("ran g");
  await null;
  throw new Error("late");
}
// @astrocache
function h() {
  console.error("ran h");
  throw undefined;
}
// @astrocache
function ok() {
  console.error("ran ok");
  return 3;
}
try {
  f(1);
} catch (error) {
  console.log(String(error), error === failure);
}
await g().catch((error) => console.log(error.message, error instanceof Error));
try {
  h();
} catch (error) {
  console.log(error);
}
console.log(ok());
