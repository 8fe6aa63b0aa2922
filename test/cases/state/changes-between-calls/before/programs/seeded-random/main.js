import { rng } from "./r.js";
// @astrocache
function f(k) { return rng() * k; }
console.log("seeded random:", f(1), f(1), f(2));
