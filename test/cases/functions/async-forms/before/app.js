// @astrocache
const arrow = async (x) => (console.error("ran arrow"), x);
class Api {
  // @astrocache
  async load(x) {
    console.error("ran method");
    await null;
    return x;
  }
}
// @astrocache
function promised(x) {
  console.error("ran promised");
  return Promise.resolve(x);
}
async function* numbers() {
  yield 1;
  yield 2;
  yield 3;
}
// @astrocache
async function sum() {
  console.error("ran sum");
  let total = 0;
  for await (const n of numbers()) total += n;
  return total;
}
const third = promised(3);
console.log(await arrow(1), await new Api().load(2), await third, await sum(), third instanceof Promise);
