import api from "./api.js"; import { patch } from "./patch.js";
// @astrocache
function f() { return api.get(); }
const r = [f()]; patch(); r.push(f()); console.log("default export object mutated elsewhere:", ...r);
