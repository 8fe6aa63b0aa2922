import c from "./c.js";
// @astrocache
function f() { return c.get(); }
const r = [f()]; c.inc(); r.push(f()); console.log("default export instance with private:", ...r);
