import { Shape, Sized, tool } from "./shape.js";
// @astrocache
function f() { return new Shape().area() + Sized.limit + tool(); }
const seen = [f()];
Shape.prototype.area = () => 2;
seen.push(f());
Sized.limit = 5;
seen.push(f());
tool.rate = 7;
seen.push(f());
console.log("patched by its importer:", ...seen);
