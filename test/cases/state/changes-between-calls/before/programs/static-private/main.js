class C { static #n = 1; static set(n) { C.#n = n; } 
// @astrocache
static get() { return C.#n; } }
const r = [C.get()]; C.set(2); r.push(C.get()); console.log("static private:", ...r);
