import { Base, Derived } from "./shapes.js";
// @astrocache
function make(K) { return new K().m(); }
// @astrocache
function use(instance) { return instance.m(); }
const patch = (K) => Reflect.set(K.prototype, "m", () => 2);
const seen = [make(Derived), use(new Derived())];
patch(Base);
seen.push(make(Derived), use(new Derived()));
console.log("class as an argument:", ...seen);
