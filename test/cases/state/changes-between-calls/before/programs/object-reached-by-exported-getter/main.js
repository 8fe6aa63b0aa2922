import { conf } from "./conf.js";
// @astrocache
function f() { return conf().n; }
const r = [f()]; conf().n = 2; r.push(f()); console.log("object reached by exported getter:", ...r);
