import { EventEmitter } from "node:events";
const e = new EventEmitter(); 
// @astrocache
function f() { const o = []; e.emit("x", o); return o.length; }
const r = [f()]; e.on("x", (o) => o.push(1)); r.push(f()); console.log("event emitter listener state:", ...r);
