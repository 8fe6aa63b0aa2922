// @astrocache
function fn() {
  console.error("ran fn");
  return { run: () => 1 };
}
// @astrocache
function cls() {
  console.error("ran cls");
  return new WeakMap();
}
// @astrocache
function getter() {
  console.error("ran getter");
  return {
    get x() {
      return 5;
    },
  };
}
// @astrocache
function promiseIn() {
  console.error("ran promiseIn");
  return { later: Promise.resolve(1) };
}
console.log(typeof fn().run, cls() instanceof WeakMap, getter().x, promiseIn().later instanceof Promise);
