import { helper, config } from "./fns.js";
// @astrocache
function f() { return helper(); }
// @astrocache
function g() { return config.get(); }
const seen = [f(), g()];
const set = (fn, rate) => { fn.rate = rate; };
set(helper, 5);
seen.push(f(), g());
const replace = (o) => { o.get = () => "other"; };
replace(config);
seen.push(f(), g());
console.log("function of a module:", ...seen);
