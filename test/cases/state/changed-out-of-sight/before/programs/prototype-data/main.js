import { Rates } from "./rates.js";
// @astrocache
function f() { return new Rates().rate + Rates.base; }
const seen = [f()];
const alias = Rates;
Object.assign(alias.prototype, { rate: 2 });
seen.push(f());
Object.assign(alias, { base: 20 });
seen.push(f());
console.log("data on a prototype:", ...seen);
