class C { static #n = 1; static set(n) { C.#n = n; } 
// @astrocache
get() { return C.#n; } }
const r = [new C().get()]; C.set(2); r.push(new C().get()); console.log("private static seen by instance method:", ...r);
