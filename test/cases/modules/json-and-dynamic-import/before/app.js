// @astrocache
async function f(n) {
  console.error("ran f");
  const { work } = await import("./lazy.js");
  return work(n);
}
console.log(await f(1));
