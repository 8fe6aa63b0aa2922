class C { static #n = 1; static set(n) { C.#n = n; } static get() { return C.#n; } }
// @astrocache
function f() { return C.get(); }
const r = [f()]; C.set(2); r.push(f()); console.log("class used through helper with private static:", ...r);
