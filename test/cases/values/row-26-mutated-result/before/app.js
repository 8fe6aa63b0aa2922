// @astrocache
function list() {
  console.error("ran list");
  return [1, 2];
}
// @astrocache
async function load() {
  console.error("ran load");
  return { deep: { n: 1 } };
}
list().push(3);
const again = list();
const copy = [...again];
again.length = 0;
console.log(copy, list());

(await load()).deep.n = 99;
const second = await load();
const text = structuredClone(second);
second.deep.n = 77;
console.log(text, await load());
