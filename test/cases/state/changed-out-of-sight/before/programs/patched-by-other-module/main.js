import { mix } from "./mix.js";
import { Shape } from "./shape.js";
// @astrocache
function f() { return new Shape().area(); }
const seen = [f()];
mix(Shape);
seen.push(f());
console.log("patched by a function that was handed the class:", ...seen);
