class A { #x = 1; get x() { return this.#x; } inc() { this.#x++; } }
// @astrocache
function f(a) { return a.x; }
const a = new A(); const r = [f(a)]; a.inc(); r.push(f(a)); console.log("accessor on argument class:", ...r);
